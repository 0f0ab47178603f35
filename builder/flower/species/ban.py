"""Hoa ban: five pale narrow-based petals, one streaked with magenta, and leaves of two round lobes."""

from builder.flower.geometry import Curve, Points, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Form, Layer, Outline, Skin, assembled, petal
from builder.flower.plant import GREEN, WOOD, Bud, Stamens, bud, stamens, stem
from builder.flower.shape import Drawing, filled, strokes
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_PALE = (Tint.BAN_PALE, Tint.BAN_LIT, Tint.BAN, Tint.BAN_SHADE)
_SKIN = Skin(_PALE, _PALE, Tint.BAN_DEEP, Tint.BAN_DEEP, heart=Tint.BAN_SHADE)
_LIP = Skin((Tint.BAN_LIT, Tint.BAN, Tint.BAN_SHADE, Tint.BAN_DEEP), _PALE, Tint.BAN_PURPLE, Tint.BAN_PURPLE, heart=Tint.BAN_MAGENTA, rib=Tint.BAN_MAGENTA)
_BUD = Bud(0.24, (Tint.BAN_LIT, Tint.BAN, Tint.BAN_SHADE, Tint.BAN_PURPLE), GREEN, cover=0.45, peak=0.5)
_FINISH = {Size.SMALL: Finish(5, 3, 0.6, heart=0.3), Size.MEDIUM: Finish(6, 5, 0.3, heart=0.3), Size.PLATE: Finish(8, 7, 0.32, heart=0.32)}
_AZIMUTHS = (222.0, 318.0, 155.0, 25.0, 90.0)  # the lip last: it stands above the others' bases


def blossom(view: Pose, size: Size, vary: Variation) -> Drawing:
    """Return one flower, its lip at azimuth 90."""
    layers: list[Layer] = []
    for i, azimuth in enumerate(_AZIMUTHS):
        own = vary.fork(f"petal{i}")
        lip = azimuth == _AZIMUTHS[-1]
        form = Form(own.around("lift", 30, 6), own.around("curl", -8, 10), cup=own.between("cup", 0.0, 0.25), sway=own.around("sway", 0, 0.08), gape=0.04)
        outline = Outline(own.around("width", 0.33 if lip else 0.29, 0.02), 1.5, 0.52, foot=0.05, crinkle=own.between("crinkle", 0.015, 0.05))
        finish = _FINISH[size]
        marks = Finish(finish.samples, finish.veins + 2 if lip else finish.veins, finish.line, heart=0.62 if lip else 0.26)
        layers += petal(outline, form, view, azimuth=azimuth + own.around("turn", 0, 5), skin=_LIP if lip else _SKIN, finish=marks, vary=own, length=own.around("length", 1.0, 0.05))
    tuft = Stamens(5, 0.72, (38, 56), Tint.BAN_MAGENTA, Tint.GOLD_PALE, Tint.GOLD_DEEP, width=0.025 * view.size, size=0.09 * view.size, bend=46, arc=(215, 325))
    pistil = Stamens(1, 0.8, (50, 52), Tint.YOUNG_SHADE, Tint.YOUNG_DEEP, None, width=0.035 * view.size, size=0.06 * view.size, bend=44, arc=(262, 278))
    return assembled(layers + stamens(view, tuft, vary.fork("stamens")) + stamens(view, pistil, vary.fork("pistil")))


def hoof(at: complex, degrees: float, length: float, size: Size, vary: Variation) -> Drawing:
    """Return a leaf: two round lobes joined along the midrib, veins fanning from the foot."""
    ahead = turn(degrees)
    drawing: Drawing = []
    foreshort = vary.between("aspect", 0.55, 0.95), vary.between("aspect2", 0.85, 1.0)
    if vary.chance("flip", 0.5):
        foreshort = foreshort[::-1]
    cleft = vary.between("cleft", 0.68, 0.76)
    bright = 0 if (ahead * 1j).imag > 0 else 1
    veins: list[Points] = []
    for k, sign in enumerate((1, -1)):
        across = 1j * sign * foreshort[k]

        def spot(x: float, y: float, across: complex = across) -> complex:
            return at + ahead * length * (x + across * y)

        edge = tuple(spot(x, y) for x, y in ((0, 0), (-0.07, 0.2), (0.1, 0.45), (0.42, 0.56), (0.76, 0.5), (0.98, 0.3), (0.93, 0.12), (cleft, 0)))
        tint = GREEN[0 if k == bright else 1]
        drawing.append(filled(edge, (edge[-1], edge[0]), fill=tint, line=Tint.LEAF_DEEP, width=0.35 if size is not Size.SMALL else 0.5))
        fan = ((0.06, 0.24), (0.3, 0.44), (0.62, 0.44), (0.84, 0.26))
        veins += [(spot(0.02, 0.0), spot(x * 0.45 + 0.03, y * 0.62), spot(x, y)) for x, y in fan]
    veins.append((at, at + ahead * length * (cleft - 0.03)))
    drawing.append(strokes(veins, Tint.LEAF_PALE, 0.5))
    return drawing


