"""Numbers filled in afterwards stand as if they had been set: the same drawings, byte for byte."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from builder.book.blanks import form_of
from builder.press.fill import filled
from builder.press.leaf import Leaf, unpacked
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit

FOLIOS = (*range(16, 97, 9), *range(100, 1000, 17), *range(1000, 1400, 7))
STYLE = 'font-feature-settings: "lnum" 1, "tnum" 1'


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


def listing(folios: tuple[int, ...], style: str = STYLE) -> str:
    """Names with numbers in them, a leader or not, and the folio."""
    lines = (
        f'<p class="line"><a href="page:{folio}" data-folio="{folio}">Tổ {n} phố 007<em> Bà {n}</em></a></p>'
        f'<p class="entry">Đinh An <em>({2000 + n})</em> <a style=\'{style}\' href="page:{folio}">{folio}</a>,'
        f"<a style='{style}' href=\"page:{folio}\"> {folio}</a></p>"
        for n, folio in enumerate(folios)
    )
    return document(f'<div class="contents">{"".join(lines)}</div>')


def cut(setter: Typesetter, html: str) -> Leaf:
    return unpacked(setter.cut(Sheet("danh sách", html))[1])


def drawn(leaf: Leaf) -> list[bytes]:
    return [zlib.decompress(page.drawing) for page in leaf.pages]


def test_filled_pages_are_those_set_with_their_numbers(setter: Typesetter) -> None:
    html = listing(FOLIOS)
    form = form_of(html)
    leaf = filled(cut(setter, form.html), form.held, form.wanted)
    wanted = cut(setter, html)
    assert leaf is not None
    assert len(form.wanted) == 3 * len(FOLIOS)
    assert drawn(leaf) == drawn(wanted)
    assert [page.text for page in leaf.pages] == [page.text for page in wanted.pages]
    assert leaf.faces.keys() == wanted.faces.keys()


def test_other_folios_of_as_many_figures_make_the_same_form_and_another_leaf(setter: Typesetter) -> None:
    first, second = form_of(listing(FOLIOS)), form_of(listing(tuple(folio + 2 for folio in FOLIOS)))
    assert first.html == second.html
    leaf = cut(setter, first.html)
    ids = {made.id for form in (first, second) if (made := filled(leaf, form.held, form.wanted))}
    assert len(ids | {leaf.id}) == 3


def test_figures_of_different_widths_are_not_filled_in(setter: Typesetter) -> None:
    form = form_of(listing(FOLIOS, 'font-feature-settings: "lnum" 1, "pnum" 1'))
    assert filled(cut(setter, form.html), form.held, form.wanted) is None


def test_a_stand_in_that_is_not_drawn_or_a_figure_never_seen_is_not_filled_in(setter: Typesetter) -> None:
    form = form_of(listing(FOLIOS))
    leaf = cut(setter, form.html)
    assert filled(replace(leaf, pages=leaf.pages[1:]), form.held, form.wanted) is None
    few = form_of(listing((999,)))
    assert filled(cut(setter, few.html), few.held, few.wanted) is None
