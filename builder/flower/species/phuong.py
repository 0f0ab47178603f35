"""Hoa phượng: five clawed scarlet petals, one of them cream and streaked, long stamens, feathered leaves."""

from dataclasses import replace

from builder.flower.geometry import Curve, Points, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import STEM, WOOD, Bud, Leaf, Stamens, bud, leaf, stamens, stem, thread
from builder.flower.shape import Drawing, strokes
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_RED = (Tint.FLAME_LIT, Tint.FLAME, Tint.FLAME_SHADE, Tint.FLAME_DEEP)
_CREAM = (Tint.FLAME_CREAM, Tint.FLAME_CREAM, Tint.GOLD_PALE, Tint.GOLD_LIT)
_SKIN = Skin(_RED, _RED, Tint.FLAME_DARK, Tint.FLAME_DEEP)
_STANDARD = Skin(_CREAM, _CREAM, Tint.FLAME_DEEP, Tint.FLAME, tip=Tint.FLAME_LIT)
_SEPAL = Skin(
    (Tint.FLAME_SHADE, Tint.FLAME_DEEP, Tint.FLAME_DARK, Tint.FLAME_DARK), STEM, Tint.FLAME_DARK, Tint.FLAME_DARK
)
_BUD = Bud(0.45, STEM, None, peak=0.55)
_RED_BUD = Bud(0.42, _RED, STEM, cover=0.5)
_FINISH = {
    Size.SMALL: Finish(5, 0, 0.7, tip=0.16, shade=0.6),
    Size.MEDIUM: Finish(5, 2, 0.35, tip=0.16, shade=0.6),
    Size.PLATE: Finish(8, 5, 0.35, tip=0.16, shade=0.6),
}


_SHOWING = 0.85  # share of the truss under which buds show their red
_TUFT = Stamens(
    10, 0.8, (42, 74), Tint.FLAME_DEEP, Tint.FLAME_DARK, None, width=0.03, size=0.07, bend=30, arc=(60, 420)
)
_CALYX = tuple(Petal(Outline(0.13, 0.7, 0.9), Form(0, -12, sink=0.08), 126 + 72 * i, 0.62) for i in range(5))


def blossom(view: Pose, vary: Variation) -> Drawing:
    """Return one flower; its standard points to the azimuth 90."""
    layers: list[Layer] = []
    finish = _FINISH[vary.size]
    if vary.size is not Size.SMALL:
        for sepal in _CALYX:
            layers += petal(sepal, view, _SEPAL, Finish(3, 0, finish.line, shade=0), vary)
    for i in range(5):
        own = vary.fork(f"petal{i}")
        part = _petal(90 + 72 * i, own, standard=i == 0)
        if i == 0:
            streaked = replace(finish, veins=7, line=finish.line * 1.4, shade=0.4)
            layers += petal(part, view, _STANDARD, streaked, own)
        else:
            layers += petal(part, view, _SKIN, finish, own)
    return assembled(layers + stamens(view, _TUFT, vary.fork("stamens")))


def _petal(azimuth: float, vary: Variation, *, standard: bool) -> Petal:
    form = Form(
        34 if standard else 22,
        vary.around("curl", -2 if standard else -14, 10),
        cup=vary.between("cup", 0.05, 0.3),
        sway=vary.around("sway", 0, 0.08),
        gape=0.06,
    )
    width, crinkle = vary.around("width", 0.36 if standard else 0.4, 0.03), vary.between("crinkle", 0.03, 0.06)
    outline = Outline(width, 2.3, 0.46, foot=0.055, crinkle=crinkle)
    length = vary.around("length", 0.92 if standard else 1.0, 0.05)
    return Petal(outline, form, azimuth + vary.around("turn", 0, 5), length)


def frond(spine: Curve, vary: Variation) -> Drawing:
    """Return a leaf twice feathered: pinnae in pairs along the stalk, each set with many small leaflets."""
    size = vary.size
    pairs = {Size.SMALL: 5, Size.MEDIUM: 9, Size.PLATE: 15}[size]
    drawing: Drawing = []
    light: list[Points] = []
    dark: list[Points] = []
    for i in range(pairs):
        share = 0.16 + 0.82 * i / (pairs - 1)
        reach = spine.length * 0.3 * (0.5 + 1.5 * share * (1.15 - share)) + 1
        for side in (1, -1):
            own = vary.fork(f"pinna{i}.{side}")
            rib = sweep(
                spine.at(share),
                spine.degrees(share) + side * own.around("angle", 62 - 26 * share, 4),
                reach * own.around("reach", 1, 0.06),
                -side * 16,
            )
            light_half, dark_half = _leaflets(rib, size)
            light += light_half
            dark += dark_half
    thick = {Size.SMALL: 2.6, Size.MEDIUM: 1.9, Size.PLATE: 1.9}[size]
    drawing.append(strokes(dark, Tint.LEAF_SHADE, thick))
    drawing.append(strokes(light, Tint.LEAF, thick))
    return [*drawing, thread(spine, 0.9, Tint.LEAF_SHADE)]


