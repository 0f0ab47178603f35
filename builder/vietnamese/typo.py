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
_BOUND: Final = re.compile(
    rf"{NOT_AFTER}(?:"
    rf"(?i:{_LABELS}){_SPACE}\d+(?:[.,/–-]\d+)*"
    rf"|\d+(?:[.,–]\d+)*{_SPACE}(?i:{_UNITS}){NOT_BEFORE}(?:{_SPACE}(?:đồng|người){NOT_BEFORE})?"
    rf"|(?:{_SHORT})\.?{_SPACE}(?=[{CAPITALS}])"
    rf"|(?i:{_PEOPLE}){_SPACE}(?=[{CAPITALS}])"
    rf")"
)
# Trying all that at every letter takes three quarters of the time a page's text is set in. Each of these matches has
# a digit, or a capital after a space; it begins there or with the word before, which ends as some word of the lists
# does, and in a full stop only if it is one of the short forms.
_SHORT_ENDS: Final = "".join(sorted({word[-1] for word in _SHORT.split("|")}))
_TITLE_ENDS: Final = "".join(sorted({word[-1] for word in f"{_PEOPLE}|{_PEOPLE.upper()}|{_SHORT}".split("|")}))
_MAYBE_BOUND: Final = re.compile(
    rf"[\d{CAPITALS}](?:(?<=\d)|(?<=[{_TITLE_ENDS}]{_SPACE}.)|(?<=[{_SHORT_ENDS}][.]{_SPACE}.))"
)
_BINDING: Final = frozenset(f"{_LABELS}|{_PEOPLE}|{_SHORT}".casefold().split("|"))
_LONGEST: Final = max(map(len, _BINDING))


def typeset(text: str) -> str:
    """Set the dashes of ranges and the no-break spaces of a paragraph's plain text; idempotent.

    Ranges: years ("1992 - 2022"), full dates, clock times, and numbers that rise ("8 - 10 tuổi"). A bare
    "2-9" may be a day of the month and is left alone. No-break: number and unit, label and number ("tập
    28", "ngày 05", "quận 1"), "TP. Hà Nội", ông or bà and the name.
    """
    composed = nfc(text)
    return _bind(_set_ranges(composed) if _MAYBE_RANGE.search(composed) else composed)


def _bind(text: str) -> str:
    """What ``_BOUND.sub`` does when it puts no-break spaces into each match, tried only where one may begin."""
    parts: list[str] = []
    done = 0
    for hint in _MAYBE_BOUND.finditer(text):
        match = _bound_at(text, hint.start(), done) if hint.start() >= done else None
        if match:
            parts += (text[done : match.start()], match[0].replace(" ", NO_BREAK))
            done = match.end()
    return "".join([*parts, text[done:]])


def _bound_at(text: str, at: int, done: int) -> re.Match[str] | None:
    """The match that has its first digit or capital ``at`` a place, after the end of the last one."""
    found = None
    if text[at - 1 : at] in {" ", NO_BREAK}:
        end = at - 2 if text[at - 2 : at - 1] == "." else at - 1
        start = end
        while start > max(done, end - _LONGEST) and text[start - 1].isalpha():
            start -= 1
        if text[start:end].casefold() in _BINDING:
            found = _BOUND.match(text, start)
    return found or (_BOUND.match(text, at) if text[at].isdecimal() else None)


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
