"""Hoa sen: whorls of boat-shaped pink petals about a golden seed head; round leaves on prickly stems; bud and pod."""

from dataclasses import dataclass, replace
from math import cos, pi, radians, sin

from builder.flower.geometry import Curve, Points, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, Tints, assembled, petal
from builder.flower.plant import JADE, Stamens, stamens, stem, thread
from builder.flower.shape import Drawing, Shape, Trace, dots, filled, rounded, strokes
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_INNER = (Tint.LOTUS_PALE, Tint.LOTUS_LIT, Tint.LOTUS, Tint.LOTUS_SHADE)
_OUTER = (Tint.LOTUS_LIT, Tint.LOTUS_LIT, Tint.LOTUS, Tint.LOTUS_SHADE)
_SKIN = Skin(_INNER, _OUTER, Tint.LOTUS_DEEP, Tint.LOTUS_SHADE, tip=Tint.LOTUS_SHADE)
_PLAIN = replace(_SKIN, tip=None)
_STEM = (Tint.JADE_LIT, Tint.JADE, Tint.JADE_SHADE, Tint.JADE_DEEP)
_FINISH = {
    Size.SMALL: Finish(3, 0, 0.7, shade=0, tip=0.16),
    Size.MEDIUM: Finish(4, 2, 0.4, tip=0.2),
    Size.PLATE: Finish(6, 7, 0.4, tip=0.2),
}
# Whorls from the outside in: petals, lift and curl when open, length, half width.
_WHORLS = ((5, 0, 16, 1.0, 0.29), (6, 18, 40, 1.0, 0.31), (5, 38, 60, 0.9, 0.34), (3, 50, 72, 0.68, 0.34))
_FEW = ((5, 12, 30, 1.0, 0.34), (4, 36, 58, 0.92, 0.38), (1, 52, 74, 0.7, 0.36))
_TUFTS = {
    size: Stamens(count, 0.5, (40, 74), Tint.GOLD_LIT, Tint.GOLD_PALE, Tint.GOLD, 0.022, 0.06, bend=10, gape=0.1)
    for size, count in ((Size.SMALL, 6), (Size.MEDIUM, 22), (Size.PLATE, 46))
}
_LIGHT, _LIT_FIELD = radians(130), 0.35  # where light comes from, and which fields of a leaf it reaches
_OPEN = 0.5  # a flower less open than this hides its heart


def bloom(view: Pose, open_by: float, vary: Variation) -> Drawing:
    """Return one lotus; open_by 0 is a bud, 1 full bloom."""
    layers: list[Layer] = []
    for w, (count, lift, curl, length, width) in enumerate(_FEW if vary.size is Size.SMALL else _WHORLS):
        start = vary.between(f"whorl{w}", 0, 360 / count)
        for i in range(count):
            own = vary.fork(f"petal{w}.{i}")
            outline = Outline(width * own.between("width", 0.94, 1.06), 0.95, 0.82, foot=0.07)
            form = Form(
                84 - (84 - lift) * open_by + own.around("lift", 0, 5),
                100 - (100 - curl) * open_by,
                cup=own.between("cup", 0.5, 0.7),
                gape=0.16,
                sway=own.around("sway", 0, 0.05),
            )
            azimuth = start + 360 * i / count + own.around("turn", 0, 6)
            part = Petal(outline, form, azimuth, length * own.between("length", 0.95, 1.05))
            layers += petal(part, view, _PLAIN if vary.size is Size.SMALL and w else _SKIN, _FINISH[vary.size], own)
    return assembled(layers + _heart(view, vary) if open_by > _OPEN else layers)


def _heart(view: Pose, vary: Variation) -> list[Layer]:
    head = pod(view, 0.42, 0.21, vary.size, (Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP))
    return [*stamens(view, _TUFTS[vary.size], vary.fork("stamens")), Layer(view.depth((0, 0, 0.3)), head)]


