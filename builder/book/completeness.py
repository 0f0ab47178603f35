"""Whether a printed book holds what it was to hold; the witness is the text read back from the finished pages.

Every chosen story opens on the page the book says, with its title and name, and contents and index of names lead to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from builder.edition import BookPlan
from builder.model import Story
from builder.vietnamese.typo import typeset

from .compose import ComposedBook
from .contents import CONTENTS_ID
from .story import person_line

Reader = Callable[[Iterable[int]], Mapping[int, str]]
"""Reads pages, by folio."""

_PERSONS = "index/persons"
_NOT_BETWEEN_DIGITS = re.compile(r"(?<!\d) | (?!\d)")
_SPACES = re.compile(r"\s+")
_NOTE = 300
"""Letters that may stand in an index between a name and its folio: honorific, unit, other folios."""


def losses(plan: BookPlan, book: ComposedBook, read: Reader) -> tuple[str, ...]:
    """What is missing, one Vietnamese line each; nothing in a complete book."""
    listed = _pages_of(book, CONTENTS_ID)
    indexed = _pages_of(book, _PERSONS)
    texts = {folio: folded(text) for folio, text in read({*listed, *indexed, *book.folios.values()}).items()}
    contents = "".join(texts[folio] for folio in listed)
    index = "".join(texts[folio] for folio in indexed)
    checks = (
        chain(
            _opening(story, book.folios, texts),
            _in_contents(story, book.folios, contents) if listed else (),
            _in_index(story, book.folios, index) if indexed else (),
        )
        for story in plan.stories
    )
    return tuple(chain.from_iterable(checks))


def folded(text: str) -> str:
    """Text without what may differ between a story and its print: spaces, breaks, kinds of hyphen, ligatures.

    Spaces between two figures stay (as one), or a year and the folio after it would be one number.
    """
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    plain = unicodedata.normalize("NFKC", seen).replace("\u2010", "-")
    return _NOT_BETWEEN_DIGITS.sub("", _SPACES.sub(" ", plain))


def _pages_of(book: ComposedBook, chunk: str) -> list[int]:
    return [page.folio for page in book.pages if page.chunk == chunk]


def _opening(story: Story, folios: Mapping[str, int], texts: Mapping[int, str]) -> Iterator[str]:
    folio = folios.get(story.id)
    if folio is None:
        yield f"{_called(story)} không có trang nào"
        return
    for what, text in (("đầu đề", story.title), ("tên người", person_line(story))):
        if folded(typeset(text)) not in texts[folio]:
            yield f"{_called(story)}: trang {folio} không có {what}"


def _in_contents(story: Story, folios: Mapping[str, int], contents: str) -> Iterator[str]:
    line = folded(f"{typeset(story.title)} {person_line(story)}")
    if not re.search(rf"{re.escape(line)}\.+{folios.get(story.id)}(?!\d)", contents):
        yield f"{_called(story)} không có trong mục lục"


def _in_index(story: Story, folios: Mapping[str, int], index: str) -> Iterator[str]:
    name = re.escape(folded(typeset(story.person)))
    if not re.search(rf"{name}.{{0,{_NOTE}}}?(?<!\d){folios.get(story.id)}(?!\d)", index):
        yield f"{_called(story)} không có trong bảng tra tên người"


def _called(story: Story) -> str:
    return f"bài “{story.title}” ({story.path})"
