"""The milestones: none without a source, none that contradicts the list of districts."""

from __future__ import annotations

from builder.vocabulary import FIRST_YEAR, Confidence, Matter, load_milestones, load_vocabulary

STONES = load_milestones()


def test_every_statement_has_a_source_and_is_a_sentence() -> None:
    assert len(STONES) == 21
    for stone in STONES:
        assert stone.source
        assert stone.text.endswith(".")
        assert stone.text[0].isupper()


def test_they_stand_in_order_from_the_first_year_of_the_movement() -> None:
    keys = [(stone.year, stone.day.isoformat() if stone.day else "") for stone in STONES]
    assert keys == sorted(keys)
    assert STONES[0].year == FIRST_YEAR


def test_a_day_lies_in_its_year() -> None:
    assert all(stone.day is None or stone.day.year == stone.year for stone in STONES)


def test_what_was_not_checked_against_the_text_is_not_called_sure() -> None:
    assert {stone.confidence for stone in STONES if "chưa đối chiếu" in stone.source} == {Confidence.MEDIUM}


def test_changes_of_districts_fall_on_the_days_of_the_list() -> None:
    founded = {district.valid_from for district in load_vocabulary().districts.values()}
    changes = {stone.day for stone in STONES if stone.matter is Matter.PLACES and stone.year < 2025}
    assert changes <= founded
    since = {day for day in founded if day.year > FIRST_YEAR}
    assert changes == since
