"""Numbers put into pages that are set already: stand-ins give way to the numbers that are wanted, figure for figure.

All figures of a number must be of one width and not kerned (``tnum``), so that nothing moves. Where that is not so, or
a stand-in is not found on the page as it should be, nothing is filled in, and the document has to be set with its
numbers.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .leaf import Leaf, LeafPage
from .reading import drawn_text
from .spell import digest

VERSION = b"fill-1"
"""Part of every key: change it when this file changes its results."""

_STEP = re.compile(rb"/(?P<font>\w+) [-+.\d]+ Tf|\[(?P<shown>[^\]]*)\] ?TJ")
_PLAIN = re.compile(rb"(?:<[0-9a-f]+>0? ?)+")
"""Text whose glyphs stand where their widths put them."""
_STRING = re.compile(rb"<([0-9a-f]+)>")
_GLYPH = 4

Figures = Mapping[str, str]
"""The glyphs of figures, in hexadecimal, by figure."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A stand-in on a page: where its text stands in the drawing, in which font, its glyphs, the stand-in."""

    page: int
    start: int
    end: int
    font: str
    glyphs: tuple[str, ...]
    held: str


def filled(leaf: Leaf, held: Sequence[str], wanted: Sequence[str]) -> Leaf | None:
    """A leaf with its stand-ins (``held``, in the order they are drawn) replaced by numbers of as many figures.

    Nothing where that cannot be done without moving anything.
    """
    drawings = [zlib.decompress(page.drawing) for page in leaf.pages]
    known = frozenset(held)
    places = [place for n, drawing in enumerate(drawings) for place in _places(n, drawing, leaf, known)]
    if leaf.large or [place.held for place in places] != list(held):
        return None
    fonts = {place.font: _figures(leaf, places, place.font) for place in places}
    numbers = list(zip(places, wanted, strict=True))
    if not all(set(number) <= set(fonts[place.font]) for place, number in numbers):
        return None
    changes: dict[int, list[tuple[_Place, str]]] = {}
    for place, number in numbers:
        changes.setdefault(place.page, []).append((place, number))
    pages = tuple(
        _page(page, _changed(drawings[n], changes[n], fonts), leaf) if n in changes else page
        for n, page in enumerate(leaf.pages)
    )
    return replace(leaf, id=digest(" ".join((leaf.id, *wanted)).encode()), pages=pages)


def _places(page: int, drawing: bytes, leaf: Leaf, known: frozenset[str]) -> Iterator[_Place]:
    longest = max(map(len, known), default=0) + 1
    font = ""
    for step in _STEP.finditer(drawing):
        if step["font"] is not None:
            font = f"/{step['font'].decode()}"
            continue
        glyphs = tuple(_glyphs(step["shown"]))
        if len(glyphs) > longest:
            continue
        letters = leaf.faces[font].texts
        text = "".join(letters.get(int(glyph, 16), "\ufffd") for glyph in glyphs)
        if text.strip() in known and _PLAIN.fullmatch(step["shown"]):
            figures = tuple(glyph for glyph, letter in zip(glyphs, text, strict=True) if letter.isdigit())
            yield _Place(page, *step.span("shown"), font, figures, text.strip())


def _glyphs(shown: bytes) -> Iterator[str]:
    for string in _STRING.findall(shown):
        hexadecimal = string.decode()
        yield from (hexadecimal[n : n + _GLYPH] for n in range(0, len(hexadecimal), _GLYPH))


def _figures(leaf: Leaf, places: Sequence[_Place], font: str) -> Figures:
    """The figures seen in a font; none if one of them is drawn in two ways, or they differ in width."""
    seen = {pair for place in places if place.font == font for pair in zip(place.held, place.glyphs, strict=True)}
    figures = dict(seen)
    widths = {leaf.faces[font].widths[int(glyph, 16)] for glyph in figures.values()}
    return figures if len(figures) == len(seen) and len(widths) == 1 else {}


def _changed(drawing: bytes, numbers: Sequence[tuple[_Place, str]], fonts: Mapping[str, Figures]) -> bytes:
    parts: list[bytes] = []
    at = 0
    for place, number in numbers:
        parts += [drawing[at : place.start], _shown(drawing[place.start : place.end], place, number, fonts[place.font])]
        at = place.end
    return b"".join((*parts, drawing[at:]))


def _shown(shown: bytes, place: _Place, number: str, figures: Figures) -> bytes:
    """The text of a stand-in, its figures replaced; a space before them stays."""
    rest = list(number)
    old = set(place.glyphs)

    def drawn(string: re.Match[bytes]) -> bytes:
        glyphs = (figures[rest.pop(0)] if glyph in old else glyph for glyph in _glyphs(string[0]))
        return f"<{''.join(glyphs)}>".encode()

    return _STRING.sub(drawn, shown)


def _page(page: LeafPage, drawing: bytes, leaf: Leaf) -> LeafPage:
    packed = zlib.compress(drawing)
    text = drawn_text(drawing, lambda key: leaf.faces[key].texts)
    return replace(page, drawing=packed, digest=digest(packed), text=text)
