"""The flowers in one line: emblems for folios, stamps and favicons, legible at 24 pixels.

Nothing is filled and nothing hides anything, so outlines are laid side by side, never across each other.
"""

from collections.abc import Callable, Mapping
from math import sin
from types import MappingProxyType
from typing import Final

from builder.flower.geometry import sweep, turn
from builder.flower.kinds import Kind
from builder.flower.shape import Frame, Trace
from builder.flower.variation import Variation

LINE_WIDTH: Final = 1.7
FRAME: Final = Frame(48, 48, LINE_WIDTH, 10)

_MIDDLE: Final = 24 + 24j
_Lines = list[Trace]


def lines(kind: Kind, vary: Variation) -> _Lines:
    """Return the outlines of a kind's emblem within a square of 48 units."""
    return _EMBLEMS[kind](vary)


def _petal(
    foot: complex, degrees: float, length: float, shape: tuple[tuple[float, float], ...], tip: float = 1.0
) -> Trace:
    """Return one closed petal; shape gives (share of length, half width) from foot to tip, tip a cut or a point."""
    way = turn(degrees) * length
    left = tuple(foot + way * complex(x, y / length) for x, y in shape)
    right = tuple(foot + way * complex(x, -y / length) for x, y in shape)
    end = foot + way * tip
    if tip < shape[-1][0]:
        return Trace((left, (left[-1], end), (end, right[-1]), right[::-1]), closed=True)
    return Trace(((*left, end, *right[::-1]),), closed=True)


def _ring(at: complex, radius: float) -> Trace:
    return Trace((tuple(at + radius * turn(45 * i) for i in range(8)),), closed=True, loop=True)


def _stroke(*points: complex) -> Trace:
    return Trace((points,))


def _leaf(at: complex, degrees: float, length: float, width: float = 2.8) -> Trace:
    spine = sweep(at, degrees, length, -14 if width > 0 else 14)
    sides = [
        tuple(spine.at(t) + spine.heading(t) * 1j * sign * width * w for t, w in ((0, 0.0), (0.4, 1.0), (1.0, 0.0)))
        for sign in (1, -1)
    ]
    return Trace((sides[0], sides[1][::-1]), closed=True)


def _dao(vary: Variation) -> _Lines:
    spin = 90 + vary.around("spin", 0, 14)
    petals = [
        _petal(
            _MIDDLE + 5.4 * turn(spin + 72 * i), spin + 72 * i, 16.6, ((0.0, 1.0), (0.3, 4.6), (0.6, 8.0), (0.87, 6.6))
        )
        for i in range(5)
    ]
    threads = [
        _stroke(_MIDDLE + 9 * turn(spin + 72 * i + a), _MIDDLE + 12.4 * turn(spin + 72 * i + a * 0.9))
        for i in range(5)
        for a in (-12, 12)
    ]
    return [*petals, *threads, _ring(_MIDDLE, 2.2)]


def _ban(vary: Variation) -> _Lines:
    spin = 90 + vary.around("spin", 0, 10)
    shape = ((0.0, 0.6), (0.3, 2.4), (0.66, 6.2), (0.93, 3.8))
    found = [_petal(_MIDDLE + 3 * turn(spin + a), spin + a, 19, shape) for a in (0, 66, 138, 222, 294)]
    streaks = [
        _stroke(*(_MIDDLE + turn(spin + a * s) * r for r, s in ((8, 1), (13, 1), (17 - abs(a) / 6, 1.2))))
        for a in (-10, 0, 10)
    ]
    threads = [_stroke(*(_MIDDLE + turn(spin + 180 + a * (0.6 + r / 20)) * r for r in (3, 7, 12))) for a in (-14, 14)]
    return [*found, *streaks, *threads]


_PEA: Final = (
    (0, 0.72),
    (20, 1.0),
    (52, 1.0),
    (78, 0.58),
    (102, 0.84),
    (134, 0.84),
    (180, 0.6),
    (226, 0.84),
    (258, 0.84),
    (282, 0.58),
    (308, 1.0),
    (340, 1.0),
)


def _sua(vary: Variation) -> _Lines:
    found: _Lines = []
    foot = 24 + 3j
    side = vary.around("lean", 0, 2)
    for at, way, size in ((13 + 22j + side, 122, 8), (24 + 36j + side, 90, 9), (36 + 23j + side, 60, 8)):
        border = [at + turn(way + a) * r * size for a, r in _PEA]
        found += [Trace((tuple(border),), closed=True, loop=True), _ring(at, 1.1)]
        bow = (foot + at) / 2 + (2 if at.real > _MIDDLE.real else -2)
        found.append(_stroke(foot + 6j, bow, at - turn(way) * size * 0.78))
    return [*found, _stroke(foot - 1j, foot + 6j), _leaf(foot + 2j, 22, 13), _leaf(foot + 2j, 158, 13, -2.8)]


