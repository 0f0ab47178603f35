"""Rules on the sharpness of photos in print, reckoned for the house's page of 145 × 205 mm."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from builder.model import Severity
from builder.model.length import MM_PER_INCH
from builder.model.picture import LEAST_PPI, PRINT_PPI, slot_for
from builder.vietnamese.numbers import decimal, group

from .copy import Copy
from .photo_entries import Entry, flag, sound
from .rule import Remark, rule


@rule("photo/resolution", Severity.WARNING, source="Ảnh in offset cần 300 điểm ảnh trên một inch")
def resolution(copy: Copy) -> Iterator[Remark]:
    """Ảnh chưa đủ nét để in.

    Ảnh in cần 300 điểm ảnh trên một inch (ppi). Từ 200 đến 300 ppi ảnh hơi mềm, vẫn in được.

    Cách sửa: xin tấm ảnh gốc, không dùng ảnh gửi qua tin nhắn hay chụp lại từ màn hình.

    Sai: ảnh ngang 1.000 × 667 điểm ảnh
    Đúng: ảnh ngang 1.600 × 1.067 điểm ảnh
    """
    return _short_of(copy, range(LEAST_PPI, PRINT_PPI))


@rule("photo/too-small", Severity.WARNING, source="Dưới 200 điểm ảnh trên một inch, mắt thường thấy ảnh vỡ hạt")
def too_small(copy: Copy) -> Iterator[Remark]:
    """Ảnh quá nhỏ để in.

    Dưới 200 điểm ảnh trên một inch (ppi), mắt thường thấy ảnh vỡ hạt. Lên trang thì được, vào sách thì không.

    Cách sửa: xin tấm ảnh gốc, không dùng ảnh gửi qua tin nhắn hay chụp lại từ màn hình.

    Sai: ảnh ngang 640 × 427 điểm ảnh
    Đúng: ảnh ngang 1.600 × 1.067 điểm ảnh
    """
    return _short_of(copy, range(LEAST_PPI))


def _short_of(copy: Copy, wanting: range) -> Iterator[Remark]:
    return (remark for entry in sound(copy) if (remark := _remark(copy, entry, wanting)))


def _remark(copy: Copy, entry: Entry, wanting: range) -> Remark | None:
    width, height = entry.facts.width_px, entry.facts.height_px
    slot = slot_for(width, height, portrait=bool(flag(copy, "photos", entry.number, "portrait")))
    ppi, printed = slot.ppi(width, height), slot.printed_width(width, height)
    if ppi not in wanting:
        return None
    enough = ceil(printed.mm / MM_PER_INCH * PRINT_PPI)
    message = f"Ảnh in rộng {decimal(f'{printed.mm / 10:.1f}')} cm chỉ đạt {ppi} ppi (cần {PRINT_PPI})."
    hint = f"Xin ảnh gốc rộng ít nhất {group(enough)} điểm ảnh; ảnh này rộng {group(width)}."
    return Remark(entry.span, message, hint)


PHOTO_SIZE_RULES = (resolution, too_small)
