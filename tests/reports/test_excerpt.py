from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builder.model import Span
from builder.reports.excerpt import excerpt
from tests.reports.making import PHONE


def marked(line: str, span: Span) -> str:
    found = excerpt(replace(PHONE, span=span), line)
    assert found is not None
    return found.marked


def test_the_place_is_marked_and_the_line_whole() -> None:
    found = excerpt(replace(PHONE, span=Span(5, 3, 5, 4)), "a bé c")
    assert found is not None
    assert (found.number, found.before, found.marked, found.after) == (5, "a ", "bé", " c")


def test_one_letter_stands_for_its_word() -> None:
    assert marked("approved: x", Span(1, 1)) == "approved"
    assert marked("gọi “bà", Span(1, 6)) == "bà"
    assert marked("gọi “bà", Span(1, 5)) == "“"


def test_a_mark_over_several_lines_ends_with_the_first() -> None:
    assert marked("một hai", Span(1, 5, 3, 2)) == "hai"


def test_what_nobody_sees_is_shown_as_its_code_point() -> None:
    assert marked("Hà\u200bNội", Span(1, 3, 1, 3)) == "[U+200B]"


def test_a_long_line_is_cut_between_words() -> None:
    line = "chữ " * 300
    found = excerpt(replace(PHONE, span=Span(1, 601, 1, 603)), line)
    assert found is not None
    assert found.before.startswith("…chữ")
    assert found.after.endswith("chữ…")
    assert len(found.before) + len(found.after) < 160


def test_there_is_nothing_to_show_of_an_empty_line() -> None:
    assert excerpt(PHONE, "  ") is None


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60),
    st.integers(1, 80),
    st.integers(0, 80),
)
def test_the_pieces_are_the_line(line: str, column: int, more: int) -> None:
    found = excerpt(replace(PHONE, span=Span(1, column, 1, column + more)), line)
    assert found is not None
    assert found.before + found.marked + found.after == line
