"""Drawings that come as PDF operators, put on the page without the long way through an SVG renderer.

A flower has some two hundred outlines, and WeasyPrint takes longer to draw one than to set the story beside it. So
whoever makes a drawing may write it as operators, in place of SVG content: ``<svg xmlns viewBox aria-hidden
data-operators="…"></svg>``, in units of the view box, y pointing down; a ``<title>`` in it gives it a name. It is set
aside before a sheet is set; a path that draws nothing keeps its place, and where that comes out in the page's drawing
the operators are put. Any other SVG is left to WeasyPrint.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # ships no types

_DRAWING: Final = re.compile(
    r'<svg xmlns="http://www\.w3\.org/2000/svg"(?P<frame> viewBox="0 0 \d+ \d+" (?:aria-hidden="true"|role="img"))'
    r' data-operators="(?P<operators>[^"]*)">(?P<name>(?:<title>[^<]*</title>)?)</svg>'
)
_SAID: Final = ' data-operators="'
_OPERATORS: Final = b"0123456789-. \nmlchfSBwJjkKrgRG"
"""Numbers, and the letters of what draws in flat colours: nothing that leads out of a drawing, or to another object."""
_PLACE: Final = 987654
"""The height at which paths that keep a place stand: far outside every drawing."""
_ORIGIN: Final = b"0 0 m"
"""What WeasyPrint begins every path with."""


def set_aside(html: str) -> tuple[str, list[bytes]]:
    """Take the drawings in operators out of an HTML document: what is to be set, and the operators of each drawing.

    These leave the state of the page's graphics as they found it.

    Raises:
        RuntimeError: a drawing is written in another way, or in operators no plain drawing needs.
    """
    drawings: list[bytes] = []

    def place(found: re.Match[str]) -> str:
        drawings.append(b"q\n" + _plain(found["operators"].encode()) + b"Q")
        kept = f'<path fill="none" stroke="none" d="M{len(drawings)} {_PLACE}"/>'
        return f'<svg xmlns="http://www.w3.org/2000/svg"{found["frame"]}>{found["name"]}{kept}</svg>'

    kept = _DRAWING.sub(place, html)
    if _SAID in kept:
        msg = "a drawing in operators is not an element of its own with a view box"
        raise RuntimeError(msg)
    return kept, drawings


def _plain(operators: bytes) -> bytes:
    strange = operators.translate(None, _OPERATORS)
    if strange:
        msg = f"a drawing holds more than plain operators: {strange[:20]!r}"
        raise RuntimeError(msg)
    return operators


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
