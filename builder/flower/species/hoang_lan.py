"""Hoa hoàng lan: clusters of drooping flowers, six long narrow twisted yellow-green petals; large drooping leaves."""

from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import GREEN, STEM, WOOD, Bud, Leaf, bud, leaf, stem, thread
from builder.flower.shape import Drawing, dots
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_YELLOW = (Tint.YLANG_PALE, Tint.YLANG_LIT, Tint.YLANG, Tint.YLANG_SHADE)
_GREENER = (Tint.YLANG_LIT, Tint.YLANG, Tint.YLANG_SHADE, Tint.YLANG_DEEP)
_RIPE = Skin(_YELLOW, _GREENER, Tint.YLANG_LINE, Tint.YLANG_SHADE, heart=Tint.GOLD_DEEP)
_FRESH = Skin(
    (Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP),
    (Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP, Tint.LEAF_SHADE),
    Tint.LEAF_SHADE,
    Tint.YOUNG_DEEP,
)
_BUD = Bud(0.2, (Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP), GREEN, cover=0.2, peak=0.4)
_FINISH = {
    Size.SMALL: Finish(5, 1, 0.6, shade=0),
    Size.MEDIUM: Finish(6, 1, 0.3, heart=0.12),
    Size.PLATE: Finish(9, 2, 0.32, heart=0.12),
}


def blossom(view: Pose, vary: Variation, *, ripe: bool = True) -> Drawing:
    """Return one flower hanging along its axis: three outer and three inner petals, each twisted its own way."""
    layers: list[Layer] = []
    skin, finish = _RIPE if ripe else _FRESH, _FINISH[vary.size]
    for i in range(6):
        own = vary.fork(f"petal{i}")
        outline, form, length = _strap(i % 2 == 1, own)
        azimuth = 60 * i + own.around("turn", 0, 12)
        layers += petal(Petal(outline, form, azimuth, length), view, skin, finish, own)
    knob = [(0.07, Tint.GOLD_DEEP, 0.17), (0.09, Tint.GOLD, 0.09)]
    heart = [dots([view.seen((0, 0, height))], tint, wide * view.size) for height, tint, wide in knob]
    drawing = assembled([*layers, Layer(view.depth((0, 0, 0.12)), heart)])
    if vary.size is Size.SMALL:
        return drawing
    return drawing + [shape for angle in (234, 270, 306) for shape in bud(view.at, angle, 0.16 * view.size, _BUD)]


def _strap(inner: bool, vary: Variation) -> tuple[Outline, Form, float]:  # noqa: FBT001 - three petals are inner, three outer
    """Return the outline, form and length of one petal."""
    twist = vary.between("twist", 40, 150) * (1 if vary.chance("hand", 0.5) else -1)
    form = Form(
        vary.around("lift", 34 if inner else 12, 10),
        vary.around("curl", 82, 14),
        cup=0.15,
        twist=twist,
        sway=vary.around("sway", 0, 0.16),
    )
    width = vary.around("width", 0.085 if inner else 0.1, 0.01)
    outline = Outline(width, 0.75, 0.85, foot=0.035, crinkle=vary.between("crinkle", 0.0, 0.02))
    return outline, form, vary.between("length", 0.95, 1.25) * (0.9 if inner else 1.0)


def broad(at: complex, degrees: float, length: float, bend: float, vary: Variation) -> Drawing:
    """Return one large leaf with a wavy edge and a drawn-out tip."""
    size = vary.size
    narrow = vary.between("aspect", 0.5, 0.9)
    veins = {Size.SMALL: 3, Size.MEDIUM: 6, Size.PLATE: 9}[size]
    look = Leaf(
        0.2,
        0.42,
        (1.0, narrow) if vary.chance("face", 0.5) else (narrow, 1.0),
        0.05,
        veins,
        GREEN,
        samples=7 if size is not Size.SMALL else 4,
    )
    return leaf(sweep(at, degrees, length, bend, ease=1.3), look, vary)


def _stalk(foot: complex, degrees: float, drop: float) -> Curve:
    """Return a flower stalk that leaves the twig in a direction and bends down under its weight."""
    return sweep(foot, degrees, drop, ((270 - degrees + 180) % 360 - 180) * 0.9)


def _hung(stalk: Curve, radius: float, vary: Variation, *, ripe: bool = True) -> Drawing:
    view = pose(stalk.at(1), radius, stalk.degrees(1), vary.between("lean", 66, 88), vary.between("spin", 0, 120))
    return stem(stalk, 1.4, 1.8, STEM, knots=3) + blossom(view, vary, ripe=ripe)