def _leaflets(rib: Curve, size: Size) -> tuple[list[Points], list[Points]]:
    gap = {Size.SMALL: 4.2, Size.MEDIUM: 3.0, Size.PLATE: 2.7}[size]
    count = max(3, int(rib.length / gap))
    sides: tuple[list[Points], list[Points]] = ([], [])
    starts, ends = ([turn(side * angle) * gap for side in (1, -1)] for angle in (60, 58))
    shares = [(i + 0.8) / count for i in range(count)]
    for share, (foot, heading) in zip(shares, rib.walk(shares), strict=True):
        near, far = heading * 0.25, heading * (1.25 * (1.1 - 0.55 * share))
        for leaflets, start, end in zip(sides, starts, ends, strict=True):
            leaflets.append((foot + near * start, foot + far * end))
    return sides


def compose(vary: Variation) -> Drawing:
    """Return one flower before a frond, a cluster at a branch's end, or a branch."""
    size = vary.size
    if size is Size.SMALL:
        drawing = frond(
            sweep(-30 - 30j, vary.around("leaf", 40, 6), 84, vary.around("bend", -20, 15)), vary.fork("leaf")
        )
        view = pose(2 + 2j, 40, 270, vary.between("lean", 8, 28), vary.around("spin", 180, 16))
        return drawing + blossom(view, vary.fork("bloom"))
    return _cluster(vary) if size is Size.MEDIUM else _branch(vary)


def _truss(line: Curve, radius: float, count: int, vary: Variation) -> tuple[Drawing, Drawing]:
    """Return pedicels and buds of a raceme, then its open flowers, the lower ones open first."""
    back: Drawing = []
    front: Drawing = []
    for i in range(count):
        own = vary.fork(f"flower{i}")
        share = 0.3 + 0.6 * i / count
        side = 1 if i % 2 else -1
        angle = line.degrees(share) + side * own.around("angle", 68 - 34 * share, 8)
        stalk = sweep(line.at(share), angle, radius * own.around("stalk", 1.15, 0.1), side * -15)
        back += stem(stalk, 1.8, 1.4, STEM, knots=2)
        spin = angle - 90 + own.around("spin", 0, 18)
        view = pose(stalk.at(1), radius * own.around("size", 1, 0.08), angle, own.between("lean", 15, 48), spin - angle)
        front += blossom(view, own)
    for i in range(7):
        own = vary.fork(f"bud{i}")
        share = 0.74 + 0.26 * i / 6
        angle = line.degrees(share) + (1 if i % 2 else -1) * (62 - 9 * i)
        stalk = sweep(line.at(share), angle, radius * (0.85 - 0.1 * i), 10)
        back.append(thread(stalk, 1.1))
        back += bud(stalk.at(1), stalk.degrees(1), radius * (0.46 - 0.03 * i), _RED_BUD if share < _SHOWING else _BUD)
    return back, front


def _fronds(places: tuple[tuple[complex, float, float, float], ...], vary: Variation) -> Drawing:
    drawing: Drawing = []
    for k, (start, angle, length, bend) in enumerate(places):
        own = vary.fork(f"frond{k}")
        spine = sweep(
            start, own.around("angle", angle, 12), length * own.around("length", 1, 0.08), own.around("bend", bend, 16)
        )
        drawing += frond(spine, own)
    return drawing


# Where the fronds of a cluster spring from and how they arch, as (foot, angle, length, bend).
_ARCHES = (
    ((-30 - 34j, 128, 104, -46), (-30j, -12, 118, -16)),
    ((-14 - 30j, 152, 112, 46), (-30j, 6, 112, -50)),
    ((-44 - 38j, 96, 110, 40), (-8 - 30j, -34, 104, 44)),
)


def _cluster(vary: Variation) -> Drawing:
    main = through(-100 - 66j, complex(-50, vary.around("kink", -40, 6)), 6 - 26j, steps=6)
    truss = sweep(-26j, vary.around("truss", 62, 14), 88, vary.around("sweep", -10, 26))
    drawing = _fronds(_ARCHES[vary.count("arches", 0, 2)], vary)
    back, front = _truss(truss, 32, 4, vary.fork("truss"))
    return drawing + stem(main, 6, 3.5, WOOD, knots=5) + stem(truss, 3, 1.2, STEM) + back + front


_POD = Leaf(
    0.052,
    0.5,
    (1.0, 0.9),
    0.03,
    0,
    (Tint.YOUNG_SHADE, Tint.YOUNG_DEEP, Tint.LEAF_SHADE, Tint.LEAF_DEEP),
    Tint.YOUNG,
    9,
    blunt=True,
)


def _branch(vary: Variation) -> Drawing:
    main = through(62 - 176j, 34 - 116j, 16 - 56j, -2j, steps=6)
    places = ((4 - 16j, 156, 118, 52), (14 - 48j, 12, 104, -46), (26 - 92j, 174, 104, 40), (-2j, 52, 138, -34))
    drawing = _fronds(places, vary)
    drawing += leaf(sweep(main.at(0.3), vary.around("pod", -24, 6), 112, -44), _POD, vary.fork("pod"))
    first = sweep(-2j, vary.around("truss", 98, 5), 166, vary.around("sweep", -10, 12))
    second = sweep(main.at(0.62), vary.around("truss2", 34, 6), 82, -16)
    back, front = _truss(first, 42, 5, vary.fork("truss"))
    back2, front2 = _truss(second, 34, 2, vary.fork("truss2"))
    wood = stem(main, 9, 4.5, WOOD, knots=8)
    return drawing + stem(second, 3, 1.4, STEM) + wood + back2 + front2 + stem(first, 4, 1.5, STEM) + back + front
