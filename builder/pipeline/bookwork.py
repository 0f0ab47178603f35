"""Binding: the pages of ``book``, set and joined by ``press``, become one PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment
from pikepdf import Pdf

import builder.book.flowers
import builder.flower
from builder.book import (
    Chunk,
    ComposedBook,
    PhotoFile,
    PhotoSource,
    Picture,
    PlacedPage,
    SetChunk,
    compose,
    desk_for,
    draw_flowers,
    furniture,
    losses,
    page_style,
)
from builder.edition import BookPlan
from builder.model import BuilderError, Edition, Inks, Length, Photo
from builder.press.condition import PrintCondition
from builder.press.facts import Bookmark, Facts
from builder.press.finish import finish
from builder.press.fonts import Fonts
from builder.press.inspect import page_count
from builder.press.join import BookPage, Paper, Strip, join
from builder.press.photo import measure
from builder.press.pool import PressRoom
from builder.press.reading import page_texts
from builder.press.separate import Separation
from builder.press.sheet import PrintImage, Progress, Sheet, Store
from builder.press.typeset import Outfit, font_names
from builder.workspace import Root, template_environment

_NAMED = 8
"""How many losses a message names."""


@dataclass(frozen=True)
class BookKit:
    """What books are made with: the theme's templates and style, fonts, photos, printing conditions, kept results."""

    templates: Environment
    style: str
    fonts: Fonts
    photo: PhotoSource
    condition: Callable[[str], PrintCondition]
    store: Store
    workers: int = 2


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A finished interior: its bytes, its pages, the page on which each story opens (by id).

    ``flowers`` counts the pages that carry a flower and no text, ``fillers`` those of them that only fill the last
    signature.
    """

    pdf: bytes
    pages: int
    folios: Mapping[str, int]
    flowers: int
    fillers: int


def book_kit(root: Root, store: Store, *, workers: int = 2) -> BookKit:
    """The kit of a root: theme, fonts and photos as they lie on disk.

    Raises:
        BuilderError: a font the style sheet names is missing.
    """
    folder = root.theme / "book"
    style = "\n".join(file.read_text(encoding="utf-8") for file in (root.theme / "tokens.css", folder / "book.css"))

    def photo(photo: Photo) -> PhotoFile:
        path = root.photo(photo.file)
        return PhotoFile(str(path), *measure(path))

    fonts = Fonts.below(root.fonts, font_names(style))
    condition = partial(PrintCondition.named, root.path / "assets" / "icc")
    return BookKit(template_environment(folder / "templates"), style, fonts, photo, condition, store, workers)


def bind(plan: BookPlan, kit: BookKit, progress: Progress | None = None, *, proof: bool = False) -> BoundBook:
    """Make a book's interior; a proof says on every page that it is one.

    Raises:
        BuilderError: something cannot be set, or is not on the pages in the end; the message names the piece.
    """
    condition = kit.condition(plan.edition.print.profile)
    desk = desk_for(plan.edition, kit.templates, kit.photo)
    with PressRoom(_outfit(plan.edition, kit, condition), kit.store, workers=kit.workers) as room:
        book = compose(desk, plan, lambda chunks: _set(room, chunks, progress), proof=proof)
    marks = [Bookmark(mark.title, mark.folio, mark.level) for mark in book.outline]
    pdf = finish(_joined(plan.edition, book, kit.fonts), _facts(plan, condition), marks)
    _see_complete(plan, book, pdf)
    return BoundBook(pdf, len(book.pages), book.folios, book.flower_pages, book.fillers)


def _outfit(edition: Edition, kit: BookKit, condition: PrintCondition) -> Outfit:
    style = f"{page_style(edition)}\n{kit.style}"
    black = edition.print.inks is Inks.BLACK
    separation = Separation(condition.profile, edition.print.ink_limit, black=black)
    return Outfit(style, kit.fonts, separation, draw_flowers, _flower_code())


def _joined(edition: Edition, book: ComposedBook, fonts: Fonts) -> Pdf:
    return join(
        {key: held.pdf for key, held in book.chunks.items()},
        {key: held.chunk.name for key, held in book.chunks.items()},
        [_page(page, book) for page in book.pages],
        Paper(edition.print.trim, edition.print.bleed, marked=edition.print.marks),
        fonts,
    )


def _see_complete(plan: BookPlan, book: ComposedBook, pdf: bytes) -> None:
    lost = losses(plan, book, partial(page_texts, pdf))
    if lost:
        msg = f"Sách “{plan.edition.id}” không đủ bài: {'; '.join(lost[:_NAMED])}."
        raise BuilderError(msg, "Xóa thư mục .cache rồi làm lại; nếu vẫn thiếu, xem theme/book có giấu chữ nào không.")


@cache
def _flower_code() -> str:
    """A hash of the code that draws: drawings are kept with the pages they stand on."""
    total = hashlib.blake2b(digest_size=20)
    folder = Path(builder.flower.__file__).parent
    for file in (*sorted(folder.rglob("*.py")), Path(builder.book.flowers.__file__)):
        total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()


def _set(room: PressRoom, chunks: Sequence[Chunk], progress: Progress | None) -> list[SetChunk]:
    sheets = [Sheet(chunk.name, chunk.html, tuple(map(_image, chunk.pictures))) for chunk in chunks]
    made = room.set(sheets, progress)
    return [SetChunk(chunk, pdf, page_count(pdf)) for chunk, pdf in zip(chunks, made, strict=True)]


def _image(picture: Picture) -> PrintImage:
    return PrintImage(picture.url, picture.file.path, picture.file.digest, picture.width, picture.height)


def _page(page: PlacedPage, book: ComposedBook) -> BookPage:
    stamps = furniture(page, book.chunks, book.geometry)
    strips = tuple(Strip(stamp.chunk, stamp.index, stamp.left, stamp.bottom) for stamp in stamps)
    shift = Length(book.geometry.left(page.folio).mm - book.geometry.inside.mm)
    return BookPage(page.chunk, page.index, shift, strips)


def _facts(plan: BookPlan, condition: PrintCondition) -> Facts:
    edition = plan.edition
    title = f"{edition.title} – {edition.subtitle}" if edition.subtitle else edition.title
    author = edition.imprint.publisher or edition.unit
    return Facts(title, author, _day(edition, plan), edition.print.variant, condition)


def _day(edition: Edition, plan: BookPlan) -> date:
    """A day for the file's dates that no clock decides: the first of the year of publishing, else of the last story."""
    return date(edition.imprint.year or max(story.year for story in plan.stories), 1, 1)
