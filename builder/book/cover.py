"""The cover: back, spine and front as one chunk, and what has to be said about what is not on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from builder.edition import BookPlan
from builder.flower import Ink, Kind
from builder.model import Binding, BuilderError, Edition, Imprint, Isbn, IsbnError, Length, parse_isbn
from builder.vietnamese.numbers import count
from builder.vietnamese.typo import NO_BREAK, typeset

from .chunk import Chunk, ChunkKind
from .codes import Code, ean13, qr
from .cover_back import NARROWEST, BackRoom, people
from .cover_geometry import LEAST_LETTERED, USUAL_BULK, USUAL_GSM, CoverGeometry
from .cover_plate import Words, line_width, measure_of, plate_share
from .flowers import edition_flower, ornament, plate
from .front import occasion_lines
from .imprint import LICENSED, SAMPLE, price_line
from .page import Desk
from .story import years_of

Measure = Callable[[str], float]
"""How long a line of the spine's face is, in ems."""

_TITLE_LETTERS: Final = 13
_LONG_TITLE_LETTERS: Final = 22
_TITLE_LINES: Final = 2
_SMALLEST_PT: Final = 6.0
_COMPILERS: Final = frozenset({"tác giả", "chủ biên", "biên soạn", "tuyển chọn"})
"""Whose names the front carries (Law 19/2012/QH13, art. 27.1)."""
_TITLE_PT, _LONG_TITLE_PT = (39.0, 46.0), (26.0, 32.0)
"""Size and line height of a title, and of a long one (theme/book/cover.css)."""
_TOGETHER: Final = 3
_QR_SIDE: Final = Length(22)


@dataclass(frozen=True, slots=True)
class SpineText:
    """What stands on the spine, in points; or nothing, and why."""

    text: str = ""
    size: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the front: names, and the book's flower, which is as ``high`` as these leave it room."""

    title_lines: tuple[str, ...]
    long: bool
    series: str
    occasion: tuple[str, ...]
    compilers: tuple[str, ...]
    published: str
    flower: Kind
    drawing: Markup
    high: Length


@dataclass(frozen=True, slots=True)
class Back:
    """What stands on the back: words, the codes, and what the law wants there."""

    blurb: tuple[str, ...]
    people: tuple[str, ...]
    columns: int
    sample: str
    isbn: Isbn | None
    bars: Code | None
    qr: Code | None
    address: str
    price: str
    house: tuple[str, ...]
    ornament: Markup
    """A small flower in lines, for the place of a QR code that is not there."""


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """A cover ready to be set: its chunk, and messages on what was left off or taken for granted."""

    chunk: Chunk
    messages: tuple[str, ...]


def cover_sheet(desk: Desk, plan: BookPlan, geometry: CoverGeometry, address: str, measure: Measure) -> CoverSheet:
    """Lay out the cover. ``address`` is where the QR code leads; empty if that is not known.

    Raises:
        BuilderError: the ISBN is none, or the words of the back are longer than its room.
    """
    edition = plan.edition
    isbn, narrow = _isbn(edition), geometry.page.width < NARROWEST
    address = "" if narrow else address
    spine = spine_text(edition, geometry, measure)
    front, back = _front(edition, geometry), _back(plan, isbn, address, geometry)
    chunk = desk.chunk("cover", ChunkKind.COVER, name="bìa", spine=spine, front=front, back=back)
    return CoverSheet(chunk, tuple(_messages(edition, spine, isbn, _no_qr(address, narrow=narrow))))


def _front(edition: Edition, geometry: CoverGeometry) -> Front:
    lines, long = cover_title(edition.title)
    long = long or any(line_width(line, _TITLE_PT[0]) > measure_of(geometry) for line in lines)
    series = "" if edition.series.casefold() in edition.title.casefold() else edition.series
    occasion, compilers = occasion_lines(edition), tuple(_compilers(edition))
    house = (edition.imprint.publisher, str(edition.imprint.year or ""))
    flower = edition_flower(edition)
    words = (
        Words([series] if series else [], 13.0, 16.0, 9.0),
        Words(lines, *(_LONG_TITLE_PT if long else _TITLE_PT), 2.0 if series else 8.0),
        Words([edition.subtitle] if edition.subtitle else [], 16.0, 22.0, 4.0),
        Words(occasion, 9.6, 14.0, 3.0),
        Words(compilers, 8.0, 15.0, 4.5),
    )
    high = Length(geometry.page.height.mm * plate_share(geometry, flower, words))
    return Front(
        title_lines=lines,
        long=long,
        series=series,
        occasion=occasion,
        compilers=compilers,
        published=" · ".join(part for part in house if part),
        flower=flower,
        drawing=plate(flower, edition.id, Ink.PRESS, int(high.pt)),
        high=high,
    )


def _back(plan: BookPlan, isbn: Isbn | None, address: str, geometry: CoverGeometry) -> Back:
    imprint = plan.edition.imprint
    room, words = BackRoom.of(geometry, codes=bool(isbn or address)), blurb(plan)
    if not room.holds(words, sample=plan.edition.sample):
        msg = f"Lời bìa 4 của sách “{plan.edition.id}” dài quá chỗ trống trên bìa sau."
        raise BuilderError(msg, "Viết ngắn lại mục cover.blurb trong edition.yml.")
    named, columns = people(plan.stories, words, room)
    return Back(
        blurb=words,
        people=named,
        columns=columns,
        sample=SAMPLE if plan.edition.sample else "",
        isbn=isbn,
        bars=ean13(isbn) if isbn else None,
        qr=qr(address, _QR_SIDE) if address else None,
        address=address.partition("://")[2].rstrip("/"),
        price=price_line(imprint),
        house=tuple(typeset(line) for line in imprint_lines(imprint)),
        ornament=ornament(edition_flower(plan.edition), plan.edition.id),
    )


