"""Lines of plain words are drawn with the operators WeasyPrint would write, whatever is around them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.press.quick import showing
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit
from tests.press.quick.comparing import compare, one_setter

TEXT = "Sáng nào bà cũng ra giếng, quẩy đôi thùng đi qua ngõ hẹp. " * 9


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{TEXT}</p>",
        "<p>\u00a0</p><p>\u00a0 \u00a0</p><p>Bùi An\u00a0\u00a0<em>\u00a0</em></p>",
        f"<p style='visibility: hidden'>{TEXT}<em style='visibility: visible'>rõ</em></p>",
        f"<p style='overflow: hidden; white-space: nowrap; text-overflow: ellipsis'>{TEXT}</p>",
        f"<p style='max-lines: 2; block-ellipsis: auto; text-align: left'>{TEXT}</p>",
        f"<p>{TEXT}<span style='background: device-cmyk(0 0 0.2 0); border: 1px solid'>khung</span> {TEXT}</p>",
        f"<p style='color: device-cmyk(0 1 0 0)'>{TEXT}<b>đậm</b> <a href='x'>{TEXT}</a></p><h1>{TEXT}</h1>",
        f"<ul><li>{TEXT}<li style='list-style-position: inside'>{TEXT}</ul>",
        f"<p><i style='position: relative; top: 1mm'>{TEXT}</i><i style='display: inline-block'>hộp</i></p>",
        f"<p style='text-decoration: underline'>{TEXT}</p><p style='font-size: 0'>{TEXT}</p>",
        "<p>AVATAR <span style='font-kerning: none'>AVATAR</span> <i>AVATAR</i> 1992</p>",
    ],
)
def test_text_is_drawn_as_the_engine_draws_it(body: str) -> None:
    compare(one_setter(), document(body))


def test_tagged_text_is_drawn_as_the_engine_draws_it(monkeypatch: pytest.MonkeyPatch) -> None:
    setter, sheet = Typesetter(replace(outfit(), tagged=True)), Sheet("tờ", document(f"<h1>Giếng</h1><p>{TEXT}</p>"))
    ours = setter.set(sheet)
    monkeypatch.setattr(showing, "_bare", lambda _: False)
    assert setter.set(sheet) == ours


def test_a_plain_line_is_not_left_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_draw_text", "_draw_inline_level"):
        monkeypatch.setattr(showing, name, lambda *_: pytest.fail("the engine was asked"))
    one_setter().cut(Sheet("tờ", document(f"<p>{TEXT}</p><p>Bà\u00a0Tư: {TEXT}</p>")))
