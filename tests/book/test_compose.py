import re
from dataclasses import replace
from pathlib import Path

import pytest

from builder.book import Chunk, ChunkKind, ComposedBook
from builder.book.compose import compose
from builder.book.contents import ContentsGroup, ContentsLine, contents_chunk
from builder.book.furniture import furniture
from builder.book.geometry import PROOF_BAND
from builder.edition import BookPlan
from builder.model import BuilderError, SectionBy
from builder.vietnamese.typo import NO_BREAK
from tests.book.making import desk, plan_of, setter, stories

GOLDEN = Path(__file__).parent / "golden"


def pages_of(chunk: Chunk) -> int:
    """Stories of one to four pages, contents of one page for every eight lines, everything else one."""
    if chunk.kind is ChunkKind.STORY:
        return 1 + sum(map(ord, chunk.id)) % 4
    if chunk.kind is ChunkKind.CONTENTS:
        return -(-chunk.html.count('class="line"') // 8)
    return 1


def composed(plan: BookPlan) -> ComposedBook:
    return compose(desk(sections=plan.edition.sections), plan, setter(pages_of))


def contents_folios(book: ComposedBook) -> list[int]:
    html = book.chunks["contents"].chunk.html
    return [int(folio) for folio in re.findall(r'data-folio="(\d+)"', html)]


def test_the_contents_are_set_as_the_golden_page_says() -> None:
    groups = [
        ContentsGroup("", (ContentsLine("Lời nói đầu", "", 5),)),
        ContentsGroup("Quận Long Biên", (ContentsLine("Giếng nước", "Đỗ Thị Hoà", 11), ContentsLine("Bến", "", 14))),
        ContentsGroup("Quận không bài", ()),
    ]
    assert contents_chunk(desk(), groups, 2).html == (GOLDEN / "contents.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_contents_and_indexes_name_the_pages_on_which_stories_open(count: int) -> None:
    plan = plan_of(*stories(count))
    book = composed(plan)
    opened = {page.chunk: page.folio for page in book.pages if page.index == 0}
    assert book.folios == {told.id: opened[f"story/{told.id}"] for told in plan.stories}
    expected = [opened["text/loi-noi-dau"], *book.folios.values(), opened["index/persons"], opened["index/units"]]
    assert contents_folios(book) == expected
    index = book.chunks["index/units"].chunk.html.replace(NO_BREAK, " ")
    for told in plan.stories:
        line = re.search(rf"{told.unit}</span>(?:&nbsp;)+<[^>]*>(\d+)<", index)
        assert line is not None
        assert int(line[1]) == book.folios[told.id]


def test_the_book_fills_its_last_sheet_and_ends_with_the_colophon() -> None:
    for count in range(1, 9):
        book = composed(plan_of(*stories(count)))
        assert len(book.pages) % 8 == 0
        assert book.pages[-1].chunk == "colophon"


def test_every_placed_page_exists() -> None:
    book = composed(plan_of(*stories(12)))
    for page in book.pages:
        assert page.index < book.chunks[page.chunk].pages


def test_sections_open_on_rectos_and_large_ones_face_a_plate() -> None:
    plan = plan_of(*stories(9))
    book = composed(plan)
    for section in plan.sections:
        opening = next(page for page in book.pages if page.chunk == f"section/{section.code}")
        assert opening.folio % 2 == 1
        assert len(section.stories) < 3 or book.pages[opening.folio - 2].chunk == f"plate/{section.code}"


def test_the_frontispiece_faces_the_title() -> None:
    book = composed(plan_of(*stories(1)))
    assert [page.chunk for page in book.pages[:4]] == ["half-title", "plate/frontispiece", "title", "imprint"]


def test_a_book_without_sections_has_neither_openings_nor_groups() -> None:
    plan = plan_of(*stories(4), sections=SectionBy.NONE)
    book = composed(plan)
    assert not [page for page in book.pages if page.chunk.startswith("section/")]
    assert "<h2>" not in book.chunks["contents"].chunk.html


def test_contents_that_never_stand_still_stop_the_work() -> None:
    turns = iter(range(3, 1000, 2))

    def restless(chunk: Chunk) -> int:
        return next(turns) if chunk.kind is ChunkKind.CONTENTS else 1

    with pytest.raises(BuilderError, match="Mục lục"):
        compose(desk(), plan_of(*stories(3)), setter(restless))


def test_a_plate_that_outgrows_its_page_is_named() -> None:
    def swollen(chunk: Chunk) -> int:
        return 2 if chunk.id == "plate/frontispiece" else 1

    with pytest.raises(BuilderError, match="trang hoa"):
        compose(desk(), plan_of(*stories(3)), setter(swollen))


def test_an_unknown_part_is_named() -> None:
    plan = plan_of(*stories(1), front=("title", "loi-cam-on"))
    with pytest.raises(BuilderError, match="loi-cam-on"):
        compose(desk(), plan, setter(pages_of))


def test_a_changed_story_changes_no_other_chunk() -> None:
    held = stories(6)
    before = composed(plan_of(*held)).chunks
    changed = [replace(told, body="Khác hẳn.\n") if n == 2 else told for n, told in enumerate(held)]
    after = composed(plan_of(*changed)).chunks
    differing = {key for key in before if before[key].chunk != after[key].chunk}
    assert differing == {"story/tap-28/bai-2"}


def test_furniture_stands_outside_and_opening_pages_are_bare() -> None:
    book = composed(plan_of(*stories(9)))
    for page in book.pages:
        kind = book.chunks[page.chunk].chunk.kind
        stamps = furniture(page, book.chunks, book.geometry)
        reading = kind in (ChunkKind.STORY, ChunkKind.TEXT, ChunkKind.CONTENTS, ChunkKind.INDEX)
        assert len(stamps) == (0 if not reading else 1 if page.index == 0 else 2)
        for stamp in stamps:
            assert stamp.left.mm == (20 if page.folio % 2 else 16)
        if stamps:
            assert stamps[0].index == (page.folio - 1) % 64
        if len(stamps) == 2:
            assert stamps[1].chunk == (page.chunk if page.folio % 2 else "head")


def test_a_proof_says_so_at_the_head_and_the_foot_of_every_page() -> None:
    book = compose(desk(), plan_of(*stories(9)), setter(pages_of), proof=True)
    plain = composed(plan_of(*stories(9)))
    assert [page.chunk for page in book.pages] == [page.chunk for page in plain.pages]
    for page in book.pages:
        head, foot, *others = furniture(page, book.chunks, book.geometry)
        assert head.chunk == foot.chunk == "proof"
        assert foot.bottom.mm + PROOF_BAND.mm < book.geometry.foot_strip.mm
        assert head.bottom.mm > book.geometry.head_strip.mm + 5.2
        assert tuple(others) == furniture(page, plain.chunks, plain.geometry)


def test_pages_that_only_fill_the_last_signature_are_counted() -> None:
    for count in range(1, 9):
        book = composed(plan_of(*stories(count)))
        assert 0 <= book.fillers < 8
        filling = [page for page in book.pages if page.chunk.startswith("gallery")]
        assert len(filling) <= book.fillers <= book.flower_pages
        kinds = [book.chunks[page.chunk].chunk.kind for page in book.pages]
        assert book.flower_pages == sum(kind in ("plate", "ornament", "gallery") for kind in kinds)


def test_the_outline_follows_the_contents() -> None:
    book = composed(plan_of(*stories(6)))
    assert [mark.folio for mark in book.outline if mark.level == 1] == list(book.folios.values())
    assert book.outline[0].title == "Lời nói đầu"


@pytest.mark.parametrize("wrong", [0, 1, 1000])
def test_what_is_hoped_of_listings_changes_nothing(wrong: int) -> None:
    plan = plan_of(*stories(40))
    book = composed(plan)
    pages = {key: held.pages + wrong for key, held in book.chunks.items() if key.startswith(("contents", "index/"))}
    assert compose(desk(), plan, setter(pages_of), hoped=pages) == book
