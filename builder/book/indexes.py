"""The indexes at the end, with literal folios: made last, when every story knows its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from builder.catalogue import (
    IndexEntry,
    IndexGroup,
    body_index,
    name_key,
    person_index,
    place_index,
    unit_index,
)
from builder.model import Story
from builder.vietnamese.names import PersonKey, body_heading, body_key, index_heading, person_key

from .blanks import room
from .chunk import Chunk, ChunkKind
from .markup import closed, together
from .named import named
from .page import Desk

Folios = Mapping[str, int]
"""The page on which each story opens, by story id."""

_PART: Final = 22
"""Letters that surely fit on a line of an index beside a folio."""
_YEAR: Final = 4
_BETWEEN_NAMES: Final = frozenset({"và", "với", "cùng"})
"""What joins the names of two who wrote together."""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A line: name, a note in italics, folios in figures, other names to look under (``see``).

    Each folio has the room that one of so many ``figures`` takes.
    """

    name: str
    note: str = ""
    folios: str = ""
    see: str = ""
    figures: int = 0

    @property
    def bound(self) -> tuple[str, str, str]:
        """Name, note and other name as they are set: lines end at commas, not within what is short between them."""
        return _kept(self.name), _kept(self.note), _kept(self.see)

    @property
    def pages(self) -> tuple[tuple[str, str], ...]:
        """The folios one by one, each with its room."""
        return tuple((page, room(int(page), self.figures)) for page in self.folios.split(", "))

    @property
    def fenced(self) -> bool:
        """Whether brackets part the note from the folios: its last figure would be read as one."""
        return self.note[-1:].isdigit()

    @property
    def text(self) -> str:
        """The line as it is read on the page (theme/book/templates/index.html)."""
        note = (f" ({self.note})" if self.fenced else f", {self.note}") if self.note else ""
        see = f"{'; xem thêm' if self.folios else ', xem'} {self.see}" if self.see else ""
        return f"{self.name}{note}{f' {self.folios}' if self.folios else ''}{see}"


@dataclass(frozen=True, slots=True)
class LetterView:
    """The lines under a letter."""

    heading: str
    lines: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A part of an index page with a heading of its own, or none."""

    title: str
    letters: tuple[LetterView, ...]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """An index the back of a book may hold: its title and its divisions."""

    title: str
    divisions: tuple[tuple[str, Callable[[Iterable[Story]], tuple[IndexGroup, ...]]], ...]


def _kept(text: str) -> str:
    """A text no line of which ends within a short part, before a year at its end, nor before its last syllable."""
    parts = text.split(", ")
    end = ", ".join(parts[-2:])
    if len(parts[-1]) <= _YEAR and len(end) <= _PART:
        parts[-2:] = [end]
    return ", ".join(together(part) if len(part) <= _PART else closed(part) for part in parts)


def _by_level(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Names under the level of their award, highest level first."""
    filed: dict[tuple[int, str], list[Story]] = {}
    for story in sorted(stories, key=name_key):
        filed.setdefault((story.award_level.rank, story.award_level.label), []).append(story)
    return tuple(
        IndexGroup(label, tuple(IndexEntry(s.person, label, (s,), detail=str(s.year)) for s in held))
        for (_, label), held in sorted(filed.items())
    )


def _authors(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Those who signed: persons by given name; an office, a club and the like by its first word."""
    filed: dict[str, list[Story]] = {}
    for story in stories:
        if story.author:
            filed.setdefault(story.author, []).append(story)
    groups: dict[str, list[IndexEntry]] = {}
    for author in sorted(filed, key=lambda author: _first_word_key(author) if _is_body(author) else person_key(author)):
        letter = body_heading(author) if _is_body(author) else index_heading(author)
        groups.setdefault(letter, []).append(IndexEntry(author, letter, tuple(filed[author])))
    return tuple(IndexGroup(letter, tuple(entries)) for letter, entries in groups.items())


def _is_body(author: str) -> bool:
    """Whether a signature is no person's: a name has capitals throughout, “Ban biên tập” has not."""
    return any(word[:1].islower() and word not in _BETWEEN_NAMES for word in author.partition("(")[0].split())


def _first_word_key(author: str) -> PersonKey:
    """The key of what is filed by its first word, among persons."""
    key = body_key(author)
    return PersonKey(key.parts[:1], key.parts[1:], (), key)


INDEXES: Final[Mapping[str, IndexPart]] = {
    "persons": IndexPart("Bảng tra tên người", (("", person_index), ("Tập thể, hộ gia đình", body_index))),
    "units": IndexPart("Bảng tra đơn vị", (("", unit_index),)),
    "places": IndexPart("Bảng tra địa danh", (("", place_index),)),
    "awards": IndexPart("Danh sách khen thưởng", (("", _by_level),)),
    "authors": IndexPart("Danh sách người viết", (("", _authors),)),
}
"""By the names editions call them."""


def index_chunk(desk: Desk, part: str, stories: Iterable[Story], folios: Folios, figures: int = 0) -> Chunk:
    """Lay out one index, with room for folios of so many figures."""
    index = INDEXES[part]
    held = tuple(stories)
    divisions = [Division(title, _letters(make(held), folios, figures)) for title, make in index.divisions]
    return desk.chunk(
        f"index/{part}",
        ChunkKind.INDEX,
        name=index.title.lower(),
        head=index.title,
        title=index.title,
        divisions=[division for division in divisions if division.letters],
        wide=part == "units",
    )


def index_lines(part: str, stories: Iterable[Story], folios: Folios) -> Iterator[tuple[IndexLine, tuple[Story, ...]]]:
    """Every line of an index with the stories it leads to."""
    held = tuple(stories)
    for _, make in INDEXES[part].divisions:
        yield from ((_line(entry, folios), entry.stories) for group in make(held) for entry in group.entries)


def leads_to(part: str, story: Story) -> bool:
    """Whether an index must lead to a story: that of authors to those that name theirs, all others to every one."""
    return part != "authors" or bool(story.author)


def _letters(groups: tuple[IndexGroup, ...], folios: Folios, figures: int) -> tuple[LetterView, ...]:
    return tuple(LetterView(group.heading, tuple(_line(e, folios, figures) for e in group.entries)) for group in groups)


def _line(entry: IndexEntry, folios: Folios, figures: int = 0) -> IndexLine:
    detail = entry.detail.removeprefix(entry.name).lstrip(" ,")  # a body's unit often begins with its own name
    note = ", ".join(part for part in (entry.honorific, detail) if part)
    pages = ", ".join(str(page) for page in sorted({folios[story.id] for story in entry.stories}))
    see = f"{entry.see} ({entry.see_detail})" if entry.see_detail else entry.see
    return IndexLine(named(entry.name), named(note), pages, named(see), figures)
