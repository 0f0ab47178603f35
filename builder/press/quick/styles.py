"""Values of styles found the short way, where WeasyPrint's long one would find the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from cssselect2 import tree  # type: ignore[import-untyped]  # ships no types
from weasyprint.css import AnonymousStyle, ComputedStyle  # type: ignore[import-untyped]  # ships no types
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS  # type: ignore[import-untyped]
from weasyprint.css.properties import (  # type: ignore[import-untyped]
    INHERITED,
    INITIAL_NOT_COMPUTED,
    INITIAL_VALUES,
    ZERO_PIXELS,
    Dimension,
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
_compile_selector_list = tree.compile_selector_list

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

_LENGTHS: Final = dict.fromkeys(
    (
        *(f"{kind}_{side}" for kind in ("margin", "padding") for side in ("left", "right", "top", "bottom")),
        *(f"{kind}{axis}" for axis in ("width", "height") for kind in ("", "min_", "max_")),
    )
)
"""In the order WeasyPrint asks for them."""
_BORDERS: Final = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_DRAWN: Final = {
    name: frozenset({style}) | _LOGICAL[name] | _LOGICAL[style]
    for name, style in zip(_BORDERS, [name.replace("width", "style") for name in _BORDERS], strict=True)
} | {"outline_width": frozenset({"outline_style"})}
"""Of each border what must be said of it for it to be drawn."""


def missing(style: Style, key: str) -> Value:
    """``weasyprint.css.ComputedStyle.__missing__``: what no rule speaks of is as in the parent, or as at first."""
    said = style.cascaded.get(key)
    if said is None:
        if key in _AT_FIRST and style.cascaded.keys().isdisjoint(_LOGICAL.get(key, _NONE)):
            value = style[key] = INITIAL_VALUES[key]
            return value
        if key in _FROM_PARENT and style.parent_style is not None:
            value = style[key] = style.parent_style[key]
            return value
        if key in _DRAWN and style.cascaded.keys().isdisjoint(_DRAWN[key]):
            value = style[key] = 0
            return value
    elif key in _LENGTHS and style.cascaded.keys().isdisjoint(_LOGICAL[key]):
        value = said[0]
        if type(value) is Dimension and (value.value == 0 or value.unit == "px"):
            value = style[key] = value if value.value else ZERO_PIXELS
            return value
    return _missing(style, key)


def resolve_percentages(box: Box, containing_block: Block) -> None:
    """``weasyprint.layout.percent.resolve_percentages``: lengths without any are the same in every block."""
    lengths = lengths_of(box.style)
    if lengths is None:
        _resolve_percentages(box, containing_block)
    else:
        box.__dict__.update(lengths)


@lru_cache(maxsize=64)
def compile_selector_list(selector: str) -> Sequence[Any]:
    """``cssselect2.compiler.compile_selector_list``, for the few WeasyPrint asks every document with."""
    compiled: Sequence[Any] = _compile_selector_list(selector)
    return compiled


def strut(style: Style) -> tuple[float, float]:
    """``weasyprint.text.line_break.strut``, asked once for every style and not for every line."""
    try:
        found: tuple[float, float] = style.strut
    except AttributeError:
        found = style.strut = _strut(style)
    return found


def lengths_of(style: Style) -> dict[str, Value] | None:
    """Lengths as every box of a style has them; None if one of them depends on the block around."""
    try:
        found: dict[str, Value] | None = style.lengths
    except AttributeError:
        found = style.lengths = _lengths(style)
    return found


def _lengths(style: Style) -> dict[str, Value] | None:
    if style["border_collapse"] == "collapse":
        return None
    if _untouched(style):
        return _USUAL
    if style["box_sizing"] != "content-box":
        return None
    return _used({name: style[name] for name in (*_BORDERS, *_LENGTHS)})


def _untouched(style: Style) -> bool:
    """Whether nobody has said anything of the lengths of a style."""
    if type(style) is AnonymousStyle:
        return style.keys().isdisjoint(_LENGTHS) and not any(style[name] for name in _BORDERS)
    return bool(style.keys().isdisjoint(_USUAL) and style.cascaded.keys().isdisjoint(_SAY_LENGTHS))


def _used(values: dict[str, Value]) -> dict[str, Value] | None:
    for name in _LENGTHS:
        value = values[name]
        if value == "auto":
            values[name] = 0 if name.startswith("min_") else value
        elif getattr(value, "unit", "%") == "%":
            return None
        else:
            values[name] = value.value
    return values


_USUAL: Final = _used(dict.fromkeys(_BORDERS, 0) | {name: INITIAL_VALUES[name] for name in _LENGTHS}) or {}
"""The lengths of a box no rule speaks of."""
_SAY_LENGTHS: Final = frozenset({"box_sizing", *_USUAL}).union(*_DRAWN.values(), *(_LOGICAL[name] for name in _LENGTHS))
"""All properties lengths depend on, but for ``border_collapse``."""
