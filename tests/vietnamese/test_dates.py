import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.vietnamese.dates import find_dates, long_date, parse_vietnamese_date, table_date


def test_zeros_where_the_decree_wants_them() -> None:
    assert long_date(dt.date(2023, 7, 5)) == "ngày 05 tháng 7 năm 2023"
    assert long_date(dt.date(2023, 2, 5)) == "ngày 05 tháng 02 năm 2023"
    assert long_date(dt.date(2023, 1, 15)) == "ngày 15 tháng 01 năm 2023"
    assert long_date(dt.date(2003, 11, 6)) == "ngày 06 tháng 11 năm 2003"
    assert table_date(dt.date(2023, 7, 5)) == "05/07/2023"


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_what_is_written_is_read_back(date: dt.date) -> None:
    assert parse_vietnamese_date(long_date(date)) == date
    assert parse_vietnamese_date(table_date(date)) == date


@pytest.mark.parametrize("text", ["20/5/2025", "20-05-2025", "20.5.2025", " Ngày 20/5/2025 ", "20 tháng 5 năm 2025"])
def test_forms_in_use(text: str) -> None:
    assert parse_vietnamese_date(text) == dt.date(2025, 5, 20)


@pytest.mark.parametrize("text", ["31/2/2025", "5/20/2025", "20/5/25", "20/5-2025", "2025-05-20", "tháng 5", "", "x"])
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_vietnamese_date(text) is None


def test_dates_are_found_in_running_text() -> None:
    text = "Từ ngày 2/9/1945 đến 30.4.1975 và ngày 10 tháng 10 năm 2022; không phải 31/2/2020, 1/1/20222, x1/1/2020."
    found = [(day.isoformat(), text[start:end]) for day, start, end in find_dates(text)]
    assert sorted(found) == [
        ("1945-09-02", "ngày 2/9/1945"),
        ("1975-04-30", "30.4.1975"),
        ("2022-10-10", "ngày 10 tháng 10 năm 2022"),
    ]
