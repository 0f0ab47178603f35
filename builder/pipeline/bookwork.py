"""Binding: the pages of ``book``, set and joined by ``press``, become one PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment

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
    page_style,
)
from builder.edition import BookPlan
from builder.model import Edition, Length, Photo
from builder.press.finish import Bookmark, Facts, finish
from builder.press.fonts import Fonts
from builder.press.inspect import page_count
from builder.press.join import BookPage, Paper, Strip, join
from builder.press.photo import measure
from builder.press.pool import PressRoom
from builder.press.sheet import PrintImage, Progress, Sheet, Store
from builder.press.typeset import Outfit, font_names
from builder.workspace import Root, template_environment


@dataclass(frozen=True)
class BookKit:
    """What books are made with: templates and style of the theme, fonts, the way to photos, the store of results."""

    templates: Environment
    style: str
    fonts: Fonts
    photo: PhotoSource
    store: Store
    workers: int = 2


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A finished interior: its bytes, its pages, the page on which each story opens (by id)."""

    pdf: bytes
    pages: int
    folios: Mapping[str, int]


def book_kit(root: Root, store: Store, *, workers: int = 2) -> BookKit:
    """The kit of a root: theme, fonts and photos as they lie on disk.

    Raises:
        BuilderError: a font the style sheet names is missing.
    """
    folder = root.theme / "book"
    style = "\n".join(file.read_text(encoding="utf-8") for file in (root.theme / "tokens.css", folder / "book.css"))

    def photo(photo: Photo) -> PhotoFile:
        path = root.photos / photo.file
        return PhotoFile(str(path), *measure(path))

    fonts = Fonts.below(root.fonts, font_names(style))
    return BookKit(template_environment(folder / "templates"), style, fonts, photo, store, workers)


def bind(plan: BookPlan, kit: BookKit, progress: Progress | None = None) -> BoundBook:
    """Make a book's interior.

    Raises:
        BuilderError: something cannot be set; the message names the piece.
    """
    desk = desk_for(plan.edition, kit.templates, kit.photo)
    style = f"{page_style(plan.edition)}\n{kit.style}"
    outfit = Outfit(style, kit.fonts, draw_flowers, _flower_code())
    with PressRoom(outfit, kit.store, workers=kit.workers) as room:
        book = compose(desk, plan, lambda chunks: _set(room, chunks, progress))
    pdf = join(
        {key: held.pdf for key, held in book.chunks.items()},
        {key: held.chunk.name for key, held in book.chunks.items()},
        [_page(page, book) for page in book.pages],
        Paper(plan.edition.print.trim, plan.edition.print.bleed),
        kit.fonts,
    )
    marks = [Bookmark(mark.title, mark.folio, mark.level) for mark in book.outline]
    return BoundBook(finish(pdf, _facts(plan), marks), len(book.pages), book.folios)


@cache
def _flower_code() -> str:
    """A hash of the code that draws: drawings are kept with the pages they stand on."""
    total = hashlib.blake2b(digest_size=20)
    folder = Path(builder.flower.__file__).parent
    for file in sorted(folder.rglob("*.py")):
        total.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
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


def _facts(plan: BookPlan) -> Facts:
    edition = plan.edition
    title = f"{edition.title} – {edition.subtitle}" if edition.subtitle else edition.title
    return Facts(title, edition.imprint.publisher or edition.unit, _day(edition, plan), edition.print.variant)


def _day(edition: Edition, plan: BookPlan) -> date:
    """A day for the file's dates that no clock decides: the first of the year of publishing, else of the last story."""
    return date(edition.imprint.year or max(story.year for story in plan.stories), 1, 1)