def _loa_ken(vary: Variation) -> _Lines:
    bend = vary.around("bend", 0, 1.6)
    upper = Trace(((17 + 12j, 21 + 22j, 27 + 30j, 27 + 37j, 22 + 44j),))
    lower = Trace(((20.5 + 10j, 28 + 17j, 37 + 22j, 42 + 19.5j, 44 + 13j),))
    mouth = Trace(
        (
            (22 + 44j, 30 + 42j, 34 + 36j),
            (34 + 36j, 40 + 38j, 45 + 37j),
            (45 + 37j, 43 + 32j, 40 + 28.5j),
            (40 + 28.5j, 44 + 22j, 44 + 13j),
        )
    )
    rib = _stroke(19.5 + 12.5j, 25 + 21j, 32 + 28j)
    anther = [_stroke(32 + 28j, 37.5 + 33j), _stroke(34 + 26.5j, 38 + 28j)]
    stem = _stroke(18.7 + 11j, 14 + 6j + bend, 9 + 2j + bend)
    return [
        upper,
        lower,
        mouth,
        rib,
        *anther,
        stem,
        Trace(((17 + 12j, 18 + 10j, 20.5 + 10j),)),
        _leaf(13 + 5j + bend, 140 + 4 * bend, 15),
    ]


def _phuong(vary: Variation) -> _Lines:
    spin = 90 + vary.around("spin", 0, 12)
    shape = ((0.0, 0.7), (0.32, 1.3), (0.6, 5.4), (0.82, 7.2), (0.98, 3.6))
    found = [_petal(_MIDDLE + 3 * turn(spin + 72 * i), spin + 72 * i, 19.5, shape) for i in range(5)]
    streaks = [_stroke(_MIDDLE + 13 * turn(spin + a * 0.8), _MIDDLE + 18 * turn(spin + a)) for a in (-12, 0, 12)]
    threads = [
        _stroke(*(_MIDDLE + turn(spin + a + r * 1.6) * r for r in (2.6, 7, 12))) for a in (24, 96, 168, 240, 312)
    ]
    return [*found, *streaks, *threads]


def _sen(vary: Variation) -> _Lines:
    sway = vary.around("sway", 0, 0.8)
    front = Trace(((24 + 8j, 16.5 + 17j, 18 + 27j, 24 + 37j + sway), (24 + 37j + sway, 30 + 27j, 31.5 + 17j, 24 + 8j)))
    near = [
        Trace(
            (
                (24 + side * 5.2 + 31.2j, 24 + side * 9.4 + 35.5j, 24 + side * 13 + 38j),
                (24 + side * 13 + 38j, 24 + side * 15.6 + 28j, 24 + side * 12 + 16j, 24 + 8j),
            )
        )
        for side in (1, -1)
    ]
    far = [
        Trace(
            (
                (24 + side * 15.2 + 27j, 24 + side * 19 + 28.6j, 24 + side * 22.5 + 28.4j),
                (24 + side * 22.5 + 28.4j, 24 + side * 20 + 17j, 24 + side * 12 + 9.4j, 24 + 8j),
            )
        )
        for side in (1, -1)
    ]
    back = [
        Trace(
            (
                (24 + side * 11 + 36.8j, 24 + side * 8 + 41j, 24 + side * 5.2 + 43j),
                (24 + side * 5.2 + 43j, 24 + side * 2.6 + 40j, 24 + side * 1.6 + 35.6j),
            )
        )
        for side in (1, -1)
    ]
    return [front, *near, *far, *back, _stroke(24 + 8j, 24 + sway + 5j, 23.4 + 1.4j)]


def _bang_lang(vary: Variation) -> _Lines:
    spin = 90 + vary.around("spin", 0, 20)
    shape = ((0.0, 0.5), (0.34, 0.9), (0.52, 4.6), (0.68, 4.4), (0.8, 6.2), (0.92, 4.4), (1.0, 2.6))
    found = [_petal(_MIDDLE + 5 * turn(spin + 60 * i), spin + 60 * i, 17.5, shape, 0.93) for i in range(6)]
    dots = [
        _stroke(_MIDDLE + 6.4 * turn(spin + 30 + 60 * i), _MIDDLE + 7.6 * turn(spin + 30 + 60 * i)) for i in range(6)
    ]
    return [*found, _ring(_MIDDLE, 3.1), *dots]


