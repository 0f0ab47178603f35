from datetime import date

import pytest

from builder.edition import plan
from builder.manuscript import edition_from, read_yaml
from builder.model import BuilderError, Edition, Occasion
from tests.factory import library, story

LONG_BIEN = """
title: Những bông hoa đẹp
kind: anniversary
occasion: {name: ngày thành lập quận, anchor: 2003-11-06, on: 2023-11-06}
select: {districts: [quan-long-bien], years: 2003-2023}
imprint: {regime: non-commercial}
"""


def edition(text: str) -> Edition:
    read = edition_from(read_yaml("editions/x/edition.yml", text.encode()), "x", {})
    assert read.edition is not None, read.issues
    return read.edition


STORIES = library(
    story("tap-28/a", person="Lê An"),
    story("tap-28/b", person="Lê Bình", district="quan-ba-dinh"),
    story("tap-10/c", person="Lê Cúc", year=2004, volume=10),
    story("tap-30/d", person="Lê Dung", year=2024, volume=30),
)


def ids(text: str) -> list[str]:
    return [s.id for s in plan(edition(text), STORIES).stories]


def test_a_district_s_anniversary_takes_its_own_stories_of_its_years() -> None:
    assert ids(LONG_BIEN) == ["tap-28/a", "tap-10/c"]


def test_sections_by_year_run_forward() -> None:
    book = plan(edition(LONG_BIEN + "sections: year\n"), STORIES)
    assert [(s.label, len(s.stories)) for s in book.sections] == [("Năm 2004", 1), ("Năm 2022", 1)]


def test_exclude_wins_and_ids_add() -> None:
    text = LONG_BIEN.replace("years: 2003-2023", "years: 2003-2023, ids: [tap-28/b], exclude: [tap-28/a]")
    assert ids(text) == ["tap-28/b", "tap-10/c"]


def test_ids_alone_choose_only_themselves() -> None:
    assert ids(LONG_BIEN.replace("districts: [quan-long-bien], years: 2003-2023", "ids: [tap-28/b]")) == ["tap-28/b"]


def test_an_empty_selection_is_told_with_the_file_to_mend() -> None:
    with pytest.raises(BuilderError, match=r"editions/x/edition\.yml"):
        ids(LONG_BIEN.replace("quan-long-bien", "quan-hoan-kiem"))


@pytest.mark.parametrize(("on", "years"), [("2023-11-06", 20), ("2023-11-05", 19), ("2024-01-01", 20)])
def test_years_of_an_occasion_are_counted_from_its_anchor(on: str, years: int) -> None:
    assert Occasion("x", date(2003, 11, 6), date.fromisoformat(on)).years == years


def test_an_unknown_key_is_an_issue_at_its_line() -> None:
    file = read_yaml("editions/x/edition.yml", (LONG_BIEN + "colour: red\n").encode())
    read = edition_from(file, "x", {})
    assert read.edition is None
    assert [(issue.location, issue.kind) for issue in read.issues] == [(("colour",), "extra_forbidden")]
    assert file.span_of_key("colour").line == 7
