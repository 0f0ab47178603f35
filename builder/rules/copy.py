"""What rules look at: a copy, that is one file as far as it could be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from builder.manuscript import (
    Fault,
    FaultKind,
    Issue,
    Location,
    Manuscript,
    StoryHeader,
    assemble,
    is_blank,
    validate,
    value_at,
)
from builder.model import Span, Story, Volume
from builder.model.picture import PictureFacts
from builder.vocabulary import Vocabulary

from .words import span_at

_PRINT = re.compile(r"\bblake2b-[0-9a-f]{16}\b")


@dataclass(frozen=True, slots=True)
class Copy:
    """What a rule sees of one file.

    ``issues`` are the schema's complaints; without any there is a ``header``, and a ``story`` if every code is known.
    ``photos`` are the files under ``assets/photos``, relative to it, spelt as on disk; ``pictures`` tells what stands
    in those that have been looked into.
    """

    manuscript: Manuscript
    issues: tuple[Issue, ...]
    header: StoryHeader | None
    story: Story | None
    vocabulary: Vocabulary
    volumes: Mapping[int, Volume]
    photos: frozenset[str]
    pictures: Mapping[str, PictureFacts] = field(default_factory=dict)

    @property
    def readable(self) -> bool:
        """Whether header and body are known."""
        return self.manuscript.header is not None

    @property
    def top(self) -> Span:
        """The first line of the header, for what is missing from it."""
        line = min((mark.key.line for mark in self.manuscript.marks.values()), default=1)
        return Span(line)

    @property
    def body(self) -> Passage:
        """The body as a passage of its own."""
        return Passage(self.manuscript.body, self.manuscript.body_line)

    def faults(self, *kinds: FaultKind) -> tuple[Fault, ...]:
        """The faults of some kinds; of a file that could not be read only those that kept it from being read."""
        return tuple(f for f in self.manuscript.faults if f.kind in kinds and (self.readable or f.fatal))

    def refused(self, location: Location) -> bool:
        """Whether the schema complains of a value, of one it stands in, or of one within it."""
        return any(all(a == b for a, b in zip(issue.location, location, strict=False)) for issue in self.issues)

    def value(self, *location: str | int) -> object:
        """A value the schema has let pass, written once; None where there is none."""
        found = value_at(self.manuscript.header or {}, location)
        twice = any(f.kind is FaultKind.DUPLICATE_KEY and f.detail in location for f in self.manuscript.faults)
        return None if is_blank(found) or twice or self.refused(location) else found

    def text(self, *location: str | int) -> str | None:
        """A text, trimmed."""
        found = self.value(*location)
        return found.strip() if isinstance(found, str) else None

    def number(self, *location: str | int) -> int | None:
        """A whole number."""
        found = self.value(*location)
        try:
            return int(found) if isinstance(found, (int, str)) and not isinstance(found, bool) else None
        except ValueError:
            return None

    def day(self, *location: str | int) -> date | None:
        """A date."""
        found = self.text(*location)
        return date.fromisoformat(found) if found else None

    def size(self, name: str) -> int:
        """How many items a list of the header has."""
        found = self.value_or_refused(name)
        return len(found) if isinstance(found, list) else 0

    def value_or_refused(self, *location: str | int) -> object:
        """A value as it stands, right or wrong."""
        return value_at(self.manuscript.header or {}, location)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a file's text. ``whole`` is given where places within the stretch cannot be told."""

    text: str
    first_line: int = 1
    whole: Span | None = None

    def span(self, start: int, end: int) -> Span:
        """The span of the code points ``start`` (included) to ``end`` (excluded)."""
        return self.whole or span_at(self.text, start, end, self.first_line)


def passages(copy: Copy) -> Iterator[Passage]:
    """The file's text, header and comments included; then the header's values that only escapes spell out.

    An escaped digit hides a phone number from whoever reads the file, not from whoever reads the book.
    """
    manuscript = copy.manuscript
    # The print of an approval may happen to be all figures: it is nobody's number.
    yield Passage(_PRINT.sub(lambda found: "x" * len(found[0]), manuscript.text))
    header_end = len(manuscript.text) - len(manuscript.body)
    if "\\" in manuscript.text[:header_end]:
        for location, mark in manuscript.marks.items():
            value = copy.value_or_refused(*location)
            if isinstance(value, str) and not mark.plain and value not in manuscript.text:
                yield Passage(value, whole=mark.value)


def make_copy(
    manuscript: Manuscript,
    vocabulary: Vocabulary,
    volumes: Mapping[int, Volume],
    photos: frozenset[str],
    pictures: Mapping[str, PictureFacts] | None = None,
) -> Copy:
    """See a manuscript as the rules do: its header against the schema, its codes against the lists."""
    known = pictures or {}
    if manuscript.header is None:
        return Copy(manuscript, (), None, None, vocabulary, volumes, photos, known)
    checked = validate(manuscript.header)
    if not isinstance(checked, StoryHeader):
        return Copy(manuscript, checked, None, None, vocabulary, volumes, photos, known)
    story = assemble(manuscript, checked, vocabulary, volumes)
    return Copy(manuscript, (), checked, story, vocabulary, volumes, photos, known)
