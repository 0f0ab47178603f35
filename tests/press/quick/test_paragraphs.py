"""Lines of plain paragraphs stand where WeasyPrint puts them, and all it knows of them is known of them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from weasyprint.layout import inline  # type: ignore[import-untyped]  # ships no types

from builder.press.quick import paragraphs
from builder.press.sheet import Sheet
from tests.press.making import document
from tests.press.quick.comparing import compare_boxes, one_setter

WORDS = (
    "Sáng nào bà cũng ra giếng, quẩy đôi thùng, chào từng nhà. “Nước trong (và mát) là được”, bà\u00a0Tư bảo; – 1992 "
    "công-ten-nơ 1992–2022 3/2 \u00a0 co\u00adop ra-đi-ô, " + "khuỷu" * 5
).split(" ")
BODY = "Sáng nào bà cũng ra giếng, quẩy đôi thùng đi qua ngõ hẹp, bà\u00a0Tư bảo: “Nước trong là được.” " * 6
FLOAT = "<span style='float: {}; width: {}mm; height: {}mm'></span>"
MARKED = "<em>nghiêng hẳn</em>"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A paragraph of words, with floats and marked words in it or not, set somehow."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=80))
    floats = st.builds(FLOAT.format, st.sampled_from(("left", "right")), st.integers(1, 60), st.integers(1, 20))
    for inner in draw(st.lists(floats | st.just(MARKED) | st.just("<br>"), max_size=3)):
        words.insert(draw(st.integers(0, len(words))), inner)
    lead, end = draw(st.sampled_from(("", " ", "\n  "))), draw(st.sampled_from(("", " ")))
    return f"<p style='{draw(manners())}'>{lead}{' '.join(words)}{end}</p>"


@st.composite
def manners(draw: st.DrawFn) -> str:
    """How a paragraph is set."""
    align = draw(st.sampled_from(("justify", "left", "right", "center", "justify; text-align-last: justify")))
    indent, width = draw(st.integers(-5, 30)), draw(st.integers(1, 110))
    wrap = draw(st.sampled_from(("normal", "normal", "nowrap", "pre-line")))
    more = draw(
        st.sampled_from((
            "", "direction: rtl", "padding: 2mm; border: 1mm solid", "position: relative; top: 1mm", "overflow: hidden",
            "box-decoration-break: clone; padding: 1mm", "vertical-align: top", "word-spacing: -1pt",
        ))
    )  # fmt: skip
    return f"text-align: {align}; text-indent: {indent}mm; width: {width}mm; white-space: {wrap}; {more}"


@given(st.lists(texts(), min_size=1, max_size=4))
@example([f"<p>{BODY}</p>"] * 30)
@example(["<p style='white-space: nowrap'>Sáng công-ten-nơ</p>"])
@example(["<p style='text-indent: 1mm; width: 1mm'>Sáng Sáng co&shy;op</p>"])
@example([f"<p>{FLOAT.format('left', 9, 14)}{BODY}</p>", f"<p>{BODY}{MARKED} {BODY}</p>"] * 9)
@settings(max_examples=60, deadline=None)
def test_boxes_are_those_of_the_engine(made: list[str]) -> None:
    compare_boxes(document("".join(made)))


@pytest.mark.parametrize("style", ["max-lines: 3; block-ellipsis: auto", "columns: 2", "orphans: 5; widows: 5"])
def test_boxes_are_those_of_the_engine_where_blocks_are_cut(style: str) -> None:
    compare_boxes(document(f"<div style='{style}'>{f'<p>{BODY}</p>' * 20}</div>"))


@pytest.mark.parametrize("part", ["first-line { font-size: 12pt }", "first-letter { font-size: 20pt; float: left }"])
def test_first_lines_and_letters_of_their_own_are_left_to_the_engine(part: str) -> None:
    compare_boxes(document(f"<style>p::{part}</style><p>{BODY}</p>"))


def test_no_line_of_a_plain_paragraph_is_left_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lines_left(f"<p>{BODY.strip()}</p>" * 20, monkeypatch) == 0


def test_a_float_and_a_strange_word_cost_the_lines_they_touch_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"<p>{FLOAT.format('left', 9, 10)}{BODY} ra-đi-ô {BODY}</p>"
    assert 0 < lines_left(text, monkeypatch) <= 5


def lines_left(body: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many lines of a document the engine is asked for."""
    own, asked = inline.get_next_linebox, []

    def ask(*given: object) -> paragraphs.Line:
        asked.append(given)
        line: paragraphs.Line = own(*given)
        return line

    monkeypatch.setattr(paragraphs, "_get_next_linebox", ask)
    one_setter().cut(Sheet("tờ", document(body)))
    return len(asked)
