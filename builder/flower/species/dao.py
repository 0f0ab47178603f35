"""Hoa đào: five rounded pink petals and a tuft of stamens on bare dark twigs, buds and a few young leaves."""

from itertools import pairwise
from math import cos, radians, sin

from builder.flower.geometry import Curve, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import WOOD, YOUNG, Bud, Leaf, Stamens, bud, leaf, stamens, stem, thread
from builder.flower.shape import Drawing, Shape, Trace
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_PINK = (Tint.PEACH_PALE, Tint.PEACH_LIT, Tint.PEACH, Tint.PEACH_SHADE)
_ROSE = (Tint.PEACH_LIT, Tint.PEACH, Tint.PEACH_SHADE, Tint.PEACH_DEEP)
_CALYX = (Tint.PEACH_DEEP, Tint.PEACH_HEART, Tint.PEACH_HEART, Tint.PEACH_HEART)
_SKIN = Skin(_PINK, _ROSE, Tint.PEACH_DEEP, Tint.PEACH_SHADE)
_BUD = Bud(0.42, _ROSE, _CALYX, cover=0.3)
_FINISH = {Size.SMALL: Finish(4, 0, 0.8), Size.MEDIUM: Finish(4, 2, 0.35), Size.PLATE: Finish(6, 5, 0.4)}


_TUFTS = {
    Size.SMALL: Stamens(11, 0.62, (35, 80), Tint.PEACH_HEART, Tint.GOLD_LIT, None, size=0.075),
    Size.MEDIUM: Stamens(10, 0.62, (35, 80), Tint.PEACH_DEEP, Tint.GOLD_LIT, None, size=0.075),
    Size.PLATE: Stamens(22, 0.62, (35, 80), Tint.PEACH_DEEP, Tint.GOLD_LIT, Tint.GOLD_DEEP, size=0.075),
}


def blossom(view: Pose, open_by: float, vary: Variation) -> Drawing:
    """Return one flower; open_by 0 is a cup, 1 wide open."""
    layers: list[Layer] = []
    for i in range(5):
        own = vary.fork(f"petal{i}")
        layers += petal(_petal(72 * i, open_by, own), view, _SKIN, _FINISH[vary.size], own)
    layers.append(Layer(view.depth((0, 0, 0.05)), [_star(view, open_by)]))
    return assembled(layers + stamens(view, _TUFTS[vary.size], vary.fork("stamens")))


def _petal(azimuth: float, open_by: float, vary: Variation) -> Petal:
    lift = 62 - 44 * open_by + vary.around("lift", 0, 6)
    cup, sway = vary.between("cup", 0.2, 0.45), vary.around("sway", 0, 0.06)
    form = Form(lift, lift - 22 * open_by, cup=cup, gape=0.08, sway=sway)
    outline = Outline(vary.around("width", 0.44, 0.03), 0.62, 0.42, foot=0.05, notch=vary.between("notch", 0, 0.035))
    return Petal(outline, form, azimuth + vary.around("turn", 0, 5), vary.around("length", 1.0, 0.05))


def _star(view: Pose, open_by: float) -> Shape:
    """Return the deeper pink at the petals' feet as one ten-pointed star."""
    rise = 0.9 - 0.75 * open_by
    spots = [(36.0 * i, 0.34 if i % 2 == 0 else 0.13) for i in range(10)]
    tips = [view.seen((r * cos(radians(a)), r * sin(radians(a)), r * rise)) for a, r in spots]
    return Shape((Trace(tuple(pairwise([*tips, tips[0]])), closed=True),), Tint.PEACH_SHADE)


def compose(vary: Variation) -> Drawing:
    """Return a twig with one blossom, a flowering branch, or a plate of both."""
    size = vary.size
    if size is Size.SMALL:
        return _sprig(vary)
    return _branch(vary, _MEDIUM if size is Size.MEDIUM else _PLATE)


def _sprig(vary: Variation) -> Drawing:
    twig = through(-38 - 34j, vary.around("kink", 0, 5) * 1j - 10 - 14j, 12 + 10j, 40 + 36j)
    drawing = stem(twig, 5.5, 2.2, WOOD, knots=3)
    drawing += leaf(sweep(twig.at(0.66), vary.around("leaf", 5, 10), 34, 30), _young(3, 2), vary)
    drawing += bud(twig.at(0.97), vary.around("bud", 55, 15), 17, _BUD)
    view = pose(
        twig.at(0.45) + turn(120) * 6,
        31,
        vary.between("heading", 70, 150),
        vary.between("lean", 10, 28),
        vary.between("spin", 0, 72),
    )
    return drawing + blossom(view, vary.between("open", 0.75, 1.0), vary.fork("bloom"))


