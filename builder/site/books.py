"""The books: what stands in each, and the files to take home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.edition import BookPlan, Section
from builder.flower import LABELS
from builder.model import District, Occasion, Ward
from builder.vietnamese.numbers import count, file_size

from . import addresses
from .card import Card, capital, card_of
from .drawings import cover_flower, flower_of_book
from .kit import Download, Kit
from .page import Page
from .share import book_card
from .structured import book_data


@dataclass(frozen=True, slots=True)
class Cover:
    """A book as it lies on the table. ``accent`` is the name of its colour, ``flower`` the path of its drawing."""

    path: str
    title: str
    subtitle: str
    unit: str
    accent: str
    flower: str
    flower_name: str
    count: str
    occasion: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the contents."""

    label: str
    stories: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class FileLink:
    """A download with its size in words."""

    label: str
    path: str
    size: str


def covers(plans: Sequence[BookPlan]) -> tuple[Cover, ...]:
    """The books, newest volume first, then the others."""
    ordered = sorted(plans, key=lambda plan: (-(plan.edition.volume or 0), plan.edition.id))
    return tuple(cover_of(plan) for plan in ordered)


def cover_of(plan: BookPlan) -> Cover:
    """A book's cover in words."""
    edition = plan.edition
    occasion = edition.occasion
    return Cover(
        path=addresses.book_path(edition.id),
        title=edition.title,
        subtitle=edition.subtitle.replace(" – ", "\u00a0– "),
        unit=edition.unit,
        accent=edition.accent,
        flower=cover_flower(plan).path,
        flower_name=LABELS[flower_of_book(plan)],
        count=count("bài", len(plan.stories)),
        occasion=_occasion(occasion) if occasion else "",
    )


def _occasion(occasion: Occasion) -> str:
    """“20 năm ngày thành lập quận Long Biên”; a name that already counts its years is left as it is."""
    years = f"{occasion.years} năm"
    return capital(occasion.name) if years in occasion.name else f"{years} {occasion.name}"


def book_paths(kit: Kit) -> tuple[str, ...]:
    """Where the pages of ``book_pages`` stand."""
    return (f"{addresses.BOOKS}/", *(addresses.book_path(plan.edition.id) for plan in kit.plans))


def book_pages(kit: Kit) -> Iterator[Page]:
    """The table of books, then each book."""
    path = f"{addresses.BOOKS}/"
    lead = "Mỗi năm một tập của Thành phố, và những cuốn kỷ niệm của các đơn vị. Cuốn nào cũng đọc được tại đây."
    body = kit.page("books.html", path, title="Sách", lead=lead, covers=covers(kit.plans))
    yield Page(path, "Sách", lead, addresses.BOOKS, body, "page-books")
    for plan in kit.plans:
        yield _book_page(plan, kit)


def _book_page(plan: BookPlan, kit: Kit) -> Page:
    edition = plan.edition
    path = addresses.book_path(edition.id)
    body = kit.page(
        "book.html",
        path,
        cover_of=cover_of(plan),
        chapters=[Chapter(_section_label(section), tuple(map(card_of, section.stories))) for section in plan.sections],
        downloads=[_file_link(download) for download in kit.downloads.get(edition.id, ())],
        sample=edition.sample,
    )
    title = edition.subtitle or edition.title
    description = f"{edition.title} – {edition.subtitle}: {count('bài', len(plan.stories))}."
    head = book_data(plan, kit)
    return Page(path, title, description, addresses.BOOKS, body, "page-book", head, book_card(plan).path, "book")


def _section_label(section: Section) -> str:
    unit: District | Ward | None = section.unit
    return capital(unit.label) if unit else section.label


def _file_link(download: Download) -> FileLink:
    return FileLink(download.label, download.path, file_size(download.size))
