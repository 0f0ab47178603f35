"""Dates as Vietnamese documents write them.

NĐ 30/2020/NĐ-CP (Appendix I): days below 10 and the months 1 and 2 take a zero, so that nobody can add a
digit before them: "ngày 05 tháng 02 năm 2023", but "tháng 7".
"""

import datetime as dt
import re
from typing import Final

from builder.vietnamese.normal import nfc

_PADDED_MONTHS: Final = 2
_FIGURES: Final = re.compile(
    r"(?:ngày\s+)?(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4})", re.IGNORECASE
)
_WORDS: Final = re.compile(
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})", re.IGNORECASE
)


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
    if match is None:
        return None
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
