"""Pages before and between the stories: half-title, title, own texts, section openings, plates, ornaments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from builder.edition import Section
from builder.flower import Kind
from builder.model import District, Edition, SectionBy, Ward
from builder.render import plain_text, render
from builder.vietnamese.numbers import count
from builder.vietnamese.typo import NO_BREAK, typeset

from .chunk import Chunk, ChunkKind
from .flowers import book_ink, edition_flower, ornament, plate, year_round
from .initials import takes_cap
from .markup import for_press
from .page import Desk
from .pagination import ORNAMENTS, ornament_id
from .story import years_of
from .titles import even_lines, running_head

FOLIOS_A_SHEET = 64
PROOF_ID = "proof"
PROOF_LINE = "BẢN THẢO – KHÔNG IN"
_TITLE_LETTERS = 19
_SECTION_LETTERS = 17
_OCCASION_LINE = 46
_QUOTED = re.compile(r"“[^”]{1,30}”")
"""A name in quotes, short enough to stand on one line."""


def half_title(desk: Desk) -> Chunk:
    """The name of the book, alone on its first page."""
    return desk.chunk("half-title", ChunkKind.HALF_TITLE, name="trang tên sách đầu")


def title_page(desk: Desk) -> Chunk:
    """Unit, title, subtitle, occasion; publisher and year at the foot."""
    edition = desk.edition
    return desk.chunk(
        "title",
        ChunkKind.TITLE,
        name="trang tên sách",
        title_lines=even_lines(edition.title.split(" "), _TITLE_LETTERS),
        series=edition.series if edition.series.casefold() not in edition.title.casefold() else "",
        occasion=occasion_lines(edition),
        published=[part for part in (edition.imprint.publisher, str(edition.imprint.year or "")) if part],
    )


def occasion_lines(edition: Edition) -> tuple[str, ...]:
    """“Kỷ niệm 20 năm ngày thành lập quận Long Biên” in even lines, and its years; nothing without an occasion."""
    occasion = edition.occasion
    if occasion is None:
        return ()
    told = typeset(f"Kỷ niệm {occasion.years} năm {occasion.name}")
    words = _QUOTED.sub(lambda quoted: quoted[0].replace(" ", NO_BREAK), told).split(" ")
    return *even_lines(words, _OCCASION_LINE), f"{occasion.anchor.year}–{occasion.on.year}"


def own_text(desk: Desk, name: str, text: str) -> Chunk:
    """A page of the edition's own: a foreword, thanks, a decision."""
    title = text_title(name, text)
    words = _without_title(text)
    body = render(words, heading_level=2, drop_cap=takes_cap(words, desk.page.measure))
    return desk.chunk(
        f"text/{name}",
        ChunkKind.TEXT,
        name=f"trang riêng “{name}”",
        head=running_head(title),
        title=title,
        body=for_press(body.html),
    )


def text_title(name: str, text: str) -> str:
    """The heading of an own text, else the name of its file."""
    first = text.lstrip().split("\n", 1)[0]
    return plain_text(first) if first.startswith("#") else name.replace("-", " ").capitalize()


def _without_title(text: str) -> str:
    first, _, rest = text.lstrip().partition("\n")
    return rest if first.startswith("#") else text


def section_chunk(desk: Desk, section: Section) -> Chunk:
    """The recto on which a section opens."""
    by_year = desk.edition.sections is SectionBy.YEAR
    kind, name = _called(section, by_year=by_year)
    facts = [count("bài", len(section.stories))] + ([] if by_year else [years_of(section.stories)])
    return desk.chunk(
        f"section/{section.code}",
        ChunkKind.SECTION,
        name=f"phần “{section.label}”",
        above=kind,
        title_lines=even_lines(name.split(" "), _SECTION_LETTERS),
        facts=facts,
        by_year=by_year,
    )


def _called(section: Section, *, by_year: bool) -> tuple[str, str]:
    """The small word over a section's name, and the name: “Quận”, “Long Biên”."""
    if isinstance(section.unit, District | Ward):
        return section.unit.kind.capitalize(), section.unit.name
    return ("Năm", section.code) if by_year else ("", section.label)


def plate_chunk(desk: Desk, chunk_id: str, kind: Kind) -> Chunk:
    """A full page of one flower, drawn for this place in this book."""
    drawing = plate(kind, f"{desk.edition.id}/{chunk_id}", book_ink(desk.edition))
    return desk.chunk(chunk_id, ChunkKind.PLATE, name=f"trang hoa {kind}", drawing=drawing, caption=())


def frontispiece(desk: Desk) -> Chunk:
    """The book's own flower, facing the title page."""
    return plate_chunk(desk, "plate/frontispiece", edition_flower(desk.edition))


def ornament_chunk(desk: Desk, number: int) -> Chunk:
    """A page that faces something and has nothing to say: a small drawing in lines."""
    month, kind, _ = year_round(edition_flower(desk.edition))[number % ORNAMENTS]
    drawing = ornament(kind, f"{desk.edition.id}/{month}")
    return desk.chunk(ornament_id(number), ChunkKind.ORNAMENT, name="trang hoa nét", drawing=drawing)


def gallery_chunks(desk: Desk, pages: int, carried: Iterable[Kind]) -> list[Chunk]:
    """What fills the last sheet: a title and up to twelve flowers of the year, those the stories carry most first."""
    loved = [kind for kind, _ in Counter((*carried, *Kind)).most_common(pages - 1)]
    opening = desk.chunk("gallery", ChunkKind.GALLERY, name="trang mở phần hoa")
    return [opening, *(_gallery_plate(desk, *month) for month in year_round(tuple(Kind)[-1]) if month[1] in loved)]


def _gallery_plate(desk: Desk, month: int, kind: Kind, label: str) -> Chunk:
    drawing = plate(kind, f"{desk.edition.id}/gallery/{month}", book_ink(desk.edition))
    caption = (label, f"tháng {month}")
    name = f"trang hoa {kind}"
    return desk.chunk(f"gallery/{month}", ChunkKind.PLATE, name=name, drawing=drawing, caption=caption)


def edition_furniture(desk: Desk, head: str) -> Chunk:
    """The running head of left-hand pages."""
    return desk.chunk("head", ChunkKind.FURNITURE, name="đầu trang", template="head", text=head)


def proof_line(desk: Desk) -> Chunk:
    """The band at head and foot of every page of a proof, so that none of it is taken for the book."""
    return desk.chunk(PROOF_ID, ChunkKind.FURNITURE, name="dải bản thảo", template="proof", text=PROOF_LINE)


def folio_sheet(desk: Desk, first: int) -> Chunk:
    """Folios ``first`` to ``first + 63``, each a strip of its own, set at the outer side."""
    folios = range(first, first + FOLIOS_A_SHEET)
    return desk.chunk(f"folios/{first}", ChunkKind.FURNITURE, name="số trang", template="folios", folios=folios)
