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
from .cover_geometry import LEAST_LETTERED, USUAL_BULK, USUAL_GSM, CoverGeometry
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
_FRONT_LINES: Final = 6
"""Lines of title, series, occasion and names above which the flower makes room."""
_SMALLEST_PT: Final = 6.0
_COMPILERS: Final = frozenset({"tác giả", "chủ biên", "biên soạn", "tuyển chọn"})
"""Whose names the front carries (Law 19/2012/QH13, art. 27.1)."""
_LEAST_PLATE: Final = 0.52
"""The share of a page's height that the flower has at least (theme/book/cover.css)."""
_TOGETHER: Final = 3
_MOST_PEOPLE: Final = 40
_BACK_HEAD, _BACK_FOOT, _CODES_FOOT = Length(30), Length(30), Length(56)
"""What the back keeps free above its words, and below them without and with codes (theme/book/cover.css)."""
_WORD_LINE_PT, _NAME_LINE_PT, _BACK_GAPS_PT = 16.0, 15.5, 52.0
_WORD_LETTERS, _NAME_LETTERS = 50, (52, 25)
"""Letters on a line of the back: of words, of names in one column and in two."""
_QR_SIDE: Final = Length(22)


@dataclass(frozen=True, slots=True)
class SpineText:
    """What stands on the spine, in points; or nothing, and why."""

    text: str = ""
    size: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands on the front: names, and the book's flower; ``low`` where many lines leave it less room."""

    title_lines: tuple[str, ...]
    long: bool
    series: str
    occasion: tuple[str, ...]
    compilers: tuple[str, ...]
    published: str
    flower: Kind
    drawing: Markup
    low: bool


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
        BuilderError: the ISBN is none.
    """
    edition = plan.edition
    isbn = _isbn(edition)
    spine = spine_text(edition, geometry, measure)
    front, back = _front(edition, geometry), _back(plan, isbn, address, geometry)
    chunk = desk.chunk("cover", ChunkKind.COVER, name="bìa", spine=spine, front=front, back=back)
    return CoverSheet(chunk, tuple(_messages(edition, spine, isbn, address)))


def _front(edition: Edition, geometry: CoverGeometry) -> Front:
    lines, long = cover_title(edition.title)
    series = "" if edition.series.casefold() in edition.title.casefold() else edition.series
    occasion, compilers = occasion_lines(edition), tuple(_compilers(edition))
    house = (edition.imprint.publisher, str(edition.imprint.year or ""))
    flower = edition_flower(edition)
    return Front(
        title_lines=lines,
        long=long,
        series=series,
        occasion=occasion,
        compilers=compilers,
        published=" · ".join(part for part in house if part),
        flower=flower,
        drawing=plate(flower, edition.id, Ink.PRESS, int(geometry.page.height.pt * _LEAST_PLATE)),
        low=len(lines) + bool(series) + len(occasion) + len(compilers) > _FRONT_LINES,
    )


def _back(plan: BookPlan, isbn: Isbn | None, address: str, geometry: CoverGeometry) -> Back:
    imprint = plan.edition.imprint
    free = geometry.page.height.pt - _BACK_HEAD.pt - (_CODES_FOOT if isbn or address else _BACK_FOOT).pt
    named, columns = people(plan, free)
    return Back(
        blurb=blurb(plan),
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


def people(plan: BookPlan, free: float) -> tuple[tuple[str, ...], int]:
    """Whose stories these are, in reading order, each once, and the columns they stand in.

    ``free`` is the room in points for words and names; where the names are too many for it, none is told.
    """
    names = tuple(dict.fromkeys(story.person for story in plan.stories))
    words = sum(-(-len(paragraph) // _WORD_LETTERS) for paragraph in blurb(plan))
    most = (free - _BACK_GAPS_PT - words * _WORD_LINE_PT) / _NAME_LINE_PT
    for columns, letters in enumerate(_NAME_LETTERS, start=1):
        rows = sum(-(-len(name) // letters) for name in names)
        if len(names) <= _MOST_PEOPLE and rows / columns <= most:
            return names, columns
    return (), 1


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


def _messages(edition: Edition, spine: SpineText, isbn: Isbn | None, address: str) -> Iterator[str]:
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
    if not address:
        yield "Chưa biết địa chỉ trang mạng: bìa không có mã QR; ghi site_url trong mkdocs.yml hoặc cover.url."


def _mm(length: Length) -> str:
    return _number(length.mm)


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
