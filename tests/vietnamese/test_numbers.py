from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.vietnamese.numbers import count, decimal, group


def test_groups() -> None:
    assert [group(n) for n in (0, 999, 1000, 1_000_000, -1234)] == ["0", "999", "1.000", "1.000.000", "-1.234"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("1234.5", "1.234,5"), ("1234.50", "1.234,50"), (7, "7"), (Decimal("1E+3"), "1.000"), ("-0.25", "-0,25")],
)
def test_decimals(number: Decimal | int | str, expected: str) -> None:
    assert decimal(number) == expected


@pytest.mark.parametrize("number", ["", "1,5", "NaN", "Infinity"])
def test_no_number_no_decimal(number: str) -> None:
    with pytest.raises(ValueError, match="không phải là số"):
        decimal(number)


def test_count() -> None:
    assert count("bài", 48) == "48 bài"
    assert count("chữ", 12345) == "12.345 chữ"


@given(st.integers())
def test_group_reads_back(number: int) -> None:
    assert int(group(number).replace(".", "")) == number
