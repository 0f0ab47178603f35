"""Pages without anything in their margins: what stands in for WeasyPrint's margin boxes.

WeasyPrint makes sixteen boxes for the margins of every page, asks how large they are, and throws away those that hold
nothing. No rule of ours puts anything there: running heads and folios are set apart and stamped on when joining.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from weasyprint.layout import page as pages  # type: ignore[import-untyped]  # ships no types

Box = Any

_make_margin_boxes = pages.make_margin_boxes

_PLACES: Final = [
    *(
        f"@{side}-{place}"
        for side in ("top", "bottom")
        for place in ("left-corner", "left", "center", "right", "right-corner")
    ),
    *(f"@{side}-{place}" for side in ("left", "right") for place in ("top", "middle", "bottom")),
]
"""All margin boxes of a page."""


def make_margin_boxes(context: Any, page: Box, state: Any) -> Iterable[Box]:  # noqa: ANN401 - WeasyPrint ships no types
    """``weasyprint.layout.page.make_margin_boxes``: boxes no rule gives a content are not made."""
    styles = [context.style_for(page.page_type, place) for place in _PLACES]
    if not any(style is not None and "content" in style.cascaded for style in styles):
        return ()
    boxes: Iterable[Box] = _make_margin_boxes(context, page, state)
    return boxes
