"""Hoa sen: whorls of boat-shaped pink petals about a golden seed head; round leaves on prickly stems; bud and pod."""

from math import cos, pi, radians, sin

from builder.flower.geometry import Curve, Points, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Form, Layer, Outline, Skin, assembled, petal
from builder.flower.plant import JADE, Stamens, stamens, stem
from builder.flower.shape import Drawing, Shape, Trace, dots, filled, rounded, strokes
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_INNER = (Tint.LOTUS_PALE, Tint.LOTUS_LIT, Tint.LOTUS, Tint.LOTUS_SHADE)
_OUTER = (Tint.LOTUS_LIT, Tint.LOTUS, Tint.LOTUS_SHADE, Tint.LOTUS_DEEP)
_SKIN = Skin(_INNER, _OUTER, Tint.LOTUS_DEEP, Tint.LOTUS_SHADE, tip=Tint.LOTUS_SHADE)
_STEM = (Tint.JADE_LIT, Tint.JADE, Tint.JADE_SHADE, Tint.JADE_DEEP)
_FINISH = {
    Size.SMALL: Finish(3, 0, 0.7, shade=0, tip=0.0),
    Size.MEDIUM: Finish(4, 3, 0.4, tip=0.22),
    Size.PLATE: Finish(6, 7, 0.4, tip=0.22),
}
# Whorls from the outside in: petals, lift and curl when open, length, half width.
_WHORLS = ((5, 4, 22, 1.0, 0.3), (6, 24, 52, 1.0, 0.33), (6, 46, 74, 0.92, 0.33), (5, 62, 88, 0.78, 0.32))


def bloom(view: Pose, open_by: float, size: Size, vary: Variation) -> Drawing:
    """Return one lotus; open_by 0 is a bud, 1 full bloom."""
    layers: list[Layer] = []
    whorls = _WHORLS[1:] if size is Size.SMALL else _WHORLS
    for w, (count, lift, curl, length, width) in enumerate(whorls):
        start = vary.between(f"whorl{w}", 0, 360 / count)
        for i in range(count):
            own = vary.fork(f"petal{w}.{i}")
            raised = 84 - (84 - lift) * open_by + own.around("lift", 0, 5)
            form = Form(raised, 100 - (100 - curl) * open_by, cup=own.between("cup", 0.5, 0.7), gape=0.16, sway=own.around("sway", 0, 0.05))
            outline = Outline(width * own.between("width", 0.94, 1.06), 1.0, 0.62, foot=0.06)
            layers += petal(outline, form, view, azimuth=start + 360 * i / count + own.around("turn", 0, 6), skin=_SKIN,
                            finish=_FINISH[size], vary=own, length=length * own.between("length", 0.95, 1.05))
    if open_by > 0.5:
        layers += _heart(view, size, vary)
    return assembled(layers)


def _heart(view: Pose, size: Size, vary: Variation) -> list[Layer]:
    small = size is Size.SMALL
    tuft = Stamens(12 if small else 26 if size is Size.MEDIUM else 46, 0.46, (38, 72), Tint.GOLD_LIT, Tint.GOLD_PALE, Tint.GOLD,
                   width=0.022 * view.size, size=0.06 * view.size, bend=10, gape=0.1)
    head = pod(view, 0.3, 0.19, size, (Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP))
    return [*stamens(view, tuft, vary.fork("stamens")), Layer(view.depth((0, 0, 0.2)), head)]


