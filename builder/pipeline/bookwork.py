"""Binding: the pages of ``book``, set and joined by ``press``, become one PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment

import builder.book.flowers
import builder.flower
from builder.book import (
    Chunk,
    ComposedBook,
    PhotoFile,
    PhotoSource,
    PlacedPage,
    SetChunk,
    desk_for,
    losses,
    page_style,
    strike_flowers,
)
from builder.book.completeness import Reader, telling_pages
from builder.book.compose import compose
from builder.book.furniture import furniture
from builder.edition import BookPlan
from builder.model import BuilderError, Edition, Inks, Length, Photo
from builder.press.condition import PrintCondition
from builder.press.facts import Bookmark, Facts
from builder.press.fonts import Fonts
from builder.press.inspect import page_count
from builder.press.join import BookPage, Paper, Strip
from builder.press.kept import Kept
from builder.press.outfit import Outfit, font_names
from builder.press.pool import PressRoom
from builder.press.reading import page_texts
from builder.press.separate import Separation
from builder.press.sheet import Files, Progress, Store
from builder.press.stitch import Binding, stitch
from builder.press.union import FontUnion
from builder.press.writer import Target
from builder.workspace import KeptFiles, Root, digest, template_environment

from .book_file import begin_soon, target_for, written
from .listings import cut_chunks, listing_pages, sheet_of
from .print_photos import photo_file
from .story_shelf import StoryShelf

_NAMED = 8
"""How many losses a message names."""


@dataclass(frozen=True)
class BookKit:
    """What books are made with: the theme's templates and style, fonts, photos, printing conditions, kept results.

    Results lie in the ``store``, photos ready for print as ``files``.

    ``prints`` are those of the files stories were read from, by the stories' ids.
    """

    templates: Environment
    style: str
    fonts: Fonts
    photo: PhotoSource
    condition: Callable[[str], PrintCondition]
    store: Store
    files: Files
    shelf: StoryShelf
    workers: int = 2
    prints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BoundBook:
    """A finished interior: itself or where it lies, its identity, its pages, the page on which each story opens.

    ``depths`` tells of each page, in order, how far down it is filled, in points from the head of the trimmed page.
    ``flowers`` counts the pages that carry a flower and no text, ``fillers`` those of them that only fill the last
    signature.
    """

    made: bytes | Path
    identity: str
    pages: int
    folios: Mapping[str, int]
    flowers: int
    fillers: int
    depths: Sequence[float]
    composed: ComposedBook

    @property
    def pdf(self) -> bytes:
        """Its bytes."""
        return self.made.read_bytes() if isinstance(self.made, Path) else self.made

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.made.stat().st_size if isinstance(self.made, Path) else len(self.made)


def book_kit(root: Root, store: Store, *, workers: int = 2) -> BookKit:
    """The kit of a root: theme, fonts and photos as they lie on disk.

    Raises:
        BuilderError: a font the style sheet names is missing.
    """
    folder = root.theme / "book"
    style = "\n".join(file.read_text(encoding="utf-8") for file in (root.theme / "tokens.css", folder / "book.css"))

    @cache
    def photo(photo: Photo) -> PhotoFile:
        return photo_file(root.photo(photo.file), store)

    fonts = Fonts.below(root.fonts, font_names(style))
    condition = partial(condition_of, root)
    templates = folder / "templates"
    shelf = StoryShelf(store, digest(*(file.read_bytes() for file in sorted(templates.iterdir()))))
    files = KeptFiles(root.cache / "photos")
    return BookKit(template_environment(templates), style, fonts, photo, condition, store, files, shelf, workers)


def condition_of(root: Root, name: str) -> PrintCondition:
    """A printing condition of a root.

    Raises:
        BuilderError: there is no such condition.
    """
    return PrintCondition.named(root.path / "assets" / "icc", name)


def bind(
    plan: BookPlan, kit: BookKit, progress: Progress | None = None, *, proof: bool = False, into: Path | None = None
) -> BoundBook:
    """Make a book's interior; a proof says on every page that it is one.

    Written ``into`` a file the book is never in memory as a whole. The file is there when all is well with it.

    Raises:
        BuilderError: something cannot be set, or is not on the pages in the end; the message names the piece.
    """
    pictured = any(story.photos for story in plan.stories)
    with PressRoom(outfit_of(plan.edition, kit), kit.store, kit.files, workers=kit.workers, pictured=pictured) as room:
        return bind_in(room, plan, kit, progress, proof=proof, into=into)


def bind_in(  # noqa: PLR0913 - the room, and what ``bind`` takes
    room: PressRoom,
    plan: BookPlan,
    kit: BookKit,
    progress: Progress | None = None,
    *,
    proof: bool = False,
    into: Path | None = None,
) -> BoundBook:
    """Make a book's interior in a room that stays open (with the outfit of its edition), as ``bind`` does."""
    desk = replace(
        desk_for(plan.edition, kit.templates, kit.photo), kept=kit.shelf.of(plan.edition, kit.photo, kit.prints)
    )
    hope = listing_pages(kit.store, plan.edition.id, proof=proof)
    facts = facts_of(plan, kit.condition(plan.edition.print.profile))
    with target_for(into, kit.store, again=proof) as target:
        setting = _Setting(room, progress, target, facts)
        book = compose(desk, plan, setting, proof=proof, hoped=hope.pages)
        hope.keep(book)
        room.close()  # idle workers hold a hundred megabytes each
        pages = [book_page(page, book) for page in book.pages]
        done = stitch(setting.kept, pages, _binding(plan, book, kit, facts), target, telling_pages(book))
        made = written(target.file)
        _see_complete(plan, book, partial(page_texts, made, known=done.texts))
    return BoundBook(
        into or made,
        done.identity,
        len(book.pages),
        book.folios,
        book.flower_pages,
        book.fillers,
        done.depths,
        book,
    )


