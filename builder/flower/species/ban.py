"""Hoa ban: five pale narrow-based petals, one streaked with magenta, and leaves of two round lobes."""

from dataclasses import replace

from builder.flower.geometry import Curve, Points, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import GREEN, WOOD, Bud, Stamens, bud, stamens, stem
from builder.flower.shape import Drawing, filled, strokes
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_PALE = (Tint.BAN_PALE, Tint.BAN_LIT, Tint.BAN, Tint.BAN_SHADE)
_SKIN = Skin(_PALE, _PALE, Tint.BAN_DEEP, Tint.BAN_DEEP, heart=Tint.BAN_SHADE)
_LIP = Skin(
    (Tint.BAN_LIT, Tint.BAN, Tint.BAN_SHADE, Tint.BAN_DEEP),
    _PALE,
    Tint.BAN_PURPLE,
    Tint.BAN_PURPLE,
    heart=Tint.BAN_MAGENTA,
    rib=Tint.BAN_MAGENTA,
)
_BUD = Bud(0.24, (Tint.BAN_LIT, Tint.BAN, Tint.BAN_SHADE, Tint.BAN_PURPLE), GREEN, cover=0.45, peak=0.5)
_FINISH = {
    Size.SMALL: Finish(4, 2, 0.6, heart=0.26),
    Size.MEDIUM: Finish(6, 5, 0.3, heart=0.26),
    Size.PLATE: Finish(8, 7, 0.32, heart=0.26),
}
_AZIMUTHS = (222.0, 318.0, 155.0, 25.0, 90.0)  # the lip last: it stands above the others' bases


_TUFT = Stamens(
    5, 0.72, (38, 56), Tint.BAN_MAGENTA, Tint.GOLD_PALE, Tint.GOLD_DEEP, width=0.025, size=0.09, bend=46, arc=(215, 325)
)
_PISTIL = Stamens(
    1, 0.8, (50, 52), Tint.YOUNG_SHADE, Tint.YOUNG_DEEP, None, width=0.035, size=0.06, bend=44, arc=(262, 278)
)


def blossom(view: Pose, vary: Variation) -> Drawing:
    """Return one flower, its lip at azimuth 90."""
    layers: list[Layer] = []
    usual = _FINISH[vary.size]
    for i, azimuth in enumerate(_AZIMUTHS):
        own = vary.fork(f"petal{i}")
        lip = azimuth == _AZIMUTHS[-1]
        finish = replace(usual, veins=usual.veins + 2, heart=0.62) if lip else usual
        layers += petal(_petal(azimuth, own, wide=lip), view, _LIP if lip else _SKIN, finish, own)
    return assembled(layers + stamens(view, _TUFT, vary.fork("stamens")) + stamens(view, _PISTIL, vary.fork("pistil")))


def _petal(azimuth: float, vary: Variation, *, wide: bool) -> Petal:
    form = Form(
        vary.around("lift", 30, 6),
        vary.around("curl", -8, 10),
        cup=vary.between("cup", 0.0, 0.25),
        sway=vary.around("sway", 0, 0.08),
        gape=0.04,
    )
    width, crinkle = vary.around("width", 0.33 if wide else 0.29, 0.02), vary.between("crinkle", 0.015, 0.05)
    outline = Outline(width, 1.5, 0.52, foot=0.05, crinkle=crinkle)
    return Petal(outline, form, azimuth + vary.around("turn", 0, 5), vary.around("length", 1.0, 0.05))


# Half a leaf's outline and the ends of its veins, in leaf lengths along and across the midrib.
_LOBE = ((0, 0), (-0.07, 0.2), (0.1, 0.45), (0.42, 0.56), (0.76, 0.5), (1.0, 0.3), (0.92, 0.1))
_FAN = ((0.06, 0.24), (0.3, 0.44), (0.62, 0.44), (0.84, 0.26))


def hoof(at: complex, degrees: float, length: float, vary: Variation) -> Drawing:
    """Return a leaf: two round lobes joined along the midrib, veins fanning from the foot."""
    ahead = turn(degrees) * length
    aslant, full = vary.between("aspect", 0.55, 0.95), vary.between("aspect2", 0.85, 1.0)
    widths = (aslant, -full) if vary.chance("flip", 0.5) else (full, -aslant)
    cleft = vary.between("cleft", 0.6, 0.68)
    line = 0.5 if vary.size is Size.SMALL else 0.35
    drawing: Drawing = []
    veins: list[Points] = [(at, at + ahead * (cleft - 0.03))]
    for wide in widths:
        edge = tuple(at + ahead * complex(x, y * wide) for x, y in (*_LOBE, (cleft, 0)))
        tint = GREEN[0 if (ahead * 1j * wide).imag > 0 else 1]
        drawing.append(filled(edge, (edge[-1], edge[0]), fill=tint, line=Tint.LEAF_DEEP, width=line))
        for x, y in _FAN:
            path = ((0.02, 0.0), (x * 0.45 + 0.03, y * 0.62), (x, y))
            veins.append(tuple(at + ahead * complex(along, across * wide) for along, across in path))
    return [*drawing, strokes(veins, Tint.LEAF_PALE, 0.5)]