def compose(size: Size, vary: Variation) -> Drawing:
    """Return one flower with a leaf, a flowering twig, or a branch."""
    if size is Size.SMALL:
        drawing = hoof(16 - 18j, vary.around("leaf", -28, 12), 36, size, vary.fork("leaf"))
        drawing += stem(through(-40 - 42j, -16 - 24j, 2 + 0j), 4, 2.4, WOOD, knots=3)
        heading = vary.between("heading", 60, 120)
        view = pose(2j, 42, heading, vary.between("lean", 6, 24), vary.around("spin", 0, 18) - heading)
        return drawing + blossom(view, size, vary.fork("bloom"))
    return _branch(size, vary, _MEDIUM if size is Size.MEDIUM else _PLATE)


# A twig: its points, widths, then flowers as (share, angle, radius) and leaves as (share, angle, length).
_Places = tuple[tuple[float, float, float], ...]
_Twig = tuple[tuple[complex, ...], tuple[float, float], _Places, _Places]
_MEDIUM: tuple[_Twig, ...] = (
    (
        (-110 - 50j, -66 - 34j, -14 - 22j, 34 + 2j, 92 + 14j), (6, 1.8),
        ((0.56, 84, 36), (0.92, 60, 31)),
        ((0.3, -62, 44), (0.62, -50, 46), (0.78, 104, 38), (1.0, -14, 36)),
    ),
    ((-66 - 34j, -54 + 2j, -62 + 36j), (3.4, 1.6), ((0.86, 112, 32),), ((0.55, 10, 34), (0.5, 172, 34))),
)
_PLATE: tuple[_Twig, ...] = (
    (
        (58 - 160j, 30 - 106j, 26 - 50j, -2 + 10j, -2 + 70j, -30 + 140j), (9, 2),
        ((0.52, 20, 50), (0.74, 128, 46), (0.9, 34, 44)),
        ((0.18, 34, 58), (0.3, 160, 56), (0.58, 176, 50), (0.66, 0, 50), (0.84, 160, 44), (1.0, 92, 38)),
    ),
    ((26 - 50j, -18 - 42j, -56 - 8j, -86 + 4j), (4.4, 1.8), ((0.62, 240, 46), (0.98, 120, 38)), ((0.3, 70, 44), (0.84, 30, 40))),
    ((34 - 96j, 66 - 84j, 88 - 48j), (3.6, 1.6), ((0.85, 60, 40),), ((0.5, -34, 46), (0.96, -14, 36))),
)


def _branch(size: Size, vary: Variation, twigs: tuple[_Twig, ...]) -> Drawing:
    leaves: Drawing = []
    wood: Drawing = []
    front: Drawing = []
    for i, (points, widths, flowers, foliage) in enumerate(twigs):
        own = vary.fork(f"twig{i}")
        line = through(*(point + (own.around(f"y{k}", 0, 4) * 1j if k else 0) for k, point in enumerate(points)), steps=5)
        wood = stem(line, *widths, WOOD, knots=8) + wood
        for k, (share, angle, length) in enumerate(foliage):
            part = own.fork(f"leaf{k}")
            stalk = sweep(line.at(share), part.around("angle", angle, 14), length * 0.32, part.around("bend", 0, 30))
            leaves += [*stem(stalk, 1.3, 1.1, knots=2), *hoof(stalk.at(1), stalk.degrees(1), length * part.around("length", 1, 0.08), size, part)]
        for k, (share, angle, radius) in enumerate(flowers):
            front += _flower(line, share, angle, radius, size, own.fork(f"flower{k}"))
        front += _buds(line, own)
    return leaves + wood + front


def _flower(line: Curve, share: float, angle: float, radius: float, size: Size, vary: Variation) -> Drawing:
    heading = vary.around("angle", angle, 10)
    stalk = sweep(line.at(share), heading, radius * 0.42, vary.around("bend", 0, 20))
    view = pose(stalk.at(1), radius * vary.around("size", 1, 0.07), heading, vary.between("lean", 10, 44), vary.around("spin", 0, 20) - 90)
    return stem(stalk, 2.2, 2, knots=2) + blossom(view, size, vary)


def _buds(line: Curve, vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k in range(vary.count("buds", 2, 3)):
        own = vary.fork(f"bud{k}")
        angle = line.degrees(1) + (k - 1) * 42 + own.around("angle", 0, 8)
        stalk = sweep(line.at(0.97), angle, own.between("stalk", 5, 9))
        drawing += stem(stalk, 1.5, 1.5, knots=2)
        drawing += bud(stalk.at(1), angle, own.between("length", 17, 26), _BUD)
    return drawing
