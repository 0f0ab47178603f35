from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from builder.site.timeline import timeline_page, years
from builder.vocabulary import load_milestones
from tests.factory import library, story
from tests.site.conftest import MakeKit


def test_every_year_since_the_beginning_stands_once() -> None:
    found = years(library(story(), story("tap-29/b", year=2023, volume=29)))
    assert [year.year for year in found] == list(range(1992, 2027))


def test_counts_and_bars() -> None:
    told = [story(f"tap-28/a{n}") for n in range(4)] + [story("tap-29/b", year=2023, volume=29)]
    found = {year.year: year for year in years(library(*told))}
    assert (found[2022].count, found[2022].bar, found[2022].path) == (4, 1000, "nam/2022/")
    assert (found[2023].count, found[2023].bar) == (1, 250)
    assert [link.label for link in found[2023].volumes] == ["Tập 29"]
    assert (found[1993].count, found[1993].bar, found[1993].path, found[1993].quiet) == (0, 0, "", True)


@given(st.lists(st.sampled_from([1999, 2004, 2022, 2023]), max_size=30))
def test_counts_add_up_to_the_library(chosen: list[int]) -> None:
    held = library(*(story(f"tap-28/a{n}", year=year) for n, year in enumerate(chosen)))
    found = years(held)
    assert sum(year.count for year in found) == len(held.stories)
    assert all((year.bar > 0) == (year.count > 0) for year in found)
    assert max(year.bar for year in found) == (1000 if chosen else 0)


def test_every_event_shows_its_source_and_how_far_it_was_read(make_kit: MakeKit) -> None:
    body = timeline_page(make_kit(story())).body
    told = re.findall(r'<p class="event-text">', body)
    assert len(told) == len(re.findall(r'<span class="event-from">[^<]+</span>', body)) == len(load_milestones())
    assert body.count("event-unsure") == sum(stone.confidence == "medium" for stone in load_milestones())


def test_the_table_says_what_the_timeline_says(make_kit: MakeKit) -> None:
    body = timeline_page(make_kit(story(), story("tap-28/b"))).body
    drawn, table = body.split("<table")
    years_drawn = re.findall(r'<h2 class="moment-year">(\d+)</h2>', drawn)
    rows = re.findall(r'<tr><th scope="row">(\d+)</th><td class="number">(\d+)</td>', table)
    assert [year for year, _ in rows] == years_drawn
    assert dict(rows)["2022"] == "2"
    assert all(stone.text in table for stone in load_milestones())


def test_a_bar_is_an_attribute_not_a_style(make_kit: MakeKit) -> None:
    body = timeline_page(make_kit(story())).body
    assert '<rect width="1000" height="10"/>' in body
    assert "style=" not in body
