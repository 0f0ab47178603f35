"""Dates as Vietnamese documents write them.

NĐ 30/2020/NĐ-CP (Appendix I): days below 10 and the months 1 and 2 take a zero, so that nobody can add a
digit before them: "ngày 05 tháng 02 năm 2023", but "tháng 7".
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from builder.vietnamese.normal import nfc

_PADDED_MONTHS: Final = 2
_FIGURES_FORM: Final = r"(?:ngày\s+)?(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})"
_WORDS_FORM: Final = r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
_FIGURES: Final = re.compile(_FIGURES_FORM, re.IGNORECASE)
_WORDS: Final = re.compile(_WORDS_FORM, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_ENDING: Final = tuple(re.compile(rf"(?<!\w){form}\Z", re.IGNORECASE) for form in (_FIGURES_FORM, _WORDS_FORM))
_LONGEST: Final = 40


def long_date(date: dt.date) -> str:
    """Write "ngày 05 tháng 7 năm 2023"."""
    month = f"{date.month:02}" if date.month <= _PADDED_MONTHS else str(date.month)
    return f"ngày {date.day:02} tháng {month} năm {date.year}"


def table_date(date: dt.date) -> str:
    """Write "05/07/2023", every figure in its place, for tables and lists."""
    return f"{date.day:02}/{date.month:02}/{date.year:04}"


def parse_vietnamese_date(text: str) -> dt.date | None:
    """Read "20/5/2025", "20-5-2025", "20.5.2025" or "ngày 20 tháng 5 năm 2025"; None for anything else.

    The day comes first, the year has four figures, and the whole text must be the date.
    """
    clean = nfc(text).strip()
    match = _FIGURES.fullmatch(clean) or _WORDS.fullmatch(clean)
    return _day(match) if match else None


def find_dates(text: str) -> Iterator[tuple[dt.date, int, int]]:
    """The full dates of a text (NFC) with their places in code points, end excluded; impossible ones are left out."""
    for year in _YEAR.finditer(text):
        start = max(0, year.start() - _LONGEST)
        for ending in _ENDING:
            match = ending.search(text, start, year.end())
            day = _day(match) if match else None
            if match and day:
                yield day, *match.span()


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
