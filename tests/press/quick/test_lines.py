"""With the stand-ins WeasyPrint draws what it draws without them: the same breaks, glyphs and places."""

from __future__ import annotations

import re
from typing import Any

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types
from cssselect2 import tree  # type: ignore[import-untyped]
from hypothesis import example, given, settings
from hypothesis import strategies as st
from weasyprint import draw, layout
from weasyprint.css import ComputedStyle  # type: ignore[import-untyped]
from weasyprint.draw import text as drawing  # type: ignore[import-untyped]
from weasyprint.layout import block, inline, preferred  # type: ignore[import-untyped]

from builder.model import BuilderError
from builder.press.quick import lines, quickened
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document
from tests.press.quick.comparing import compare, one_setter

TEXT = """Sáng nào bà cũng ra giếng quẩy đôi thùng đi qua ngõ hẹp chào từng nhà khuỷu tay Ẵm Ỷ Ựa AVATAR Tô Vũ T. f
“Nước “Thôi được” (1992) (trong – — … 30.000 3/2 1992–2022 Hà\u00a0Nội 8\u00a0kg “Bà\u00a0Tư” !? Thái-lan ( ) ” ,
co\u00adop a\u200bb V’ / \u00a0 công-ten-nơ 1992-1993 nhà\u00a0\u00a0cửa"""
WORDS = re.split(r"[ \n]", TEXT)
MANNERS = (
    "<em>", "<strong>", "<strong><em>", "<a href='x'>", "<small style='letter-spacing: 1pt'>", "<u>",
    "<span style='white-space: nowrap'>", "<span style='visibility: hidden'>",
)  # fmt: skip
PLACES: tuple[tuple[Any, str], ...] = (
    (inline, "split_first_line"), (inline, "create_layout"), (preferred, "split_first_line"),
    (drawing, "draw_first_line"), (block, "resolve_percentages"), (ComputedStyle, "__missing__"),
    (inline, "get_next_linebox"), (draw, "draw_text"), (draw, "draw_inline_level"), (layout, "make_margin_boxes"),
    (tree, "compile_selector_list"),
)  # fmt: skip


@pytest.fixture
def setter() -> Typesetter:
    return one_setter()


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of some measure, set somehow, with something marked in it."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
    begin = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(begin, len(words) - 1))
    manner = draw(st.sampled_from(MANNERS))
    words[begin] = f"{manner}{words[begin]}"
    words[end] += "".join(f"</{name}>" for name in reversed(re.findall(r"<(\w+)", manner)))
    width = draw(st.integers(1, 120))
    align = draw(st.sampled_from(("justify", "left", "right", "center")))
    return f'<p style="width: {width}mm; text-align: {align}">{" ".join(words)}</p>'


@given(st.lists(paragraphs(), min_size=1, max_size=4))
@example(['<p style="width: 18mm"><em>“Bà\u00a0Tư” \u00a0 Sáng</em></p>'])
@example(['<p style="width: 14mm"><em>Sáng \u00a0</em> Sáng \u00a0Sáng Sáng\u00a0 Sáng</p>'])
@settings(max_examples=60, deadline=None)
def test_lines_are_those_of_the_engine(made: list[str]) -> None:
    compare(one_setter(), document("".join(made)))


def test_boxes_are_those_of_the_engine(setter: Typesetter) -> None:
    many = " ".join(WORDS[:40])
    compare(
        setter,
        document(
            f"<h1 style='margin: 5%'>{many}</h1><h2>{many}</h2><ul><li>{many}<li><p>{many}</p></ul>"
            f"<blockquote><p>{many}</p></blockquote><table><tr><td>{many}<td style='width: 30%'>{many}</table>"
            f"<div style='float: left; width: calc(20% + 5mm); box-sizing: border-box; padding: 2mm'>{many}</div>"
            f"<p><span class='cap'>S</span>{many}</p><p style='margin-inline-start: 1cm; text-indent: 10%'>{many}</p>"
            f"<div style='columns: 2'><p>{many}</p><p>{many}</p></div>"
            f"<p style='white-space: pre-wrap'>{many}  {many}</p>"
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 30'>"
            "<text x='9' y='20' font-family='Literata'>Bến sông</text></svg>"
            f"<div style='position: absolute; bottom: 0; left: 10%; max-width: 50%'>{many}</div>"
            f"<p style='hyphens: auto; text-decoration: underline'>{many}</p><p lang='en' dir='rtl'>{many}</p>"
        ),
    )


def test_a_plain_text_is_wholly_counted(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(text: str, *_: object, **__: object) -> None:
        pytest.fail(f"left to the engine: {text}")

    monkeypatch.setattr(lines, "_split_first_line", asked)
    monkeypatch.setattr(lines, "_draw_first_line", asked)
    text = "“Sáng nào bà cũng ra giếng”, bà\u00a0Tư bảo; “Nước trong (và mát) – là được.” " * 9
    setter.cut(Sheet("tờ", document(f"<p>{text.strip()}</p>")))


def test_the_engine_is_left_as_it_was() -> None:
    usual = [getattr(*place) for place in PLACES]
    with quickened():
        assert not [place for place, own in zip(PLACES, usual, strict=True) if getattr(*place) is own]
    with pytest.raises(ZeroDivisionError), quickened():
        1 / 0  # noqa: B018
    assert [getattr(*place) for place in PLACES] == usual


def test_another_release_of_the_engine_is_not_worked_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    with pytest.raises(BuilderError, match=r"WeasyPrint 70\.0, máy này có bản 70\.1"), quickened():
        pass
