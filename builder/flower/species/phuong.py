"""Hoa phượng: five clawed scarlet petals, one of them cream and streaked, long stamens, feathered leaves."""

from builder.flower.geometry import Curve, Points, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Form, Layer, Outline, Skin, assembled, petal
from builder.flower.plant import STEM, WOOD, Bud, Stamens, bud, stamens, stem, thread
from builder.flower.shape import Drawing, strokes
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_RED = (Tint.FLAME_LIT, Tint.FLAME, Tint.FLAME_SHADE, Tint.FLAME_DEEP)
_CREAM = (Tint.FLAME_CREAM, Tint.FLAME_CREAM, Tint.GOLD_PALE, Tint.GOLD_LIT)
_SKIN = Skin(_RED, _RED, Tint.FLAME_DARK, Tint.FLAME_DEEP)
_STANDARD = Skin(_CREAM, _CREAM, Tint.FLAME_DEEP, Tint.FLAME, tip=Tint.FLAME_LIT)
_SEPAL = Skin((Tint.FLAME_SHADE, Tint.FLAME_DEEP, Tint.FLAME_DARK, Tint.FLAME_DARK), STEM, Tint.FLAME_DARK, Tint.FLAME_DARK)
_BUD = Bud(0.45, STEM, None, peak=0.55)
_RED_BUD = Bud(0.42, _RED, STEM, cover=0.5)
_FINISH = {Size.SMALL: Finish(5, 0, 0.7), Size.MEDIUM: Finish(6, 3, 0.35), Size.PLATE: Finish(8, 5, 0.35)}


def blossom(view: Pose, size: Size, vary: Variation) -> Drawing:
    """Return one flower; its standard points to the azimuth 90."""
    layers: list[Layer] = []
    finish = _FINISH[size]
    if size is not Size.SMALL:
        for i in range(5):
            layers += petal(Outline(0.13, 0.7, 0.9), Form(0, -12, sink=0.08), view, azimuth=126 + 72 * i, skin=_SEPAL,
                            finish=Finish(3, 0, finish.line, shade=0), vary=vary, length=0.62)
    for i in range(5):
        own = vary.fork(f"petal{i}")
        first = i == 0
        form = Form(34 if first else 22, own.around("curl", -2 if first else -14, 10), cup=own.between("cup", 0.05, 0.3), sway=own.around("sway", 0, 0.08), gape=0.06)
        outline = Outline(own.around("width", 0.36 if first else 0.4, 0.03), 2.3, 0.46, foot=0.055, crinkle=own.between("crinkle", 0.03, 0.06))
        skin = _STANDARD if first else _SKIN
        marks = Finish(finish.samples, 7 if first else finish.veins, finish.line * (1.4 if first else 1), tip=0.16, shade=0.4 if first else 0.6)
        layers += petal(outline, form, view, azimuth=90 + 72 * i + own.around("turn", 0, 5), skin=skin, finish=marks, vary=own,
                        length=own.around("length", 0.92 if first else 1.0, 0.05))
    tuft = Stamens(7 if size is Size.SMALL else 10, 0.8, (42, 74), Tint.FLAME_DEEP, Tint.FLAME_DARK, None,
                   width=0.03 * view.size, size=0.07 * view.size, bend=30, arc=(60, 420))
    return assembled(layers + stamens(view, tuft, vary.fork("stamens")))


def frond(spine: Curve, size: Size, vary: Variation) -> Drawing:
    """Return a leaf twice feathered: pinnae in pairs along the stalk, each set with many small leaflets."""
    pairs = {Size.SMALL: 5, Size.MEDIUM: 9, Size.PLATE: 15}[size]
    drawing: Drawing = []
    light: list[Points] = []
    dark: list[Points] = []
    for i in range(pairs):
        share = 0.16 + 0.82 * i / (pairs - 1)
        reach = spine.length * 0.3 * (0.5 + 1.5 * share * (1.15 - share)) + 1
        for side in (1, -1):
            own = vary.fork(f"pinna{i}.{side}")
            rib = sweep(spine.at(share), spine.degrees(share) + side * own.around("angle", 62 - 26 * share, 4), reach * own.around("reach", 1, 0.06), -side * 16)
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
    for i in range(count):
        share = (i + 0.8) / count
        foot = rib.at(share)
        long = gap * 1.25 * (1.1 - 0.55 * share)
        for k, side in enumerate((1, -1)):
            sides[k].append((foot + rib.heading(share) * turn(side * 60) * gap * 0.25, foot + rib.heading(share) * turn(side * 58) * long))
    return sides


