"""Numbers put into pages that are set already: stand-ins give way to the numbers that are wanted, figure for figure.

All figures of a number must be of one width and not kerned (``tnum``). A number with fewer figures than its stand-in
leaves room: what follows it on its line moves up, or the number itself moves to the end of its line, and the leader
before it with it. Where figures
differ in width, or a stand-in is not found on the page as it should be, nothing is filled in, and the document has to
be set with its numbers.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .leaf import Leaf, LeafPage
from .reading import drawn_text
from .spell import digest

VERSION = b"fill-2"
"""Part of every key: change it when this file changes its results."""

_STEP = re.compile(
    rb"1 0 0 -1 (?P<x>[-\d.]+) (?P<y>[-\d.]+) Tm|/(?P<font>\w+) (?P<size>[-+.\d]+) Tf|\[(?P<shown>[^\]]*)\] ?TJ"
)
_PLAIN = re.compile(rb"(?:<[0-9a-f]+>0? ?)+")
"""Text whose glyphs stand where their widths put them."""
_STRING = re.compile(rb"<([0-9a-f]+)>([-+.\d]*)")
_GLYPH = 4
_EXACT = 6
"""Places after the point, as the engine writes them."""
_LEADS = 2
"""Pieces that make a leader."""
_TINY = 0.01

Figures = Mapping[str, str]
"""The glyphs of figures, in hexadecimal, by figure."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A stand-in, the number it stands for, and whether that is set flush right (it moves, and nothing after it)."""

    held: str
    wanted: str
    right: bool = False

    @property
    def missing(self) -> int:
        """How many figures fewer than its stand-in the number has."""
        return len(self.held) - len(self.wanted)


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of text as it is drawn: its place, its font, its glyphs; where its abscissa and its text stand and end.

    ``number`` is what it shows if that is a stand-in.
    """

    x: float
    y: bytes
    at: tuple[int, int]
    shown: tuple[int, int]
    last: int
    font: str
    size: float
    text: bytes
    glyphs: tuple[str, ...]
    width: float
    number: str = ""

    @property
    def end(self) -> float:
        """The abscissa at which it ends."""
        return self.x + self.width


def filled(leaf: Leaf, blanks: Sequence[Blank]) -> Leaf | None:
    """A leaf with its stand-ins (in the order they are drawn) replaced by numbers of as many figures or fewer.

    Nothing where that cannot be done.
    """
    drawings = [zlib.decompress(page.drawing) for page in leaf.pages]
    known = frozenset(blank.held for blank in blanks)
    runs = [list(_runs(drawing, leaf, known)) for drawing in drawings]
    places = [run for row in runs for run in row if run.number]
    if leaf.photos or [place.number for place in places] != [blank.held for blank in blanks]:
        return None
    fonts = {font: _figures(leaf, places, font) for font in {place.font for place in places}}
    if not all(set(blank.wanted) <= set(fonts[place.font]) for place, blank in zip(places, blanks, strict=True)):
        return None
    left = iter(blanks)
    pages = tuple(
        _page(page, _changed(drawing, list(_changes(row, left, fonts, leaf))), leaf)
        for page, drawing, row in zip(leaf.pages, drawings, runs, strict=True)
    )
    return replace(leaf, id=digest(" ".join((leaf.id, *(blank.wanted for blank in blanks))).encode()), pages=pages)


def _runs(drawing: bytes, leaf: Leaf, known: frozenset[str]) -> Iterator[_Run]:
    longest = max(map(len, known), default=0) + 1
    seen: dict[tuple[str, bytes], tuple[tuple[str, ...], float]] = {}
    font, size, place = "", 0.0, _STEP.match(b"1 0 0 -1 0 0 Tm")
    for step in _STEP.finditer(drawing):
        if step["x"] is not None:
            place = step
        elif step["font"] is not None:
            font, size = f"/{step['font'].decode()}", float(step["size"])
        elif place is not None:
            key = font, step["shown"]
            if key not in seen:  # a leader is the same dot a thousand times
                seen[key] = _measured(step["shown"], leaf.faces[font].widths)
            glyphs, width = seen[key]
            text = _text(glyphs, leaf.faces[font].texts) if len(glyphs) <= longest else ""
            number = text.strip() if text.strip() in known and _PLAIN.fullmatch(step["shown"]) else ""
            x, at, shown = float(place["x"]), place.span("x"), step.span("shown")
            wide = width * size / 1000
            yield _Run(x, place["y"], at, shown, step.end(), font, size, step["shown"], glyphs, wide, number)


def _measured(shown: bytes, widths: Mapping[int, float]) -> tuple[tuple[str, ...], float]:
    """The glyphs of a text, and its width in thousandths of its size."""
    glyphs: list[str] = []
    width = 0.0
    for string, back in _STRING.findall(shown):
        row = [string[n : n + _GLYPH].decode() for n in range(0, len(string), _GLYPH)]
        width += sum(widths.get(int(glyph, 16), 0) for glyph in row) - float(back or 0)
        glyphs += row
    return tuple(glyphs), width


def _text(glyphs: Sequence[str], letters: Mapping[int, str]) -> str:
    return "".join(letters.get(int(glyph, 16), "\ufffd") for glyph in glyphs)


def _figures(leaf: Leaf, places: Sequence[_Run], font: str) -> Figures:
    """The figures seen in a font; none if one of them is drawn in two ways, or they differ in width."""
    seen = {pair for place in places if place.font == font for pair in zip(place.number, _of(place), strict=True)}
    figures = dict(seen)
    widths = {leaf.faces[font].widths[int(glyph, 16)] for glyph in figures.values()}
    return figures if len(figures) == len(seen) and len(widths) == 1 else {}


def _of(place: _Run) -> Sequence[str]:
    """The glyphs of a number, without the space before it."""
    return place.glyphs[len(place.glyphs) - len(place.number) :]


Change = tuple[tuple[int, int], bytes]
"""Where bytes of a drawing are replaced, and with what."""


def _changes(runs: Sequence[_Run], left: Iterator[Blank], fonts: Mapping[str, Figures], leaf: Leaf) -> Iterator[Change]:
    """What of a page's drawing is replaced: numbers, and the abscissas of what moves."""
    gained, last = 0.0, None
    for n, run in enumerate(runs):
        if last is None or run.y != last.y or abs(run.x - last.end) > run.size / 2:
            gained = 0.0  # another line
        blank = next(left) if run.number else None
        spare = blank.missing * _width(leaf, run) if blank else 0.0
        if blank and blank.right and spare:
            yield from _longer(runs[:n], run, spare)
        moved = (spare if blank and blank.right else 0.0) - gained
        if moved:
            yield run.at, _number(run.x + moved)
        if blank:
            yield run.shown, _shown(run, blank.wanted, fonts[run.font])
            gained += 0.0 if blank.right else spare
        last = run


