"""Boxes and sheets: what is cut where, and whether the pages make whole signatures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.model import Length, Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.dossier import POINT_SLACK, Box, Dossier, PageFacts

_EXPORT = "Xuất lại với khổ trang và vùng tràn (bleed) đúng như đã đặt."


def _size(box: Box) -> str:
    """“145 × 205 mm”."""
    return f"{_mm(box.width)} × {_mm(box.height)} mm"


def _mm(points: float) -> str:
    return f"{round(Length.from_pt(points).mm, 1):g}".replace(".", ",")


@check("pdf/box-missing", Severity.ERROR, "Xuất lại, chọn ghi khổ thành phẩm (TrimBox) và vùng tràn (BleedBox).")
def box_missing(dossier: Dossier) -> Iterator[Said]:
    """Trang không ghi khổ thành phẩm hoặc vùng tràn.

    TrimBox nói dao xén ở đâu, BleedBox nói mực tràn đến đâu; thiếu một trong hai thì máy bình trang phải đoán.
    """
    for index, page in enumerate(dossier.pages):
        names = [name for name, box in (("TrimBox", page.trim), ("BleedBox", page.bleed)) if box is None]
        if names:
            yield Said(f"Trang không ghi {' và '.join(names)}.", index)


@check("pdf/trim-size", Severity.ERROR, _EXPORT)
def trim_size(dossier: Dossier) -> Iterator[Said]:
    """Khổ thành phẩm khác khổ đã đặt (quá 0,3 pt)."""
    asked = dossier.demand.trim
    if asked is None:
        return
    for index, page in enumerate(dossier.pages):
        box = page.trim
        if box is not None and not (_near(box.width, asked.width.pt) and _near(box.height, asked.height.pt)):
            wanted = _size(Box(0, 0, asked.width.pt, asked.height.pt))
            yield Said(f"Khổ thành phẩm là {_size(box)}, phải là {wanted}.", index)


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= POINT_SLACK


@check("pdf/bleed-size", Severity.ERROR, _EXPORT)
def bleed_size(dossier: Dossier) -> Iterator[Said]:
    """Vùng tràn ít hơn đã đặt ở một trong bốn phía."""
    asked = dossier.demand.bleed.pt
    for index, page in enumerate(dossier.pages):
        if page.bleed is None or page.trim is None:
            continue
        least = min(_reaches(page.bleed, page.trim))
        if -POINT_SLACK <= least < asked - POINT_SLACK:
            yield Said(f"Vùng tràn chỉ có {_mm(max(least, 0))} mm, phải là {_mm(asked)} mm.", index)


def _reaches(outer: Box, inner: Box) -> tuple[float, ...]:
    """How far one box stands out beyond another, on each side; negative where it stays within."""
    return (
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )


@check("pdf/box-nesting", Severity.ERROR, "Xuất lại: khổ thành phẩm nằm trong vùng tràn, vùng tràn nằm trong trang.")
def box_nesting(dossier: Dossier) -> Iterator[Said]:
    """Các khung của trang không nằm gọn trong nhau.

    TrimBox phải nằm trong BleedBox, BleedBox trong MediaBox, và CropBox không được cắt vào vùng tràn.
    """
    for index, page in enumerate(dossier.pages):
        for outer_name, outer, inner_name, inner in _pairs(page):
            if outer is not None and inner is not None and not outer.holds(inner):
                yield Said(f"{inner_name} vượt ra ngoài {outer_name}.", index)
                break


def _pairs(page: PageFacts) -> tuple[tuple[str, Box | None, str, Box | None], ...]:
    return (
        ("MediaBox", page.media, "BleedBox", page.bleed),
        ("MediaBox", page.media, "TrimBox", page.trim),
        ("BleedBox", page.bleed, "TrimBox", page.trim),
        ("CropBox", page.crop, "BleedBox", page.bleed),
    )


@check("pdf/box-origin", Severity.WARNING, "Xuất lại với góc dưới bên trái của trang ở 0, 0.")
def box_origin(dossier: Dossier) -> Iterator[Said]:
    """Góc trang không ở 0, 0: đúng chuẩn, nhưng một số phần mềm bình trang đặt lệch."""
    for index, page in enumerate(dossier.pages):
        if not (_near(page.media.left, 0) and _near(page.media.bottom, 0)):
            yield Said(f"Góc trang ở {page.media.left:g}, {page.media.bottom:g} pt.", index)


@check("pdf/art-box", Severity.ERROR, "Xuất lại chỉ với TrimBox.")
def art_box(dossier: Dossier) -> Iterator[Said]:
    """Trang có cả ArtBox lẫn TrimBox: PDF/X chỉ cho một trong hai."""
    if dossier.demand.profile.value == "none":
        return
    for index, page in enumerate(dossier.pages):
        if page.art is not None and page.trim is not None:
            yield Said("Trang có cả ArtBox lẫn TrimBox.", index)


@check("pdf/rotate", Severity.ERROR, "Xoay trang trong phần mềm dàn trang, không xoay trong tệp PDF.")
def rotate(dossier: Dossier) -> Iterator[Said]:
    """Trang bị xoay bằng /Rotate: bình trang có thể bỏ qua."""
    for index, page in enumerate(dossier.pages):
        if page.rotate:
            yield Said(f"Trang bị xoay {page.rotate}°.", index)


@check("pdf/user-unit", Severity.ERROR, "Xuất lại với đơn vị 1/72 inch (UserUnit 1).")
def user_unit(dossier: Dossier) -> Iterator[Said]:
    """Trang đổi đơn vị đo (UserUnit): nhiều máy RIP bỏ qua, trang ra sai cỡ."""
    for index, page in enumerate(dossier.pages):
        if page.user_unit != 1:
            yield Said(f"Đơn vị của trang là {page.user_unit:g}.", index)


@check("pdf/mixed-size", Severity.ERROR, "Xuất lại cả tệp với một khổ trang.")
def mixed_size(dossier: Dossier) -> Iterator[Said]:
    """Các trang không cùng khổ giấy.

    Khổ thành phẩm đã có quy tắc pdf/trim-size khi biết khổ đã đặt; khi không biết thì so các trang với nhau ở đây.
    """
    sizes = [_sheet(page, whole=dossier.demand.trim is not None) for page in dossier.pages]
    if len(set(sizes)) < 2:  # noqa: PLR2004  # one size is what is wanted
        return
    usual = Counter(sizes).most_common(1)[0][0]
    for index, size in enumerate(sizes):
        if size != usual:
            yield Said(f"Trang có khổ {size}, các trang khác {usual}.", index)


def _sheet(page: PageFacts, *, whole: bool) -> str:
    return _size(page.media if whole else page.cut)


@check("pdf/page-multiple", Severity.ERROR, "Thêm hoặc bớt trang cho đủ tay sách.")
def page_multiple(dossier: Dossier) -> Iterator[Said]:
    """Số trang không chia hết cho số trang của một tay sách."""
    count, multiple = len(dossier.pages), dossier.demand.multiple
    if count % multiple:
        yield Said(f"Tệp có {count} trang, không chia hết cho {multiple}; còn thiếu {-count % multiple} trang.")


CHECKS = (
    box_missing, trim_size, bleed_size, box_nesting, box_origin, art_box, rotate, user_unit, mixed_size, page_multiple,
)  # fmt: skip
