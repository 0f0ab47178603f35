"""Values of styles found the short way, where WeasyPrint's long one would find the same."""

from __future__ import annotations

from typing import Any, Final

from weasyprint.css import ComputedStyle  # type: ignore[import-untyped]  # ships no types
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS  # type: ignore[import-untyped]
from weasyprint.css.properties import (  # type: ignore[import-untyped]
    INHERITED,
    INITIAL_NOT_COMPUTED,
    INITIAL_VALUES,
)
from weasyprint.layout import percent  # type: ignore[import-untyped]
from weasyprint.text import line_break  # type: ignore[import-untyped]

from .words import Style

Value = Any
Box = Any
Block = Any

_missing = ComputedStyle.__missing__
_resolve_percentages = percent.resolve_percentages
_strut = line_break.strut

_LOGICAL: Final = {
    name: frozenset(function(block="ttb", inline=direction) for direction in ("ltr", "rtl"))
    for name, function in PHYSICAL_FUNCTIONS.items()
}
"""Properties that speak of start and end, by those they may decide for, which speak of left and right."""
_NONE: Final = frozenset[str]()
_BY_THEMSELVES: Final = frozenset({"page", "position", "float", "display"}) | {
    name for name in INITIAL_VALUES if name.startswith("text_decoration_")
}
_FROM_PARENT: Final = frozenset(INHERITED) - PHYSICAL_FUNCTIONS.keys() - _BY_THEMSELVES
_AT_FIRST: Final = INITIAL_VALUES.keys() - INHERITED - INITIAL_NOT_COMPUTED - _BY_THEMSELVES

_LENGTHS: Final = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right", "top", "bottom")),
    *(f"{kind}{axis}" for axis in ("width", "height") for kind in ("", "min_", "max_")),
)
_BORDERS: Final = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))


def missing(style: Style, key: str) -> Value:
    """``weasyprint.css.ComputedStyle.__missing__``: what no rule speaks of is as in the parent, or as at first."""
    if key not in style.cascaded:
        if key in _AT_FIRST and style.cascaded.keys().isdisjoint(_LOGICAL.get(key, _NONE)):
            value = style[key] = INITIAL_VALUES[key]
            return value
        if key in _FROM_PARENT and style.parent_style is not None:
            value = style[key] = style.parent_style[key]
            return value
    return _missing(style, key)


def resolve_percentages(box: Box, containing_block: Block) -> None:
    """``weasyprint.layout.percent.resolve_percentages``: lengths without any are the same in every block."""
    style = box.style
    try:
        lengths = style.lengths
    except AttributeError:
        lengths = style.lengths = _lengths(style)
    if lengths is None:
        _resolve_percentages(box, containing_block)
    else:
        box.__dict__.update(lengths)


def strut(style: Style) -> tuple[float, float]:
    """``weasyprint.text.line_break.strut``, asked once for every style and not for every line."""
    try:
        found: tuple[float, float] = style.strut
    except AttributeError:
        found = style.strut = _strut(style)
    return found


def _lengths(style: Style) -> dict[str, Value] | None:
    """Lengths as a box has them; None if one of them depends on the block around."""
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return None
    found = {name: style[name] for name in _BORDERS}
    for name in _LENGTHS:
        value = style[name]
        if value == "auto":
            found[name] = 0 if name.startswith("min_") else value
        elif getattr(value, "unit", "%") == "%":
            return None
        else:
            found[name] = value.value
    return found