def pod(view: Pose, height: float, radius: float, size: Size, tints: tuple[Tint, Tint, Tint, Tint]) -> Drawing:
    """Return a seed head: a cone opening to a flat top with seeds in its holes."""
    rim = [view.seen((radius * cos(a), radius * sin(a), height)) for a in _around(10)]
    foot = [view.seen((0.35 * radius * cos(a), 0.35 * radius * sin(a), 0)) for a in _around(10)]
    middle = sum(rim) / len(rim)
    axis = middle - sum(foot) / len(foot)
    side = axis * 1j / abs(axis) if abs(axis) > 0 else 1 + 0j
    left, right = (max(rim, key=lambda p: ((p - middle) * side.conjugate()).real * s) for s in (1, -1))
    low = [max(foot, key=lambda p: ((p - middle) * side.conjugate()).real * s) for s in (1, -1)]
    line = 0.02 * view.size
    drawing = [filled((left, (left * 0.4 + low[0] * 0.6) - side * line, low[0]), (low[0], low[1]),
                      (low[1], (right * 0.4 + low[1] * 0.6) + side * line, right), (right, left), fill=tints[1], line=tints[3], width=line)]
    drawing.append(rounded(rim, tints[0], tints[3], line))
    rings = ((0.0, 1), (0.56, 6)) if size is not Size.PLATE else ((0.0, 1), (0.38, 5), (0.74, 11))
    holes = [view.seen((radius * r * cos(a), radius * r * sin(a), height)) for r, n in rings for a in _around(n)]
    drawing.append(dots(holes, tints[3], radius * 0.26 * view.size if size is not Size.PLATE else radius * 0.2 * view.size))
    drawing.append(dots([h + line * 0.5j for h in holes], tints[0], radius * 0.13 * view.size))
    return drawing


def _around(count: int) -> list[float]:
    return [2 * pi * i / count for i in range(count)]


def pad(view: Pose, size: Size, vary: Variation) -> Drawing:
    """Return a round leaf: a shallow bowl with a wavy rim, veins from its middle, one lip folded over."""
    waves, phase = vary.count("waves", 3, 5), vary.between("phase", 0, 6.28)
    deep = vary.between("deep", 0.04, 0.1)

    def spot(angle: float, radius: float) -> complex:
        wave = deep * sin(waves * angle + phase) + 0.06 * sin(2 * angle - phase)
        rim = 1 + 0.03 * sin(5 * angle + 2 * phase)
        return view.seen((radius * rim * cos(angle), radius * rim * sin(angle), 0.16 * radius**2 + wave * radius**3))

    fine = 14 if size is Size.SMALL else 22 if size is Size.MEDIUM else 34
    drawing = [rounded([spot(a, 1) for a in _around(fine)], Tint.JADE, Tint.JADE_DEEP, 0.5)]
    drawing += _sectors(spot, phase, 9 if size is not Size.SMALL else 0)
    if size is not Size.SMALL:
        veins = 18
        rays = [tuple(spot(2 * pi * (i + 0.2 * sin(9 * i)) / veins + 0.02 * k, r) for k, r in enumerate((0.07, 0.5, 0.9))) for i in range(veins)]
        drawing.append(strokes(rays, Tint.JADE_PALE, 0.45))
        forks = [(spot(2 * pi * (i + 0.2 * sin(9 * i)) / veins, 0.62), spot(2 * pi * (i + 0.5) / veins, 0.78), spot(2 * pi * (i + 0.55) / veins, 0.93)) for i in range(veins)]
        drawing.append(strokes(forks, Tint.JADE_PALE, 0.3))
    drawing.append(rounded([spot(a, 0.07) for a in _around(8)], Tint.JADE_PALE, Tint.JADE_SHADE, 0.4))
    return drawing


def _sectors(spot: object, phase: float, count: int) -> Drawing:
    """Shade every other field between two veins on the side away from the light."""
    if not callable(spot):
        raise TypeError
    drawing: Drawing = []
    for i in range(count):
        start = 2 * pi * 2 * i / 18
        lightness = cos(start - radians(130))
        tint = Tint.JADE_LIT if lightness > 0.35 else Tint.JADE_SHADE
        end = start + 2 * pi / 18
        rim = tuple(spot(start + (end - start) * k / 2, 0.985) for k in range(3))
        middle = spot(start, 0.1)
        drawing.append(Shape((Trace(((middle, rim[0]), rim, (rim[-1], middle)), closed=True),), tint))
    return drawing


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


