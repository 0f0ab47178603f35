"""Dates a text cannot know: later than the day it was written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from builder.model import Severity
from builder.vietnamese.dates import find_dates, table_date

from .copy import Copy
from .prose import all_prose, place, words_of
from .rule import Remark, rule
from .words import quote

_LAST_YEAR = 2100


@rule("text/later-date", Severity.INFO)
def later_date(copy: Copy) -> Iterator[Remark]:
    """Bài nhắc đến một ngày chưa tới.

    Bài viết ngày 15/8/2022 thì chưa thể biết việc ngày 24/3/2023: ngày trong bài, ngày viết hoặc năm của bài có chỗ ghi
    nhầm. Bài không ghi ngày viết thì so với ngày cuối năm của bài. Nói về việc sắp tới thì để nguyên.

    Cách sửa: xem lại ngày trong bài, mục written_on, mục year.

    Sai: `written_on: 2022-08-15` và câu “Lễ trao giải ngày 10/10/2023 rất vui.”
    Đúng: `written_on: 2022-11-15` và câu “Lễ trao giải ngày 10/10/2022 rất vui.”
    """
    known = _known_until(copy)
    if known is None:
        return
    last, what = known
    if str(last.year) not in copy.manuscript.body and _years_after(last.year).isdisjoint(
        words_of(copy.manuscript.text)
    ):
        return
    told: set[date] = set()
    for part in all_prose(copy):
        for day, start, end in find_dates(part.text):
            if day > last and day not in told:
                told.add(day)
                span = place(copy, part.start + start, part.start + end)
                message = f"{quote(part.text[start:end])} là ngày sau {what} ({table_date(last)})."
                yield Remark(span, message, "Xem lại ngày này, mục written_on, mục year; việc sắp tới thì để nguyên.")


@cache
def _years_after(year: int) -> frozenset[str]:
    """The years a body may name by mistake, as they are written."""
    return frozenset(map(str, range(year + 1, _LAST_YEAR)))


def _known_until(copy: Copy) -> tuple[date, str] | None:
    """The last day the text can tell of, and what day that is."""
    written, year = copy.day("written_on"), copy.number("year")
    if written:
        return written, "ngày viết bài"
    return (date(year, 12, 31), "năm của bài") if year is not None else None


LATER_DATE_RULES = (later_date,)
