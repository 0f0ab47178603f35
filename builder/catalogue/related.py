"""Stories to read next, with the reason for each: same unit, same place, same field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from builder.model import Story

from .shelf import Shelf


@dataclass(frozen=True, slots=True)
class Related:
    """A story and why it is shown: “Cùng quận Long Biên”."""

    story: Story
    reason: str


def related(story: Story, units: Shelf, places: Mapping[str, Shelf], fields: Mapping[str, Shelf]) -> Iterator[Related]:
    """The stories nearest to one, nearest first, each once. The walk starts at the story's own place in a shelf."""
    shelves = (
        (units, "Cùng đơn vị"),
        (places[story.place.chapter.code], f"Cùng {story.place.chapter.label}"),
        (fields[story.field.code], f"Cùng lĩnh vực {story.field.label}"),
    )
    seen = {story.id}
    for shelf, reason in shelves:
        for other in _after(shelf, story):
            if other.id not in seen:
                seen.add(other.id)
                yield Related(other, reason)


def _after(shelf: Shelf, story: Story, most: int = 6) -> Iterator[Story]:
    """The next few stories on a shelf after one, round its end: every story has its turn, at constant cost."""
    position = next((n for n, other in enumerate(shelf.stories) if other.id == story.id), 0)
    count = len(shelf.stories)
    return islice((shelf.stories[(position + step) % count] for step in range(1, count)), most)