def compose(vary: Variation) -> Drawing:
    """Return one flower with a leaf, a flowering twig, or a branch."""
    size = vary.size
    if size is Size.SMALL:
        drawing = hoof(16 - 18j, vary.around("leaf", -28, 12), 36, vary.fork("leaf"))
        drawing += stem(through(-40 - 42j, -16 - 24j, 2 + 0j), 4, 2.4, WOOD, knots=3)
        heading = vary.between("heading", 60, 120)
        view = pose(2j, 42, heading, vary.between("lean", 6, 24), vary.around("spin", 0, 18) - heading)
        return drawing + blossom(view, vary.fork("bloom"))
    return _branch(vary, _MEDIUM if size is Size.MEDIUM else _PLATE)


# A twig: its points, widths, then flowers as (share, angle, radius) and leaves as (share, angle, length).
_Places = tuple[tuple[float, float, float], ...]
_Twig = tuple[tuple[complex, ...], tuple[float, float], _Places, _Places]
_MEDIUM: tuple[_Twig, ...] = (
    (
        (-110 - 50j, -66 - 34j, -14 - 22j, 34 + 2j, 92 + 14j),
        (6, 1.8),
        ((0.54, 80, 42), (0.93, 44, 36)),
        ((0.3, -62, 44), (0.62, -50, 46), (0.78, 104, 38), (1.0, -14, 36)),
    ),
    ((-66 - 34j, -54 + 2j, -62 + 36j), (3.4, 1.6), ((0.88, 112, 37),), ((0.55, 10, 34), (0.5, 172, 34))),
)
_PLATE: tuple[_Twig, ...] = (
    (
        (56 - 176j, 30 - 112j, 26 - 50j, -2 + 10j, -2 + 70j, -26 + 140j),
        (9, 2),
        ((0.52, 20, 50), (0.74, 128, 46), (0.9, 34, 44)),
        ((0.16, 30, 60), (0.28, 166, 56), (0.58, 176, 50), (0.66, 0, 50), (0.84, 160, 44), (1.0, 92, 38)),
    ),
    (
        (26 - 50j, -18 - 42j, -56 - 8j, -86 + 4j),
        (4.4, 1.8),
        ((0.62, 240, 46), (0.98, 120, 38)),
        ((0.3, 70, 44), (0.84, 30, 40)),
    ),
    ((34 - 96j, 66 - 84j, 88 - 48j), (3.6, 1.6), ((0.85, 60, 40),), ((0.5, -34, 46), (0.96, -14, 36))),
)


def _branch(vary: Variation, twigs: tuple[_Twig, ...]) -> Drawing:
    leaves: Drawing = []
    wood: Drawing = []
    front: Drawing = []
    trunk: Curve | None = None
    for i, (places, widths, flowers, foliage) in enumerate(twigs):
        own = vary.fork(f"twig{i}")
        foot = min(trunk.points, key=lambda point: abs(point - places[0])) if trunk else places[0]
        points = (foot, *places[1:])
        line = through(
            *(point + (own.around(f"y{k}", 0, 7) * 1j if k else 0) for k, point in enumerate(points)), steps=5
        )
        trunk = trunk or line
        wood = stem(line, *widths, WOOD, knots=8) + wood
        for k, (share, angle, length) in enumerate(foliage):
            part = own.fork(f"leaf{k}")
            stalk = sweep(line.at(share), part.around("angle", angle, 14), length * 0.32, part.around("bend", 0, 30))
            leaves += [
                *stem(stalk, 1.3, 1.1, knots=2),
                *hoof(stalk.at(1), stalk.degrees(1), length * part.around("length", 1, 0.08), part),
            ]
        for k, (share, angle, radius) in enumerate(flowers):
            front += _flower(line, share, angle, radius, own.fork(f"flower{k}"))
        leaves += _buds(line, own)
    return leaves + wood + front


def _flower(line: Curve, share: float, angle: float, radius: float, vary: Variation) -> Drawing:
    heading = vary.around("angle", angle, 10)
    stalk = sweep(line.at(share), heading, radius * 0.42, vary.around("bend", 0, 20))
    view = pose(
        stalk.at(1),
        radius * vary.around("size", 1, 0.07),
        heading,
        vary.between("lean", 10, 44),
        vary.around("spin", 0, 26) - heading,
    )
    return stem(stalk, 2.2, 2, knots=2) + blossom(view, vary)


def _buds(line: Curve, vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k in range(vary.count("buds", 2, 3)):
        own = vary.fork(f"bud{k}")
        angle = line.degrees(1) + (k - 1) * 42 + own.around("angle", 0, 8)
        stalk = sweep(line.at(0.97), angle, own.between("stalk", 5, 9))
        drawing += stem(stalk, 1.5, 1.5, knots=2)
        drawing += bud(stalk.at(1), angle, own.between("length", 17, 26), _BUD)
    return drawing
