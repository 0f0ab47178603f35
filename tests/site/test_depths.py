from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.depths import STEPS, Depths

COUNTS = st.lists(st.integers(0, 40_000), max_size=130)


@given(COUNTS)
def test_more_stories_are_never_paler(counts: list[int]) -> None:
    depths = Depths.of(counts)
    found = [depths.depth(count) for count in sorted(counts)]
    assert found == sorted(found)
    assert all(0 <= depth <= STEPS for depth in found)
    assert all((depth == 0) == (count == 0) for depth, count in zip(found, sorted(counts), strict=True))


@given(COUNTS)
def test_the_legend_has_a_line_for_every_depth_that_occurs(counts: list[int]) -> None:
    depths = Depths.of(counts)
    assert {depths.depth(count) for count in counts} - {0} <= {depth for depth, _ in depths.labels}
    assert all(lower < upper for lower, upper in itertools.pairwise(depths.floors))


@pytest.mark.parametrize(
    ("counts", "labels"),
    [
        ([0, 0], []),
        ([1, 0, 1], ["1 bài"]),
        ([1, 1, 2, 12], ["1 bài", "2 bài", "3–5 bài", "6–12 bài"]),
        ([523, 600, 3100], ["520–809 bài", "810–1.199 bài", "1.200–1.899 bài", "1.900–3.100 bài"]),
    ],
)
def test_the_legend_in_words(counts: list[int], labels: list[str]) -> None:
    assert [words for _, words in Depths.of(counts).labels] == labels
