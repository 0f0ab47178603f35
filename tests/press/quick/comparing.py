"""WeasyPrint with the stand-ins and without: what comes out of both, and where boxes stand."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

import pytest

from builder.press import typeset
from builder.press.leaf import Leaf, unpacked
from builder.press.quick import quickened
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.press.making import outfit

NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:e-\d+)?")
NEAR = 1.0
"""Thousandths of a font's size by which another release of Pango may share out a space otherwise."""
PLAIN = (int, float, str, set, tuple, dict, type(None))

Box = tuple[str, dict[str, object]]
"""A box: its kind and tag, and what it knows of itself."""


@cache
def one_setter() -> Typesetter:
    """One that sets in the house's style, the same for all."""
    return Typesetter(outfit())


def compare(setter: Typesetter, html: str) -> None:
    """See that a sheet is cut the same, quickened or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "even", _as_it_is)
        ours = leaf(setter, html)
        patch.setattr(typeset, "quickened", nullcontext)
        theirs = leaf(setter, html)
    assert len(ours.pages) == len(theirs.pages)
    for our, their in zip(ours.pages, theirs.pages, strict=True):
        assert our.text == their.text
        assert our.depth == pytest.approx(their.depth, abs=0.01)
        drawn = [zlib.decompress(page.drawing) for page in (our, their)]
        assert NUMBER.sub(b"#", drawn[0]) == NUMBER.sub(b"#", drawn[1])
        numbers = [[float(number) for number in NUMBER.findall(drawing)] for drawing in drawn]
        assert numbers[0] == pytest.approx(numbers[1], abs=NEAR)
    assert ours.faces == theirs.faces


def compare_boxes(html: str) -> None:
    """See that every box of a sheet is where it was, quickened or not, and knows what it knew."""
    ours, theirs = (list(boxes(html, manner)) for manner in (quickened, nullcontext))
    assert ours == theirs


def boxes(html: str, manner: Callable[[], AbstractContextManager[None]]) -> Iterator[Box]:
    """The boxes of a sheet laid out in a manner."""
    with manner(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "even", _as_it_is)
        for box in laid_out(html):
            known = {name: value for name, value in vars(box).items() if type(value) in PLAIN and name != "children"}
            if laid := vars(box).get("pango_layout"):
                known["laid"] = laid.text, laid.justification_spacing, laid.max_width, laid.first_line_direction
            yield f"{type(box).__name__} {box.element_tag}", known


def _as_it_is(_: object) -> None:
    """Stands in for what knows plain words only."""


def laid_out(html: str) -> list[Any]:
    """The boxes of WeasyPrint's that a sheet is laid out in."""
    document, _ = one_setter()._laid_out(Sheet("tờ", html), {})  # noqa: SLF001 - before they are drawn
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - its only way to the boxes
    return [box for page in pages for box in page.descendants(placeholders=True)]


def leaf(setter: Typesetter, html: str) -> Leaf:
    """A sheet, set and cut."""
    return unpacked(setter.cut(Sheet("tờ", html))[0])