def pod(view: Pose, height: float, radius: float, size: Size, tints: Tints) -> Drawing:
    """Return a seed head: a cone opening to a flat top with seeds in its holes."""
    rim = [view.seen((radius * cos(a), radius * sin(a), height)) for a in _around(10)]
    top, foot = view.seen((0, 0, height)), view.seen((0, 0, 0))
    side = (top - foot) * 1j / (abs(top - foot) or 1.0)
    reach = max(((point - top) / side).real for point in rim)
    left, right, low_left, low_right = (
        top + side * reach,
        top - side * reach,
        foot + side * reach * 0.35,
        foot - side * reach * 0.35,
    )
    line = 0.02 * view.size
    walls = [
        (a, a * 0.4 + b * 0.6 - way * line, b) for a, b, way in ((left, low_left, side), (right, low_right, -side))
    ]
    cone = filled(
        walls[0], (low_left, low_right), walls[1][::-1], (right, left), fill=tints[1], line=tints[3], width=line
    )
    plate = size is Size.PLATE
    rings = ((0.0, 1), (0.38, 5), (0.74, 11)) if plate else ((0.0, 1), (0.56, 6))
    holes = [view.seen((radius * r * cos(a), radius * r * sin(a), height)) for r, n in rings for a in _around(n)]
    wide = radius * view.size * (0.2 if plate else 0.26)
    seeds = [dots(holes, tints[3], wide), dots([hole + line * 0.5j for hole in holes], tints[0], wide * 0.55)]
    return [cone, rounded(rim, tints[0], tints[3], line), *seeds]


def _around(count: int) -> list[float]:
    return [2 * pi * i / count for i in range(count)]


_VEINS = 18
_RIM_POINTS = {Size.SMALL: 9, Size.MEDIUM: 17, Size.PLATE: 34}


@dataclass(frozen=True, slots=True)
class _Pad:
    """The wavy bowl of a round leaf: maps an angle (radians) and a share of the radius to the page."""

    view: Pose
    waves: int
    phase: float
    deep: float

    def spot(self, angle: float, radius: float) -> complex:
        wave = self.deep * sin(self.waves * angle + self.phase) + 0.06 * sin(2 * angle - self.phase)
        reach = radius * (1 + 0.03 * sin(5 * angle + 2 * self.phase))
        height = 0.16 * radius**2 + wave * radius**3
        return self.view.seen((reach * cos(angle), reach * sin(angle), height))

    def ring(self, radius: float, count: int) -> list[complex]:
        return [self.spot(angle, radius) for angle in _around(count)]


def pad(view: Pose, vary: Variation) -> Drawing:
    """Return a round leaf: a shallow bowl with a wavy rim, fields of light and shade, veins from its middle."""
    bowl = _Pad(view, vary.count("waves", 3, 5), vary.between("phase", 0, 6.28), vary.between("deep", 0.04, 0.1))
    drawing = [rounded(bowl.ring(1, _RIM_POINTS[vary.size]), Tint.JADE, Tint.JADE_DEEP, 0.5)]
    if vary.size is not Size.SMALL:
        drawing += [_field(bowl, i) for i in range(0, _VEINS, 2)]
    drawing += _pad_veins(bowl, vary.size)
    return [*drawing, rounded(bowl.ring(0.07, 6), Tint.JADE_PALE, Tint.JADE_SHADE, 0.4)]


def _field(bowl: _Pad, place: int) -> Shape:
    """Tint the field between two veins: lighter towards the light, darker elsewhere."""
    start, width = 2 * pi * place / _VEINS, 2 * pi / _VEINS
    tint = Tint.JADE_LIT if cos(start - _LIGHT) > _LIT_FIELD else Tint.JADE_SHADE
    rim = tuple(bowl.spot(start + width * k / 2, 0.985) for k in range(3))
    middle = bowl.spot(start, 0.1)
    return Shape((Trace(((middle, rim[0]), rim, (rim[-1], middle)), closed=True),), tint)


def _pad_veins(bowl: _Pad, size: Size) -> Drawing:
    count = 5 if size is Size.SMALL else _VEINS
    angles = [2 * pi * (i + 0.2 * sin(9 * i)) / count for i in range(count)]
    rays = [tuple(bowl.spot(angle + 0.04 * r, r) for r in (0.07, 0.5, 0.9)) for angle in angles]
    veins = [strokes(rays, Tint.JADE_PALE, 0.45)]
    if size is Size.PLATE:
        half = pi / count
        spots = ((0.0, 0.62), (1.0, 0.78), (1.1, 0.93))
        forks = [tuple(bowl.spot(angle + half * turned, r) for turned, r in spots) for angle in angles]
        veins.append(strokes(forks, Tint.JADE_PALE, 0.3))
    return veins


def stalk(line: Curve, width: float, size: Size) -> Drawing:
    """Return a stem set with small prickles."""
    drawing = stem(line, width * 1.1, width, _STEM, knots=6)
    if size is Size.SMALL:
        return drawing
    count = int(line.length / 5)
    ticks: list[Points] = []
    for i in range(count):
        share = (i + 0.5) / count
        side = 1 if i % 2 else -1
        foot = line.at(share) + line.heading(share) * 1j * side * width * 0.45
        ticks.append((foot, foot + line.heading(share) * 1j * side * 0.9 + line.heading(share) * 0.3))
    return [strokes(ticks, Tint.JADE_DEEP, 0.4), *drawing]