def compose(size: Size, vary: Variation) -> Drawing:
    """Return a lotus, a lotus with leaf and bud, or a pond's edge."""
    if size is Size.SMALL:
        return _one(vary)
    return _group(vary) if size is Size.MEDIUM else _pond(vary)


def _one(vary: Variation) -> Drawing:
    lean = vary.between("lean", 52, 64)
    leaf = pad(pose(vary.around("leaf", 10, 8) - 14j, 42, 96, 64, 20), Size.SMALL, vary.fork("pad"))
    view = pose(vary.around("x", 0, 3) - 10j, 38, vary.around("heading", 90, 10), lean, vary.between("spin", 0, 360))
    return leaf + bloom(view, vary.between("open", 0.85, 1.0), Size.SMALL, vary.fork("bloom"))


def _group(vary: Variation) -> Drawing:
    size = Size.MEDIUM
    flower, bud_at = -8 + 8j, complex(vary.around("bx", 66, 8), vary.around("by", 56, 8))
    drawing = stalk(through(70 - 86j, complex(62, -20), bud_at, steps=6), 3, size)
    drawing += pad(pose(46 - 38j, 62, 96, vary.between("padlean", 62, 68), vary.between("padspin", 0, 360)), size, vary.fork("pad"))
    if vary.chance("second", 0.6):
        drawing = pad(pose(-72 - 30j, 40, 84, 70, vary.between("padspin2", 0, 360)), size, vary.fork("pad2")) + drawing
    drawing += stalk(through(-2 - 88j, -10 - 40j, flower, steps=6), 4, size)
    drawing += bloom(pose(bud_at, 40, vary.around("budhead", 92, 8), 80, 10), 0.12, size, vary.fork("bud"))
    head = vary.around("heading", 94, 10)
    return drawing + bloom(pose(flower, 62, head, vary.between("lean", 56, 68), vary.between("spin", 0, 360)), vary.between("open", 0.85, 1), size, vary.fork("bloom"))


def _pond(vary: Variation) -> Drawing:
    size = Size.PLATE
    first, second = complex(vary.around("x", -14, 6), vary.around("y", 40, 6)), complex(vary.around("x2", 52, 6), vary.around("y2", 118, 6))
    bud_at, pod_at = complex(vary.around("x3", -62, 6), 124), complex(vary.around("x4", 76, 4), vary.around("y4", 38, 6))
    drawing = stalk(through(-30 - 170j, -52 - 20j, bud_at, steps=6), 3.6, size)
    drawing += stalk(through(30 - 170j, 34 - 20j, second, steps=6), 4, size)
    drawing += stalk(through(50 - 170j, 66 - 70j, pod_at, steps=6), 3.4, size)
    drawing += pad(pose(-52 - 62j, 62, 84, 66, vary.between("ps", 0, 360)), size, vary.fork("pad"))
    drawing += bloom(pose(second, 54, vary.around("h2", 82, 8), vary.between("l2", 72, 84), vary.between("s2", 0, 360)), 0.55, size, vary.fork("second"))
    drawing += bloom(pose(bud_at, 46, vary.around("h3", 96, 6), 82, 10), 0.1, size, vary.fork("bud"))
    drawing += pod(pose(pod_at, 70, vary.around("h4", 74, 8), 62), 0.42, 0.28, size, JADE)
    drawing += stalk(through(0 - 170j, -18 - 60j, first, steps=6), 4.6, size)
    drawing += pad(pose(48 - 92j, 74, 98, vary.between("pl", 60, 66), vary.between("ps2", 0, 360)), size, vary.fork("pad2"))
    return drawing + bloom(pose(first, 76, vary.around("heading", 95, 8), vary.between("lean", 54, 64), vary.between("spin", 0, 360)), 1.0, size, vary.fork("bloom"))