@dataclass(frozen=True, slots=True)
class _Setting:
    """Sets the chunks of a book in a room, and has them at hand by their ids when it is bound."""

    room: PressRoom
    progress: Progress | None
    target: Target
    facts: Facts
    kept: dict[str, Kept] = field(default_factory=dict)

    def __call__(self, chunks: Iterable[Chunk]) -> list[SetChunk]:
        asked: list[Chunk] = []
        # photos come with the first chunks
        meanwhile = partial(begin_soon, self.target, tuple(self.kept.values()), self.facts) if self.kept else None
        made = cut_chunks(self.room, _noted(chunks, asked), self.progress, meanwhile)
        self.kept.update({chunk.id: one for chunk, one in zip(asked, made, strict=True)})
        return [SetChunk(chunk, b"", one.pages) for chunk, one in zip(asked, made, strict=True)]


def _noted(chunks: Iterable[Chunk], asked: list[Chunk]) -> Iterator[Chunk]:
    for chunk in chunks:
        asked.append(chunk)
        yield chunk


def outfit_of(edition: Edition, kit: BookKit) -> Outfit:
    """What the interior of an edition is set with."""
    condition = kit.condition(edition.print.profile)
    style = f"{page_style(edition)}\n{kit.style}"
    black = edition.print.inks is Inks.BLACK
    separation = Separation(condition.profile, edition.print.ink_limit, black=black)
    return Outfit(style, kit.fonts, separation, strike_flowers, flower_code())


def _binding(plan: BookPlan, book: ComposedBook, kit: BookKit, facts: Facts) -> Binding:
    spec = plan.edition.print
    marks = [Bookmark(mark.title, mark.folio, mark.level) for mark in book.outline]
    paper, union = Paper(spec.trim, spec.bleed, marked=spec.marks), FontUnion(kit.fonts, store=kit.store)
    return Binding(paper, union, facts, marks, kit.store)


def _see_complete(plan: BookPlan, book: ComposedBook, read: Reader) -> None:
    lost = losses(plan, book, read)
    if lost:
        msg = f"Sách “{plan.edition.id}” không đủ bài: {'; '.join(lost[:_NAMED])}."
        raise BuilderError(msg, "Xóa thư mục .cache rồi làm lại; nếu vẫn thiếu, xem theme/book có giấu chữ nào không.")


@cache
def flower_code() -> str:
    """A hash of the code that draws: drawings are kept with the pages they stand on."""
    total = hashlib.blake2b(digest_size=20)
    folder = Path(builder.flower.__file__).parent
    for file in (*sorted(folder.rglob("*.py")), Path(builder.book.flowers.__file__)):
        total.update(file.name.encode() + file.read_bytes())
    return total.hexdigest()


def set_chunks(room: PressRoom, chunks: Sequence[Chunk], progress: Progress | None) -> list[SetChunk]:
    """Set chunks, in their order.

    Raises:
        BuilderError: the first that could not be set.
    """
    made = room.set([sheet_of(chunk) for chunk in chunks], progress)
    return [SetChunk(chunk, pdf, page_count(pdf)) for chunk, pdf in zip(chunks, made, strict=True)]


def book_page(page: PlacedPage, book: ComposedBook) -> BookPage:
    """A placed page as the joiner takes it: moved to its side, with its running head and folio."""
    stamps = furniture(page, book.chunks, book.geometry)
    strips = tuple(Strip(stamp.chunk, stamp.index, stamp.left, stamp.bottom) for stamp in stamps)
    shift = Length(book.geometry.left(page.folio).mm - book.geometry.inside.mm)
    return BookPage(page.chunk, page.index, shift, strips)


def facts_of(plan: BookPlan, condition: PrintCondition) -> Facts:
    """What a book's interior says of itself."""
    edition = plan.edition
    title = f"{edition.title} – {edition.subtitle}" if edition.subtitle else edition.title
    author = edition.imprint.publisher or edition.unit
    return Facts(title, author, day_of(plan), edition.print.variant, condition)


def day_of(plan: BookPlan) -> date:
    """A day for a file's dates that no clock decides: the first of the year of publishing, else of the last story."""
    return date(plan.edition.imprint.year or max(story.year for story in plan.stories), 1, 1)
