from hypothesis import given
from hypothesis import strategies as st

from builder.book.blanks import ROOM, form_of, room


def line(folio: int, figures: int = 0) -> str:
    space = room(folio, figures)
    led = f'data-folio="{folio}" data-figures="{figures}"'
    return f'<a href="page:{folio}" {led}>Bài</a> <a href="page:{folio}">{folio}</a>,{space}'


@given(st.lists(st.integers(1, 99_999), max_size=30))
def test_stand_ins_are_as_long_as_their_folios_and_written_like_no_other_number(folios: list[int]) -> None:
    html = "".join(f"<i>00 {folio}</i>{line(folio)}" for folio in folios)
    form = form_of(html)
    assert form.wanted == tuple(str(folio) for folio in folios for _ in range(2))
    assert [len(held) for held in form.held] == [len(wanted) for wanted in form.wanted]
    assert not set(form.held) & {"00", *map(str, folios)}


def test_folios_of_as_many_figures_share_a_form() -> None:
    assert form_of(line(17) + line(204)).html == form_of(line(99) + line(999)).html
    assert form_of(line(17)).html != form_of(line(170)).html


def test_folios_with_the_same_room_share_a_form_in_which_no_room_is_left() -> None:
    form = form_of(line(17, 4) + line(204, 4))
    assert form.html == form_of(line(999, 4) + line(1000, 4)).html
    assert ROOM not in form.html
    assert form.right == (True, False, True, False)
    assert {len(held) for held in form.held} == {4}
    assert form.wanted == ("17", "17", "204", "204")


def test_a_folio_stays_where_no_stand_in_is_left() -> None:
    form = form_of(f"<p>0 1 2 3 4 5 6 7 8 9</p>{line(7)}{line(12)}")
    assert form.wanted == ("12", "12")
    assert line(7) in form.html


def test_only_links_that_show_their_page_are_left_open() -> None:
    html = '<p>Số 12</p><a href="page:12">trang 12</a><a href="site:12">12</a>'
    assert form_of(html).html == html