def _longer(before: Sequence[_Run], number: _Run, spare: float) -> Iterator[Change]:
    """A leader that goes on to its number: its pieces, all alike, stand on a grid and are drawn from the last on."""
    row: list[_Run] = []
    for run in reversed(before):
        if run.y != number.y or (row and run.text != row[0].text):
            break
        row.append(run)
    if len(row) < _LEADS or (step := row[-1].x - row[-2].x) <= 0:
        return
    last = row[-1]
    free = int((number.x + spare - last.x) / step + _TINY) - 1
    if free < 1:
        return
    first, *rest = (_number(last.x + step * n) for n in range(free, -1, -1))
    yield last.at, first
    yield (last.last, last.last), b"".join(b"\n1 0 0 -1 %b %b Tm\n[%b] TJ" % (x, last.y, last.text) for x in rest)


def _number(value: float) -> bytes:
    """A number as the engine writes it."""
    return f"{round(value, _EXACT):.{_EXACT}f}".rstrip("0").rstrip(".").encode()


def _width(leaf: Leaf, run: _Run) -> float:
    """The width of a figure of a number."""
    return leaf.faces[run.font].widths[int(run.glyphs[-1], 16)] * run.size / 1000


def _shown(run: _Run, number: str, figures: Figures) -> bytes:
    """The text of a number in place of its stand-in; a space before that stays."""
    before = run.glyphs[: len(run.glyphs) - len(run.number)]
    gone = [""] * (len(run.number) - len(number))
    rest = iter((*before, *gone, *(figures[figure] for figure in number)))

    def drawn(string: re.Match[bytes]) -> bytes:
        glyphs = "".join(next(rest) for _ in range(0, len(string[1]), _GLYPH))
        return f"<{glyphs}>".encode() + string[2] if glyphs else b""

    return _STRING.sub(drawn, run.text)


def _changed(drawing: bytes, changes: Sequence[Change]) -> bytes:
    parts: list[bytes] = []
    at = 0
    for (start, end), new in changes:
        parts += [drawing[at:start], new]
        at = end
    return b"".join((*parts, drawing[at:]))


def _page(page: LeafPage, drawing: bytes, leaf: Leaf) -> LeafPage:
    packed = zlib.compress(drawing)
    text = drawn_text(drawing, lambda key: leaf.faces[key].texts)
    return replace(page, drawing=packed, digest=digest(packed), text=text)
