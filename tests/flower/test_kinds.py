"""The flower of a month and of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.flower import LABELS, Kind, for_month, for_story


def test_the_year_of_flowers_runs_from_peach_to_mustard() -> None:
    assert [for_month(month) for month in range(1, 13)] == list(Kind)
    assert for_month(1) is Kind.DAO
    assert for_month(6) is Kind.SEN
    assert for_month(12) is Kind.CAI_VANG


@pytest.mark.parametrize("month", [0, 13, -1])
def test_there_is_no_flower_outside_the_year(month: int) -> None:
    with pytest.raises(ValueError, match=r"month must be 1\.\.12"):
        for_month(month)


def test_every_kind_has_a_vietnamese_name() -> None:
    assert set(LABELS) == set(Kind)
    assert LABELS[Kind.CUC_HOA_MI] == "Hoa cúc họa mi"
    assert all(label.startswith("Hoa ") for label in LABELS.values())


@given(st.text(min_size=1), st.integers(1, 12))
def test_a_known_month_decides_whatever_the_id(story_id: str, month: int) -> None:
    assert for_story(story_id, month) is for_month(month)


@given(st.text(min_size=1))
def test_without_a_month_the_id_decides_and_never_changes_its_mind(story_id: str) -> None:
    assert for_story(story_id, None) is for_story(story_id, None)


def test_ids_reach_all_twelve_flowers() -> None:
    assert {for_story(f"nguoi-{number}", None) for number in range(200)} == set(Kind)
