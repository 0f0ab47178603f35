"""Numbers as Vietnamese prints them: groups parted by a full stop, decimals by a comma."""

from decimal import Decimal
from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_LIMIT: Final = 3999


def group(number: int) -> str:
    """Write a whole number: 1000000 gives "1.000.000"."""
    return f"{number:,}".replace(",", ".")


def decimal(number: Decimal | int | str) -> str:
    """Write a decimal number with the places it has: "1234.50" gives "1.234,50".

    Takes no float, which could not say how many places are meant. Raises ValueError for text that is no
    number (decimal point is the full stop) and for infinity or NaN.
    """
    try:
        value = Decimal(number)
    except ArithmeticError:
        value = Decimal("NaN")
    if not value.is_finite():
        message = f"không phải là số: {number!r}"
        raise ValueError(message)
    whole, _, places = f"{value:,f}".partition(".")
    return whole.replace(",", ".") + (f",{places}" if places else "")


def count(unit: str, number: int) -> str:
    """Write a number with what it counts: ("bài", 48) gives "48 bài"; Vietnamese nouns have no plural."""
    return f"{group(number)} {unit}"


def roman(number: int) -> str:
    """Write 1 to 3999 in Roman figures (quý, chương, front-matter folios); ValueError outside."""
    if not 1 <= number <= _ROMAN_LIMIT:
        message = f"số La Mã chỉ viết được từ 1 đến {_ROMAN_LIMIT}, không phải {number}"
        raise ValueError(message)
    figures = []
    for value, figure in _ROMAN:
        times, number = divmod(number, value)
        figures.append(figure * times)
    return "".join(figures)
