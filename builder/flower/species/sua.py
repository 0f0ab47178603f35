"""Hoa sưa: clouds of tiny white pea flowers in panicles among fresh pinnate leaves."""

from math import pi, sin

from builder.flower.geometry import Curve, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.plant import WOOD, YOUNG, Leaf, leaf, stem, thread
from builder.flower.shape import Drawing, Shape, dots, rounded, strokes
from builder.flower.variation import Variation

_GROWN = (Tint.LEAF_LIT, Tint.LEAF, Tint.LEAF_SHADE, Tint.LEAF_SHADE)
_WHITE = (Tint.IVORY_PALE, Tint.IVORY_LIT, Tint.IVORY)


_GOLDEN_SHARE = 0.618034
_EDGE = 0.72  # how far out in a panicle buds are mixed in

# Half the outline of a floret as (angle, radius): standard, notch, wing, keel.
_LOBES = ((0, 0.42), (20, 0.55), (48, 0.55), (76, 0.35), (102, 0.46), (134, 0.46), (180, 0.36))
_HALF = [turn(angle) * radius for angle, radius in _LOBES]
_BORDER = [(point.real, point.imag) for point in (*_HALF, *(point.conjugate() for point in _HALF[-2:0:-1]))]


def floret(at: complex, degrees: float, size: float, vary: Variation) -> Shape:
    """Return one pea flower: an upright notched standard, two wings, a blunt keel."""
    lean, aslant = vary.between("lean", 0.68, 1.0), vary.between("aslant", 0.75, 1.0)
    way = turn(degrees)
    ahead, across = way * lean * size, way * 1j * aslant * size
    border = [at + x * ahead + y * across for x, y in _BORDER]
    return rounded(
        border, _WHITE[vary.count("lit", 0, 4) // 2], Tint.IVORY_LINE, 0.4 if vary.size is Size.SMALL else 0.2
    )


def panicle(line: Curve, reach: float, count: int, floret_size: float, vary: Variation) -> Drawing:
    """Return a cloud of florets on fine side stalks, fullest below its middle, buds about its edge."""
    stalks: list[tuple[complex, ...]] = []
    flowers: list[tuple[float, complex, Shape]] = []
    buds: list[complex] = []
    for i in range(count):
        own = vary.fork(f"floret{i}")
        share = 0.14 + 0.86 * (i + own.between("share", 0, 1)) / count
        out = 2 * ((i * _GOLDEN_SHARE + own.around("out", 0, 0.08)) % 1) - 1
        half = reach * 0.62 * sin(pi * (0.2 + 0.74 * share)) ** 0.9
        ((middle, ahead),) = line.walk((share,))
        foot, at = line.at(max(share - 0.16 * abs(out), 0.0)), middle + ahead * 1j * out * half
        stalks.append((foot, (foot + at) / 2 - ahead * reach * 0.03, at))
        if abs(out) > _EDGE and own.chance("bud", 0.34):
            buds.append(at)
            continue
        way = 90 - 52 * out + own.around("turn", 0, 34)
        shape = floret(at, way, floret_size * own.between("size", 0.84, 1.12), own)
        flowers.append((-abs(out), at - turn(way) * floret_size * 0.06, shape))
    flowers.sort(key=lambda item: item[0])
    beads = (
        [dots(buds, Tint.IVORY_LINE, floret_size * 0.44), dots(buds, Tint.IVORY_LIT, floret_size * 0.3)] if buds else []
    )
    eyes = dots([eye for _, eye, _ in flowers], Tint.YOUNG, floret_size * 0.17)
    return [strokes(stalks, Tint.LEAF_PALE, 0.45), *beads, *(shape for _, _, shape in flowers), eyes]


def pinnate(spine: Curve, pairs: int, length: float, vary: Variation) -> Drawing:
    """Return a leaf of alternate oval leaflets and one at the end."""
    drawing: Drawing = [thread(spine, 0.9, Tint.YOUNG_DEEP, 3)]
    for i in range(2 * pairs):
        own = vary.fork(f"leaflet{i}")
        share = 0.2 + 0.76 * i / (2 * pairs)
        side = 1 if i % 2 else -1
        way = spine.degrees(share) + side * own.around("angle", 58, 8)
        long = length * own.around("length", 1, 0.08) * (0.72 + 0.3 * share)
        drawing += _leaflet(sweep(spine.at(share), way, long, -side * 18), side, own)
    own = vary.fork("last")
    return drawing + _leaflet(sweep(spine.at(1), spine.degrees(1) + own.around("angle", 0, 8), length), 1, own)


def _leaflet(spine: Curve, side: int, vary: Variation) -> Drawing:
    narrow = vary.between("aspect", 0.55, 0.95)
    veins, samples = (5, 5) if vary.size is Size.PLATE else (0, 3)
    tints = YOUNG if vary.chance("young", 0.55) else _GROWN
    halves = (1.0, narrow) if side > 0 else (narrow, 1.0)
    return leaf(spine, Leaf(0.28, 0.45, halves, 0.0, veins, tints, Tint.YOUNG_LIT, samples, 0.28, blunt=True), vary)


def compose(vary: Variation) -> Drawing:
    """Return a small cloud over a leaf, a flowering twig, or a branch."""
    size = vary.size
    if size is Size.SMALL:
        drawing = pinnate(sweep(-30 - 38j, vary.around("leaf", 28, 8), 62, -24), 2, 22, vary.fork("leaf"))
        line = sweep(-8 - 30j, vary.around("rise", 84, 8), 66, -8)
        return drawing + panicle(line, 42, 16, 17.5, vary.fork("panicle"))
    return _spray(vary) if size is Size.MEDIUM else _branch(vary)


def _spray(vary: Variation) -> Drawing:
    twig = through(-84 - 54j, -44 - 42j, 0 - 28j, complex(44, vary.around("end", -20, 10)), steps=6)
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(
        ((0.16, 158, 50, 30), (0.46, -46, 62, 24), (0.86, -34, 64, 26), (1.0, 2, 56, -20))
    ):
        own = vary.fork(f"leaf{k}")
        drawing += pinnate(
            sweep(twig.at(share), own.around("angle", angle, 8), length, own.around("bend", bend, 10)), 3, 23, own
        )
    drawing += stem(twig, 4.4, 2.4, WOOD, knots=4)
    for k, (share, angle, length, reach, count) in enumerate(
        ((0.56, 94, 112, 56, 52), (0.86, 56, 96, 46, 38), (0.2, 118, 84, 42, 28))
    ):
        own = vary.fork(f"panicle{k}")
        line = sweep(twig.at(share), own.around("angle", angle, 7), length, own.around("bend", -12, 10))
        drawing += [*stem(line, 1.6, 0.8, knots=3), *panicle(line, reach, count, 14.5, own)]
    return drawing


def _branch(vary: Variation) -> Drawing:
    twig = through(-46 - 166j, -30 - 112j, 6 - 62j, 4 - 2j, 24 + 52j, steps=6)
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(
        (
            (0.16, 14, 96, 26),
            (0.3, 152, 84, 30),
            (0.46, -14, 92, 30),
            (0.62, 166, 84, 26),
            (0.84, -24, 76, 22),
            (1.0, 14, 72, -30),
        )
    ):
        own = vary.fork(f"leaf{k}")
        drawing += pinnate(
            sweep(twig.at(share), own.around("angle", angle, 7), length, own.around("bend", bend, 10)), 4, 33, own
        )
    drawing += stem(twig, 7, 2.6, WOOD, knots=8)
    places = (
        (0.38, 124, 104, 54, 62),
        (0.66, 112, 122, 56, 82),
        (0.54, 46, 82, 44, 44),
        (0.92, 54, 98, 48, 60),
        (0.9, 92, 132, 58, 94),
    )
    for k, (share, angle, length, reach, count) in enumerate(places):
        own = vary.fork(f"panicle{k}")
        line = sweep(twig.at(share), own.around("angle", angle, 6), length, own.around("bend", -10, 10))
        drawing += [*stem(line, 1.8, 0.9, knots=4), *panicle(line, reach, count, 13.5, own)]
    return drawing
