"""Numbers as Vietnamese prints them: groups parted by a full stop, decimals by a comma."""

from decimal import Decimal


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


def file_size(size: int) -> str:
    """Write a size in bytes as people say it: "3,4 MB", "52 KB"; never less than one KB."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / _KILOBYTE))} KB"
    return f"{decimal(f'{size / _MEGABYTE:.1f}')} MB"


_KILOBYTE, _MEGABYTE = 1000, 1_000_000
