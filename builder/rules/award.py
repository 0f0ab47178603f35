"""Rules on awards: level, form, receiver and date must fit one another and the story's year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from builder.model import AwardKind, Severity, Subject
from builder.vietnamese.dates import table_date

from .copy import Copy
from .rule import Remark, rule
from .words import listed, named, quote

_LAW = "Luật Thi đua, khen thưởng 06/2022/QH15, các điều 77–80"
_YEARS_TO_AWARD = 2
_YEARS_TO_WRITE = 5
_NOT_YET = "khong"
"""The form of “chưa được khen”, which is no award."""
_RECEIVERS = {
    Subject.PERSON.value: "cá nhân",
    Subject.COLLECTIVE.value: "tập thể",
    Subject.HOUSEHOLD.value: "hộ gia đình",
    "tac-gia": "tác giả bài viết",
}


@rule("award/level", Severity.WARNING, source=f"{_LAW}; NQ 1656/NQ-UBTVQH15: không còn cấp huyện từ 01/7/2025")
def level(copy: Copy) -> Iterator[Remark]:
    """Cấp khen không khớp với hình thức khen.

    Cấp khen dùng để xếp bảng tra, nên phải là cấp của một hình thức khen trong bài. Mỗi hình thức chỉ trao cho một số
    đối tượng. Từ 01/7/2025 không còn cấp quận, huyện.

    Cách sửa: chọn cấp khen theo cơ quan ra quyết định.

    Sai: `award_level: nha-nuoc` với `award: bang-khen-chu-tich-tp`
    Đúng: `award_level: thanh-pho` với `award: bang-khen-chu-tich-tp`
    """
    yield from _level_gone(copy)
    kinds = [(n, kind) for n, kind in _kinds(copy) if kind.form != _NOT_YET]
    wanted = copy.vocabulary.award_levels.get(copy.text("award_level") or "")
    if kinds and wanted and wanted.code not in {kind.level for _, kind in kinds}:
        levels = dict.fromkeys(kind.level for _, kind in kinds)
        known = [copy.vocabulary.award_levels[code].label for code in levels if code in copy.vocabulary.award_levels]
        hint = f"Các hình thức khen đã ghi thuộc {listed(known)}."
        yield Remark(
            copy.manuscript.span_of("award_level"), f"Bài không có hình thức khen nào ở “{wanted.label}”.", hint
        )
    subject = copy.text("subject") or Subject.PERSON.value
    for n, kind in kinds:
        if subject in _RECEIVERS and subject not in kind.given_to:
            given = listed(_RECEIVERS.get(code, code) for code in kind.given_to)
            message = f"“{kind.label}” không trao cho {_RECEIVERS[subject]}."
            hint = f"Hình thức này trao cho {given}; xem lại hình thức khen hoặc mục {named(('subject',))}."
            yield Remark(copy.manuscript.span_of("awards", n, "award"), message, hint)


def _level_gone(copy: Copy) -> Iterator[Remark]:
    """Awards of the district level after its last day: an error, not a doubt."""
    wanted, year = copy.vocabulary.award_levels.get(copy.text("award_level") or ""), copy.number("year")
    periods = copy.vocabulary.level_periods
    if wanted and year is not None and not copy.vocabulary.level_given_in(wanted.code, year):
        message = f"Năm {year} không còn khen thưởng “{wanted.label}”."
        hint = "Từ 01/7/2025 Chủ tịch UBND xã, phường khen thay: xa-phuong."
        yield Remark(copy.manuscript.span_of("award_level"), message, hint, severity=Severity.ERROR)
    for n, kind in _kinds(copy):
        day = copy.day("awards", n, "date")
        if day and kind.level in periods and not periods[kind.level].covers(day):
            message = f"Ngày {table_date(day)} không còn “{kind.label}”."
            hint = "Xem lại ngày, hoặc hình thức khen của cấp xã, phường (giay-khen-xp)."
            yield Remark(copy.manuscript.span_of("awards", n, "date"), message, hint, severity=Severity.ERROR)


@rule("award/date", Severity.WARNING)
def dates(copy: Copy) -> Iterator[Remark]:
    """Ngày khen hoặc ngày viết xa năm của bài.

    Năm của bài là năm của việc làm hoặc năm bình chọn; quyết định khen thường ra trong năm ấy hoặc một, hai năm sau.
    Những lần khen cũ hơn ghi thêm thì không sao, miễn là có một lần khen của năm ấy.

    Cách sửa: xem lại ngày trong quyết định, hoặc năm của bài.

    Sai: `year: 2022` với `date: 2012-10-05`
    Đúng: `year: 2022` với `date: 2022-10-05`
    """
    year = copy.number("year")
    if year is None:
        return
    days = [(n, day) for n in range(copy.size("awards")) if (day := copy.day("awards", n, "date"))]
    fitting = any(year <= day.year <= year + _YEARS_TO_AWARD for _, day in days)
    for n, day in days:
        if day.year > year + _YEARS_TO_AWARD or (day.year < year and not fitting):
            yield _far(copy, ("awards", n, "date"), day, year)
    written = copy.day("written_on")
    if written and written.year > year + _YEARS_TO_WRITE:
        yield _far(copy, ("written_on",), written, year)


def _far(copy: Copy, location: tuple[str | int, ...], day: date, year: int) -> Remark:
    message = f"{named(location)}: {quote(table_date(day))} cách xa năm của bài ({year})."
    return Remark(copy.manuscript.span_of(*location), message, "Xem lại ngày này hoặc năm của bài.")


@rule("award/decision", Severity.INFO, source="Hồ sơ khen thưởng tra theo số và ngày của quyết định")
def decision(copy: Copy) -> Iterator[Remark]:
    """Khen thưởng chưa ghi quyết định.

    Số và ngày của quyết định là chỗ dựa để đối chiếu với hồ sơ, nhất là khi một danh hiệu bị hủy về sau. Bài mẫu không
    cần.

    Cách sửa: ghi số và ngày theo văn bản; chưa tìm được văn bản thì để trống.

    Sai: `awards: [{award: nguoi-tot-viec-tot-tp}]`
    Đúng: `awards: [{award: nguoi-tot-viec-tot-tp, decision: 4512/QĐ-UBND, date: 2022-10-05}]`
    """
    if copy.value("sample") is True:
        return
    for n, kind in _kinds(copy):
        if kind.form == _NOT_YET:
            continue
        parts = (("decision", "số quyết định"), ("date", "ngày quyết định"))
        lacking = [label for key, label in parts if copy.value_or_refused("awards", n, key) is None]
        if lacking:
            span = copy.manuscript.span_of("awards", n, "award")
            message = f"“{kind.label}” chưa ghi {listed(lacking)}."
            yield Remark(span, message, "Ghi theo văn bản; chưa tìm được văn bản thì để trống.")


def _kinds(copy: Copy) -> Iterator[tuple[int, AwardKind]]:
    """The awards whose codes are known, by their place in the list."""
    for n in range(copy.size("awards")):
        kind = copy.vocabulary.awards.get(copy.text("awards", n, "award") or "")
        if kind:
            yield n, kind


AWARD_RULES = (level, dates, decision)
