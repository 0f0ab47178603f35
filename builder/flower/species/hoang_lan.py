"""Hoa hoàng lan: clusters of drooping flowers, six long narrow twisted yellow-green petals; large drooping leaves."""

from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Form, Layer, Outline, Skin, assembled, petal
from builder.flower.plant import GREEN, STEM, WOOD, Bud, Leaf, bud, leaf, stem
from builder.flower.shape import Drawing, dots
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_YELLOW = (Tint.YLANG_PALE, Tint.YLANG_LIT, Tint.YLANG, Tint.YLANG_SHADE)
_GREENER = (Tint.YLANG_LIT, Tint.YLANG, Tint.YLANG_SHADE, Tint.YLANG_DEEP)
_RIPE = Skin(_YELLOW, _GREENER, Tint.YLANG_LINE, Tint.YLANG_SHADE, heart=Tint.GOLD_DEEP)
_FRESH = Skin((Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP), (Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP, Tint.LEAF_SHADE), Tint.LEAF_SHADE, Tint.YOUNG_DEEP)
_BUD = Bud(0.2, (Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP), GREEN, cover=0.2, peak=0.4)
_FINISH = {Size.SMALL: Finish(6, 0, 0.6), Size.MEDIUM: Finish(6, 1, 0.3, heart=0.12), Size.PLATE: Finish(9, 2, 0.32, heart=0.12)}


def blossom(view: Pose, size: Size, vary: Variation, *, ripe: bool = True) -> Drawing:
    """Return one flower hanging along its axis: three outer and three inner petals, each twisted its own way."""
    layers: list[Layer] = []
    for i in range(6):
        own = vary.fork(f"petal{i}")
        inner = i % 2
        form = Form(own.around("lift", 12 if not inner else 34, 10), own.around("curl", 78, 12), cup=0.15, twist=own.between("twist", 40, 150) * (1 if own.chance("hand", 0.5) else -1), sway=own.around("sway", 0, 0.16), gape=0.05)
        outline = Outline(own.around("width", 0.085 if inner else 0.1, 0.01), 0.75, 0.85, foot=0.035, crinkle=own.between("crinkle", 0.0, 0.02))
        layers += petal(outline, form, view, azimuth=60 * i + own.around("turn", 0, 12), skin=_RIPE if ripe else _FRESH, finish=_FINISH[size], vary=own, length=own.between("length", 0.95, 1.25) * (0.9 if inner else 1))
    knob = Layer(view.depth((0, 0, 0.12)), [dots([view.seen((0, 0, 0.07))], Tint.GOLD_DEEP, 0.17 * view.size), dots([view.seen((0, 0, 0.09))], Tint.GOLD, 0.09 * view.size)])
    calyx = [shape for k in (-52, 0, 52) for shape in bud(view.at, 270 + k * 0.7, 0.16 * view.size, _BUD)]
    return assembled([*layers, knob]) + (calyx if size is not Size.SMALL else [])


def broad(at: complex, degrees: float, length: float, bend: float, size: Size, vary: Variation) -> Drawing:
    """Return one large leaf with a wavy edge and a drawn-out tip."""
    narrow = vary.between("aspect", 0.5, 0.9)
    veins = {Size.SMALL: 3, Size.MEDIUM: 6, Size.PLATE: 9}[size]
    look = Leaf(0.2, 0.42, (1.0, narrow) if vary.chance("face", 0.5) else (narrow, 1.0), 0.05, veins, GREEN, samples=7 if size is not Size.SMALL else 5)
    return leaf(sweep(at, degrees, length, bend, ease=1.3), look, vary)


def _hung(foot: complex, degrees: float, drop: float, radius: float, size: Size, vary: Variation, *, ripe: bool = True) -> Drawing:
    """Return a flower on a stalk that leaves the twig in a direction and bends down under its weight."""
    bend = ((270 - degrees + 180) % 360 - 180) * 0.9
    stalk = sweep(foot, degrees, drop, bend)
    view = pose(stalk.at(1), radius, stalk.degrees(1), vary.between("lean", 66, 88), vary.between("spin", 0, 120))
    return stem(stalk, 1.4, 1.8, STEM, knots=3) + blossom(view, size, vary, ripe=ripe)