def _hoang_lan(vary: Variation) -> _Lines:
    top = 24 + 37j
    found: _Lines = [_stroke(24 + 46j, 24.6 + 41j, 24 + 38.4j), _ring(top, 1.8)]
    for k, (angle, length, bend) in enumerate(
        ((186, 32, 80), (226, 34, 36), (270, 34, 0), (314, 34, -36), (354, 32, -80))
    ):
        spine = sweep(top + 2.6 * turn(angle), angle + vary.around(f"a{k}", 0, 4), length, bend)
        wave = 0.7 if k % 2 else -0.7
        sides = [
            tuple(
                spine.at(t) + spine.heading(t) * 1j * (sign * 2.5 * w + wave * sin(6 * t))
                for t, w in ((0, 0.35), (0.2, 0.75), (0.4, 0.95), (0.6, 1.0), (0.8, 0.75), (1.0, 0))
            )
            for sign in (1, -1)
        ]
        found.append(Trace((sides[0], sides[1][::-1]), closed=True))
    return found


def _rays(count: int, inner: float, outer: float, width: float, spin: float) -> _Lines:
    shape = ((0.0, width * 0.5), (0.5, width), (0.92, width * 0.7))
    return [
        _petal(_MIDDLE + inner * turn(spin + 360 * i / count), spin + 360 * i / count, outer - inner, shape)
        for i in range(count)
    ]


def _thach_thao(vary: Variation) -> _Lines:
    spin = vary.between("spin", 0, 22)
    spokes = [
        _stroke(_MIDDLE + 8 * turn(spin + 20 * i), _MIDDLE + vary.between(f"r{i}", 19.5, 22.5) * turn(spin + 20 * i))
        for i in range(18)
    ]
    seeds = [_stroke(_MIDDLE + 2 * turn(spin + 120 * i), _MIDDLE + 2.2 * turn(spin + 120 * i)) for i in range(3)]
    return [*spokes, _ring(_MIDDLE, 5.4), *seeds]


def _cuc_hoa_mi(vary: Variation) -> _Lines:
    spin = vary.between("spin", 0, 30)
    return [*_rays(12, 8, 22.5, 2.9, spin), _ring(_MIDDLE, 5.8), _ring(_MIDDLE, 1.6)]


def _hoa_sua(vary: Variation) -> _Lines:
    found: _Lines = []
    for at, size in ((14 + 29j, 8.6), (34 + 29j, 8.6), (24 + 40j, 7.2)):
        spin = vary.between(f"spin{at.real}", 0, 72)
        radius = size
        border = [
            at + turn(spin + 72 * i + a) * r * radius
            for i in range(5)
            for a, r in ((-34, 0.4), (-12, 0.98), (16, 0.94))
        ]
        found.append(Trace((tuple(border),), closed=True, loop=True))
    foot = 24 + 13j
    leaves = [_leaf(foot, a, 14.5, w) for a, w in ((186, 3.2), (226, 3.0), (322, -3.0), (2, -3.2))] + [
        _leaf(foot, 274, 11.5, 2.6)
    ]
    return [
        *found,
        *leaves,
        _stroke(foot, 21.5 + 17j, 18 + 21j),
        _stroke(foot, 26.5 + 17j, 30 + 21j),
        _stroke(foot, 24 + 32j),
    ]


def _cai_vang(vary: Variation) -> _Lines:
    spin = 45 + vary.around("spin", 0, 12)
    at = 24 + 29j
    shape = ((0.0, 0.9), (0.4, 3.6), (0.74, 6.4), (0.97, 3.8))
    found = [_petal(at + 2.6 * turn(spin + 90 * i), spin + 90 * i, 14.5, shape) for i in range(4)]
    threads = [_stroke(at + 3 * turn(spin + 45 + 90 * i), at + 6.5 * turn(spin + 45 + 90 * i)) for i in range(4)]
    side = 1 if vary.chance("side", 0.5) else -1
    stem = _stroke(24 + 18.5j, 24 + 10j, 24 - side + 1.6j)
    pods = [
        _stroke(24 + 12j, 24 + side * 5 + 14j, 24 + side * 13 + 18j),
        _stroke(24 + 7j, 24 - side * 5 + 9j, 24 - side * 13 + 14j),
    ]
    return [*found, *threads, stem, *pods]


_EMBLEMS: Final[Mapping[Kind, Callable[[Variation], _Lines]]] = MappingProxyType(
    {
        Kind.DAO: _dao,
        Kind.BAN: _ban,
        Kind.SUA: _sua,
        Kind.LOA_KEN: _loa_ken,
        Kind.PHUONG: _phuong,
        Kind.SEN: _sen,
        Kind.BANG_LANG: _bang_lang,
        Kind.HOANG_LAN: _hoang_lan,
        Kind.THACH_THAO: _thach_thao,
        Kind.HOA_SUA: _hoa_sua,
        Kind.CUC_HOA_MI: _cuc_hoa_mi,
        Kind.CAI_VANG: _cai_vang,
    },
)
