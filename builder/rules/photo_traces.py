"""Rules on what a camera wrote into a photo: the place, the machine, the people. Whoever has the file can read it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity
from builder.vietnamese.fold import fold

from .copy import Copy
from .photo_entries import Entry, sound
from .rule import Remark, rule
from .words import listed, quote

_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16"
_REMEDY = "Chạy hoa check --fix để bỏ, hình vẫn giữ nguyên; hoặc xuất lại ảnh không kèm thông tin ấy."


@rule("photo/location", Severity.WARNING, source=_LAW)
def location(copy: Copy) -> Iterator[Remark]:
    """Ảnh còn ghi tọa độ nơi chụp.

    Điện thoại ghi vào ảnh tọa độ nơi chụp, thường là nhà riêng của nhân vật. Ai có tệp ảnh đều đọc được.

    Cách sửa: chạy hoa check --fix, hoặc xuất lại ảnh không kèm vị trí.

    Sai: ảnh JPEG chụp bằng điện thoại đang bật định vị
    Đúng: cùng tấm ảnh ấy, phần thông tin vị trí đã bỏ
    """
    for entry in sound(copy):
        if entry.facts.has_gps:
            yield Remark(entry.span, f"Ảnh {quote(entry.file)} còn ghi tọa độ nơi chụp.", _REMEDY)


@rule("photo/device", Severity.WARNING, source=_LAW)
def device(copy: Copy) -> Iterator[Remark]:
    """Ảnh còn ghi số máy hoặc tên người.

    Máy ảnh ghi vào tệp số máy và tên chủ máy; từ đó lần ra người chụp. Tên người chụp muốn công bố thì ghi ở credit.

    Cách sửa: chạy hoa check --fix, hoặc xuất lại ảnh không kèm thông tin máy.

    Sai: ảnh JPEG còn số máy và tên chủ máy
    Đúng: cùng tấm ảnh ấy, không còn thông tin máy; `credit: Lê An` nếu cần
    """
    for entry in sound(copy):
        told = _told(copy, entry)
        if told:
            machine = entry.facts.device.name
            which = f" (máy {machine})" if machine else ""
            yield Remark(entry.span, f"Ảnh {quote(entry.file)} còn ghi {listed(told)}{which}.", _REMEDY)


def _told(copy: Copy, entry: Entry) -> list[str]:
    """What a file tells of machine and people. A photographer named in the credit is no secret."""
    credit = fold(copy.text("photos", entry.number, "credit") or "")
    author = fold(entry.facts.device.author)
    said = [(entry.facts.device.serial, "số máy"), (author and author not in credit, "tên người chụp hoặc chủ máy")]
    return [words for there, words in said if there]


def telling(copy: Copy) -> frozenset[str]:
    """The files that tell of place, machine or people: those to be stripped."""
    return frozenset(entry.file for entry in sound(copy) if entry.facts.has_gps or _told(copy, entry))


PHOTO_TRACE_RULES = (location, device)