def compose(size: Size, vary: Variation) -> Drawing:
    """Return one hanging flower, a twig of them, or a branch."""
    if size is Size.SMALL:
        twig = through(-44 + 34j, -8 + 40j, 30 + 34j)
        drawing = broad(twig.at(0.55), vary.around("leaf", 206, 8), 58, 40, size, vary.fork("leaf"))
        drawing += broad(twig.at(0.95), vary.around("leaf2", -26, 8), 50, -44, size, vary.fork("leaf2"))
        drawing += stem(twig, 3.4, 2.2, WOOD, knots=2)
        return drawing + _hung(twig.at(0.62), -64, 10, 52, size, vary.fork("bloom"))
    return _twig(vary) if size is Size.MEDIUM else _branch(vary)


def _foliage(line: Curve, places: tuple[tuple[float, float, float, float], ...], size: Size, vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(places):
        own = vary.fork(f"leaf{k}")
        drawing += broad(line.at(share), own.around("angle", angle, 9), length * own.around("length", 1, 0.08), own.around("bend", bend, 14), size, own)
    return drawing


def _twig(vary: Variation) -> Drawing:
    size = Size.MEDIUM
    line = through(-112 + 46j, -50 + 62j, 20 + 58j, 84 + 40j, steps=6)
    places = ((0.24, 228, 78, 30), (0.5, 60, 70, -40), (0.72, 24, 70, -50), (0.98, -18, 70, -40), (0.86, 214, 60, 40))
    drawing = _foliage(line, places, size, vary) + stem(line, 4.4, 1.8, WOOD, knots=5)
    for k, (share, angle, drop, radius, ripe) in enumerate(((0.42, 230, 12, 46, False), (0.54, -60, 14, 66, True), (0.5, 250, 22, 64, True), (0.85, -70, 12, 56, True))):
        own = vary.fork(f"flower{k}")
        drawing += _hung(line.at(share), own.around("angle", angle, 10), drop, radius * own.around("size", 1, 0.08), size, own, ripe=ripe)
    return drawing


def _branch(vary: Variation) -> Drawing:
    size = Size.PLATE
    line = through(-84 + 164j, -40 + 128j, 10 + 112j, 58 + 74j, 80 + 20j, steps=6)
    side = through(-22 + 122j, -48 + 74j, -52 + 26j, -66 - 24j, steps=6)
    left = ((0.3, 200, 84, 40), (0.55, -40, 76, -34), (0.78, 214, 84, 36), (1.0, 236, 88, 26))
    right = ((0.3, 56, 80, -44), (0.55, 30, 86, -50), (0.8, 8, 76, -52), (0.86, 232, 80, 24), (1.0, 296, 96, -24))
    drawing = _foliage(side, left, size, vary.fork("left")) + _foliage(line, right, size, vary.fork("right"))
    drawing += stem(side, 4.4, 2, WOOD, knots=6) + stem(line, 6, 2.2, WOOD, knots=8)
    hung = (
        (line, 0.62, 250, 16, 66, False), (line, 0.55, -80, 20, 88, True), (line, 0.5, 232, 26, 86, True), (line, 0.9, 236, 14, 80, True),
        (line, 0.92, -56, 14, 72, True), (side, 0.62, 214, 14, 56, False), (side, 0.7, -62, 16, 84, True), (side, 0.72, 240, 20, 82, True),
    )
    for k, (twig, share, angle, drop, radius, ripe) in enumerate(hung):
        own = vary.fork(f"flower{k}")
        drawing += _hung(twig.at(share), own.around("angle", angle, 9), drop, radius * own.around("size", 0.92, 0.07), size, own, ripe=ripe)
    return drawing
