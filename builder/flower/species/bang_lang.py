"""Hoa bằng lăng: upright panicles of six crinkled purple petals on claws, round buds above, long oval leaves below."""

from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import GREEN, STEM, WOOD, Bud, Leaf, Stamens, bud, leaf, stamens, stem, thread
from builder.flower.shape import Drawing, Shape, dots
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_PURPLE = (Tint.LILAC_PALE, Tint.LILAC_LIT, Tint.LILAC, Tint.LILAC_SHADE)
_SKIN = Skin(
    _PURPLE, (Tint.LILAC_LIT, Tint.LILAC, Tint.LILAC_SHADE, Tint.LILAC_DEEP), Tint.LILAC_DEEP, Tint.LILAC_SHADE
)
_BUD = Bud(0.5, (Tint.YOUNG_LIT, Tint.LEAF_PALE, Tint.YOUNG_SHADE, Tint.LILAC_LINE), None, peak=0.52)
_RIPE = Bud(
    0.5,
    (Tint.LILAC_LIT, Tint.LILAC, Tint.LILAC_SHADE, Tint.LILAC_DEEP),
    (Tint.LEAF_PALE, Tint.LEAF_PALE, Tint.YOUNG_SHADE, Tint.LILAC_LINE),
    cover=0.5,
    peak=0.55,
)
_RIPE_BELOW = 0.72  # share of the panicle under which buds show their colour
_FINISH = {
    Size.SMALL: Finish(5, 0, 0.6, shade=0.5),
    Size.MEDIUM: Finish(6, 1, 0.3, shade=0.5),
    Size.PLATE: Finish(9, 3, 0.3),
}


_TUFTS = {
    Size.SMALL: Stamens(7, 0.36, (30, 85), Tint.LILAC_LINE, Tint.GOLD_LIT, None, size=0.09),
    Size.MEDIUM: Stamens(11, 0.36, (30, 85), Tint.LILAC_LINE, Tint.GOLD_LIT, None, size=0.09),
    Size.PLATE: Stamens(22, 0.36, (30, 85), Tint.LILAC_LINE, Tint.GOLD_LIT, Tint.GOLD_DEEP, size=0.09),
}


def blossom(view: Pose, vary: Variation) -> Drawing:
    """Return one flower: six ruffled petals standing apart on claws about a tuft of yellow stamens."""
    layers: list[Layer] = []
    for i in range(6):
        own = vary.fork(f"petal{i}")
        layers += petal(_petal(60 * i, own), view, _SKIN, _FINISH[vary.size], own)
    eye = view.seen((0, 0, 0.03))
    rings = [dots([eye], Tint.YOUNG_DEEP, 0.34 * view.size), dots([eye], Tint.YOUNG, 0.2 * view.size)]
    layers.append(Layer(view.depth((0, 0, 0)), rings))
    return assembled(layers + stamens(view, _TUFTS[vary.size], vary.fork("stamens")))


def _petal(azimuth: float, vary: Variation) -> Petal:
    form = Form(
        vary.around("lift", 30, 10),
        vary.around("curl", -6, 18),
        cup=vary.around("cup", 0.1, 0.3),
        sway=vary.around("sway", 0, 0.1),
        gape=0.12,
        twist=vary.around("twist", 0, 16),
    )
    width, crinkle = vary.around("width", 0.37, 0.04), vary.between("crinkle", 0.07, 0.12)
    outline = Outline(width, 1.9, 0.36, foot=0.05, crinkle=crinkle)
    return Petal(outline, form, azimuth + vary.around("turn", 0, 6), vary.around("length", 0.92, 0.07))


def oval(at: complex, degrees: float, length: float, bend: float, vary: Variation) -> Drawing:
    """Return one long oval leaf."""
    size = vary.size
    narrow = vary.between("aspect", 0.6, 0.95)
    veins = {Size.SMALL: 0, Size.MEDIUM: 6, Size.PLATE: 9}[size]
    look = Leaf(
        0.21,
        0.48,
        (1.0, narrow) if vary.chance("face", 0.5) else (narrow, 1.0),
        0.015,
        veins,
        GREEN,
        samples=6 if veins else 3,
    )
    return leaf(sweep(at, degrees, length, bend), look, vary)


