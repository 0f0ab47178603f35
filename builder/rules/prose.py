"""The prose of a file: its paragraphs with their kinds and places, and what is no prose blotted out.

Places count code points of the whole file, header included, so that a caption is looked at like a sentence. A text
still in a font's own encoding has no prose: whatever could be said of it has the one cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from builder.manuscript import blots
from builder.model import Span
from builder.vietnamese.letters import ALPHABET, TONED
from builder.vietnamese.words import looks_like_legacy

from .copy import Copy
from .paragraphs import Paragraph, paragraphs
from .words import span_at

LOWER = ALPHABET + "".join(letter for letter in TONED if letter.islower())
"""Every lower-case letter of Vietnamese, as the body of a regex class."""

BLOT = blots.BLOT
unquoted = blots.unquoted

# Everything a sound Vietnamese text holds; anything else is looked at more closely.
_PLAIN = r"\t\n\r -~\u00a0À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…°²³€«»"
_UNUSUAL = re.compile(f"[^{_PLAIN}]")
_LINE = re.compile(r"\S[^\n]*")
_ANY_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """What a paragraph is to Markdown."""

    PLAIN = "plain"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"


_KINDS = (
    (re.compile(r"#{1,6}[ \t]"), Kind.HEADING),
    (re.compile(r">"), Kind.QUOTE),
    (re.compile(r"(?:[-*+]|\d{1,3}[.)]|[a-zđ]\))[ \t]"), Kind.LIST),
    (re.compile(r"\||[^\n]*\n[ \t]*:?-+:?[ \t]*\|"), Kind.TABLE),
    (re.compile(r"```|~~~"), Kind.CODE),
)


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph as long as in the file; ``start`` counts from 0.

    Links and code are blotted out; list markers and the like are line ends.
    """

    text: str
    start: int
    kind: Kind = Kind.PLAIN

    @property
    def end(self) -> int:
        """Where it ends in the file."""
        return self.start + len(self.text)


@lru_cache(maxsize=4)
def unusual(text: str) -> bool:
    """Whether a text holds a sign that sound Vietnamese does without."""
    return _UNUSUAL.search(text) is not None


@lru_cache(maxsize=4)
def legacy_lines(text: str) -> tuple[re.Match[str], ...]:
    """The lines still in a font's own encoding."""
    return tuple(line for line in _LINE.finditer(text) if looks_like_legacy(line[0])) if unusual(text) else ()


@lru_cache(maxsize=4)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters: asked first, they spare rules their search."""
    return frozenset(_ANY_WORD.findall(text.lower()))


def body_prose(copy: Copy) -> tuple[Prose, ...]:
    """The paragraphs of the body in order."""
    text, body = copy.manuscript.text, copy.manuscript.body
    return () if legacy_lines(text) else _of_body(body, len(text) - len(body))


def header_prose(copy: Copy) -> Iterator[Prose]:
    """What the header holds of prose: the summary and the captions, where they stand on one line as they are read."""
    if not legacy_lines(copy.manuscript.text):
        captions = (("photos", number, "caption") for number in range(copy.size("photos")))
        for location in (("summary",), *captions):
            yield from _of_value(copy, location)


def all_prose(copy: Copy) -> Iterator[Prose]:
    """What is printed as prose: summary, captions and body, tables and code left out."""
    yield from header_prose(copy)
    yield from (part for part in body_prose(copy) if part.kind not in {Kind.TABLE, Kind.CODE})


def place(copy: Copy, start: int, end: int) -> Span:
    """The span of the file's code points ``start`` (included) to ``end`` (excluded)."""
    return span_at(copy.manuscript.text, start, end)


@lru_cache(maxsize=4)
def _of_body(body: str, start: int) -> tuple[Prose, ...]:
    return tuple(_prose(paragraph, start) for paragraph in paragraphs(body))


def _prose(paragraph: Paragraph, start: int) -> Prose:
    text = paragraph.text
    kind = Kind.PLAIN
    if not text[0].isupper() or "|" in text:
        kind = next((kind for pattern, kind in _KINDS if pattern.match(text)), Kind.PLAIN)
    text = blots.without_markup(text)
    if kind is not Kind.PLAIN or "\n" in text:
        text = blots.without_markers(text)
    return Prose(text, paragraph.start + start, kind)


def _of_value(copy: Copy, location: tuple[str | int, ...]) -> Iterator[Prose]:
    value = copy.text(*location)
    if value:
        line = copy.manuscript.span_of(*location).line
        text = copy.manuscript.text
        start = _line_start(text, line)
        at = text.find(value, start, text.find("\n", start))
        if at >= 0:
            yield Prose(value, at)


def _line_start(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return start
