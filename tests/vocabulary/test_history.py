"""Hà Nội through time: how many districts when, until when they worked, and why one cannot stand in a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.vocabulary import FIRST_YEAR, load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(1992, 1, 1), 9),
        (date(1995, 10, 27), 9),
        (date(1995, 10, 28), 10),
        (date(1996, 11, 22), 12),
        (date(2003, 11, 6), 14),
        (date(2008, 7, 31), 14),
        (date(2008, 8, 1), 29),
        (date(2009, 5, 8), 29),
        (date(2013, 12, 27), 30),
        (date(2025, 6, 30), 30),
        (date(2025, 7, 1), 0),
    ],
)
def test_number_of_districts(day: date, count: int) -> None:
    assert len(VOCABULARY.districts_on(day)) == count


def test_a_month_counts_from_its_first_day() -> None:
    assert VOCABULARY.districts["quan-ba-dinh"].valid_from == date(1981, 6, 1)


@pytest.mark.parametrize(
    ("code", "works_from", "works_until"),
    [
        ("huyen-tu-liem", date(1961, 5, 31), date(2014, 3, 31)),
        ("quan-bac-tu-liem", date(2014, 4, 1), date(2025, 6, 30)),
        ("huyen-gia-lam", date(1961, 5, 31), date(2025, 6, 30)),
        ("quan-ba-dinh", date(1981, 6, 1), date(2025, 6, 30)),
        ("quan-cau-giay", date(1997, 9, 1), date(2025, 6, 30)),
        ("thanh-pho-ha-dong", date(2008, 8, 1), date(2009, 5, 7)),
        ("quan-ha-dong", date(2009, 5, 8), date(2025, 6, 30)),
    ],
)
def test_working_days(code: str, works_from: date, works_until: date) -> None:
    district = VOCABULARY.districts[code]
    assert (district.works_from, district.works_until) == (works_from, works_until)


def test_in_a_year_of_change_old_and_new_both_stand() -> None:
    codes = {district.code for district in VOCABULARY.districts_in(2014)}
    assert {"huyen-tu-liem", "quan-bac-tu-liem", "quan-nam-tu-liem"} <= codes
    assert len(VOCABULARY.districts_in(2015)) == 30
    assert VOCABULARY.districts_in(2026) == ()


@pytest.mark.parametrize(
    ("code", "year", "sentence"),
    [
        ("quan-long-bien", 2002, "quận Long Biên thành lập ngày 06/11/2003; năm 2002 vùng này thuộc huyện Gia Lâm"),
        (
            "quan-thanh-xuan",
            1992,
            (
                "quận Thanh Xuân thành lập ngày 22/11/1996; "
                "năm 1992 vùng này thuộc quận Đống Đa, huyện Từ Liêm và huyện Thanh Trì"
            ),
        ),
        ("quan-ha-dong", 2008, "quận Hà Đông thành lập ngày 08/5/2009; năm 2008 vùng này thuộc thành phố Hà Đông"),
        ("quan-ha-dong", 2005, "quận Hà Đông thành lập ngày 08/5/2009; năm 2005 vùng này thuộc tỉnh Hà Tây"),
        ("huyen-ba-vi", 2005, "huyện Ba Vì thuộc Hà Nội từ ngày 01/8/2008; trước đó vùng này thuộc tỉnh Hà Tây"),
        (
            "huyen-tu-liem",
            2016,
            (
                "huyện Từ Liêm chỉ có đến ngày 26/12/2013 (giấy tờ còn dùng tên này đến ngày 31/3/2014); "
                "năm 2016 vùng này là quận Bắc Từ Liêm và quận Nam Từ Liêm"
            ),
        ),
        ("thanh-pho-son-tay", 2025, "thành phố Sơn Tây chỉ có đến ngày 07/5/2009; năm 2025 vùng này là thị xã Sơn Tây"),
        (
            "quan-long-bien",
            2026,
            (
                "từ 01/7/2025 Hà Nội không còn quận, huyện, thị xã; nay phần chính của quận Long Biên là "
                "phường Bồ Đề, phường Việt Hưng, phường Phúc Lợi, phường Long Biên"
            ),
        ),
        (
            "thanh-pho-son-tay",
            2030,
            (
                "từ 01/7/2025 Hà Nội không còn quận, huyện, thị xã; nay phần chính của thành phố Sơn Tây là "
                "phường Sơn Tây, phường Tùng Thiện, xã Đoài Phương"
            ),
        ),
        ("huyen-me-linh", 1985, "danh mục chỉ đầy đủ từ năm 1992, không xác nhận được huyện Mê Linh cho năm 1985"),
        ("quan-long-bien", 2003, None),
        ("quan-long-bien", 2025, None),
        ("huyen-tu-liem", 2014, None),
    ],
)
def test_why_not(code: str, year: int, sentence: str | None) -> None:
    assert VOCABULARY.why_not(code, year) == sentence


def test_why_not_of_an_unknown_district_is_a_bug_of_the_caller() -> None:
    with pytest.raises(KeyError):
        VOCABULARY.why_not("quan-sao-hoa", 2020)


@given(st.sampled_from(sorted(VOCABULARY.districts)), st.integers(FIRST_YEAR, 2040))
def test_there_is_a_reason_exactly_when_the_district_was_not_there(code: str, year: int) -> None:
    district = VOCABULARY.districts[code]
    reason = VOCABULARY.why_not(code, year)
    assert (reason is None) == (district in VOCABULARY.districts_in(year))
    if reason is not None:
        assert district.label in reason
        assert not reason.endswith((" ", "thuộc", "là", "."))
