from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from builder.book import Chunk
from builder.book.indexes import index_chunk
from builder.model import SectionBy
from builder.pipeline.bookwork import bind
from builder.pipeline.listings import cut_chunks, sheet_of
from builder.press.made_photo import MadePhoto
from builder.press.outfit import Outfit
from builder.press.pool import PressRoom
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.book.making import desk, plan_of, stories
from tests.press.making import Memory, outfit
from tests.press.printing import body, kit_in

COUNT = 40


def index(first: int) -> Chunk:
    held = stories(COUNT)
    folios: Mapping[str, int] = {story.id: first + 3 * n for n, story in enumerate(held)}
    return index_chunk(desk(), "units", held, folios)


def texts(given: Outfit, store: Memory, *chunks: Chunk) -> list[list[str]]:
    with PressRoom(given, store) as room:
        return [[page.text for page in kept.leaf().pages] for kept in cut_chunks(room, chunks, None)]


def literal(given: Outfit, chunk: Chunk) -> list[str]:
    with PressRoom(given, Memory()) as room:
        return [page.text for page in room.cut([sheet_of(chunk)])[0].leaf().pages]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML of all sheets that are set from now on."""
    seen: list[str] = []
    done = Typesetter.cut

    def told(self: Typesetter, sheet: Sheet) -> tuple[bytes, dict[bytes, MadePhoto]]:
        seen.append(sheet.html)
        return done(self, sheet)

    monkeypatch.setattr(Typesetter, "cut", told)
    return seen


def test_a_listing_is_set_once_for_all_folios_with_the_same_room(counted: list[str]) -> None:
    wanted = [literal(outfit(), index(first)) for first in (101, 302)]
    counted.clear()
    store = Memory()
    assert [*texts(outfit(), store, index(101)), *texts(outfit(), store, index(302))] == wanted
    assert len(counted) == 1


def test_when_folios_gain_a_figure_no_listing_is_set_again_and_the_book_is_that_made_from_nothing(
    counted: list[str], tmp_path: Path
) -> None:
    held = [replace(told, body="Một câu ngắn.\n") for told in stories(8)]
    longer = [replace(told, body=body(700)) if n == 0 else told for n, told in enumerate(held)]
    parts = {"front": ("contents",), "back": ("persons", "units", "colophon"), "sections": SectionBy.NONE}
    before, after = plan_of(*held, **parts), plan_of(*longer, **parts)
    kit = replace(kit_in(tmp_path), workers=1)
    first = bind(before, kit)
    counted.clear()
    warm = bind(after, kit)
    assert ["Chuyện thứ 0" in html for html in counted] == [True]
    gained = [told.id for told in held if len(str(first.folios[told.id])) < len(str(warm.folios[told.id]))]
    assert gained
    assert warm.pdf == bind(after, replace(kit_in(tmp_path), workers=1)).pdf


def test_where_figures_differ_in_width_a_listing_is_set_with_its_folios() -> None:
    style = f'{outfit().style}\n.entry a {{ font-feature-settings: "lnum" 1, "pnum" 1 }}'
    given = replace(outfit(), style=style)
    assert texts(given, Memory(), index(302)) == [literal(given, index(302))]
