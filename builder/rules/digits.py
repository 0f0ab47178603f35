"""Runs of digits and what they are: a phone number, an identity number, an account – or a figure of no harm.

Every run of seven digits or more is looked at once, with the words before and after it. Money, years, dates, decision
numbers and ISBNs are told apart by how they are grouped and by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a run of digits gives away."""

    PHONE = "phone"
    IDENTITY = "id-number"
    ACCOUNT = "bank-account"


@dataclass(frozen=True, slots=True)
class Number:
    """A private number and its place in code points, ``end`` excluded."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Groups of digits with the signs between them, as they stand in a text."""

    text: str
    groups: tuple[re.Match[str], ...]
    base: int

    @property
    def digits(self) -> str:
        return "".join(group[0] for group in self.groups)

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(len(group[0]) for group in self.groups)

    @property
    def start(self) -> int:
        return self.base + self.groups[0].start()

    @property
    def end(self) -> int:
        return self.base + self.groups[-1].end()

    @property
    def written(self) -> str:
        return self.text[self.groups[0].start() : self.groups[-1].end()]

    def gap(self, n: int) -> str:
        """What stands between group ``n`` and the next."""
        return self.text[self.groups[n].end() : self.groups[n + 1].start()]

    @property
    def grouped_by_thousands(self) -> bool:
        """1.250.000 and 1 250 000 are amounts."""
        head, *rest = self.shape
        gaps = {self.gap(n) for n in range(len(rest))}
        return bool(rest) and head <= _GROUP and set(rest) == {_GROUP} and len(gaps) == 1 and self.digits[0] != "0"

    def windows(self) -> Iterator[_Run]:
        """The run, then its parts between white space, longest first: a year may stand before a number."""
        count = len(self.groups)
        edges = [0, *(n + 1 for n in range(count - 1) if not self.gap(n).strip(" \u00a0\n\t")), count]
        spans = [(a, b) for a in edges for b in edges if a < b <= a + _MOST_GROUPS]
        for a, b in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            yield _Run(self.text, self.groups[a:b], self.base)


_GROUP = 3
_MOST_GROUPS = 7
_FEWEST, _MOST = 7, 19
_LOOSE = " \u00a0\t\n:.,;()–-+"
_RUN = re.compile(r"(?<!\w)(?:(?<!/)|(?<=\d{9}/))(?<!\d[.,])\d(?:[\s().–-]{0,3}+\d){6,29}+(?!\w)(?!/(?!0\d{8}))(?!,\d)")
_BEFORE = 48

_MOBILE = re.compile(r"0[35789]\d{8}|01[2689]\d{8}")
_LANDLINE = re.compile(r"02\d{8,9}|04\d{7,8}")
_MOBILE_SHAPES = frozenset({(2, 4, 4), (2, 8), (2, 3, 3, 2), (2, 3, 5)})
_LANDLINE_SHAPES = frozenset(
    {(2, 7), (2, 8), (2, 4, 4), (2, 3, 4), (2, 1, 3, 3), (2, 1, 3, 4), (2, 3, 2, 2), (2, 2, 3, 3)}
)
_PHONE_WORD = re.compile(
    r"(?:điện thoại|đt|đ\.t|sđt|s\.đ\.t|tel|phone|di động|hotline|đường dây nóng|zalo|viber|fax|số máy|liên hệ|gọi số"
    r"|gọi|alo|nhắn tin)"
    r"(?:\s+(?:bàn|riêng|di động|nhà riêng|cơ quan|nhà|của\s+\w+|liên hệ|số|là|theo số|qua số|tới số))*"
    r"[\s:.(]*$",
    re.IGNORECASE,
)
_NO_PHONE_WORD = re.compile(
    r"(?:isbn|issn|mst|mã|đkkd|sê-ri|seri|serial"
    r"|số (?:hiệu|đăng ký|lô|hồ sơ|sổ|thẻ|chứng nhận|bằng|huy hiệu|khung|đơn|biên nhận|báo danh|công tơ)"
    r"|(?:quyết định|giấy phép|hợp đồng|công văn|văn bản|vào sổ|biên lai|hóa đơn|phiếu)(?: số)?)"
    r"(?:\s+\w+){0,3}[\s:.]*$",
    re.IGNORECASE,
)
_ID_WORD = re.compile(
    r"(?:cmnd|cmtnd|cmt|cccd|chứng minh (?:thư|nhân dân)|căn cước(?: công dân)?|hộ chiếu|số định danh(?: cá nhân)?"
    r"|bhxh|bhyt|bảo hiểm xã hội|bảo hiểm y tế|thẻ bảo hiểm)"
    r"(?:\s*(?:nhân dân|/cccd|/cmnd|số|cũ|mới|gắn chip|của \w+|là|mang|có|ghi|in))*[\s:.]*$",
    re.IGNORECASE,
)
_IDENTITY = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}")
_IDENTITY_SHAPES = frozenset({(12,), (3, 3, 6), (3, 9), (3, 3, 3, 3), (4, 4, 4), (6, 6), (3, 1, 2, 6)})
_ACCOUNT_WORD = re.compile(
    r"(?P<sure>số tài khoản|\bstk|số tk|tài khoản số|tài khoản ngân hàng|tk ngân hàng"
    r"|số thẻ (?:atm|ngân hàng|tín dụng))[^\d.;!?\n]{0,40}$"
    r"|(?:chuyển khoản(?: vào| tới| đến)?|tài khoản|\btk)(?:\s+(?:(?-i:[A-Z][\w-]*)|ngân hàng|là|số))*[\s:.]*$",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?:9704|4|5[1-5]|35|62)\d+")