def spine_text(edition: Edition, geometry: CoverGeometry, measure: Measure) -> SpineText:
    """What fits on the spine: as large as its width allows, smaller if the line is long, nothing under 6 pt.

    It reads from top to bottom, as ISO 6357 has it, so that it stands upright when the book lies with its front up.
    """
    if geometry.spine < LEAST_LETTERED:
        if edition.print.binding is Binding.STAPLED:
            return SpineText()
        width, least = _mm(geometry.spine), _mm(LEAST_LETTERED)
        return SpineText(reason=f"Gáy rộng {width} mm, hẹp hơn {least} mm: bỏ chữ trên gáy.")
    text = edition.cover.spine or " · ".join(part for part in (edition.title, edition.subtitle) if part)
    size = min(geometry.spine_size.pt, geometry.spine_run.pt / measure(text))
    if size < _SMALLEST_PT:
        return SpineText(reason=f"Chữ trên gáy quá dài (“{text}”): bỏ chữ trên gáy; ghi câu ngắn hơn ở cover.spine.")
    return SpineText(typeset(text), int(round(size, 6) * 10) / 10)


def cover_title(title: str) -> tuple[tuple[str, ...], bool]:
    """The lines of a title, and whether it is so long that it wants the smaller size."""
    lines = _filled_upwards(title, _TITLE_LETTERS)
    return (lines, False) if len(lines) <= _TITLE_LINES else (_filled_upwards(title, _LONG_TITLE_LETTERS), True)


def _filled_upwards(title: str, most: int) -> tuple[str, ...]:
    """Fill lines from the last one up: what opens a Vietnamese title (“Những”, “Người”) may stand alone."""
    lines: list[str] = []
    for word in reversed(title.split(" ")):
        if lines and len(lines[0]) + 1 + len(word) <= most:
            lines[0] = f"{word} {lines[0]}"
        else:
            lines.insert(0, word)
    return tuple(lines)


def blurb(plan: BookPlan) -> tuple[str, ...]:
    """The words on the back, a string a paragraph: the edition's own, else a sentence that counts the stories."""
    own = plan.edition.cover.blurb
    if own:
        return tuple(_paragraph(part) for part in own.split("\n\n") if part.strip())
    stories = count("bài viết", len(plan.stories))
    return (
        typeset(f"{stories} về những người tốt, việc tốt."),
        typeset(f"{_when(plan)}. Mỗi người một bông hoa."),
    )


def _paragraph(text: str) -> str:
    """A paragraph whose last three words stay together: a syllable alone on the last line looks like a slip."""
    words = typeset(" ".join(text.split())).split(" ")
    return " ".join([*words[:-_TOGETHER], NO_BREAK.join(words[-_TOGETHER:])])


def _when(plan: BookPlan) -> str:
    years = years_of(plan.stories)
    return f"Các năm {years}" if "–" in years else f"Năm {years}"


def imprint_lines(imprint: Imprint) -> Iterator[str]:
    """Who publishes, and the licence of a document that has no publisher."""
    if imprint.publisher:
        yield imprint.publisher
    if imprint.regime == LICENSED and imprint.licence:
        yield f"Giấy phép xuất bản số: {imprint.licence}"


def _compilers(edition: Edition) -> Iterator[str]:
    for credit in edition.imprint.credits:
        if credit.role.casefold() in _COMPILERS:
            yield f"{credit.role}: {credit.name}"


def _isbn(edition: Edition) -> Isbn | None:
    if not edition.imprint.isbn:
        return None
    try:
        return parse_isbn(edition.imprint.isbn)
    except IsbnError as error:
        msg = f"Bìa sách “{edition.id}” không vẽ được mã vạch: {error}."
        raise BuilderError(msg, "Chép lại ISBN đúng như giấy tờ của nhà xuất bản.") from error


def _messages(edition: Edition, spine: SpineText, isbn: Isbn | None, no_qr: str) -> Iterator[str]:
    spec = edition.print
    if spec.binding is Binding.GLUED and not (spec.paper_gsm and spec.paper_bulk):
        gsm, bulk = _number(spec.paper_gsm or USUAL_GSM), _number(spec.paper_bulk or USUAL_BULK)
        yield (
            f"Gáy tính với giấy {gsm} g/m², độ xốp {bulk} cm³/g vì chưa có số của nhà in; "
            "hỏi rồi ghi print.paper_gsm và print.paper_bulk."
        )
    if spine.reason:
        yield spine.reason
    if not isbn and edition.imprint.regime != LICENSED:
        yield "Chưa có ISBN: bìa không có mã vạch."
    if no_qr:
        yield no_qr


def _no_qr(address: str, *, narrow: bool) -> str:
    """Why there is no QR code; nothing if there is one."""
    if narrow:
        return f"Khổ sách hẹp hơn {_mm(NARROWEST)} mm: bìa sau không đủ chỗ cho mã QR."
    if not address:
        return "Chưa biết địa chỉ trang mạng: bìa không có mã QR; ghi site_url trong mkdocs.yml hoặc cover.url."
    return ""


def _mm(length: Length) -> str:
    return _number(length.mm)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
