"""Flat drawings put on the page as PDF operators, without the long way through an SVG renderer.

A flower has some two hundred outlines, and WeasyPrint takes longer to draw one than to set the story beside it. So a
drawing of the plainest kind (groups and paths in whole numbers, filled and stroked in CMYK) is set aside before a
sheet is set; a path that draws nothing keeps its place, and where that comes out in the page's drawing the operators
are put. Any other SVG is left to WeasyPrint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
_NUMBER: Final = re.compile(r"-?\d+")
_PLACE: Final = 987654
"""The height at which paths that keep a place stand: far outside every drawing."""
_ORIGIN: Final = b"0 0 m"
"""What WeasyPrint begins every path with."""
_ROUND: Final = "1 J 1 j"


@dataclass(frozen=True, slots=True)
class _Style:
    fill: str
    stroke: str
    width: int

    def with_(self, attributes: str) -> _Style:
        said = dict(_ATTRIBUTE.findall(attributes))
        return replace(
            self,
            fill=said.get("fill", self.fill),
            stroke=said.get("stroke", self.stroke),
            width=int(said.get("stroke-width", self.width)),
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
    return "\n".join(("q", _ROUND, *_drawn(body, width), "Q")).encode()


def _drawn(body: str, width: int) -> Iterator[str]:
    styles = [_Style("none", "none", width)]
    shown = _Style("none", "none", -1)
    for closing, name, attributes in _ELEMENT.findall(body):
        if closing:
            styles.pop()
        elif name == "g":
            styles.append(styles[-1].with_(attributes))
        else:
            style = styles[-1].with_(attributes)
            if style.fill not in ("none", shown.fill):
                shown = replace(shown, fill=style.fill)
                yield f"{_inks(style.fill)} k"
            if style.stroke not in ("none", shown.stroke):
                shown = replace(shown, stroke=style.stroke)
                yield f"{_inks(style.stroke)} K"
            if style.width != shown.width:
                shown = replace(shown, width=style.width)
                yield f"{style.width} w"
            yield from _Pen().drawn(dict(_ATTRIBUTE.findall(attributes))["d"])
            yield _PAINTED[style.fill != "none", style.stroke != "none"]


_PAINTED: Final = {(False, False): "n", (False, True): "S", (True, False): "f", (True, True): "B"}


def _inks(colour: str) -> str:
    return " ".join(f"{float(ink):g}" for ink in colour.removeprefix("device-cmyk(").removesuffix(")").split())


class _Pen:
    """Follows path data; curves of one control point become curves of two."""

    def __init__(self) -> None:
        self._x = self._y = 0
        self._start = self._control = (0, 0)

    def drawn(self, data: str) -> Iterator[str]:
        """Path data as operators."""
        for letter, words in _STEP.findall(data):
            numbers = list(map(int, _NUMBER.findall(words)))
            if letter == "z":
                self._x, self._y = self._start
                yield "h"
            elif letter == "h":
                yield from (self._line(right, 0) for right in numbers)
            elif letter == "q":
                yield from (self._curve(*numbers[n : n + 4]) for n in range(0, len(numbers), 4))
            elif letter == "t":
                yield from (self._mirrored(*numbers[n : n + 2]) for n in range(0, len(numbers), 2))
            else:
                if letter != "l":
                    yield self._move(letter, numbers)
                    numbers = numbers[2:]
                yield from (self._line(*numbers[n : n + 2]) for n in range(0, len(numbers), 2))

    def _move(self, letter: str, numbers: Sequence[int]) -> str:
        right, down = numbers[:2]
        self._x, self._y = (right, down) if letter == "M" else (self._x + right, self._y + down)
        self._start = self._x, self._y
        return f"{self._x} {self._y} m"

    def _line(self, right: int, down: int) -> str:
        self._x, self._y = self._x + right, self._y + down
        return f"{self._x} {self._y} l"

    def _mirrored(self, right: int, down: int) -> str:
        """A curve that leaves as the last one arrived. Our drawings never begin a run of curves with it."""
        return self._curve(self._x - self._control[0], self._y - self._control[1], right, down)

    def _curve(self, over: int, under: int, right: int, down: int) -> str:
        x, y = self._x, self._y
        self._control = x + over, y + under
        self._x, self._y = x + right, y + down
        points = (
            x + 2 * over / 3,
            y + 2 * under / 3,
            x + (right + 2 * over) / 3,
            y + (down + 2 * under) / 3,
        )
        return f"{' '.join(f'{point:.3f}' for point in points)} {self._x} {self._y} c"
