"""The library: every published story, filed every way people look for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from builder.model import Story

from . import shelf as shelves
from .index import IndexGroup, body_index, person_index, unit_index
from .related import Related, related
from .shelf import Shelf, shelve, story_key


@dataclass(frozen=True)
class Library:
    """Stories in Vietnamese order of names. Shelves and indexes are made when first asked for, and kept."""

    stories: tuple[Story, ...]

    @classmethod
    def of(cls, stories: Iterable[Story]) -> Library:
        """Put stories in order."""
        return cls(tuple(sorted(stories, key=story_key)))

    @cached_property
    def volumes(self) -> Mapping[str, Shelf]:
        """By volume, newest first."""
        return shelves.by_volume(self.stories)

    @cached_property
    def places(self) -> Mapping[str, Shelf]:
        """By district or, since 2025-07-01, ward."""
        return shelves.by_place(self.stories)

    @cached_property
    def fields(self) -> Mapping[str, Shelf]:
        """By field."""
        return shelves.by_field(self.stories)

    @cached_property
    def award_levels(self) -> Mapping[str, Shelf]:
        """By award level, highest first."""
        return shelves.by_award_level(self.stories)

    @cached_property
    def years(self) -> Mapping[str, Shelf]:
        """By year, newest first."""
        return shelves.by_year(self.stories)

    @cached_property
    def units(self) -> Mapping[str, Shelf]:
        """By unit; unordered, for looking up."""
        return shelve(self.stories, lambda story: (story.unit, story.unit), lambda shelf: shelf.code)

    @cached_property
    def persons(self) -> tuple[IndexGroup, ...]:
        """Persons by given name."""
        return person_index(self.stories)

    @cached_property
    def bodies(self) -> tuple[IndexGroup, ...]:
        """Collectives and households by first word."""
        return body_index(self.stories)

    @cached_property
    def unit_index(self) -> tuple[IndexGroup, ...]:
        """Units by first word."""
        return unit_index(self.stories)

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[Story | None, Story | None]]:
        found: dict[str, tuple[Story | None, Story | None]] = {}
        for shelf in self.volumes.values():
            row = (None, *shelf.stories, None)
            for before, story, after in zip(row, row[1:], row[2:], strict=False):
                if story is not None:
                    found[story.id] = (before, after)
        return found

    def neighbours(self, story: Story) -> tuple[Story | None, Story | None]:
        """The previous and the next story of the same volume."""
        return self._neighbours[story.id]

    def related(self, story: Story, most: int = 3) -> tuple[Related, ...]:
        """Up to ``most`` stories to read next."""
        return tuple(islice(related(story, self.units[story.unit], self.places, self.fields), most))
