"""WeasyPrint made quicker, without its results changing: some of its inner functions are stood in for while it works.

Each of the stand-ins says what it stands in for, and does the same in less time for what a book is full of: words of
one font in lines, lengths that are lengths, empty margins. What it cannot do it hands back. They know WeasyPrint from
inside; so they serve one release, and everybody else of the process keeps the engine as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import weasyprint  # type: ignore[import-untyped]  # ships no types
from cssselect2 import tree  # type: ignore[import-untyped]
from weasyprint import draw
from weasyprint.css import ComputedStyle  # type: ignore[import-untyped]
from weasyprint.draw import text as drawing  # type: ignore[import-untyped]
from weasyprint.layout import inline, page, percent  # type: ignore[import-untyped]
from weasyprint.text import line_break  # type: ignore[import-untyped]

from builder.model import BuilderError

from . import lines, pages, paragraphs, showing, styles

_RELEASE: Final = "70.0"

Place = tuple[Any, str]
"""Something that has a name: a module, a class."""


@contextmanager
def quickened() -> Iterator[None]:
    """Let WeasyPrint work with the stand-ins.

    Raises:
        BuilderError: this is another release of WeasyPrint.
    """
    if weasyprint.__version__ != _RELEASE:
        msg = f"Xưởng in làm với WeasyPrint {_RELEASE}, máy này có bản {weasyprint.__version__}."
        raise BuilderError(msg, "Cài lại các gói đúng bản ghi trong requirements.lock.")
    usual = [(place, getattr(*place)) for place, _ in _STAND_INS]
    try:
        for place, stand_in in _STAND_INS:
            setattr(*place, stand_in)
        yield
    finally:
        for place, own in usual:
            setattr(*place, own)


def _called(function: Callable[..., Any]) -> Iterator[Place]:
    """Wherever WeasyPrint has a function of its own by name."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint" and getattr(module, function.__name__, None) is function:
            yield module, function.__name__


_STAND_INS: Final[tuple[tuple[Place, Callable[..., Any]], ...]] = (
    *((place, lines.split_first_line) for place in _called(line_break.split_first_line)),
    *((place, lines.draw_first_line) for place in _called(drawing.draw_first_line)),
    *((place, showing.draw_text) for place in _called(drawing.draw_text)),
    *((place, showing.draw_inline_level) for place in _called(draw.draw_inline_level)),
    *((place, pages.make_margin_boxes) for place in _called(page.make_margin_boxes)),
    *((place, styles.resolve_percentages) for place in _called(percent.resolve_percentages)),
    *((place, styles.strut) for place in _called(line_break.strut)),
    ((inline, inline.get_next_linebox.__name__), paragraphs.get_next_linebox),
    ((inline, line_break.create_layout.__name__), lines.create_layout),
    ((tree, tree.compile_selector_list.__name__), styles.compile_selector_list),
    ((ComputedStyle, ComputedStyle.__missing__.__name__), styles.missing),
)
