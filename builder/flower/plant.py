"""Everything on a plant that is not petal: stems, twigs, leaves, buds and stamens."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from builder.flower import sheet
from builder.flower.geometry import Curve, Points, curve, ribbon, turn
from builder.flower.palette import Tint
from builder.flower.petal import Layer, Tints
from builder.flower.shape import Drawing, Shape, dots, filled, strokes
from builder.flower.sheet import Pose
from builder.flower.variation import Variation

_FACING = 0.72  # how far a flower looks at the reader before its stamens hide behind nothing
_FINE = 20  # points on an edge before it is sampled evenly
_SHARES = tuple(i / _FINE for i in range(_FINE + 1))
_RIBBED = 4  # leaves of fewer samples are too small for a midrib of their own

GREEN: Tints = (Tint.LEAF_LIT, Tint.LEAF, Tint.LEAF_SHADE, Tint.LEAF_DEEP)
YOUNG: Tints = (Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP)
JADE: Tints = (Tint.JADE_LIT, Tint.JADE, Tint.JADE_SHADE, Tint.JADE_DEEP)
WOOD: Tints = (Tint.WOOD_LIT, Tint.WOOD, Tint.WOOD_DEEP, Tint.WOOD_DEEP)
STEM: Tints = (Tint.STEM_LIT, Tint.STEM, Tint.STEM_DEEP, Tint.LEAF_DEEP)


@dataclass(frozen=True, slots=True)
class Leaf:
    """The look of a leaf.

    width: greatest half width in leaf lengths; peak: where it lies; halves: share of the width each half shows (a leaf
    seen aslant has a narrow one); wave: unevenness of the edge; veins a side.
    """

    width: float = 0.2
    peak: float = 0.45
    halves: tuple[float, float] = (1.0, 0.8)
    wave: float = 0.0
    veins: int = 5
    tints: Tints = GREEN
    vein: Tint = Tint.LEAF_VEIN
    samples: int = 5
    line: float = 0.35
    blunt: bool = False


def leaf(spine: Curve, look: Leaf, vary: Variation) -> Drawing:
    """Return a simple leaf along its midrib: two halves in two tints, veins and a light midrib."""
    places = spine.walk(_SHARES)
    sides = [_half(spine, places, look, sign, vary) for sign in (1, -1)]
    bright = 0 if (spine.heading(0.5) * 1j).imag > 0 else 1
    drawing: Drawing = []
    rib = spine.part(0.0, 1.0, max(look.samples - 1, 3))
    for place, edge in enumerate(sides):
        tint = look.tints[0 if place == bright else 1]
        drawing.append(filled(edge, rib[::-1], fill=tint, line=look.tints[3], width=look.line))
    if look.veins:
        veins = [vein for sign in (1, -1) for vein in _side_veins(spine, look, sign)]
        drawing.append(strokes(veins, look.tints[2], look.line * 0.9))
    if look.samples >= _RIBBED:
        drawing.append(strokes([spine.part(0.0, 0.94, 4)], look.vein, look.line * 1.8))
    return drawing


def half_width(share: float, peak: float, *, blunt: bool = False) -> float:
    """Return the relative half width of a leaf at a share of its length, 1 at its peak."""
    end = 0.6 if blunt else 1.0
    swell = end * peak / (1.0 - peak)
    greatest = peak**swell * (1.0 - peak) ** end
    return float(max(share, 0.0) ** swell * max(1.0 - share, 0.0) ** end / greatest)


@lru_cache(maxsize=64)
def _profile(peak: float, foot: float, *, blunt: bool) -> tuple[float, ...]:
    """Return relative half widths at even shares of what lies beyond `foot` of the length."""
    return tuple([half_width(foot + share * (1.0 - foot), peak, blunt=blunt) for share in _SHARES])


def _half(spine: Curve, places: list[tuple[complex, complex]], look: Leaf, sign: int, vary: Variation) -> Points:
    part = look.halves[0 if sign > 0 else 1] * look.width * spine.length
    profile = _profile(look.peak, 0.0, blunt=look.blunt)
    across = sign * 1j
    fine = [at + heading * across * (part * wide) for (at, heading), wide in zip(places, profile, strict=True)]
    points = list(curve(fine).part(0.0, 1.0, look.samples))
    for i in range(1, look.samples if look.wave else 0):
        uneven = look.wave * (1 if i % 2 else -1) * vary.between(f"wave{sign}{i}", 0.4, 1.0)
        points[i] += (points[i] - spine.at(i / look.samples)) * uneven
    return tuple(points)


def _side_veins(spine: Curve, look: Leaf, sign: int) -> Iterator[Points]:
    part = look.halves[0 if sign > 0 else 1] * look.width * spine.length
    starts, ends, reaches = _vein_places(look.veins, look.peak, blunt=look.blunt, first=sign > 0)
    across, bow = sign * 1j, sign * -0.08j
    for base, (at, heading), reach in zip(spine.spots(starts), spine.walk(ends), reaches, strict=True):
        tip = at + heading * across * (part * reach)
        yield base, (base + tip) / 2 + (tip - base) * bow, tip


@lru_cache(maxsize=64)
def _vein_places(count: int, peak: float, *, blunt: bool, first: bool) -> tuple[list[float], list[float], list[float]]:
    """Return where the veins of a leaf's first or other side start and end along the midrib, and how far they reach."""
    starts = [0.1 + 0.68 * (i + (0.0 if first else 0.35)) / count for i in range(count)]
    ends = [start + 0.16 for start in starts]
    return starts, ends, [half_width(end, peak, blunt=blunt) * 0.82 for end in ends]


