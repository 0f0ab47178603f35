"""Shelves: the same stories filed by volume, place, field, award level and year, each in Vietnamese order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from builder.model import District, Story, Subject
from builder.vietnamese.collate import collation_key
from builder.vietnamese.names import PersonKey, body_key, person_key


@dataclass(frozen=True)
class Shelf:
    """Stories that share something: ``code`` for addresses, ``label`` for people."""

    code: str
    label: str
    stories: tuple[Story, ...]

    @cached_property
    def _positions(self) -> Mapping[str, int]:
        return {story.id: position for position, story in enumerate(self.stories)}

    def after(self, story: Story, most: int) -> Iterator[Story]:
        """The next few stories after one that stands here, round the shelf's end: every story has its turn."""
        count = len(self.stories)
        if count == 1:  # as most units are: no need to know where in it
            return iter(())
        position = self._positions[story.id]
        return (self.stories[(position + step) % count] for step in range(1, min(count, most + 1)))


def name_key(story: Story) -> PersonKey:
    """Persons sort by given name; among them collectives and households by their first word."""
    if story.subject is Subject.PERSON:
        return person_key(story.person)
    body = body_key(story.person)
    return PersonKey(given=body.parts, family=(), middle=(), whole=body)


def story_key(story: Story) -> tuple[PersonKey, int, str]:
    """The order of stories in a listing: by name, then year, then id, so that it is total."""
    return (name_key(story), story.year, story.id)


def shelve(
    stories: Iterable[Story], key: Callable[[Story], tuple[str, str]], order: Callable[[Shelf], object]
) -> Mapping[str, Shelf]:
    """File stories under ``key`` (code, label), keeping their order; shelves stand in ``order``."""
    filed: dict[tuple[str, str], list[Story]] = defaultdict(list)
    for story in stories:
        filed[key(story)].append(story)
    shelves = [Shelf(code, label, tuple(held)) for (code, label), held in filed.items()]
    return {shelf.code: shelf for shelf in sorted(shelves, key=order)}  # type: ignore[arg-type]


def by_volume(stories: Iterable[Story]) -> Mapping[str, Shelf]:
    """Newest volume first."""
    return shelve(stories, lambda s: (s.volume.code, s.volume.label), lambda shelf: -shelf.stories[0].volume.number)


def by_place(stories: Iterable[Story]) -> Mapping[str, Shelf]:
    """Former districts first, then the wards of 2025, each in Vietnamese order of their names."""

    def order(shelf: Shelf) -> object:
        unit = shelf.stories[0].place.chapter
        return (not isinstance(unit, District), collation_key(unit.name), shelf.code)

    return shelve(stories, lambda s: (s.place.chapter.code, s.place.chapter.label), order)


def by_field(stories: Iterable[Story]) -> Mapping[str, Shelf]:
    """In the order of the vocabulary."""
    return shelve(stories, lambda s: (s.field.code, s.field.label), lambda shelf: shelf.stories[0].field.rank)


def by_award_level(stories: Iterable[Story]) -> Mapping[str, Shelf]:
    """From the State down to the unit."""
    return shelve(
        stories, lambda s: (s.award_level.code, s.award_level.label), lambda shelf: shelf.stories[0].award_level.rank
    )


def by_year(stories: Iterable[Story]) -> Mapping[str, Shelf]:
    """Newest first."""
    return shelve(stories, lambda s: (str(s.year), f"Năm {s.year}"), lambda shelf: -int(shelf.code))
