"""Rules on the files of photos: whether they are pictures, whole, of a kind and colour the house can use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from builder.model import Severity
from builder.model.picture import MAX_BYTES, MAX_PIXELS, TroubleKind
from builder.vietnamese.numbers import decimal, group

from .copy import Copy
from .photo_entries import Entry, declared, known, sound
from .rule import Remark, rule
from .words import quote

_MB = 1024 * 1024
_AGAIN = "Chép lại ảnh từ máy gốc, mở xem thử rồi mới nộp."
_AS_JPEG = "Mở ảnh bằng chương trình xem ảnh rồi lưu lại (xuất) dạng JPEG."
_TROUBLES = {
    TroubleKind.EMPTY: ("Tệp ảnh {file} trống, không có gì bên trong.", _AGAIN),
    TroubleKind.UNREADABLE: ("Không đọc được tệp ảnh {file} trên đĩa.", "Xem lại quyền đọc tệp rồi soát lại."),
    TroubleKind.NOT_A_PICTURE: ("Tệp {file} không phải là ảnh.", "Thay bằng ảnh dạng JPEG hoặc PNG."),
    TroubleKind.DAMAGED: ("Ảnh {file} bị hỏng hoặc chép chưa trọn.", _AGAIN),
    TroubleKind.DISGUISED: ("Tệp {file} thật ra là tệp {kind}, không phải {ending}.", ""),
    TroubleKind.UNSUPPORTED: ("Ảnh {file} thuộc dạng {kind}; bộ sách chỉ dùng ảnh JPEG và PNG.", _AS_JPEG),
    TroubleKind.TOO_MANY_PIXELS: (
        "Ảnh {file} có {width} × {height} điểm ảnh, quá {most} triệu điểm.",
        "Thu nhỏ ảnh: cạnh dài 4.000 điểm ảnh là thừa để in.",
    ),
}
_USABLE = {"JPEG": ".jpg", "PNG": ".png"}
_PRINTABLE = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK"})
"""Pillow's words for the colours the book is printed from."""


@rule("photo/unreadable", Severity.ERROR)
def unreadable(copy: Copy) -> Iterator[Remark]:
    """Tệp ảnh không dùng được.

    Tệp trống, chép dở, không phải là ảnh, mang đuôi của dạng khác hay khai số điểm ảnh quá lớn thì không lên trang và
    không in được. Ảnh iPhone dạng HEIC và ảnh dán trong tệp Word cũng vậy: bộ sách chỉ dùng JPEG và PNG.

    Cách sửa: chép lại từ máy gốc, hoặc mở ảnh rồi lưu lại dạng JPEG, đuôi .jpg.

    Sai: một tệp Word đổi tên thành `do-thi-hoa.jpg`
    Đúng: tệp JPEG xem được, tên `do-thi-hoa.jpg`
    """
    for entry in known(copy):
        trouble = entry.facts.trouble
        if trouble is not None and trouble.kind in _TROUBLES:
            message, hint = _TROUBLES[trouble.kind]
            said = message.format(
                file=quote(entry.file),
                kind=trouble.detail,
                ending=PurePosixPath(entry.file).suffix or "ảnh",
                width=group(entry.facts.width_px),
                height=group(entry.facts.height_px),
                most=group(MAX_PIXELS // 1_000_000),
            )
            yield Remark(entry.span, said, hint or _renaming(trouble.detail))


def _renaming(kind: str) -> str:
    ending = _USABLE.get(kind)
    return f"Đổi đuôi tệp thành {ending}, ở cả tệp và mục file." if ending else _AS_JPEG


@rule("photo/too-large", Severity.ERROR)
def too_large(copy: Copy) -> Iterator[Remark]:
    """Tệp ảnh quá nặng.

    Ảnh đẹp nhất của máy ảnh chừng 10 MB. Tệp trên 20 MB làm kho bài phình lên mà ảnh in không nét thêm.

    Cách sửa: lưu lại dạng JPEG, chất lượng cao, cạnh dài chừng 4.000 điểm ảnh.

    Sai: tệp PNG quét 60 MB
    Đúng: tệp JPEG 4 MB của cùng tấm ảnh ấy
    """
    for entry in known(copy):
        trouble = entry.facts.trouble
        if trouble is not None and trouble.kind is TroubleKind.TOO_LARGE:
            size = decimal(f"{entry.facts.size_bytes / _MB:.1f}")
            hint = "Lưu lại dạng JPEG, cạnh dài chừng 4.000 điểm ảnh."
            yield Remark(entry.span, f"Ảnh {quote(entry.file)} nặng {size} MB, quá {MAX_BYTES // _MB} MB.", hint)


@rule("photo/colour", Severity.WARNING)
def colour(copy: Copy) -> Iterator[Remark]:
    """Ảnh dùng hệ màu không hợp.

    Ảnh CMYK của nhà in lên trang dễ sai màu: mỗi nhà in pha mực một khác. Ảnh xám 16 bit của máy quét thì không in
    được.

    Cách sửa: mở ảnh bằng chương trình sửa ảnh, đổi sang RGB (hoặc thang xám) 8 bit rồi lưu lại.

    Sai: ảnh JPEG CMYK lấy từ tệp nhà in
    Đúng: ảnh JPEG sRGB
    """
    hint = "Đổi ảnh sang RGB (sRGB) 8 bit rồi lưu lại dạng JPEG."
    for entry in sound(copy):
        mode, file = entry.facts.mode, quote(entry.file)
        if mode not in _PRINTABLE:
            said = f"Ảnh {file} dùng kiểu màu không in được ({mode}, thường là ảnh quét 16 bit)."
            yield Remark(entry.span, said, hint, severity=Severity.ERROR)
        elif mode == "CMYK":
            yield Remark(entry.span, f"Ảnh {file} dùng màu in CMYK, lên trang dễ sai màu.", hint)


@rule("photo/duplicate-file", Severity.WARNING)
def duplicate_file(copy: Copy) -> Iterator[Remark]:
    """Một ảnh khai hai lần.

    Hai mục photos trỏ đến cùng một tệp, hoặc đến hai tệp giống hệt nhau, thì ảnh chỉ hiện một lần hoặc in thừa.

    Cách sửa: xóa bớt một mục, hoặc sửa tên tệp nếu đã ghi nhầm.

    Sai: hai mục photos đều có `file: tap-28/do-thi-hoa-1.jpg`
    Đúng: `file: tap-28/do-thi-hoa-1.jpg` rồi `file: tap-28/do-thi-hoa-2.jpg`
    """
    hint = "Xóa bớt một mục photos, hoặc sửa tên tệp nếu ghi nhầm."
    files: set[str] = set()
    for location, file in declared(copy):
        if file in files:
            yield Remark(copy.manuscript.span_of(*location), f"Ảnh {quote(file)} đã khai ở trên.", hint)
        files.add(file)
    firsts: dict[str, Entry] = {}
    for entry in sound(copy):
        first = firsts.setdefault(entry.facts.digest, entry)
        if first is not entry:
            said = f"Ảnh {quote(entry.file)} giống hệt ảnh {quote(first.file)} đã khai ở trên."
            yield Remark(entry.span, said, hint)


PHOTO_FILE_RULES = (unreadable, too_large, colour, duplicate_file)
