"""Flat drawings put on the page as PDF operators, without the long way through an SVG renderer.

A flower has some two hundred outlines, and WeasyPrint takes longer to draw one than to set the story beside it. So a
drawing of the plainest kind (groups and paths in whole numbers, filled and stroked in CMYK) is set aside before a
sheet is set; a path that draws nothing keeps its place, and where that comes out in the page's drawing the operators
are put. Any other SVG is left to WeasyPrint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # ships no types

_COLOUR: Final = r"none|device-cmyk\((?:[\d.]+ ){3}[\d.]+\)"
_PAINT: Final = rf'(?: fill="(?:{_COLOUR})")?(?: stroke="(?:{_COLOUR})")?(?: stroke-width="\d+")?'
_PATH: Final = rf'<path{_PAINT} d="[Mmlhqtz\d -]*"/>'
_ROOT: Final = ' fill="none" stroke-width="(?P<width>[0-9]+)" stroke-linecap="round" stroke-linejoin="round"'
_DRAWING: Final = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg"(?P<frame> viewBox="0 0 \d+ \d+" (?:aria-hidden="true"|role="img"))'
    rf"{_ROOT}>(?P<body>(?:<g{_PAINT}>|</g>|{_PATH})*)</svg>"
)
_ELEMENT: Final = re.compile(r"<(/?)(\w+)([^>]*)>")
_ATTRIBUTE: Final = re.compile(r' ([\w-]+)="([^"]*)"')
_STEP: Final = re.compile(r"([Mmlhqtz])([^Mmlhqtz]*)")
_PLACE: Final = 987654
"""The height at which paths that keep a place stand: far outside every drawing."""
_ORIGIN: Final = b"0 0 m"
"""What WeasyPrint begins every path with."""
_ROUND: Final = "1 J 1 j"
_THIRDS: Final = "0.33333333 0 0 0.33333333 0 0 cm"
"""What makes numbers mean thirds of the drawing's units."""


@dataclass(frozen=True, slots=True)
class _Style:
    fill: str
    stroke: str
    width: int

    def with_(self, said: Mapping[str, str]) -> _Style:
        return _Style(
            said.get("fill", self.fill), said.get("stroke", self.stroke), int(said.get("stroke-width", self.width))
        )


def set_aside(html: str) -> tuple[str, list[bytes]]:
    """Take the plain drawings out of an HTML document: what is to be set, and the operators of each drawing."""
    drawings: list[bytes] = []

    def place(found: re.Match[str]) -> str:
        drawings.append(operators(found["body"], int(found["width"])))
        kept = f'<path fill="none" stroke="none" d="M{len(drawings)} {_PLACE}"/>'
        return f'<svg xmlns="http://www.w3.org/2000/svg"{found["frame"]}>{kept}</svg>'

    return _DRAWING.sub(place, html), drawings


def put_back(pdf: Any, drawings: Sequence[bytes]) -> None:  # noqa: ANN401 - pydyf ships no types
    """Draw what was set aside where its place was kept.

    Raises:
        RuntimeError: a place is not found exactly once, which a new release of WeasyPrint could bring about.
    """
    wanted = {f"{n} {_PLACE} m".encode(): drawing for n, drawing in enumerate(drawings, start=1)}
    streams = [thing.stream for thing in pdf.objects if isinstance(thing, pydyf.Stream)] if wanted else []
    for items in streams:
        for at in [at for at, item in enumerate(items) if isinstance(item, bytes) and item in wanted]:
            if items[at - 1] != _ORIGIN:
                break
            items[at - 1] = wanted.pop(items[at])
            items[at] = _ORIGIN
    if wanted:
        msg = f"WeasyPrint has not drawn {len(wanted)} of {len(drawings)} places kept for drawings"
        raise RuntimeError(msg)


def operators(body: str, width: int) -> bytes:
    """Groups and paths as the operators of a content stream, which leave the graphics state as they found it."""
    return "\n".join(("q", _ROUND, _THIRDS, *_drawn(body, width), "Q")).encode()


def _drawn(body: str, width: int) -> Iterator[str]:
    styles = [_Style("none", "none", width)]
    shown = _Style("none", "none", -1)
    for closing, name, attributes in _ELEMENT.findall(body):
        if closing:
            styles.pop()
        elif name == "g":
            styles.append(styles[-1].with_(dict(_ATTRIBUTE.findall(attributes))))
        else:
            said = dict(_ATTRIBUTE.findall(attributes))
            style = styles[-1].with_(said)
            yield from _changed(shown, style)
            shown = _Style(
                shown.fill if style.fill == "none" else style.fill,
                shown.stroke if style.stroke == "none" else style.stroke,
                style.width,
            )
            yield from _path(said["d"])
            yield _PAINTED[style.fill != "none", style.stroke != "none"]


def _changed(old: _Style, new: _Style) -> Iterator[str]:
    """What has to be said for a path to be painted in another style than the last."""
    if new.fill not in ("none", old.fill):
        yield f"{_inks(new.fill)} k"
    if new.stroke not in ("none", old.stroke):
        yield f"{_inks(new.stroke)} K"
    if new.width != old.width:
        yield f"{3 * new.width} w"


_PAINTED: Final = {(False, False): "n", (False, True): "S", (True, False): "f", (True, True): "B"}


@lru_cache(maxsize=256)
def _inks(colour: str) -> str:
    return " ".join(f"{float(ink):g}" for ink in colour.removeprefix("device-cmyk(").removesuffix(")").split())


def _path(data: str) -> Iterator[str]:
    """Path data as operators, in thirds of the drawing's units.

    A curve of one control point is one of two that stand two thirds of the way to it: in thirds they are whole. One
    that goes on smoothly leaves as the last one arrived; our drawings never begin a run of curves with such a one.
    """
    x = y = start_x = start_y = over = under = 0
    for letter, words in _STEP.findall(data.replace("-", " -")):
        steps = map(int, words.split())
        if letter in "qt":
            for first in steps:
                over, under, right = (first, next(steps), next(steps)) if letter == "q" else (over, under, first)
                down = next(steps)
                a, b, left, top = 2 * over, 2 * under, x + 3 * right, y + 3 * down
                yield f"{x + a} {y + b} {x + right + a} {y + down + b} {left} {top} c"
                x, y, over, under = left, top, right - over, down - under
        elif letter == "z":
            x, y = start_x, start_y
            yield "h"
        elif letter == "h":
            for right in steps:
                x += 3 * right
                yield f"{x} {y} l"
        else:
            if letter != "l":
                x, y = (0, 0) if letter == "M" else (x, y)
                x, y = start_x, start_y = x + 3 * next(steps), y + 3 * next(steps)
                yield f"{x} {y} m"
            for right in steps:
                x, y = x + 3 * right, y + 3 * next(steps)
                yield f"{x} {y} l"