def stem(line: Curve, start: float, end: float, tints: Tints = STEM, *, knots: int = 4) -> Drawing:
    """Return a tapering stem with a shaded side; start and end are its widths."""
    left, right = ribbon(line, [(start + (end - start) * (i / knots)) / 2 for i in range(knots + 1)])
    lower, upper = (left, right) if (line.heading(0.5) * 1j).imag < 0 else (right, left)
    middle = tuple(a * 0.6 + b * 0.4 for a, b in zip(lower, upper, strict=True))
    whole = filled(left, (left[-1], right[-1]), right[::-1], fill=tints[1], line=tints[2], width=0.3)
    return [whole, filled(lower, middle[::-1], fill=tints[2])]


def thread(line: Curve, width: float, tint: Tint = Tint.STEM, points: int = 4) -> Shape:
    """Return a thin stem of even width."""
    return strokes([line.part(0.0, 1.0, points)], tint, width)


@dataclass(frozen=True, slots=True)
class Bud:
    """The look of a bud: half width in bud lengths, petal tints, tints of the calyx and the share it covers."""

    width: float = 0.38
    tints: Tints = GREEN
    calyx: Tints | None = GREEN
    cover: float = 0.4
    line: float = 0.35
    peak: float = 0.5


def bud(at: complex, degrees: float, length: float, look: Bud) -> Drawing:
    """Return a closed bud standing at a point: an egg of petals, a fold across it and a calyx below."""
    way = turn(degrees) * length
    runs = _egg(look.width, look.peak) + (_calyx(look.width, look.peak, look.cover) if look.calyx else [])
    egg, right, dark, light, *calyx = (tuple([at + way * point for point in run]) for run in runs)
    drawing = [filled(egg, fill=look.tints[1], line=look.tints[3], width=look.line)]
    drawing += [filled(right, dark, fill=look.tints[2]), strokes([light], look.tints[0], look.line * 1.5)]
    if look.calyx:
        drawing.append(filled(*calyx, fill=look.calyx[1], line=look.calyx[3], width=look.line))
    return drawing


@lru_cache(maxsize=64)
def _egg(width: float, peak: float) -> list[Points]:
    """Return the runs of a bud one unit long that lies along the real axis: outline, right side, fold, light."""
    left, right = _bud_sides(width, peak)
    light = (*(a * 0.8 + b * 0.2 for a, b in zip(left[1:5], right[1:5], strict=True)), left[5])
    dark = tuple(a * 0.3 + b * 0.7 for a, b in zip(left[1:5], right[1:5], strict=True))
    return [left + right[::-1][1:], right, (right[5], *dark[::-1], right[0]), light]


