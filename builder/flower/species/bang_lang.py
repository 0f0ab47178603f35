"""Hoa bằng lăng: upright panicles of six crinkled purple petals on claws, round buds above, long oval leaves below."""

from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Form, Layer, Outline, Skin, assembled, petal
from builder.flower.plant import GREEN, STEM, WOOD, Bud, Leaf, Stamens, bud, leaf, stamens, stem, thread
from builder.flower.shape import Drawing
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_PURPLE = (Tint.LILAC_PALE, Tint.LILAC_LIT, Tint.LILAC, Tint.LILAC_SHADE)
_SKIN = Skin(_PURPLE, (Tint.LILAC_LIT, Tint.LILAC, Tint.LILAC_SHADE, Tint.LILAC_DEEP), Tint.LILAC_DEEP, Tint.LILAC_SHADE)
_BUD = Bud(0.5, (Tint.YOUNG_LIT, Tint.LEAF_PALE, Tint.YOUNG_SHADE, Tint.LILAC_LINE), None, peak=0.52)
_RIPE = Bud(0.5, (Tint.LILAC_LIT, Tint.LILAC, Tint.LILAC_SHADE, Tint.LILAC_DEEP), (Tint.LEAF_PALE, Tint.LEAF_PALE, Tint.YOUNG_SHADE, Tint.LILAC_LINE), cover=0.5, peak=0.55)
_FINISH = {Size.SMALL: Finish(6, 0, 0.6, shade=0.5), Size.MEDIUM: Finish(6, 1, 0.3, shade=0.5), Size.PLATE: Finish(9, 3, 0.3)}


def blossom(view: Pose, size: Size, vary: Variation) -> Drawing:
    """Return one flower: six ruffled petals standing apart on claws about a tuft of yellow stamens."""
    layers: list[Layer] = []
    for i in range(6):
        own = vary.fork(f"petal{i}")
        form = Form(own.around("lift", 30, 10), own.around("curl", -6, 18), cup=own.around("cup", 0.1, 0.3), sway=own.around("sway", 0, 0.1), gape=0.12, twist=own.around("twist", 0, 16))
        outline = Outline(own.around("width", 0.37, 0.04), 2.0, 0.42, foot=0.05, crinkle=own.between("crinkle", 0.06, 0.11), notch=own.between("notch", 0, 0.05))
        layers += petal(outline, form, view, azimuth=60 * i + own.around("turn", 0, 6), skin=_SKIN, finish=_FINISH[size], vary=own, length=own.around("length", 0.92, 0.07))
    count = {Size.SMALL: 12, Size.MEDIUM: 11, Size.PLATE: 26}[size]
    tuft = Stamens(count, 0.36, (30, 85), Tint.LILAC_LINE, Tint.GOLD_LIT, Tint.GOLD_DEEP if size is Size.PLATE else None, width=0.02 * view.size, size=0.09 * view.size)
    return assembled(layers + stamens(view, tuft, vary.fork("stamens")))


def oval(at: complex, degrees: float, length: float, bend: float, size: Size, vary: Variation) -> Drawing:
    """Return one long oval leaf."""
    narrow = vary.between("aspect", 0.6, 0.95)
    veins = {Size.SMALL: 3, Size.MEDIUM: 6, Size.PLATE: 9}[size]
    look = Leaf(0.21, 0.48, (1.0, narrow) if vary.chance("face", 0.5) else (narrow, 1.0), 0.015, veins, GREEN, samples=6)
    return leaf(sweep(at, degrees, length, bend), look, vary)


