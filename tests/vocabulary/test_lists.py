"""The questions the rest of the house asks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.vocabulary import Period, load_vocabulary
from builder.vocabulary.loader import keyed

VOCABULARY = load_vocabulary()


def test_it_is_read_once_and_cannot_be_changed() -> None:
    assert load_vocabulary() is VOCABULARY
    with pytest.raises(TypeError, match="item assignment"):
        VOCABULARY.fields["y-duc"] = VOCABULARY.fields["y-duc"]  # type: ignore[index]  # the very point


def test_a_code_given_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match="'a' stands twice"):
        keyed([("a", 1), ("b", 2), ("a", 3)])


def test_wards_of_a_former_district() -> None:
    wards = VOCABULARY.wards_of_former_district("quan-long-bien")
    assert [ward.code for ward in wards] == ["phuong-bo-de", "phuong-viet-hung", "phuong-phuc-loi", "phuong-long-bien"]


def test_every_ward_belongs_to_the_area_of_one_former_district() -> None:
    found = [ward for district in VOCABULARY.districts for ward in VOCABULARY.wards_of_former_district(district)]
    assert sorted(ward.code for ward in found) == sorted(VOCABULARY.wards)


def test_former_wards_are_known_by_district_and_code() -> None:
    ward = VOCABULARY.former_wards["quan-bac-tu-liem", "phuong-minh-khai"]
    namesake = VOCABULARY.former_wards["quan-hai-ba-trung", "phuong-minh-khai"]
    assert ward.label == namesake.label == "phường Minh Khai"
    assert ward.number != namesake.number
    assert len(VOCABULARY.former_wards_of("quan-long-bien")) == 13
    assert VOCABULARY.former_wards_of("quan-long-bien")["phuong-bo-de"].district == "quan-long-bien"


def test_today_of_a_ward_taken_in_whole() -> None:
    former = VOCABULARY.former_wards["quan-ba-dinh", "phuong-phuc-xa"]
    assert VOCABULARY.today_of(former) is VOCABULARY.wards["phuong-hong-ha"]


def test_today_of_a_divided_ward_is_left_to_the_editor() -> None:
    assert VOCABULARY.today_of(VOCABULARY.former_wards["quan-bac-tu-liem", "phuong-minh-khai"]) is None


def test_today_is_known_for_every_ward_whose_people_went_to_one_ward() -> None:
    known = [former for former in VOCABULARY.former_wards.values() if VOCABULARY.today_of(former)]
    assert len(known) == 368


def test_levels_of_awards() -> None:
    levels = VOCABULARY.levels_of_awards
    assert levels["bang-khen-thu-tuong"].label == "Cấp Nhà nước"
    assert levels["giay-khen-qh"] is VOCABULARY.award_levels["quan-huyen"]


@pytest.mark.parametrize(
    ("level", "year", "given"),
    [("quan-huyen", 2025, True), ("quan-huyen", 2026, False), ("xa-phuong", 2020, True), ("xa-phuong", 2026, True)],
)
def test_district_awards_end_with_the_districts(level: str, year: int, *, given: bool) -> None:
    assert VOCABULARY.level_given_in(level, year) is given


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_a_day_covered_lies_in_a_year_touched(first: date | None, last: date | None, day: date) -> None:
    period = Period(first, last)
    if period.covers(day):
        assert period.touches(day.year)


def test_a_period_includes_both_its_ends() -> None:
    period = Period(date(2003, 11, 6), date(2025, 6, 30))
    assert period.covers(date(2003, 11, 6))
    assert period.covers(date(2025, 6, 30))
    assert not period.covers(date(2003, 11, 5))
    assert not period.covers(date(2025, 7, 1))
    assert not period.touches(2002)
    assert not period.touches(2026)
