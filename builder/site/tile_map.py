"""A tile map as data: squares with their words, where they lie, and the lines between areas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from builder.vietnamese.numbers import group
from builder.vocabulary import Square

from .depths import Depths

SIDE: Final = 100
"""The side of a square in units of the drawing, its share of the gap included."""

GAP: Final = 4
"""The gap between two squares."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A square: ``lines`` is the name broken to fit, ``x``, ``y`` its corner, ``path`` from the root or empty.

    ``label`` says all in words; ``count`` is empty where there are no stories; ``depth`` is the depth of colour.
    """

    lines: tuple[str, ...]
    label: str
    count: str
    depth: int
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map: ``code`` names it in the page, ``label`` to those who do not see it.

    ``method`` says how it was laid out, ``legend`` tells each depth of colour in words; ``borders`` is the path between
    areas, in SVG's own letters.
    """

    code: str
    label: str
    method: str
    tiles: tuple[Tile, ...]
    width: int
    height: int
    legend: tuple[tuple[int, str], ...]
    borders: str = ""

    @property
    def edge(self) -> int:
        """The side of a square as drawn."""
        return SIDE - GAP


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a map is called and how it is laid out; ``longest`` is the number of letters that fit in a line."""

    code: str
    label: str
    method: str
    longest: int


@dataclass(frozen=True, slots=True)
class Plot:
    """What a square is made from: its name, the words that say all, the number of stories and where it leads."""

    name: str
    label: str
    count: int
    path: str


def tile_map(sheet: Sheet, plots: Mapping[Square, Plot], borders: str = "") -> TileMap:
    """Lay out squares in reading order."""
    depths = Depths.of(plot.count for plot in plots.values())
    return TileMap(
        code=sheet.code,
        label=sheet.label,
        method=sheet.method,
        tiles=tuple(_tile(square, plot, sheet.longest, depths) for square, plot in sorted(plots.items())),
        width=(max(square.column for square in plots) + 1) * SIDE,
        height=(max(square.row for square in plots) + 1) * SIDE,
        legend=depths.labels,
        borders=borders,
    )


def _tile(square: Square, plot: Plot, longest: int, depths: Depths) -> Tile:
    return Tile(
        lines=broken(plot.name, longest),
        label=plot.label,
        count=group(plot.count) if plot.count else "",
        depth=depths.depth(plot.count),
        path=plot.path,
        x=square.column * SIDE + GAP // 2,
        y=square.row * SIDE + GAP // 2,
    )


def broken(name: str, longest: int) -> tuple[str, ...]:
    """A name in lines of at most ``longest`` letters where its words allow; a dash stays with the word before it."""
    lines: list[str] = []
    for word in name.replace(" - ", "\N{NO-BREAK SPACE}– ").split(" "):
        if lines and len(f"{lines[-1]} {word}".replace("\N{NO-BREAK SPACE}–", "")) <= longest:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def borders(areas: Mapping[Square, str]) -> str:
    """The lines between squares of different areas, and around them all, as one SVG path."""
    strokes: list[str] = []
    for square in _framed(areas):
        here = areas.get(square)
        x, y = square.column * SIDE, square.row * SIDE
        if here != areas.get(Square(square.row, square.column - 1)):
            strokes.append(f"M{x} {y}v{SIDE}")
        if here != areas.get(Square(square.row - 1, square.column)):
            strokes.append(f"M{x} {y}h{SIDE}")
    return "".join(strokes)


def _framed(squares: Iterable[Square]) -> Sequence[Square]:
    """The squares with those right of and below them, so that every edge is the left or upper one of something."""
    held = set(squares)
    right = {Square(square.row, square.column + 1) for square in held}
    below = {Square(square.row + 1, square.column) for square in held}
    return sorted(held | right | below)
