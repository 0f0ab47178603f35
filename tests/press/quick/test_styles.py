"""Values of styles found the short way are those WeasyPrint finds, in whatever order they are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from hypothesis import given, settings
from hypothesis import strategies as st
from weasyprint.css.properties import INITIAL_VALUES  # type: ignore[import-untyped]  # ships no types

from builder.press.quick import quickened
from tests.press.making import document
from tests.press.quick.comparing import compare_boxes, laid_out

NAMES = sorted(name for name in INITIAL_VALUES if not re.search("(^|_)(block|inline|inset)(_|$)|_(start|end)_", name))
"""All that boxes are asked for; of start and end only rules speak."""
SAID = (
    "margin: 0", "margin: 1mm 2%", "margin-inline-start: 3mm", "margin-left: auto", "margin-top: -0px; padding: 0%",
    "padding: 1em", "padding-block: 2pt", "width: 50%", "width: 30mm; box-sizing: border-box", "min-width: 10mm",
    "max-inline-size: 40mm", "height: 4em", "border: 1px solid", "border-left-width: 2mm", "border-top-style: double",
    "border-inline-start: 1mm dotted", "outline: 1mm solid", "outline-width: 3mm", "font-size: 2em", "direction: rtl",
    "text-decoration: underline", "text-decoration-line: none", "position: absolute", "float: right", "display: inline",
    "padding: inherit", "border-width: inherit", "margin: unset", "margin-left: calc(1mm + 2%)", "width: var(--w, 9mm)",
    "--w: 7mm", "display: table; border-collapse: collapse", "page: furniture", "visibility: hidden",
)  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(SAID), max_size=4), min_size=1, max_size=4), st.permutations(NAMES))
@settings(max_examples=60, deadline=None)
def test_values_are_those_of_the_engine(said: list[list[str]], names: list[str]) -> None:
    opened = "".join(f"<div style='{'; '.join(one)}'>" for one in said)
    html = document(f"{opened}Giếng <em>làng</em>{'</div>' * len(said)}")
    assert values(html, names, quickened) == values(html, names, nullcontext)
    compare_boxes(html)


def values(html: str, names: list[str], manner: Callable[[], AbstractContextManager[None]]) -> list[dict[str, str]]:
    """All values of all styles of a document, asked for in an order."""
    with manner():
        return [{name: repr(box.style[name]) for name in names} for box in laid_out(html)]
