"""The screen PDF of a book: its chunks set again in the colours of light, joined on the same pages, tagged and linked.

Chunks are set alone and joined here too, not as one document: so each page is that of the printed book by construction
(same HTML, same measure, running heads and folios stamped at the same places), one changed story is set again alone,
and memory does not grow with the book. What joining loses, tags and links, ``press.tagging`` puts together again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from builder.book import ChunkKind, ComposedBook, SetChunk, page_style
from builder.book.completeness import folded
from builder.book.screen import for_screen, screen_style
from builder.edition import BookPlan
from builder.model import BuilderError, Length
from builder.press.archive import ScreenFacts, archive
from builder.press.facts import Bookmark
from builder.press.join import Paper, join
from builder.press.outfit import Outfit
from builder.press.pool import PressRoom
from builder.press.reading import page_texts
from builder.press.screen_photo import ScreenPhotos
from builder.press.sheet import Progress
from builder.press.tagging import tag
from builder.site.addresses import STORIES
from builder.vietnamese.numbers import file_size
from builder.workspace import Root

from .bookwork import BookKit, BoundBook, book_page, facts_of, flower_code, set_chunks
from .cover import site_address

SCREEN_LIMIT = 25_000_000
"""Bytes above which a mail server sends a file back."""
_VERSION = "screen-2"
"""Part of every key under which a piece is kept: change it when ``builder.book.screen`` changes its results."""
_LISTS = frozenset({ChunkKind.CONTENTS})


@dataclass(frozen=True, slots=True)
class MadeScreen:
    """A finished screen PDF: its bytes, and what an editor should know of it, in Vietnamese."""

    pdf: bytes
    messages: tuple[str, ...]


def make_screen(
    plan: BookPlan, bound: BoundBook, kit: BookKit, stories: str = "", progress: Progress | None = None
) -> MadeScreen:
    """Make the screen PDF of a bound book.

    Args:
        plan: the book.
        bound: its interior, as ``bind`` made it with the same kit.
        kit: what books are made with.
        stories: the address below which the pages of stories lie on the site; empty if it is not known.
        progress: is told how many pieces are set, of how many.

    Raises:
        BuilderError: a piece cannot be set or is longer than in print, a page does not read as it does in print, or
            the file is not what PDF/A-3 asks for.
    """
    book = replace(bound.composed, chunks=_set(plan, bound.composed, kit, stories, progress))
    documents = {key: held.pdf for key, held in book.chunks.items()}
    names = {key: held.chunk.name for key, held in book.chunks.items()}
    pages = [book_page(page, book) for page in book.pages]
    joined = join(documents, names, pages, Paper(plan.edition.print.trim, Length(0)), kit.fonts)
    lists = [key for key, held in book.chunks.items() if held.chunk.kind in _LISTS]
    tag(joined, documents, pages, lists, {mark.folio: mark.title for mark in book.outline})
    facts = facts_of(plan, kit.condition(plan.edition.print.profile))
    marks = [Bookmark(mark.title, mark.folio, mark.level) for mark in book.outline]
    pdf = archive(joined, ScreenFacts(facts.title, facts.author, facts.day), marks)
    _see_same(plan, book, bound.made, pdf)
    return MadeScreen(pdf, tuple(_said(pdf)))


def stories_address(root: Root) -> str:
    """The address below which the pages of stories lie on the site, with a stroke at its end; empty if not known."""
    site = site_address(root)
    return f"{site.rstrip('/')}/{STORIES}/" if site else ""


def _set(
    plan: BookPlan, book: ComposedBook, kit: BookKit, stories: str, progress: Progress | None
) -> dict[str, SetChunk]:
    chunks = [held.chunk for held in book.chunks.values()]
    with PressRoom(_outfit(plan, kit, stories), kit.store, workers=kit.workers) as room:
        made = set_chunks(room, chunks, progress)
    for held in made:
        printed = book.chunks[held.chunk.id].pages
        if held.pages != printed:
            msg = f"Bản xem màn hình của {held.chunk.name} dài {held.pages} trang, bản in dài {printed}."
            raise BuilderError(msg, "Kiểu chữ cho màn hình chỉ được đổi màu; xem lại theme/book.")
    return {held.chunk.id: held for held in made}


def _outfit(plan: BookPlan, kit: BookKit, stories: str) -> Outfit:
    style = f"{page_style(plan.edition)}\n{kit.style}\n{screen_style(plan.edition)}"
    photos = ScreenPhotos(kit.condition(plan.edition.print.profile).profile)
    prepare = partial(for_screen, stories=stories)
    return Outfit(style, kit.fonts, photos, prepare, f"{_VERSION} {flower_code()} {stories}", tagged=True)


def _see_same(plan: BookPlan, book: ComposedBook, printed: bytes | Path, shown: bytes) -> None:
    """See that every page says what the same page of the interior says; a leader may be a dot shorter."""
    folios = range(1, len(book.pages) + 1)
    there, here = page_texts(printed, folios), page_texts(shown, folios)
    different = [str(folio) for folio in folios if _words(there[folio]) != _words(here[folio])]
    if different:
        msg = f"Bản xem màn hình của sách “{plan.edition.id}” khác bản in ở trang {', '.join(different[:8])}."
        raise BuilderError(msg, "Xóa thư mục .cache rồi làm lại; nếu vẫn khác, xem lại theme/book.")


def _words(text: str) -> str:
    return folded(text).replace(".", "")


def _said(pdf: bytes) -> Iterator[str]:
    if len(pdf) > SCREEN_LIMIT:
        most = file_size(SCREEN_LIMIT)
        yield f"Bản xem màn hình nặng {file_size(len(pdf))}, quá {most}: nhiều hộp thư không nhận."