def compose(vary: Variation) -> Drawing:
    """Return a lotus, a lotus with leaf and bud, or a pond's edge."""
    size = vary.size
    if size is Size.SMALL:
        return _one(vary)
    return _group(vary) if size is Size.MEDIUM else _pond(vary)


def _one(vary: Variation) -> Drawing:
    at = complex(vary.around("x", 0, 4), 4)
    leaf = pad(
        pose(complex(vary.around("leaf", 8, 12), -22), 40, 96, 60, vary.between("turn", 0, 360)), vary.fork("pad")
    )
    stem_line = through(-6 - 50j, -2 - 24j, at)
    lean, spin = vary.between("lean", 42, 56), vary.between("spin", 0, 360)
    view = pose(at, 38, vary.around("heading", 90, 14), lean, spin)
    flower = bloom(view, vary.between("open", 0.85, 1.0), vary.fork("bloom"))
    return [*leaf, thread(stem_line, 3.2, Tint.JADE_SHADE, 2), *flower]


def _placed(key: str, at: complex, size: float, vary: Variation, lean: tuple[float, float] = (62, 68)) -> Drawing:
    """Return a leaf about a place, a little moved and turned."""
    own = vary.fork(key)
    spot = at + complex(own.around("x", 0, 11), own.around("y", 0, 7))
    return pad(
        pose(spot, size * own.around("size", 1, 0.1), 90, own.between("lean", *lean), own.between("spin", 0, 360)), own
    )


def _facing(at: complex, size: float, lean: tuple[float, float], vary: Variation) -> Pose:
    """Return the pose of a flower on an upright stem, leaning a little to either side."""
    return pose(at, size, vary.around("heading", 92, 13), vary.between("lean", *lean), vary.between("spin", 0, 360))


def _group(vary: Variation) -> Drawing:
    size = vary.size
    flower = complex(vary.around("fx", -10, 8), vary.around("fy", 12, 8))
    other = complex(vary.around("bx", 68, 10), vary.around("by", 50, 16))
    drawing = _placed("pad2", -72 - 34j, 40, vary, (68, 72)) if vary.chance("second", 0.7) else []
    drawing += stalk(through(70 - 86j, 62 - 20j, other, steps=6), 3, size)
    drawing += _placed("pad", 46 - 38j, 60, vary)
    drawing += stalk(through(-2 - 88j, -10 - 40j, flower, steps=6), 4, size)
    if vary.chance("pod", 0.4):
        drawing += pod(pose(other, 74, vary.around("tilt", 84, 12), 62), 0.42, 0.28, size, JADE)
    else:
        drawing += bloom(pose(other, 40, vary.around("tilt", 92, 10), 80, 10), 0.12, vary.fork("bud"))
    own = vary.fork("bloom")
    return drawing + bloom(_facing(flower, 62, (46, 58), own), own.between("open", 0.85, 1), own)


def _pond(vary: Variation) -> Drawing:
    size = vary.size
    first, second, third = (vary.fork(key) for key in ("first", "second", "third"))
    middle = complex(first.around("x", -14, 6), first.around("y", 40, 8))
    right = complex(second.around("x", 52, 7), second.around("y", 116, 8))
    left = complex(third.around("x", -62, 7), third.around("y", 122, 8))
    seeds = complex(vary.around("x", 78, 4), vary.around("y", 30, 8))
    drawing = stalk(through(-30 - 170j, -52 - 20j, left, steps=6), 3.6, size)
    drawing += stalk(through(30 - 170j, 34 - 20j, right, steps=6), 4, size)
    drawing += stalk(through(50 - 170j, 66 - 70j, seeds, steps=6), 3.4, size)
    drawing += _placed("far", -52 - 62j, 60, vary)
    drawing += bloom(_facing(right, 54, (70, 82), second), second.between("open", 0.5, 0.62), second)
    drawing += bloom(pose(left, 46, third.around("heading", 96, 6), 82, 10), third.between("open", 0.06, 0.14), third)
    drawing += pod(pose(seeds, 66, vary.around("tilt", 74, 8), 62), 0.42, 0.28, size, JADE)
    drawing += stalk(through(-170j, -18 - 60j, middle, steps=6), 4.6, size)
    drawing += _placed("near", 46 - 94j, 72, vary, (60, 66))
    return drawing + bloom(_facing(middle, 76, (46, 56), first), 1.0, first)