def compose(size: Size, vary: Variation) -> Drawing:
    """Return one flower before a frond, a cluster at a branch's end, or a branch."""
    if size is Size.SMALL:
        drawing = frond(sweep(-30 - 30j, vary.around("leaf", 40, 6), 84, vary.around("bend", -20, 15)), size, vary.fork("leaf"))
        view = pose(2 + 2j, 40, 270, vary.between("lean", 8, 28), vary.around("spin", 180, 16))
        return drawing + blossom(view, size, vary.fork("bloom"))
    return _cluster(vary) if size is Size.MEDIUM else _branch(vary)


def _truss(line: Curve, radius: float, count: int, size: Size, vary: Variation) -> tuple[Drawing, Drawing]:
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
        front += blossom(view, size, own)
    for i in range(7):
        own = vary.fork(f"bud{i}")
        share = 0.74 + 0.26 * i / 6
        angle = line.degrees(share) + (1 if i % 2 else -1) * (62 - 9 * i)
        stalk = sweep(line.at(share), angle, radius * (0.85 - 0.1 * i), 10)
        back.append(thread(stalk, 1.1))
        back += bud(stalk.at(1), stalk.degrees(1), radius * (0.46 - 0.03 * i), _RED_BUD if i < 3 else _BUD)
    return back, front


def _cluster(vary: Variation) -> Drawing:
    main = through(-100 - 66j, -50 - 40j, 6 - 26j, steps=6)
    truss = sweep(0 - 26j, vary.around("truss", 62, 8), 86, vary.around("sweep", -20, 12))
    drawing = frond(sweep(-30 - 34j, vary.around("leaf1", 128, 8), 104, -46), Size.MEDIUM, vary.fork("leaf1"))
    drawing += frond(sweep(0 - 30j, vary.around("leaf2", -12, 8), 118, vary.around("leafbend", -16, 8)), Size.MEDIUM, vary.fork("leaf2"))
    back, front = _truss(truss, 28, 4, Size.MEDIUM, vary.fork("truss"))
    return drawing + stem(main, 6, 3.5, WOOD, knots=5) + stem(truss, 3, 1.2, STEM) + back + front


def _branch(vary: Variation) -> Drawing:
    size = Size.PLATE
    main = through(70 - 160j, 40 - 112j, 22 - 62j, 6 - 18j, steps=6)
    drawing: Drawing = []
    for k, (start, angle, length, bend) in enumerate(((8 - 26j, 148, 150, 44), (20 - 52j, 20, 112, -56), (34 - 96j, 170, 120, 36), (8 - 20j, 74, 180, -34))):
        own = vary.fork(f"leaf{k}")
        drawing += frond(sweep(start, own.around("angle", angle, 6), length, own.around("bend", bend, 8)), size, own)
    first = sweep(6 - 18j, vary.around("truss", 98, 5), 150, vary.around("sweep", -14, 8))
    second = sweep(26 - 72j, vary.around("truss2", 40, 6), 84, -20)
    back, front = _truss(first, 40, 5, size, vary.fork("truss"))
    back2, front2 = _truss(second, 33, 2, size, vary.fork("truss2"))
    wood = stem(main, 9, 4.5, WOOD, knots=8)
    return drawing + wood + stem(second, 3, 1.4, STEM) + back2 + front2 + stem(first, 4, 1.5, STEM) + back + front