def panicle(line: Curve, radius: float, flowers: int, vary: Variation) -> Drawing:
    """Return a panicle: open flowers crowd its lower part, buds its top."""
    stalks: Drawing = list(stem(line, 2.6, 1.0, STEM, knots=5))
    buds: Drawing = []
    blossoms: Drawing = []
    count = 22 if vary.size is Size.PLATE else 11
    for i in range(count):
        stalk, closed = _bud(line, i / (count - 1), radius, (1, -1, 0.35, -0.6)[i % 4], vary.fork(f"bud{i}"))
        stalks.append(stalk)
        buds += closed
    for i in range(flowers):
        own = vary.fork(f"flower{i}")
        share = 0.08 + 0.56 * i / flowers
        side = (1, -1, 0.1)[i % 3]
        angle = line.degrees(share) - side * (56 + own.around("angle", 0, 16))
        stalk_line = sweep(line.at(share), angle, radius * abs(side) * own.around("reach", 1.0 - 0.35 * share, 0.15))
        stalks.append(thread(stalk_line, 1.0, Tint.STEM, 2))
        size, lean = radius * own.around("size", 0.92, 0.08), own.between("lean", 8, 46)
        blossoms += blossom(pose(stalk_line.at(1), size, angle, lean, own.between("spin", 0, 60)), own)
    return stalks + buds + blossoms


def _bud(line: Curve, height: float, radius: float, side: float, vary: Variation) -> tuple[Shape, Drawing]:
    """Return the stalk and the bud at a height of the panicle's upper half."""
    share = 0.52 + 0.48 * height**0.9
    angle = line.degrees(share) + side * vary.around("angle", 58 - 40 * (share - 0.5), 10)
    stalk = sweep(line.at(share), angle, radius * vary.around("stalk", 1.25 - share, 0.12), side * -12)
    look = _RIPE if share < _RIPE_BELOW and vary.chance("ripe", 0.6) else _BUD
    length = radius * vary.around("length", 0.62 - 0.28 * share, 0.04)
    return thread(stalk, 0.8, Tint.STEM, 2), bud(stalk.at(1), stalk.degrees(1), length, look)


def compose(vary: Variation) -> Drawing:
    """Return a small truss, a panicle with leaves, or a branch with two."""
    size = vary.size
    if size is Size.SMALL:
        drawing = oval(0 - 30j, vary.around("leaf", 200, 10), 46, -30, vary.fork("leaf"))
        drawing += oval(4 - 26j, vary.around("leaf2", -8, 10), 40, 26, vary.fork("leaf2"))
        line = sweep(0 - 40j, 92, 84, -10)
        drawing += stem(line, 2.6, 1.2, STEM)
        for i, (share, side, long) in enumerate(((0.82, 1, 14), (0.9, -1, 12), (0.99, 0, 4))):
            stalk = sweep(line.at(share), line.degrees(share) + side * 48, long)
            drawing += [thread(stalk, 1.2), *bud(stalk.at(1), stalk.degrees(1), 12 - i, _BUD)]
        view = pose(
            line.at(0.45), 33, vary.between("heading", 0, 180), vary.between("lean", 6, 26), vary.between("spin", 0, 60)
        )
        return drawing + blossom(view, vary.fork("bloom"))
    return _spray(vary) if size is Size.MEDIUM else _branch(vary)


def _spray(vary: Variation) -> Drawing:
    twig = through(-104 - 58j, -60 - 46j, -16 - 44j, steps=6)
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(
        ((0.35, 100, 62, 24), (0.4, -46, 66, 26), (0.8, 128, 64, 24), (0.95, -30, 84, 26), (1.0, 8, 74, -30))
    ):
        own = vary.fork(f"leaf{k}")
        drawing += oval(
            twig.at(share),
            own.around("angle", angle, 9),
            length * own.around("length", 1, 0.08),
            own.around("bend", bend, 12),
            own,
        )
    drawing += stem(twig, 4.6, 3, WOOD, knots=4)
    line = sweep(twig.at(1), vary.around("rise", 54, 8), 128, vary.around("curve", 14, 14))
    return drawing + panicle(line, 26, 6, vary.fork("panicle"))


def _branch(vary: Variation) -> Drawing:
    twig = through(44 - 160j, 26 - 118j, 6 - 80j, 0 - 52j, steps=6)
    drawing: Drawing = []
    places = (
        (0.25, 178, 92, -26),
        (0.3, 18, 88, 26),
        (0.62, 152, 100, 30),
        (0.68, 8, 96, -34),
        (0.9, 190, 84, -30),
        (1.0, -16, 84, 34),
    )
    for k, (share, angle, length, bend) in enumerate(places):
        own = vary.fork(f"leaf{k}")
        drawing += oval(
            twig.at(share),
            own.around("angle", angle, 8),
            length * own.around("length", 1, 0.08),
            own.around("bend", bend, 12),
            own,
        )
    second = sweep(twig.at(0.8), vary.around("rise2", 44, 5), 118, 22)
    drawing += panicle(second, 24, 5, vary.fork("second"))
    drawing += stem(twig, 7, 4, WOOD, knots=6)
    first = sweep(twig.at(1), vary.around("rise", 100, 5), 214, vary.around("curve", -12, 10))
    return drawing + panicle(first, 33, 11, vary.fork("first"))
