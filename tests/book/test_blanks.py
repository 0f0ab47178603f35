from hypothesis import given
from hypothesis import strategies as st

from builder.book.blanks import form_of


def line(folio: int) -> str:
    return f'<a href="page:{folio}" data-folio="{folio}">Bài</a> <a href="page:{folio}">{folio}</a>,'


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


def test_a_folio_stays_where_no_stand_in_is_left() -> None:
    form = form_of(f"<p>0</p>{line(7)}{line(12)}")
    assert form.wanted == ("12", "12")
    assert line(7) in form.html


def test_only_links_that_show_their_page_are_left_open() -> None:
    html = '<p>Số 12</p><a href="page:12">trang 12</a><a href="site:12">12</a>'
    assert form_of(html).html == html
