"""Typography at render time: en dashes in ranges, spaces a line must not break at.

Takes the text of a paragraph (never addresses or HTML) and gives NFC. Quotes stay as they are; a hyphen
between words ("chính trị - xã hội", 108/KH-UBND) stays a hyphen. Doing it twice changes nothing.
"""

import re
from decimal import Decimal
from typing import Final

from builder.vietnamese.letters import CAPITALS, NOT_AFTER, NOT_BEFORE
from builder.vietnamese.normal import nfc

NO_BREAK: Final = "\u00a0"
EN_DASH: Final = "–"

_SPACE: Final = "[ \u00a0]"
_SPACES: Final = frozenset((" ", NO_BREAK))
_DASH: Final = rf"{_SPACE}?[-–]{_SPACE}?"
_UNITS: Final = (
    "%|‰|°C|km²|km2|km|m²|m2|m³|m3|ha|kg|tạ|tấn|gam|lít|ml|mm|cm|m|giờ|phút|giây|ngày|tuần|tháng|quý|năm|tuổi|"
    "trăm|nghìn|ngàn|triệu|tỷ|tỉ|đồng|người|hộ|em|cháu|học|lượt|lần|suất|phần|bài|tập|cuốn|trang|ảnh|tấm|chiếc|"
    "mét|sào|mẫu|cân|lạng|nhà|món|bữa|chuyến|ca|vụ|gốc|thùng|bộ|đôi|khách|"
    "cái|cây|con|căn|ngôi|phường|xã|quận|huyện|thị|đơn|gương|cá|điểm|buổi|lớp|trường|tổ|chi|đoàn|thành"
)
_LABELS: Final = (
    "ngày|tháng|năm|tập|số|quận|phường|tổ|khu|thôn|xóm|đội|ngõ|ngách|hẻm|nhà|lớp|khối|trang|chương|điều|khoản|"
    "điểm|mục|phần|quý|tuần|kỳ|kì|khóa|khoá|lần|hạng|cấp|bậc|bài|tầng|phòng|thứ|mùng|mồng"
)
_PEOPLE: Final = "ông|bà|anh|chị|cô|chú|bác|cụ|em|cậu|dì|cháu|thầy"
_SHORT: Final = "TP|Tp|TX|TT|PGS|GS|TSKH|TS|ThS|BS|KTS|KS|LS|NSND|NSƯT|NGND|NGƯT|TTND|TTƯT"

# A number that is part of nothing longer: no phone, decision, date, ISBN or address around it.
_FREE: Final = rf"{NOT_AFTER}(?<![/.,:+–-])(?<!\d{_SPACE})"
_DONE: Final = rf"{NOT_BEFORE}(?![/–-])(?![.,:]\d)(?!{_SPACE}\d)(?!{_SPACE}?[-–]{_SPACE}?\d)"
_DATE: Final = r"\d{1,2}/\d{1,2}/\d{4}"
_CLOCK: Final = r"\d{1,2}(?:h|:|g)\d{2}"
_WHOLE: Final = r"[1-9]\d{0,2}(?:\.\d{3})*(?:,\d+)?%?"

_YEARS: Final = re.compile(rf"{_FREE}(?P<a>(?:1[89]|20)\d\d){_DASH}(?P<b>(?:1[89]|20)\d\d){_DONE}")
_SAME_KIND: Final = re.compile(
    rf"{_FREE}(?:(?P<a>{_DATE}){_DASH}(?P<b>{_DATE})|(?P<c>{_CLOCK}){_DASH}(?P<d>{_CLOCK})){_DONE}"
)
_NUMBERS: Final = re.compile(
    rf"(?P<day>ngày{_SPACE})?{_FREE}(?P<a>{_WHOLE})(?P<dash>{_DASH})(?P<b>{_WHOLE}){_DONE}"
    rf"(?P<unit>{_SPACE}?(?:{_UNITS}){NOT_BEFORE}(?!{_SPACE}\d))?",
    re.IGNORECASE,
)
_MAYBE_RANGE: Final = re.compile(rf"\d%?{_DASH}\d")
_LAST_MONTH: Final = 12

# Tried from the left, each match used up: in "ngày 05 tháng 7" the 05 belongs to its day and may break
# from the month; in "5 năm 3 tháng" each number belongs to its unit.
_LABELLED: Final = r"\d+(?:[.,/–-]\d+)*"
_DAY_AND_MONTH: Final = (
    rf"(?:3[01]|[12]\d|0?[1-9]){_SPACE}tháng{_SPACE}(?:1[0-2]|0?[1-9])(?!\d|[.,/–-]\d)"
    rf"(?!{_SPACE}(?!năm{_SPACE}\d)(?i:{_UNITS}){NOT_BEFORE})"
)
"""“21 tháng 8”; in “6 tháng 2 tuần” the months are counted."""
_COUNTED: Final = (
    rf"(?:{_DAY_AND_MONTH}|\d+(?:[.,–]\d+)*{_SPACE}(?i:{_UNITS}){NOT_BEFORE}(?:{_SPACE}(?:đồng|người){NOT_BEFORE})?)"
)
_BOUND: Final = (
    rf"{NOT_AFTER}(?:(?i:{_LABELS}){_SPACE}{_LABELLED}|{_COUNTED}"
    rf"|(?:(?:{_SHORT})\.?|(?i:{_PEOPLE})){_SPACE}(?=[{CAPITALS}]))"
)
"""All that, in one pattern; to try it at every letter takes three quarters of the time a page's text is set in."""

