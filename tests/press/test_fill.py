"""Numbers filled in afterwards stand as if they had been set: the same drawings, byte for byte."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

import pytest

from builder.book.blanks import Form, form_of, room
from builder.press.fill import Blank, filled
from builder.press.leaf import Leaf, unpacked
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit

FOLIOS = (*range(16, 97, 9), *range(100, 1000, 17), *range(1000, 1400, 7))
STYLE = 'font-feature-settings: "lnum" 1, "tnum" 1'


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


STEP = re.compile(rb"1 0 0 -1 ([-.\d]+) [-.\d]+ Tm|/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ")


def listing(folios: tuple[int, ...], style: str = STYLE, figures: int = 0) -> str:
    """Names with numbers in them, a leader or not, and the folio with room for so many figures."""
    rooms = (room(folio, figures) for folio in folios)
    lines = (
        f'<p class="line"><a href="page:{folio}" data-folio="{folio}" data-figures="{figures}">'
        f"Tổ {n} phố 007<em> Bà {n}</em></a></p>"
        f'<p class="entry">Đinh An <em>({2000 + n})</em> <a style=\'{style}\' href="page:{folio}">{folio}</a>,{space}'
        f"<a style='{style}' href=\"page:{folio}\"> {folio}</a>;{space}<em> xem</em> Lê A</p>"
        for n, (folio, space) in enumerate(zip(folios, rooms, strict=True))
    )
    return document(f'<div class="contents">{"".join(lines)}</div>')


def blanks(form: Form) -> list[Blank]:
    return [Blank(*blank) for blank in zip(form.held, form.wanted, form.right, strict=True)]


def cut(setter: Typesetter, html: str) -> Leaf:
    return unpacked(setter.cut(Sheet("danh sách", html))[0])


def places(leaf: Leaf) -> list[list[tuple[float, str]]]:
    """Where on its line each text stands, page by page; spaces apart."""
    rows: list[list[tuple[float, str]]] = []
    for page in leaf.pages:
        x, font, row = 0.0, "", []
        for place, named, shown in STEP.findall(zlib.decompress(page.drawing)):
            x, font = float(place or x), named.decode() or font
            letters = leaf.faces[f"/{font}"].texts if shown else {}
            glyphs = b"".join(re.findall(rb"<([0-9a-f]+)>", shown)).decode()
            text = "".join(letters[int(glyphs[n : n + 4], 16)] for n in range(0, len(glyphs), 4))
            row += [(x, text)] if text.strip() else []
        rows.append(row)
    return rows


def drawn(leaf: Leaf) -> list[bytes]:
    return [zlib.decompress(page.drawing) for page in leaf.pages]


def test_filled_pages_are_those_set_with_their_numbers(setter: Typesetter) -> None:
    html = listing(FOLIOS)
    form = form_of(html)
    leaf = filled(cut(setter, form.html), blanks(form))
    wanted = cut(setter, html)
    assert leaf is not None
    assert len(form.wanted) == 3 * len(FOLIOS)
    assert drawn(leaf) == drawn(wanted)
    assert [page.text for page in leaf.pages] == [page.text for page in wanted.pages]
    assert leaf.faces.keys() == wanted.faces.keys()


def test_shorter_numbers_take_less_room_and_stand_flush_right_behind_leaders(setter: Typesetter) -> None:
    form = form_of(listing(FOLIOS, figures=4))
    assert {len(held) for held in form.held} == {4}
    leaf = filled(cut(setter, form.html), blanks(form))
    assert leaf is not None
    wanted = [place for page in places(cut(setter, listing(FOLIOS))) for place in page]
    found = [place for page in places(leaf) for place in page]
    assert [text for _, text in found] == [text for _, text in wanted]
    assert [x for x, _ in found] == pytest.approx([x for x, _ in wanted], abs=0.02)


def test_all_folios_with_the_same_room_make_the_same_form() -> None:
    low, high = (form_of(listing(folios, figures=4)) for folios in ((7, 99, 998), (8, 100, 1003)))
    assert low.html == high.html
    assert low.wanted != high.wanted


def test_other_folios_of_as_many_figures_make_the_same_form_and_another_leaf(setter: Typesetter) -> None:
    first, second = form_of(listing(FOLIOS)), form_of(listing(tuple(folio + 2 for folio in FOLIOS)))
    assert first.html == second.html
    leaf = cut(setter, first.html)
    ids = {made.id for form in (first, second) if (made := filled(leaf, blanks(form)))}
    assert len(ids | {leaf.id}) == 3


def test_figures_of_different_widths_are_not_filled_in(setter: Typesetter) -> None:
    form = form_of(listing(FOLIOS, 'font-feature-settings: "lnum" 1, "pnum" 1'))
    assert filled(cut(setter, form.html), blanks(form)) is None


def test_a_stand_in_that_is_not_drawn_or_a_figure_never_seen_is_not_filled_in(setter: Typesetter) -> None:
    form = form_of(listing(FOLIOS))
    leaf = cut(setter, form.html)
    assert filled(replace(leaf, pages=leaf.pages[1:]), blanks(form)) is None
    few = form_of(listing((999,)))
    assert filled(cut(setter, few.html), blanks(few)) is None
