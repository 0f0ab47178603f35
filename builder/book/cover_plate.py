"""How high the flower stands on the front: as high as the words leave it room, whatever the trim and the names are.

The words run down the left, the flower stands at the right foot, and the two may pass beside each other. Sizes and
gaps are those of theme/book/cover.css; how long a line is, is guessed by its letters, generously.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from builder.flower import Kind
from builder.model import Length

from .cover_geometry import CoverGeometry

_LETTER: Final = 0.53
"""The width of a letter in ems, the mean of a line and a little more."""
_LEFT, _RIGHT = 18.0, 14.0
"""Margins of the words on the front."""
_HEAD: Final = 14.0 + Length.from_pt(14).mm
_FLOWER_RIGHT: Final = 4.0
_BELOW: Final = 14.0
"""How far the foot of a drawing hangs below the page."""
_OTHER_FOOT: Final = {Kind.SUA: 21.0, Kind.PHUONG: 21.0, Kind.HOANG_LAN: -5.0}
_SHAPE: Final = 0.669
"""Width of a drawing by its height."""
_SKY: Final = 5.0
"""Millimetres of a drawing above its highest petals, of which some may stand beside words."""
_AIR: Final = 1.0
_SHARES: Final = (0.634, 0.566, 0.52, 0.46, 0.4, 0.34, 0.28)
"""Heights of a drawing by that of the page, the fairest first."""
_MOST_OF: Final = {Kind.HOANG_LAN: 0.52}
"""Its boughs hang from above: it must end on the page."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of one kind on the front: size and line height in points, the gap above them in millimetres."""

    lines: Sequence[str]
    size: float
    height: float
    gap: float


def line_width(text: str, size: float) -> float:
    """About how long a line is, in millimetres; ``size`` in points."""
    return Length.from_pt(len(text) * _LETTER * size).mm


def measure_of(geometry: CoverGeometry) -> float:
    """How long a line on the front may be, in millimetres."""
    return geometry.page.width.mm - _LEFT - _RIGHT


def plate_share(geometry: CoverGeometry, flower: Kind, words: Sequence[Words]) -> float:
    """The height of the drawing as a part of that of the page: the largest that stands clear of the words."""
    rows = list(_rows(geometry, words))
    shares = [share for share in _SHARES if share <= _MOST_OF.get(flower, 1.0)]
    return next((share for share in shares if _clear(geometry, flower, share, rows)), shares[-1])


def _clear(geometry: CoverGeometry, flower: Kind, share: float, rows: Sequence[tuple[float, float]]) -> bool:
    high = share * geometry.page.height.mm
    top = geometry.page.height.mm + _OTHER_FOOT.get(flower, _BELOW) - high + _SKY
    left = geometry.page.width.mm - _FLOWER_RIGHT - high * _SHAPE - _AIR
    return all(foot <= top or end <= left for foot, end in rows)


def _rows(geometry: CoverGeometry, words: Sequence[Words]) -> list[tuple[float, float]]:
    """Of each row of words its foot and its end, in millimetres from the top and the left of the front."""
    measure, at, rows = measure_of(geometry), _HEAD, []
    for kind in words:
        at += kind.gap if kind.lines else 0
        for line in kind.lines:
            wide = line_width(line, kind.size)
            at += Length.from_pt(kind.height).mm * max(1, -int(-wide // measure))
            rows.append((at, _LEFT + min(wide, measure)))
    return rows
