"""Pictures: enough pixels, plainly stored."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.demand import Profile
from builder.press.preflight.dossier import Dossier
from builder.press.preflight.marks import ImageMark

_COARSE, _SOFT = 150, 225
"""Halftones want about twice the screen ruling (133 to 150 lines an inch): below once it shows, below 1.5 it may."""
_LINE_ART_COARSE, _LINE_ART_SOFT = 300, 550
_DEEPEST = 8
_DOT = 2
"""A picture of so few pixels is a flat patch of colour, at any resolution."""
_NAMES = {"JPXDecode": "JPEG 2000", "LZWDecode": "LZW", "JBIG2Decode": "JBIG2"}
_FORBIDDEN = {Profile.X1A: frozenset(_NAMES), Profile.X4: frozenset({"LZWDecode"})}


def _told(dossier: Dossier, wanted: Callable[[ImageMark], bool], tell: Callable[[ImageMark], Said]) -> Iterator[Said]:
    for index, page in enumerate(dossier.pages):
        for mark in sorted(filter(wanted, page.marks.images), key=lambda mark: (mark.ppi, mark.pixels)):
            said = tell(mark)
            yield Said(said.message, index, said.severity)


def _size(mark: ImageMark) -> str:
    return f"Ảnh {mark.pixels[0]} × {mark.pixels[1]} điểm"


@check("pdf/image-ppi", Severity.ERROR, "Thay bằng ảnh lớn hơn, hoặc đặt ảnh nhỏ lại.")
def image_ppi(dossier: Dossier) -> Iterator[Said]:
    """Ảnh chỉ có ít điểm trên mỗi inch: dưới 150 thì vỡ thấy rõ, dưới 225 thì kém nét (cảnh báo)."""

    def tell(mark: ImageMark) -> Said:
        severity = None if mark.ppi < _COARSE else Severity.WARNING
        return Said(f"{_size(mark)} in ở {mark.ppi:.0f} điểm/inch.", severity=severity)

    return _told(dossier, lambda mark: mark.bits > 1 and _real(mark) and mark.ppi < _SOFT, tell)


def _real(mark: ImageMark) -> bool:
    return max(mark.pixels) > _DOT


@check("pdf/image-bitonal", Severity.ERROR, "Quét lại nét đen trắng từ 600 điểm/inch, hoặc dùng ảnh thang xám.")
def image_bitonal(dossier: Dossier) -> Iterator[Said]:
    """Ảnh chỉ đen và trắng (1 bit) ít điểm: nét răng cưa; dưới 300 điểm/inch là lỗi, dưới 550 là cảnh báo."""

    def tell(mark: ImageMark) -> Said:
        severity = None if mark.ppi < _LINE_ART_COARSE else Severity.WARNING
        return Said(f"{_size(mark)} đen trắng in ở {mark.ppi:.0f} điểm/inch.", severity=severity)

    return _told(dossier, lambda mark: mark.bits == 1 and _real(mark) and mark.ppi < _LINE_ART_SOFT, tell)


@check("pdf/image-soft-mask", Severity.ERROR, "Ghép ảnh xuống nền, bỏ độ trong suốt.")
def image_soft_mask(dossier: Dossier) -> Iterator[Said]:
    """Ảnh có mặt nạ mềm (SMask): là trong suốt, PDF/X-1a cấm."""
    if dossier.demand.profile is Profile.X1A:
        yield from _told(dossier, lambda mark: mark.soft_mask, lambda mark: Said(f"{_size(mark)} có mặt nạ mềm."))


@check("pdf/image-filter", Severity.ERROR, "Lưu ảnh dạng JPEG hoặc nén Flate.")
def image_filter(dossier: Dossier) -> Iterator[Said]:
    """Ảnh nén bằng cách mà chuẩn PDF/X cấm (LZW; với PDF/X-1a cả JPEG 2000, JBIG2)."""
    forbidden = _FORBIDDEN.get(dossier.demand.profile, frozenset())

    def tell(mark: ImageMark) -> Said:
        return Said(f"{_size(mark)} nén kiểu {', '.join(_NAMES[name] for name in mark.filters if name in forbidden)}.")

    yield from _told(dossier, lambda mark: bool(forbidden & set(mark.filters)), tell)


@check("pdf/image-damaged", Severity.ERROR, "Đặt lại ảnh từ tệp gốc rồi xuất lại.")
def image_damaged(dossier: Dossier) -> Iterator[Said]:
    """Dữ liệu của ảnh hỏng: bị cụt, hoặc không phải ảnh như tệp ghi; in ra mảng xám, sọc, hay không in gì."""
    return _told(dossier, lambda mark: bool(mark.damage), lambda mark: Said(f"{_size(mark)} hỏng: {mark.damage}."))


@check("pdf/image-depth", Severity.ERROR, "Đổi ảnh sang 8 bit mỗi màu.")
def image_depth(dossier: Dossier) -> Iterator[Said]:
    """Ảnh 16 bit mỗi màu: PDF 1.4, nền của PDF/X-1a, chưa có; máy RIP cũ không vẽ."""
    if dossier.demand.profile is Profile.X1A:
        deep = lambda mark: mark.bits > _DEEPEST  # noqa: E731  # as short as the ones above
        yield from _told(dossier, deep, lambda mark: Said(f"{_size(mark)} có {mark.bits} bit mỗi màu."))


@check("pdf/image-interpolate", Severity.WARNING, "Tắt nội suy (Interpolate) của ảnh.")
def image_interpolate(dossier: Dossier) -> Iterator[Said]:
    """Ảnh xin máy RIP làm mượt (Interpolate): mỗi máy làm một khác."""
    yield from _told(dossier, lambda mark: mark.interpolated, lambda mark: Said(f"{_size(mark)} xin nội suy."))


CHECKS = (
    image_ppi, image_bitonal, image_soft_mask, image_filter, image_damaged, image_depth, image_interpolate,
)  # fmt: skip