def _young(samples: int, veins: int) -> Leaf:
    return Leaf(0.15, 0.42, (1.0, 0.75), 0.05, veins, YOUNG, Tint.YOUNG_LIT, samples)


_APART = 1.42  # radii between the middles of two blossoms
_MOST = {Size.MEDIUM: 6, Size.PLATE: 17}  # blossoms on a branch

# Twigs as points and widths at foot and end; the first is the one the others grow from.
_Twig = tuple[tuple[complex, ...], float, float]
_MEDIUM: tuple[_Twig, ...] = (
    ((-100 - 70j, -70 - 42j, -38 - 34j, -6 - 8j, 30 + 2j, 58 + 32j, 88 + 50j), 7.5, 1.6),
    ((-38 - 34j, -34 + 4j, -48 + 36j, -32 + 70j), 4, 1.4),
    ((30 + 2j, 58 - 10j, 92 - 38j), 3.2, 1.3),
    ((8 - 3j, 14 + 34j, 8 + 68j), 3.0, 1.3),
)
_PLATE: tuple[_Twig, ...] = (
    ((40 - 160j, 22 - 118j, 34 - 76j, 2 - 34j, 10 + 18j, -22 + 62j, -16 + 104j, -40 + 152j), 10, 1.8),
    ((34 - 76j, 62 - 46j, 64 - 10j, 92 + 30j), 5, 1.5),
    ((2 - 34j, -34 - 22j, -58 + 8j, -88 + 20j), 4.6, 1.5),
    ((10 + 18j, 40 + 48j, 42 + 86j, 64 + 124j), 4.6, 1.5),
    ((-22 + 62j, -54 + 72j, -80 + 100j), 3.4, 1.3),
    ((26 - 104j, -8 - 96j, -38 - 110j), 3.4, 1.3),
)


def _branch(vary: Variation, twigs: tuple[_Twig, ...]) -> Drawing:
    wood: Drawing = []
    back: Drawing = []
    front: Drawing = []
    trunk: Curve | None = None
    taken: list[complex] = []
    for i, (points, start, end) in enumerate(twigs):
        own = vary.fork(f"twig{i}")
        jittered = [
            point + complex(own.around(f"x{k}", 0, 6), own.around(f"y{k}", 0, 6)) for k, point in enumerate(points)
        ]
        if trunk:
            jittered[0] = min(trunk.points, key=lambda point: abs(point - points[0]))
        line = through(*jittered, steps=5)
        trunk = trunk or line
        wood = stem(line, start, end, WOOD, knots=2 * len(points) + 2) + wood  # many, or it bends past its line
        behind, before = _dressed(line, taken, own)
        back += behind
        front += before
    return wood + back + front


def _dressed(line: Curve, taken: list[complex], vary: Variation) -> tuple[Drawing, Drawing]:
    """Dress a twig: blossoms where there is room, buds between them, leaves at its end, sides alternating."""
    back: Drawing = []
    front: Drawing = _tip(line, vary)
    radius = 23.0 if vary.size is Size.MEDIUM else 22.0
    places = max(3, round(line.length / (radius * 0.95)))
    for k in range(places - 1):
        own = vary.fork(f"node{k}")
        share = (k + 0.7 + own.around("share", 0, 0.2)) / places
        side = 1 if (k + vary.count("first", 0, 1)) % 2 else -1
        heading = line.degrees(share) + side * own.between("angle", 48, 80)
        foot = line.at(share)
        middle = foot + turn(heading) * radius * 0.5
        clear = all(abs(middle - other) > radius * _APART for other in taken)
        if clear and len(taken) < _MOST[vary.size] and abs(foot - line.at(0)) > radius * 1.2:
            taken.append(middle)
            back.append(thread(sweep(foot, heading, radius * 0.5), 1.8, Tint.PEACH_HEART, 1))
            size, lean = radius * own.between("size", 0.88, 1.1), own.between("lean", 6, 58)
            view = pose(middle, size, heading, lean, own.between("spin", 0, 72))
            front += blossom(view, own.between("open", 0.5, 1.0), own)
        elif own.chance("bud", 0.75):
            back += bud(foot, heading, radius * own.between("length", 0.42, 0.66), _BUD)
        else:
            back += leaf(sweep(foot, heading - side * 25, radius * 1.3, side * -25), _young(4, 2), own)
    return back, front


def _tip(line: Curve, vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k, (angle, share) in enumerate(((-34, 0.9), (30, 0.9), (4, 1.15))):
        spine = sweep(line.at(1), line.degrees(1) + angle, share * vary.between(f"tip{k}", 14, 24), -angle * 0.7)
        drawing += leaf(spine, _young(4, 2 if vary.size is Size.PLATE else 0), vary)
    return drawing
