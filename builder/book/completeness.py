"""Whether a printed book holds what it was to hold; the witness is the text read back from the finished pages.

Every chosen story opens on the page the book says, with its title and name; contents and every index lead to it; and
there is no story but the chosen ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from builder.edition import BookPlan
from builder.model import Story

from .compose import ComposedBook
from .contents import CONTENTS_ID
from .indexes import INDEXES, index_lines, leads_to
from .named import named
from .story import person_line

Reader = Callable[[Iterable[int]], Mapping[int, str]]
"""Reads pages, by folio."""

_BETWEEN_DIGITS = re.compile(r"(\d)\s+(?=\d)")
_UNSEEN = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001"
    "\U000e0020-\U000e007f]"
)
"""Characters that show nothing themselves (Unicode's Cf)."""
_HELD = "\ue000"
"""Stands for a space that stays."""
_LEADER = re.compile(r"[. ]*(?P<folio>\d+)")
"""What stands after a line of the contents; a line that fills its measure has no room for dots."""


def losses(plan: BookPlan, book: ComposedBook, read: Reader) -> tuple[str, ...]:
    """What is missing or too much, one Vietnamese line each; nothing in a complete book."""
    listed = _pages_of(book, CONTENTS_ID)
    indexed = {part: _pages_of(book, f"index/{part}") for part in INDEXES}
    texts = {folio: folded(text) for folio, text in read(telling_pages(book)).items()}
    contents = _joined(listed, texts)
    checks = (
        *(_opening(story, book.folios, texts) for story in plan.stories),
        *(_in_contents(story, book.folios, contents) for story in plan.stories if listed),
        *(_in_index(plan, part, book.folios, _joined(pages, texts)) for part, pages in indexed.items() if pages),
        _uninvited(plan, book),
    )
    return tuple(chain.from_iterable(checks))


def telling_pages(book: ComposedBook) -> frozenset[int]:
    """The folios of the pages that tell whether a book is complete: openings of stories, contents, indexes."""
    lists = {CONTENTS_ID, *(f"index/{part}" for part in INDEXES)}
    return frozenset(book.folios.values()) | {page.folio for page in book.pages if page.chunk in lists}


def _joined(folios: Iterable[int], texts: Mapping[int, str]) -> str:
    return "".join(texts[folio] for folio in folios)


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """Text without what may differ between a story and its print: spaces, breaks, kinds of hyphen, ligatures.

    Spaces between two figures stay (as one), or a year and the folio after it would be one number.
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).replace("\u2010", "-")
    return "".join(_BETWEEN_DIGITS.sub(rf"\1{_HELD}", plain).split()).replace(_HELD, " ")


def _pages_of(book: ComposedBook, chunk: str) -> list[int]:
    return [page.folio for page in book.pages if page.chunk == chunk]


def _opening(story: Story, folios: Mapping[str, int], texts: Mapping[int, str]) -> Iterator[str]:
    folio = folios.get(story.id)
    if folio is None:
        yield f"{_called(story)} không có trang nào"
        return
    for what, text in (("đầu đề", story.title), ("tên người", person_line(story))):
        if folded(named(text)) not in texts[folio]:
            yield f"{_called(story)}: trang {folio} không có {what}"


def _in_contents(story: Story, folios: Mapping[str, int], contents: str) -> Iterator[str]:
    line = folded(f"{named(story.title)} {person_line(story)}")
    folio = str(folios.get(story.id))
    ends = (_LEADER.match(contents, at + len(line)) for at in _places(line, contents))
    found = sum(end is not None and end["folio"] == folio for end in ends)
    if found != 1:
        yield f"{_called(story)} " + ("không có trong mục lục" if not found else f"có {found} lần trong mục lục")


def _places(text: str, page: str) -> Iterator[int]:
    at = page.find(text)
    while at >= 0:
        yield at
        at = page.find(text, at + 1)


def _stands(line: str, page: str) -> bool:
    """Whether a line that ends in a folio stands on a page; another figure after it would make another folio."""
    return any(not page[at + len(line) : at + len(line) + 1].isdigit() for at in _places(line, page))


def _in_index(plan: BookPlan, part: str, folios: Mapping[str, int], index: str) -> Iterator[str]:
    """Every story an index should lead to stands in its lines, and every line is on paper, word for word."""
    missing = {story.id: story for story in plan.stories if leads_to(part, story)}
    for line, stories in index_lines(part, plan.stories, folios):
        if _stands(folded(line.text), index):
            for story in stories:
                missing.pop(story.id, None)
        elif not stories:
            yield f"{INDEXES[part].title.lower()} thiếu dòng “{line.text}”"
        else:
            missing |= {story.id: story for story in stories}
    yield from (f"{_called(story)} không có trong {INDEXES[part].title.lower()}" for story in missing.values())


def _uninvited(plan: BookPlan, book: ComposedBook) -> Iterator[str]:
    chosen = {f"story/{story.id}" for story in plan.stories}
    printed = dict.fromkeys(page.chunk for page in book.pages if page.chunk.startswith("story/"))
    yield from (
        f"{book.chunks[chunk].chunk.name} không được chọn mà có trong sách" for chunk in printed if chunk not in chosen
    )


def _called(story: Story) -> str:
    return f"bài “{story.title}” ({story.path})"
