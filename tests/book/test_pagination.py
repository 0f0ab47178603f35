from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from builder.book.pagination import Part, openings, paginate

PARTS = st.lists(
    st.tuples(st.integers(1, 5), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=30
).map(
    lambda rows: [
        Part(f"chunk-{n}", pages, recto, f"plate-{n}" if recto and plate else "", wanted)
        for n, (pages, recto, plate, wanted) in enumerate(rows)
    ]
)


@given(PARTS)
def test_folios_count_from_one_without_a_gap(parts: list[Part]) -> None:
    pages = paginate(parts)
    assert [page.folio for page in pages] == list(range(1, len(pages) + 1))


@given(PARTS)
def test_every_page_of_every_part_stands_in_order(parts: list[Part]) -> None:
    placed = [(page.chunk, page.index) for page in paginate(parts) if page.chunk.startswith("chunk")]
    assert placed == [(part.chunk, index) for part in parts for index in range(part.pages)]


@given(PARTS)
def test_what_opens_on_a_recto_has_an_odd_folio_and_a_wanted_plate_faces_it(parts: list[Part]) -> None:
    pages = paginate(parts)
    opened = openings(pages)
    for part in parts:
        if not part.recto:
            continue
        folio = opened[part.chunk]
        assert folio % 2 == 1
        if part.plate and part.wanted and folio > 1:
            assert pages[folio - 2].chunk == part.plate


@given(PARTS)
def test_no_page_is_blank_and_fillers_stand_only_before_rectos(parts: list[Part]) -> None:
    pages = paginate(parts)
    rectos = {part.chunk for part in parts if part.recto}
    for page, after in pairwise(pages):
        if page.chunk.startswith(("ornament", "plate")):
            assert after.chunk in rectos or after.chunk.startswith("plate")


def test_an_unwanted_plate_takes_only_a_page_that_is_left_over() -> None:
    two, one = Part("a", 2), Part("a", 1)
    section = Part("b", recto=True, plate="plate", wanted=False)
    assert [page.chunk for page in paginate([two, section])] == ["a", "a", "b"]
    assert [page.chunk for page in paginate([one, section])] == ["a", "plate", "b"]


def test_a_wanted_plate_after_a_verso_leaves_an_ornament_on_the_recto() -> None:
    pages = paginate([Part("a", 2), Part("b", recto=True, plate="plate")])
    assert [page.chunk for page in pages] == ["a", "a", "ornament/0", "plate", "b"]
