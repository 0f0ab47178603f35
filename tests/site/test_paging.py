from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from builder.site.paging import CARDS, leaves


@given(st.integers(0, 400), st.integers(1, 70))
def test_every_item_stands_on_exactly_one_page_in_order(count: int, size: int) -> None:
    pages = list(leaves("tap/tap-1/", range(count), size))
    assert [item for page in pages for item in page.items] == list(range(count))
    assert all(1 <= len(page.items) <= size for page in pages) or not count
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


@given(st.integers(1, 2000))
def test_pages_lead_to_each_other(count: int) -> None:
    pages = list(leaves("tap/tap-1/", range(count)))
    assert pages[0].before == ""
    assert pages[-1].after == ""
    for page, following in itertools.pairwise(pages):
        assert page.after == following.path
        assert following.before == page.path
    addresses = {page.path for page in pages}
    for page in pages:
        assert {link.path for link in page.links} <= addresses
        assert [link.label for link in page.links if link.current] == [str(page.number)]


@given(st.integers(1, 2000), st.integers(0, 40))
def test_a_gap_stands_where_pages_are_not_named(count: int, number: int) -> None:
    pages = list(leaves("tap/tap-1/", range(count), 20))
    links = pages[number % len(pages)].links
    for before, link in itertools.pairwise(links):
        assert link.gap == (int(link.label) > int(before.label) + 1)
    assert not links[0].gap
    assert len(links) <= 7


def test_sixty_stories_need_one_page_and_one_more_needs_two() -> None:
    assert [page.path for page in leaves("x/", range(CARDS))] == ["x/"]
    assert [page.path for page in leaves("x/", range(CARDS + 1))] == ["x/", "x/2/"]


def test_an_empty_listing_still_has_its_page() -> None:
    empty: list[str] = []
    assert [page.total for page in leaves("x/", empty)] == [1]
