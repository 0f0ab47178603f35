"""Hoa đào: five rounded pink petals and a tuft of stamens on bare dark twigs, buds and a few young leaves."""

from builder.flower.geometry import Curve, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Form, Layer, Outline, Skin, assembled, petal
from builder.flower.plant import WOOD, YOUNG, Bud, Leaf, Stamens, bud, leaf, stamens, stem
from builder.flower.shape import Drawing
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_PINK = (Tint.PEACH_PALE, Tint.PEACH_LIT, Tint.PEACH, Tint.PEACH_SHADE)
_ROSE = (Tint.PEACH_LIT, Tint.PEACH, Tint.PEACH_SHADE, Tint.PEACH_DEEP)
_CALYX = (Tint.PEACH_DEEP, Tint.PEACH_HEART, Tint.PEACH_HEART, Tint.PEACH_HEART)
_SKIN = Skin(_PINK, _ROSE, Tint.PEACH_DEEP, Tint.PEACH_SHADE, heart=Tint.PEACH_SHADE)
_BUD = Bud(0.42, _ROSE, _CALYX, cover=0.3)
_FINISH = {Size.SMALL: Finish(4, 0, 0.8), Size.MEDIUM: Finish(5, 3, 0.35), Size.PLATE: Finish(6, 5, 0.4)}


def blossom(view: Pose, open_by: float, size: Size, vary: Variation) -> Drawing:
    """Return one flower; open_by 0 is a cup, 1 wide open."""
    layers: list[Layer] = []
    for i in range(5):
        own = vary.fork(f"petal{i}")
        lift = 62 - 44 * open_by + own.around("lift", 0, 6)
        form = Form(
            lift, lift - 22 * open_by, cup=own.between("cup", 0.2, 0.45), gape=0.08, sway=own.around("sway", 0, 0.06)
        )
        outline = Outline(own.around("width", 0.44, 0.03), 0.62, 0.42, foot=0.05, notch=own.between("notch", 0, 0.035))
        layers += petal(
            outline,
            form,
            view,
            azimuth=72 * i + own.around("turn", 0, 5),
            skin=_SKIN,
            finish=_FINISH[size],
            vary=own,
            length=own.around("length", 1.0, 0.05),
        )
    small = size is Size.SMALL
    tuft = Stamens(
        11 if small else 22,
        0.62,
        (35, 80),
        Tint.PEACH_HEART if small else Tint.PEACH_DEEP,
        Tint.GOLD_LIT,
        None if small else Tint.GOLD_DEEP,
        width=0.02 * view.size,
        size=0.075 * view.size,
    )
    return assembled(layers + stamens(view, tuft, vary.fork("stamens")))


def compose(size: Size, vary: Variation) -> Drawing:
    """Return a twig with one blossom, a flowering branch, or a plate of both."""
    if size is Size.SMALL:
        return _sprig(vary)
    return _branch(size, vary, _MEDIUM if size is Size.MEDIUM else _PLATE)


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
    return drawing + blossom(view, vary.between("open", 0.75, 1.0), Size.SMALL, vary.fork("bloom"))


def _young(samples: int, veins: int) -> Leaf:
    return Leaf(0.15, 0.42, (1.0, 0.75), 0.05, veins, YOUNG, Tint.YOUNG_LIT, samples)


# Twigs as (points; width at foot and end) and what stands on them as (twig, share, side, kind, size).
_Twig = tuple[tuple[complex, ...], float, float]
_MEDIUM: tuple[_Twig, ...] = (
    ((-104 - 62j, -72 - 40j, -38 - 34j, -6 - 8j, 30 + 2j, 62 + 30j, 98 + 44j), 7.5, 1.6),
    ((-38 - 34j, -30 - 2j, -40 + 26j, -26 + 52j), 4, 1.4),
    ((30 + 2j, 52 - 6j, 84 - 26j), 3.2, 1.3),
    ((8 - 3j, 16 + 26j, 12 + 50j), 3.0, 1.3),
)
_PLATE: tuple[_Twig, ...] = (
    ((40 - 160j, 22 - 118j, 34 - 76j, 2 - 34j, 10 + 18j, -22 + 62j, -16 + 104j, -40 + 152j), 10, 1.8),
    ((34 - 76j, 62 - 46j, 64 - 10j, 92 + 30j), 5, 1.5),
    ((2 - 34j, -34 - 22j, -58 + 8j, -88 + 20j), 4.6, 1.5),
    ((10 + 18j, 40 + 48j, 42 + 86j, 64 + 124j), 4.6, 1.5),
    ((-22 + 62j, -54 + 72j, -80 + 100j), 3.4, 1.3),
    ((26 - 104j, -8 - 96j, -38 - 110j), 3.4, 1.3),
)


def _branch(size: Size, vary: Variation, twigs: tuple[_Twig, ...]) -> Drawing:
    wood: Drawing = []
    back: Drawing = []
    front: Drawing = []
    for i, (points, start, end) in enumerate(twigs):
        own = vary.fork(f"twig{i}")
        jittered = [
            point + (own.around(f"x{k}", 0, 5) + own.around(f"y{k}", 0, 5) * 1j if k else 0)
            for k, point in enumerate(points)
        ]
        line = through(*jittered, steps=5)
        wood = stem(line, start, end, WOOD, knots=3 * len(points)) + wood
        behind, before = _dressed(line, i == 0, size, own)
        back += behind
        front += before
    return back + wood + front


def _dressed(line: Curve, main: bool, size: Size, vary: Variation) -> tuple[Drawing, Drawing]:
    """Dress a twig: leaves and buds towards its end, blossoms below, sides alternating."""
    back: Drawing = []
    front: Drawing = []
    radius = 19.0 if size is Size.MEDIUM else 21.0
    places = max(3, round(line.length / (radius * 1.25)))
    for k in range(places):
        own = vary.fork(f"node{k}")
        share = (k + 0.6 + own.around("share", 0, 0.2)) / places
        if main and share < 0.2:
            continue
        side = 1 if (k + vary.count("first", 0, 1)) % 2 else -1
        heading = line.degrees(share) + side * own.between("angle", 50, 85)
        foot = line.at(share)
        if share > 0.9:
            front += _tip(line, own)
        elif own.chance("bloom", 0.62 if share < 0.75 else 0.3):
            view = pose(
                foot + turn(heading) * radius * 0.42,
                radius * own.between("size", 0.85, 1.1),
                heading,
                own.between("lean", 8, 62),
                own.between("spin", 0, 72),
            )
            front += blossom(view, own.between("open", 0.45, 1.0), size, own)
        else:
            for b in range(own.count("buds", 1, 2)):
                front += bud(foot, heading + 28 * b, radius * own.between(f"bud{b}", 0.45, 0.7), _BUD)
            if own.chance("leaf", 0.5):
                back += leaf(sweep(foot, heading - side * 25, radius * 1.3, side * -25), _young(4, 3), own)
    return back, front


def _tip(line: Curve, vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k, angle in enumerate((-34, 30, 4)):
        length = vary.between(f"tip{k}", 14, 24) * (1.15 if k == 2 else 0.9)
        drawing += leaf(sweep(line.at(1), line.degrees(1) + angle, length, -angle * 0.7), _young(4, 2), vary)
    return drawing
