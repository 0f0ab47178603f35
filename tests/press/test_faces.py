"""Fonts taken from the engine's hands say what the fonts of the written file would say."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from pikepdf import Pdf

from builder.model import BuilderError
from builder.press.faces import FontsApart
from builder.press.fonts import Fonts
from builder.press.leaf import unpacked
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from builder.press.union import FontUnion
from tests.press.making import document, outfit

HTML = document(
    "<h1>Bến sông</h1><p>Sáng <em>nào</em> bà\u00a0cũng “ra giếng” – <strong>1992–2022</strong> – AVATAR, Tô. "
    "<small style='letter-spacing: 1pt'>Khuỷu tay</small></p><div class='plate-name'>Ẵm Ỷ Ựa</div>"
)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


def test_they_are_those_of_the_written_document(setter: Typesetter) -> None:
    union = FontUnion(outfit().fonts)
    with Pdf.open(io.BytesIO(setter.set(Sheet("tờ", HTML)))) as written:
        union.take(written, "tờ")
    assert len(union.faces) > 2
    assert unpacked(setter.cut(Sheet("tờ", HTML))[0]).faces == union.faces


def test_a_font_that_is_none_of_the_house_is_named() -> None:
    used = FontsApart({1: SimpleNamespace(name=b"/ABCDEF+Lato", hash="ABCDEF", file_content=program("literata"))})
    others = Fonts({name: data for name, data in outfit().fonts.files.items() if not name.startswith("literata")})
    with pytest.raises(BuilderError, match="Phông lạ “Lato” lọt vào bài “Thử”"):
        used.faces("bài “Thử”", others, {})


def program(family: str) -> bytes:
    return next(data for name, data in outfit().fonts.files.items() if name.startswith(family))
