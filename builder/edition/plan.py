"""The plan of a book: its sections with their stories in order, before any page is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from builder.catalogue import Library, Shelf
from builder.model import BuilderError, District, Edition, SectionBy, Story, Ward

from .select import chosen
from .spelling import respelt, respelt_edition


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: the shelf's code and label, its stories, and the unit it stands for where it is a place."""

    code: str
    label: str
    stories: tuple[Story, ...]
    unit: District | Ward | None = None

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of its stories."""
        years = [story.year for story in self.stories]
        return min(years), max(years)


@dataclass(frozen=True)
class BookPlan:
    """An edition with its stories, in reading order."""

    edition: Edition
    sections: tuple[Section, ...]

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """All stories in reading order."""
        return tuple(story for section in self.sections for story in section.stories)


def plan(edition: Edition, library: Library) -> BookPlan:
    """Choose and order an edition's stories, spelt in its style.

    Raises:
        BuilderError: the selection matches no story.
    """
    stories = (story for story in library.stories if chosen(story, edition.selection))
    book = Library.of(respelt(story, edition.tone) if edition.tone else story for story in stories)
    if not book.stories:
        msg = f"Sách “{edition.id}” không chọn được bài nào."
        raise BuilderError(msg, f"Xem lại mục select trong editions/{edition.id}/edition.yml.")
    sections = tuple(_section(shelf, edition.sections) for shelf in _shelves(book, edition.sections))
    return BookPlan(respelt_edition(edition), sections)


def _shelves(book: Library, by: SectionBy) -> tuple[Shelf, ...]:
    shelves: Mapping[SectionBy, Mapping[str, Shelf]] = {
        SectionBy.DISTRICT: book.places,
        SectionBy.FIELD: book.fields,
        SectionBy.YEAR: dict(reversed(list(book.years.items()))),
        SectionBy.NONE: {"": Shelf("", "", book.stories)},
    }
    return tuple(shelves[by].values())


def _section(shelf: Shelf, by: SectionBy) -> Section:
    unit = shelf.stories[0].place.chapter if by is SectionBy.DISTRICT else None
    return Section(shelf.code, shelf.label, shelf.stories, unit)