def compose(vary: Variation) -> Drawing:
    """Return one hanging flower, a twig of them, or a branch."""
    size = vary.size
    if size is Size.SMALL:
        twig = through(-40 + 46j, -6 + 48j, 24 + 40j)
        drawing = broad(twig.at(0.95), vary.around("leaf", -32, 16), 54, -40, vary.fork("leaf"))
        drawing.append(thread(twig, 2.8, Tint.WOOD, 2))
        return drawing + _hung(_stalk(twig.at(0.55), -70, 14), 62, vary.fork("bloom"))
    return _twig(vary) if size is Size.MEDIUM else _branch(vary)


def _foliage(line: Curve, places: tuple[tuple[float, float, float, float], ...], vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(places):
        own = vary.fork(f"leaf{k}")
        drawing += broad(
            line.at(share),
            own.around("angle", angle, 15),
            length * own.around("length", 1, 0.12),
            own.around("bend", bend, 24),
            own,
        )
    return drawing


_Hung = tuple[float, float, float, float, bool]  # share of the twig, angle, drop, radius, ripe or not


def _flowers(line: Curve, places: tuple[_Hung, ...], vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k, (share, angle, drop, radius, ripe) in enumerate(places):
        own = vary.fork(f"flower{k}")
        foot = line.at(share + own.around("share", 0, 0.04))
        stalk = _stalk(foot, own.around("angle", angle, 12), drop * own.between("drop", 0.85, 1.4))
        drawing += _hung(stalk, radius * own.around("size", 0.97, 0.09), own, ripe=ripe)
    return drawing


_TWIG_LEAVES = ((0.24, 228, 78, 30), (0.5, 60, 70, -40), (0.72, 24, 70, -50), (0.98, -18, 70, -40), (0.86, 214, 60, 40))
_TWIG_FLOWERS = (
    (0.36, 230, 14, 58, False),
    (0.56, -60, 14, 82, True),
    (0.5, 250, 24, 80, True),
    (0.86, -70, 12, 68, True),
)


def _twig(vary: Variation) -> Drawing:
    left, rise, right = vary.around("left", 44, 10), vary.around("rise", 58, 8), vary.around("right", 34, 14)
    line = through(complex(-108, left), -50 + 62j, complex(20, rise), complex(84, right), steps=6)
    drawing = _foliage(line, _TWIG_LEAVES, vary) + stem(line, 4.4, 1.8, WOOD, knots=5)
    return drawing + _flowers(line, _TWIG_FLOWERS, vary)


_LEFT_LEAVES = ((0.2, 190, 66, 50), (0.5, 204, 66, 44), (0.6, -50, 60, -24), (0.8, 214, 60, 36), (1.0, 262, 84, 10))
_RIGHT_LEAVES = (
    (0.22, 60, 70, -50),
    (0.4, 26, 74, -56),
    (0.62, 10, 66, -56),
    (0.8, -20, 70, -40),
    (0.7, 220, 70, 34),
    (1.0, 288, 84, -20),
)
_RIGHT_FLOWERS = (
    (0.36, 250, 16, 56, False),
    (0.4, -80, 20, 82, True),
    (0.34, 232, 26, 80, True),
    (0.7, 236, 14, 74, True),
    (0.74, -56, 14, 76, True),
    (0.94, 230, 14, 64, True),
)
_LEFT_FLOWERS = ((0.5, 214, 14, 52, False), (0.56, -62, 16, 76, True), (0.6, 240, 20, 78, True))


def _branch(vary: Variation) -> Drawing:
    left, right = vary.fork("left"), vary.fork("right")
    kink = vary.around("kink", 0, 7)
    line = through(-78 + 166j, -36 + 138j, 14 + 116j, complex(44 + kink, 62), 40 - 6j, complex(62 + kink, -70), steps=6)
    side = through(-22 + 132j, complex(-52 + kink, 78), -44 + 12j, -62 - 44j, steps=6)
    drawing = _foliage(side, _LEFT_LEAVES, left) + _foliage(line, _RIGHT_LEAVES, right)
    drawing += stem(side, 4.4, 2, WOOD, knots=6) + stem(line, 6, 2.2, WOOD, knots=8)
    return drawing + _flowers(line, _RIGHT_FLOWERS, right) + _flowers(side, _LEFT_FLOWERS, left)
