"""Stories to read next, with the reason for each: same unit, same place, same field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.model import Story

from .shelf import Shelf

_MOST = 6
"""So many neighbours of a shelf are looked at; some of them may have been met on another one."""


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
        for other in shelf.after(story, _MOST):
            if other.id not in seen:
                seen.add(other.id)
                yield Related(other, reason)