_UNIT = re.compile(
    r"\s*(?:đồng|đ\b|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|usd|người|lượt|cuốn|bản|hộ|con|cây|km|m\b|m2|m²|ha"
    r"|kg|tấn|lít|tài khoản|%)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,2}\D{1,3}\d{1,2}\D{1,3}(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SERVICE = ("1800", "1900")
_LOCAL_PHONE = range(7, 12)
_CARD_DIGITS = 16
_ID_DIGITS = (9, 10, 12)
_ACCOUNT_DIGITS = range(6, 20)


@lru_cache(maxsize=4)
def private_numbers(text: str) -> tuple[Number, ...]:
    """The private numbers of a text in order."""
    found: list[Number] = []
    for match in _RUN.finditer(text):
        groups = tuple(re.finditer(r"\d+", match[0]))
        run = _Run(match[0], groups, match.start())
        number = next((n for part in run.windows() if (n := _judge(part, text))), None)
        if number:
            found.append(number)
    return tuple(found)


def _judge(run: _Run, text: str) -> Number | None:
    if not _FEWEST <= len(run.digits) <= _MOST or max(run.shape) == 1:
        return None
    before = text[max(0, run.start - _BEFORE) : run.start]
    if before.rstrip(_LOOSE)[-1:].isdecimal():  # no word leads to the number, only other figures
        before = before[len(before.rstrip(_LOOSE)) :]
    kind = _kind(run, before, text[run.end : run.end + 8])
    if kind is None:
        return None
    start = run.start - len(match[0]) if (match := re.search(r"\(?\+?\(?$", before)) else run.start
    closing = text[run.end : run.end + 1] == ")" and text[start : run.end].count("(") > text[start : run.end].count(")")
    return Number(kind, start, run.end + closing)


def _kind(run: _Run, before: str, after: str) -> Kind | None:
    counted = _UNIT.match(after) is not None
    if _ID_WORD.search(before) and len(run.digits) in _ID_DIGITS and not counted:
        return Kind.IDENTITY
    if _is_account(run, before, counted=counted):
        return Kind.ACCOUNT
    if _NO_PHONE_WORD.search(before) and not _PHONE_WORD.search(before):
        return None
    if _IDENTITY.fullmatch(run.digits) and run.shape in _IDENTITY_SHAPES:
        return Kind.IDENTITY
    return Kind.PHONE if _is_phone(run, before, counted=counted) else None


def _is_account(run: _Run, before: str, *, counted: bool) -> bool:
    if len(run.digits) == _CARD_DIGITS and _CARD.fullmatch(run.digits) and max(run.shape) in (4, _CARD_DIGITS):
        return _luhn(run.digits)
    word = _ACCOUNT_WORD.search(before)
    if word is None or counted or len(run.digits) not in _ACCOUNT_DIGITS or _DATE.match(run.written):
        return False
    return word["sure"] is not None or not run.grouped_by_thousands


def _luhn(digits: str) -> bool:
    """The check digit of payment cards (ISO/IEC 7812-1)."""
    doubled = (sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (sum(int(d) for d in digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_phone(run: _Run, before: str, *, counted: bool) -> bool:
    if _is_date(run):
        return False
    national = _national(run, before)
    if national and _MOBILE.fullmatch(national):
        return national[0] != run.digits[0] or _mobile_shape(run.shape)
    if national and _LANDLINE.fullmatch(national):
        return national[0] != run.digits[0] or _landline_shape(run.shape, national, before)
    spoken = _PHONE_WORD.search(before) is not None and not counted
    return (
        spoken and len(run.digits) in _LOCAL_PHONE and not run.digits.startswith(_SERVICE) and not _amount(run, before)
    )


def _national(run: _Run, before: str) -> str | None:
    """The number with its leading 0; None if it has neither that nor Việt Nam's code."""
    digits = run.digits
    if digits.startswith("0084"):
        return "0" + digits[4:].removeprefix("0")
    foreign = digits.startswith("84") and (before.endswith(("+", "(+", "+(")) or run.shape == (11,))
    if foreign:
        return "0" + digits[2:].removeprefix("0")
    return digits if digits.startswith("0") else None


def _mobile_shape(shape: tuple[int, ...]) -> bool:
    return shape in _MOBILE_SHAPES or (shape[0] >= _GROUP and min(shape) > 1 and len(shape) <= 4)  # noqa: PLR2004  # 0912 34 56 78


def _landline_shape(shape: tuple[int, ...], national: str, before: str) -> bool:
    if len(shape) == 1:
        return len(national) > 9 or _PHONE_WORD.search(before) is not None  # noqa: PLR2004  # nine digits say little
    return shape in _LANDLINE_SHAPES or (shape[0] in (3, 4) and len(shape) <= 5)  # noqa: PLR2004  # (024) 38 26 12 34


def _amount(run: _Run, before: str) -> bool:
    """“điện thoại 2.500.000” is what a telephone costs; “ĐT: 38.261.234” is its number."""
    return run.grouped_by_thousands and not before.rstrip().endswith(":")


def _is_date(run: _Run) -> bool:
    """A date, or a month with two years: “09 2019 2020”."""
    if run.shape == (2, 4, 4) and all(_YEAR.fullmatch(group[0]) for group in run.groups[1:]):
        return True
    return run.shape[:3] in {(2, 2, 4), (1, 2, 4), (2, 1, 4), (1, 1, 4)} and _DATE.match(run.written) is not None
