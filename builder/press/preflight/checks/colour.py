"""Colour: told in inks, in the inks that are paid for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.demand import Profile
from builder.press.preflight.dossier import Dossier, PageFacts
from builder.press.preflight.marks import Ground, Paint

_SEPARATE = "Chuyển màu sang CMYK hoặc thang xám trước khi dàn trang."


def _paints(page: PageFacts) -> Iterator[Paint]:
    """Every colour of a page, pictures and gradients included."""
    marks = page.marks
    return chain(
        (mark.paint for mark in marks.texts),
        (mark.paint for mark in marks.paths),
        (mark.paint for mark in marks.images),
        (mark.paint for mark in marks.shades),
    )


def _screen(dossier: Dossier, what: str, marks_of: str) -> Iterator[Said]:
    """Pages on which a kind of mark is coloured for screens."""
    for index, page in enumerate(dossier.pages):
        marks: Iterable[object] = getattr(page.marks, marks_of)
        grounds = sorted({mark.paint.ground for mark in marks if not mark.paint.ground.printable})  # type: ignore[attr-defined]
        if grounds:
            yield Said(f"{what} màu {', '.join(grounds)}.", index)


@check("pdf/text-rgb", Severity.ERROR, _SEPARATE)
def text_rgb(dossier: Dossier) -> Iterator[Said]:
    """Chữ đặt bằng màu màn hình (RGB, Lab): nhà in đổi sang CMYK, chữ đen thành bốn màu chồng nhau."""
    return _screen(dossier, "Chữ", "texts")


@check("pdf/vector-rgb", Severity.ERROR, _SEPARATE)
def vector_rgb(dossier: Dossier) -> Iterator[Said]:
    """Hình vẽ, đường kẻ, mảng nền bằng màu màn hình (RGB, Lab)."""
    return _screen(dossier, "Hình vẽ hoặc đường kẻ", "paths")


@check("pdf/image-rgb", Severity.ERROR, "Tách màu ảnh sang CMYK hoặc thang xám theo điều kiện in.")
def image_rgb(dossier: Dossier) -> Iterator[Said]:
    """Ảnh bằng màu màn hình (RGB, Lab)."""
    return _screen(dossier, "Ảnh", "images")


@check("pdf/shading-rgb", Severity.ERROR, _SEPARATE)
def shading_rgb(dossier: Dossier) -> Iterator[Said]:
    """Dải chuyển màu bằng màu màn hình (RGB, Lab)."""
    return _screen(dossier, "Dải chuyển màu", "shades")


@check("pdf/shading-broken", Severity.ERROR, "Thay dải chuyển màu bằng mảng màu đều hoặc bằng ảnh.")
def shading_broken(dossier: Dossier) -> Iterator[Said]:
    """Dải chuyển màu hỏng: hàm màu cho số thành phần khác với không gian màu, nhiều máy RIP không vẽ gì."""
    for index, page in enumerate(dossier.pages):
        if any(not mark.sound for mark in page.marks.shades):
            yield Said("Dải chuyển màu có hàm không khớp với không gian màu.", index)


@check("pdf/colour-calibrated", Severity.ERROR, "Xuất lại bằng màu của máy in (DeviceCMYK, DeviceGray).")
def colour_calibrated(dossier: Dossier) -> Iterator[Said]:
    """Màu đi kèm hồ sơ riêng (ICCBased, CalGray): PDF/X-1a cấm, và nhà in sẽ đổi các trị số mực."""
    if dossier.demand.profile is not Profile.X1A:
        return
    for index, page in enumerate(dossier.pages):
        grounds = sorted({paint.ground for paint in _paints(page) if paint.calibrated and paint.ground.printable})
        if grounds:
            yield Said(f"Trang có màu đi kèm hồ sơ riêng ({', '.join(grounds)}).", index)


@check("pdf/group-rgb", Severity.ERROR, "Đặt không gian hòa màu của trang là CMYK.")
def group_rgb(dossier: Dossier) -> Iterator[Said]:
    """Trang hòa độ trong suốt bằng RGB: mọi màu của trang bị đổi qua lại."""
    if dossier.demand.profile is Profile.X1A:
        return  # there the group itself is the fault
    for index, page in enumerate(dossier.pages):
        if page.group in {"DeviceRGB", "CalRGB"}:
            yield Said("Không gian hòa màu của trang là RGB.", index)


@check("pdf/spot", Severity.ERROR, "Đổi sang CMYK, hoặc đặt thêm màu pha với nhà in và nêu tên bằng --spots.")
def spot(dossier: Dossier) -> Iterator[Said]:
    """Màu pha không đặt trước: nhà in phải ra thêm một bản kẽm."""
    for index, page in enumerate(dossier.pages):
        names = sorted({name for paint in _paints(page) for name in paint.spots} - set(dossier.demand.spots))
        if names:
            yield Said(f"Màu pha {', '.join(f'“{name}”' for name in names)}.", index)


@check("pdf/registration", Severity.ERROR, "Dùng đen (chỉ mực K); màu All chỉ dành cho dấu chồng màu ngoài khổ.")
def registration(dossier: Dossier) -> Iterator[Said]:
    """Màu canh bản (All) dùng trong khổ thành phẩm: mực nào cũng in 100 %."""
    for index, page in enumerate(dossier.pages):
        marks = page.marks
        inside = [mark.paint for mark in marks.texts if mark.inside] + [m.paint for m in marks.paths if m.inside]
        if any(paint.ground is Ground.REGISTRATION for paint in (*inside, *(mark.paint for mark in marks.images))):
            yield Said("Màu canh bản (All) dùng trong khổ thành phẩm.", index)


CHECKS = (
    text_rgb, vector_rgb, image_rgb, shading_rgb, shading_broken, colour_calibrated, group_rgb, spot, registration,
)  # fmt: skip
