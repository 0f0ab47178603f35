from collections.abc import Mapping
from dataclasses import replace

import pytest

from builder.book import Chunk
from builder.book.indexes import index_chunk
from builder.pipeline.listings import cut_chunks, sheet_of
from builder.press.pool import PressRoom
from builder.press.sheet import Sheet
from builder.press.typeset import Outfit, Typesetter
from tests.book.making import desk, stories
from tests.press.making import Memory, outfit

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


def test_a_listing_is_set_once_for_all_folios_of_as_many_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [literal(outfit(), index(first)) for first in (101, 302)]
    count: list[str] = []
    done = Typesetter.set

    def counted(self: Typesetter, sheet: Sheet) -> bytes:
        count.append(sheet.html)
        return done(self, sheet)

    monkeypatch.setattr(Typesetter, "set", counted)
    store = Memory()
    assert [*texts(outfit(), store, index(101)), *texts(outfit(), store, index(302))] == wanted
    assert len(count) == 1


def test_where_figures_differ_in_width_a_listing_is_set_with_its_folios() -> None:
    style = f'{outfit().style}\n.entry a {{ font-feature-settings: "lnum" 1, "pnum" 1 }}'
    given = replace(outfit(), style=style)
    assert texts(given, Memory(), index(302)) == [literal(given, index(302))]