# Each match has the first digit of a number, or a capital after a space; it begins there or with the word before: a
# label, a title or a short form, this perhaps with a full stop. What is asked first is what most capitals fail.
_SHORT_ENDS: Final = "".join(sorted({word[-1] for word in _SHORT.split("|")}))
_TITLE_ENDS: Final = "".join(sorted({word[-1] for word in f"{_PEOPLE}|{_PEOPLE.upper()}|{_SHORT}".split("|")}))


def _behind(words: str, flags: str) -> str:
    """Behind the next letter: one of some words and a space. A look behind has one width: words of a length a time."""
    by_length: dict[int, list[str]] = {}
    for word in words.split("|"):
        by_length.setdefault(len(word), []).append(word)
    return "|".join(rf"(?<=(?{flags}:{'|'.join(held)}){_SPACE}.)" for held in by_length.values())


_MAYBE_BOUND: Final = re.compile(
    rf"[\d{CAPITALS}](?:(?<=(?<![^\W_])\d)"
    rf"|(?<=[{_TITLE_ENDS}]{_SPACE}.)(?:{_behind(_PEOPLE, 'i')}|{_behind(_SHORT, '-i')})"
    rf"|(?<=[{_SHORT_ENDS}][.]{_SPACE}.))"
)
_NUMBER_AFTER_LABEL: Final = re.compile(_LABELLED)
_NUMBER_WITH_UNIT: Final = re.compile(_COUNTED)
_MAY_BEGIN: Final = re.compile(NOT_AFTER)
_LABEL_WORDS: Final = frozenset(_LABELS.casefold().split("|"))
_PEOPLE_WORDS: Final = frozenset(_PEOPLE.casefold().split("|"))
_SHORT_WORDS: Final = frozenset(_SHORT.split("|"))
_LONGEST: Final = max(map(len, _LABEL_WORDS | _PEOPLE_WORDS | _SHORT_WORDS))


def typeset(text: str) -> str:
    """Set the dashes of ranges and the no-break spaces of a paragraph's plain text; idempotent.

    Ranges: years ("1992 - 2022"), full dates, clock times, and numbers that rise ("8 - 10 tuổi"). A bare
    "2-9" may be a day of the month and is left alone. No-break: number and unit, label and number ("tập
    28", "ngày 05", "quận 1"), "TP. Hà Nội", ông or bà and the name.
    """
    return typeset_composed(nfc(text))


def typeset_composed(text: str) -> str:
    """As ``typeset``, for what is known to be NFC."""
    has_dash = "-" in text or EN_DASH in text
    return _bind(_set_ranges(text) if has_dash and _MAYBE_RANGE.search(text) else text)


def _bind(text: str) -> str:
    """Put no-break spaces into every match of ``_BOUND``, looked for only where one may be."""
    parts: list[str] = []
    done = 0
    for hint in _MAYBE_BOUND.finditer(text):
        at = hint.start()
        start, end = _bound_at(text, at, done) if at >= done else (at, at)
        if start < end:
            parts += (text[done:start], text[start:end].replace(" ", NO_BREAK))
            done = end
    return "".join([*parts, text[done:]]) if parts else text


def _bound_at(text: str, at: int, done: int) -> tuple[int, int]:
    """Where the match begins and ends that has its first digit or capital ``at`` a place, after the end of the last.

    Nothing, that is ``at`` twice, if there is none.
    """
    start = _word_start(text, at, done) if at > done and text[at - 1] in _SPACES else at
    if text[at].isdecimal():
        if start < at and text[start : at - 1].casefold() in _LABEL_WORDS and _MAY_BEGIN.match(text, start):
            number = _NUMBER_AFTER_LABEL.match(text, at)
        else:
            start, number = at, _NUMBER_WITH_UNIT.match(text, at)
        return (start, number.end()) if number else (at, at)
    word = text[start : at - 1]
    titled = word.casefold() in _PEOPLE_WORDS or word.removesuffix(".") in _SHORT_WORDS
    return (start, at) if titled and _MAY_BEGIN.match(text, start) else (at, at)


def _word_start(text: str, at: int, done: int) -> int:
    """Where the word before the space before ``at`` begins, perhaps in a full stop; it is not cut if it is listed."""
    start = max(text.rfind(" ", done, at - 1) + 1, done)
    if not text[start : at - 1].isalpha():
        start = at - 2 if text[at - 2 : at - 1] == "." else at - 1
        first = max(done, start - _LONGEST)
        while start > first and text[start - 1].isalpha():
            start -= 1
    return start


def _set_ranges(text: str) -> str:
    return _NUMBERS.sub(_numbers, _SAME_KIND.sub(_same_kind, _YEARS.sub(_years, text)))


def _years(match: re.Match[str]) -> str:
    return f"{match['a']}{EN_DASH}{match['b']}" if match["a"] < match["b"] else match[0]


def _same_kind(match: re.Match[str]) -> str:
    return f"{match['a'] or match['c']}{EN_DASH}{match['b'] or match['d']}"


def _numbers(match: re.Match[str]) -> str:
    low, high = _value(match["a"]), _value(match["b"])
    maybe_date = match["dash"] == "-" and high <= _LAST_MONTH and (match["day"] or not match["unit"])
    if low >= high or maybe_date:
        return match[0]
    return f"{match['day'] or ''}{match['a']}{EN_DASH}{match['b']}{match['unit'] or ''}"


def _value(number: str) -> Decimal:
    return Decimal(number.rstrip("%").replace(".", "").replace(",", "."))
