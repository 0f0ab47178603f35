"""Rules on places: a story stands where its district or ward existed in its own year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.manuscript import StoryHeader
from builder.model import NO_DISTRICTS_FROM, FormerWard, Severity
from builder.vietnamese.slug import is_slug
from builder.vocabulary import Labelled

from . import sheet as sheets
from .copy import Copy
from .rule import Remark, rule
from .words import listed, named, quote

_REFORM = "NQ 1656/NQ-UBTVQH15 ngày 16/6/2025: từ 01/7/2025 Hà Nội có 126 xã, phường, không còn cấp huyện"
_LIST = "Danh mục 526 xã, phường, thị trấn của Hà Nội ngày 01/01/2025 (NQ 1286/NQ-UBTVQH15)"


@rule("place/district-in-time", Severity.ERROR, source=f"Các nghị định lập quận, huyện từ 1992; {_REFORM}")
def district_in_time(copy: Copy) -> Iterator[Remark]:
    """Quận, huyện chưa có hoặc không còn trong năm của bài.

    Sách in địa danh như ở thời điểm của việc làm. Quận Long Biên có từ cuối năm 2003; từ 01/7/2025 không còn quận nào.

    Cách sửa: ghi đơn vị của năm ấy theo lời báo, hoặc sửa lại năm.

    Sai: `district: quan-long-bien` và `year: 1999`
    Đúng: `district: huyen-gia-lam` và `year: 1999`
    """
    district, year = _district(copy), copy.number("year")
    why = copy.vocabulary.why_not(district, year) if district and year else None
    if why:
        label = copy.vocabulary.districts[district or ""].label
        hint = "Ghi đơn vị của năm ấy, hoặc xem lại năm của bài."
        if year and year > NO_DISTRICTS_FROM.year:
            hint = "Xóa mục district, ghi xã, phường (ward) hiện nay."
        yield Remark(copy.manuscript.span_of("district"), f"Năm {year} không có {label}: {why}.", hint)


@rule("place/ward", Severity.ERROR, source=_REFORM)
def ward(copy: Copy) -> Iterator[Remark]:
    """Xã, phường không hợp với năm của bài.

    Từ 01/7/2025 xã, phường phải là một trong 126 đơn vị mới và đứng một mình. Trước đó tên xã, phường trùng nhau giữa
    các quận, huyện, nên phải đi cùng quận, huyện.

    Cách sửa: bài đến 30/6/2025 thì thêm mục district; bài từ 01/7/2025 thì ghi xã, phường mới.

    Sai: `ward: phuong-ngoc-thuy` và `year: 2026`
    Đúng: `ward: phuong-bo-de` và `year: 2026`
    """
    code, district, year = copy.text("ward"), copy.text("district"), copy.number("year")
    if code is None or year is None:
        return
    span = copy.manuscript.span_of("ward")
    homes = _homes(copy, code)
    known = code in copy.vocabulary.wards
    if district is None and year < NO_DISTRICTS_FROM.year and (known or homes):
        message = f"Bài năm {year} ghi {quote(code)} mà không ghi quận, huyện, thị xã."
        yield Remark(span, message, _with_district(homes))
    elif homes and not known and (year > NO_DISTRICTS_FROM.year or district is None):
        yield Remark(span, f"Từ 01/7/2025 không còn {homes[0].label} cũ.", _heirs(copy, homes))
    elif known and year == NO_DISTRICTS_FROM.year and district in copy.vocabulary.districts and not _former(copy):
        label = copy.vocabulary.wards[code].label
        message = f"{label[0].upper()}{label[1:]} là đơn vị từ 01/7/2025, không đi cùng quận, huyện."
        yield Remark(span, message, "Việc từ 01/7/2025: xóa mục district. Việc trước đó: ghi xã, phường cũ.")


@rule("place/missing", Severity.ERROR)
def missing(copy: Copy) -> Iterator[Remark]:
    """Bài không ghi nơi chốn.

    Sách và trang web xếp bài theo quận, huyện, thị xã; từ 01/7/2025 theo xã, phường.

    Cách sửa: thêm mục district (việc đến 30/6/2025) hoặc ward (việc từ 01/7/2025).

    Sai: không có cả hai mục district và ward.
    Đúng: `district: quan-ba-dinh`
    """
    keys = ("district", "ward")
    meant = sheets.Sheet(copy.manuscript, copy.manuscript.header or {}, copy.issues, StoryHeader, copy.top).renames()
    if all(copy.value_or_refused(key) in (None, "") for key in keys) and not set(meant.values()) & set(keys):
        year = copy.number("year")
        key = "ward" if year is not None and year > NO_DISTRICTS_FROM.year else "district"
        yield Remark(copy.top, "Bài chưa ghi nơi chốn.", f"Thêm mục {named((key,))}.")


@rule("place/ward-unlisted", Severity.WARNING, source=_LIST)
def ward_unlisted(copy: Copy) -> Iterator[Remark]:
    """Xã, phường không có trong danh mục của quận, huyện.

    Danh mục là của ngày 01/01/2025; xã, phường nhập vào nơi khác trước ngày ấy thì chưa có. Tên không có trong danh
    mục sẽ không in trong bài.

    Cách sửa: xem lại mã; nếu xã, phường đã nhập trước năm 2025 thì có thể để nguyên.

    Sai: `ward: phuong-boo-de` và `district: quan-long-bien`
    Đúng: `ward: phuong-bo-de` và `district: quan-long-bien`
    """
    code, district = copy.text("ward"), _district(copy)
    if code is None or district is None or _former(copy) or code in copy.vocabulary.wards:
        return
    entries = copy.vocabulary.former_wards_of(district)
    if not entries or not is_slug(code):
        return
    found = sheets.not_listed(copy.manuscript.span_of("ward"), named(("ward",)), code, entries)
    label = copy.vocabulary.districts[district].label
    message = f"{quote(code)} không có trong danh mục xã, phường của {label} ngày 01/01/2025."
    yield Remark(found.span, message, found.hint, found.fix)


def unknown_ward(copy: Copy) -> Remark | None:
    """A ward that is a name instead of a code, or in no list at all where it must be one of the 126."""
    code, district = copy.text("ward"), copy.text("district")
    if code is None or code in copy.vocabulary.wards or _homes(copy, code):
        return None
    entries: Mapping[str, Labelled] = copy.vocabulary.wards
    if district is not None:
        entries = copy.vocabulary.former_wards_of(district)
        if not entries or is_slug(code):
            return None
    return sheets.not_listed(copy.manuscript.span_of("ward"), named(("ward",)), code, entries)


def _district(copy: Copy) -> str | None:
    """The district's code if it is in the list."""
    code = copy.text("district")
    return code if code in copy.vocabulary.districts else None


def _former(copy: Copy) -> FormerWard | None:
    return copy.vocabulary.former_wards.get((copy.text("district") or "", copy.text("ward") or ""))


def _homes(copy: Copy, code: str) -> tuple[FormerWard, ...]:
    """The former wards of that code, one a district."""
    return tuple(former for (_, name), former in copy.vocabulary.former_wards.items() if name == code)


def _with_district(homes: tuple[FormerWard, ...]) -> str:
    codes = [former.district for former in homes]
    example = f", ví dụ {listed(codes[:3])}" if codes else ""
    return f"Thêm mục {named(('district',))}{example}."


def _heirs(copy: Copy, homes: tuple[FormerWard, ...]) -> str:
    codes = dict.fromkeys(s.ward for former in homes for s in former.successors if s.extent != "area_only")
    names = listed(f"{code} ({copy.vocabulary.wards[code].label})" for code in list(codes)[:6])
    return f"Nơi ấy nay thuộc {names}."


PLACE_RULES = (district_in_time, ward, missing, ward_unlisted)