@lru_cache(maxsize=64)
def _calyx(width: float, peak: float, cover: float) -> list[Points]:
    """Return the border of the calyx of a bud one unit long that lies along the real axis."""
    left, right = _bud_sides(width, peak)
    grown = [(point - 0.3) * 1.06 + 0.3 for point in (*left[:3], *right[:3])]
    one, other = (cover * 0.62 + (edge - 0.4) * 0.45 for edge in (left[2], right[2]))
    tip = complex(cover + 0.12)
    rest = (grown[5], grown[4], grown[3], -0.04 + 0j, grown[0])
    return [(grown[0], grown[1], grown[2]), (grown[2], one), (one, tip), (tip, other), (other, grown[5]), rest]


def _bud_sides(width: float, peak: float) -> tuple[Points, Points]:
    wide = [width * part for part in _profile(peak, 0.04, blunt=True)]
    left, right = (curve(edge).part(0.0, 1.0, 5) for edge in ribbon(curve((0j, 1 + 0j)), wide))
    return left, right


@dataclass(frozen=True, slots=True)
class Stamens:
    """The look of a flower's stamens.

    How many, how long, how thick, how big their anthers (flower units), between which angles they rise, which arc
    about the axis they fill, and how long their anthers are for their width (0 = round).
    """

    count: int
    length: float
    lift: tuple[float, float] = (35.0, 80.0)
    thread: Tint = Tint.GOLD_PALE
    anther: Tint = Tint.GOLD
    shadow: Tint | None = Tint.GOLD_DEEP
    width: float = 0.02
    size: float = 0.08
    bend: float = 15.0
    gape: float = 0.04
    arc: tuple[float, float] = (0.0, 360.0)
    oblong: float = 0.0


def stamens(view: Pose, look: Stamens, vary: Variation) -> list[Layer]:
    """Return filaments and anthers around a flower's axis, in two layers where petals may stand between them."""
    near: list[tuple[float, Points]] = []
    for i in range(look.count):
        lift = vary.between(f"lift{i}", *look.lift)
        place = (i + 0.5 + vary.around(f"place{i}", 0.0, 0.35)) / look.count
        azimuth = look.arc[0] + (look.arc[1] - look.arc[0]) * place
        length = look.length * vary.between(f"length{i}", 0.78, 1.0)
        line = sheet.spine(lift, lift + look.bend, length, complex(look.gape))
        ends, depth = sheet.thread(line, azimuth, view, (0.0, 0.55, 1.0))
        near.append((depth, ends))
    near.sort(key=lambda item: item[0])
    half = len(near) // 2 if view.rows[2][2] < _FACING else 0
    return [_tuft(group, look, view.size) for group in (near[:half], near[half:]) if group]


def _tuft(group: list[tuple[float, Points]], look: Stamens, scale: float) -> Layer:
    lines = [line for _, line in group]
    size = look.size * scale
    drawing = [strokes(lines, look.thread, look.width * scale)]
    if look.oblong:
        drawing += _anthers(lines, look, size)
        return Layer(sum(depth for depth, _ in group) / len(group), drawing)
    if look.shadow:
        drawing.append(dots([line[-1] for line in lines], look.shadow, size))
    shine = size * 0.12 * turn(130)
    lights = [line[-1] + shine for line in lines]
    drawing.append(dots(lights, look.anther, size * (0.72 if look.shadow else 1.0)))
    return Layer(sum(depth for depth, _ in group) / len(group), drawing)


def _anthers(lines: list[Points], look: Stamens, size: float) -> Drawing:
    """Return long anthers balanced across the ends of their filaments."""
    bars: list[Points] = []
    for place, line in enumerate(lines):
        step = line[-1] - line[-2]
        across = step / (abs(step) or 1.0) * turn(70 if place % 2 else -70) * size * look.oblong / 2
        bars.append((line[-1] - across, line[-1] + across))
    under = [strokes(bars, look.shadow, size)] if look.shadow else []
    return [*under, strokes(bars, look.anther, size * (0.6 if look.shadow else 1.0))]
