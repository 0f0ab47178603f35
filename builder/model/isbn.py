"""ISBN-13: the number of a book, thirteen digits of which the last one proves the others (ISO 2108:2017)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LENGTH = 13
_PREFIXES = ("978", "979")
_SEPARATORS = re.compile(r"[\s\u00a0\u2010-\u2015-]+")
_LABEL = re.compile(r"^ISBN(?:-13)?:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Isbn:
    """A valid ISBN: its thirteen digits, and the text as it is printed, hyphens and all."""

    digits: str
    text: str


class IsbnError(ValueError):
    """Why a text is no ISBN, in Vietnamese; ``right`` is the digit that should stand last, where only that is wrong."""

    def __init__(self, message: str, right: str = "") -> None:
        super().__init__(message)
        self.right = right


def check_digit(first: str) -> str:
    """The thirteenth digit for twelve: weights 1 and 3 in turn, filled up to a multiple of ten (GS1, ISO 2108)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first))
    return str(-total % 10)


def parse_isbn(text: str) -> Isbn:
    """Read an ISBN as people write it: with hyphens or spaces, perhaps with the letters before it.

    Raises:
        IsbnError: other signs than digits, not thirteen of them, another prefix than 978 or 979, a wrong last digit.
    """
    shown = _LABEL.sub("", text.strip())
    digits = _SEPARATORS.sub("", shown)
    if len(digits) != _LENGTH or not (digits.isascii() and digits.isdigit()):
        msg = "ISBN cần đúng 13 chữ số, chỉ ngăn bằng gạch nối"
        raise IsbnError(msg)
    if not digits.startswith(_PREFIXES):
        msg = "ISBN bắt đầu bằng 978 hoặc 979"
        raise IsbnError(msg)
    right = check_digit(digits[:-1])
    if digits[-1] != right:
        msg = f"chữ số kiểm tra của ISBN là {digits[-1]}, tính ra phải là {right}"
        raise IsbnError(msg, right)
    return Isbn(digits, shown)