def panicle(line: Curve, radius: float, flowers: int, size: Size, vary: Variation) -> Drawing:
    """Return a panicle: open flowers crowd its lower part, buds its top."""
    back: Drawing = list(stem(line, 2.6, 1.0, STEM, knots=5))
    front: Drawing = []
    buds = {Size.SMALL: 5, Size.MEDIUM: 11, Size.PLATE: 22}[size]
    for i in range(buds):
        own = vary.fork(f"bud{i}")
        share = 0.52 + 0.48 * (i / (buds - 1)) ** 0.9
        side = 1 if i % 2 else -1
        stalk = sweep(line.at(share), line.degrees(share) + side * own.around("angle", 58 - 40 * (share - 0.5), 10), radius * own.around("stalk", 1.25 - share, 0.12), side * -12)
        back.append(thread(stalk, 0.8, Tint.STEM, 2))
        look = _RIPE if share < 0.72 and own.chance("ripe", 0.6) else _BUD
        front += bud(stalk.at(1), stalk.degrees(1), radius * own.around("length", 0.62 - 0.28 * share, 0.04), look)
    for i in range(flowers):
        own = vary.fork(f"flower{i}")
        share = 0.08 + 0.56 * i / flowers
        side = (1, -1, 0.1)[i % 3]
        reach = radius * own.around("reach", 1.0 - 0.35 * share, 0.15) * (abs(side) or 0.2)
        angle = line.degrees(share) - 90 * side + own.around("angle", 0, 16) * side + 34 * side
        at = line.at(share) + (sweep(line.at(share), angle, reach).at(1) - line.at(share))
        back.append(thread(sweep(line.at(share), angle, reach), 1.0, Tint.STEM, 2))
        front += blossom(pose(at, radius * own.around("size", 0.92, 0.08), angle, own.between("lean", 8, 46), own.between("spin", 0, 60)), size, own)
    return back + front


def compose(size: Size, vary: Variation) -> Drawing:
    """Return a small truss, a panicle with leaves, or a branch with two."""
    if size is Size.SMALL:
        drawing = oval(0 - 30j, vary.around("leaf", 200, 10), 46, -30, size, vary.fork("leaf"))
        drawing += oval(4 - 26j, vary.around("leaf2", -8, 10), 40, 26, size, vary.fork("leaf2"))
        line = sweep(0 - 40j, 92, 84, -10)
        drawing += stem(line, 2.6, 1.2, STEM)
        for i, (share, side, long) in enumerate(((0.82, 1, 14), (0.9, -1, 12), (0.99, 0, 4))):
            stalk = sweep(line.at(share), line.degrees(share) + side * 48, long)
            drawing += [thread(stalk, 1.2), *bud(stalk.at(1), stalk.degrees(1), 12 - i, _BUD)]
        view = pose(line.at(0.45), 33, vary.between("heading", 0, 180), vary.between("lean", 6, 26), vary.between("spin", 0, 60))
        return drawing + blossom(view, size, vary.fork("bloom"))
    return _spray(vary) if size is Size.MEDIUM else _branch(vary)


def _spray(vary: Variation) -> Drawing:
    size = Size.MEDIUM
    twig = through(-104 - 58j, -60 - 46j, -16 - 44j, steps=6)
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(((0.35, 100, 62, 24), (0.4, -46, 66, 26), (0.8, 128, 64, 24), (0.95, -30, 84, 26), (1.0, 8, 74, -30))):
        own = vary.fork(f"leaf{k}")
        drawing += oval(twig.at(share), own.around("angle", angle, 9), length * own.around("length", 1, 0.08), own.around("bend", bend, 12), size, own)
    drawing += stem(twig, 4.6, 3, WOOD, knots=4)
    line = sweep(twig.at(1), vary.around("rise", 54, 8), 128, vary.around("curve", 14, 14))
    return drawing + panicle(line, 26, 6, size, vary.fork("panicle"))


def _branch(vary: Variation) -> Drawing:
    size = Size.PLATE
    twig = through(44 - 160j, 26 - 118j, 6 - 80j, 0 - 52j, steps=6)
    drawing: Drawing = []
    places = ((0.25, 178, 92, -26), (0.3, 18, 88, 26), (0.62, 152, 100, 30), (0.68, 8, 96, -34), (0.9, 190, 84, -30), (1.0, -16, 84, 34))
    for k, (share, angle, length, bend) in enumerate(places):
        own = vary.fork(f"leaf{k}")
        drawing += oval(twig.at(share), own.around("angle", angle, 8), length * own.around("length", 1, 0.08), own.around("bend", bend, 12), size, own)
    second = sweep(twig.at(0.8), vary.around("rise2", 44, 5), 118, 22)
    drawing += panicle(second, 24, 5, size, vary.fork("second"))
    drawing += stem(twig, 7, 4, WOOD, knots=6)
    first = sweep(twig.at(1), vary.around("rise", 100, 5), 214, vary.around("curve", -12, 10))
    return drawing + panicle(first, 33, 11, size, vary.fork("first"))
