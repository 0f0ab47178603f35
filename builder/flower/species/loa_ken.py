"""Hoa loa kèn: long white trumpets seen from the side, tips rolled back, green ribs, lance leaves up a tall stem."""

from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import GREEN, STEM, Bud, Leaf, Stamens, bud, leaf, stamens, stem, thread
from builder.flower.shape import Drawing
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_WHITE = (Tint.IVORY_PALE, Tint.IVORY_LIT, Tint.IVORY, Tint.IVORY_SHADE)
_INSIDE = (Tint.IVORY_PALE, Tint.IVORY_PALE, Tint.IVORY_LIT, Tint.IVORY)
_SKIN = Skin(_INSIDE, _WHITE, Tint.IVORY_LINE, Tint.IVORY_SHADE, rib=Tint.IVORY_SHADE)
_FINISH = {
    Size.SMALL: Finish(4, 0, 0.6, shade=0.5),
    Size.MEDIUM: Finish(6, 2, 0.35, shade=0.6),
    Size.PLATE: Finish(8, 4, 0.4, shade=0.6),
}
_BUD = Bud(0.145, (Tint.IVORY_PALE, Tint.IVORY_LIT, Tint.IVORY_SHADE, Tint.IVORY_LINE), None, peak=0.62)
_YOUNG_BUD = Bud(0.16, (Tint.YOUNG_LIT, Tint.LEAF_PALE, Tint.YOUNG, Tint.YOUNG_DEEP), None, peak=0.6)


_TUFTS = {
    size: Stamens(count, 1.02, (76, 84), Tint.IVORY_DEEP, Tint.GOLD, shadow, 0.025, 0.05, bend=-10, oblong=2.4)
    for size, count, shadow in (
        (Size.SMALL, 2, None),
        (Size.MEDIUM, 6, Tint.GOLD_DEEP),
        (Size.PLATE, 6, Tint.GOLD_DEEP),
    )
}


def trumpet(view: Pose, vary: Variation) -> Drawing:
    """Return one flower; its tube stands on the pose, its mouth opens along the axis."""
    layers: list[Layer] = []
    for i in range(6):
        own = vary.fork(f"tepal{i}")
        layers += petal(_tepal(60 * i, own, inner=i % 2 == 0), view, _SKIN, _FINISH[vary.size], own)
    return assembled(layers + stamens(view, _TUFTS[vary.size], vary.fork("stamens")))


def _tepal(azimuth: float, vary: Variation, *, inner: bool) -> Petal:
    form = Form(
        80,
        vary.around("curl", -34, 16),
        onset=vary.around("onset", 0.46, 0.04),
        cup=0.42 if inner else 0.3,
        gape=0.035,
        sway=vary.around("sway", 0, 0.04),
    )
    return Petal(Outline(0.18 if inner else 0.135, 1.25, 0.66, foot=0.05), form, azimuth, 1.35)


def _blade(start: complex, degrees: float, length: float, bend: float, vary: Variation) -> Drawing:
    narrow = vary.between("aspect", 0.3, 0.7)
    halves = (1.0, narrow) if vary.chance("face", 0.5) else (narrow, 1.0)
    samples = 3 if vary.size is Size.SMALL else 5
    look = Leaf(0.085, 0.38, halves, 0.0, 0, GREEN, Tint.LEAF_VEIN, samples)
    return leaf(sweep(start, degrees, length, bend, ease=1.6), look, vary)


def _leafy(line: Curve, count: int, span: tuple[float, float], long: float, vary: Variation) -> tuple[Drawing, Drawing]:
    """Return lance leaves spiralling up a stretch of stem: those behind it, those before it."""
    sides: tuple[Drawing, Drawing] = ([], [])
    for i in range(count):
        own = vary.fork(f"leaf{i}")
        share = span[0] + (span[1] - span[0]) * i / max(count - 1, 1)
        side = 1 if i % 2 else -1
        angle = line.degrees(share) + side * own.around("angle", 46, 14)
        length = long * own.around("length", 1.0, 0.14) * (1.1 - 0.45 * i / count)
        sides[i % 3 == 0].extend(_blade(line.at(share), angle, length, side * own.around("bend", 42, 22), own))
    return sides


def _flower(foot: complex, angle: float, length: float, radius: float, vary: Variation) -> Drawing:
    """Return a flower on its curved stalk, mouth towards `angle`."""
    stalk = sweep(foot, 90 - (90 - angle) * 0.35, length, (angle - 90) * 0.75)
    view = pose(stalk.at(1), radius, stalk.degrees(1), vary.between("lean", 62, 82), vary.between("spin", 0, 60))
    return stem(stalk, 2.4, 2.2, STEM, knots=3) + trumpet(view, vary)


def compose(vary: Variation) -> Drawing:
    """Return one trumpet, a stem of two or three, or a tall plant."""
    size = vary.size
    if size is Size.SMALL:
        line = sweep(-26 - 46j, 84, 46, -24)
        back, front = _leafy(line, 2, (0.12, 0.5), 46, vary)
        view = pose(
            line.at(1),
            40,
            line.degrees(1) - vary.between("nod", 2, 22),
            vary.between("lean", 62, 78),
            vary.between("spin", 0, 60),
        )
        return [*back, thread(line, 2.8), *front, *trumpet(view, vary.fork("bloom"))]
    if size is Size.MEDIUM:
        return _spray(vary)
    return _plant(vary)


def _spray(vary: Variation) -> Drawing:
    line = through(-34 - 92j, complex(-22 + vary.around("kink", 0, 4), -40), -16 + 4j, steps=6)
    back, front = _leafy(line, 7, (0.1, 0.92), 64, vary.fork("leaves"))
    drawing = back + stem(line, 4.4, 3.4, STEM) + front
    top = line.at(1)
    drawing += _bud(top, vary.around("bud", 66, 8), 40, 46, _BUD)
    drawing += _bud(top, vary.around("bud2", 104, 8), 22, 26, _YOUNG_BUD)
    drawing += _flower(top, vary.around("left", 158, 12), 20, 60, vary.fork("left"))
    return drawing + _flower(top, vary.around("right", 14, 14), 24, 62, vary.fork("right"))


def _bud(foot: complex, angle: float, stalk: float, length: float, look: Bud) -> Drawing:
    line = sweep(foot, 90 - (90 - angle) * 0.5, stalk, (angle - 90) * 0.5)
    return stem(line, 2.2, 1.8, STEM, knots=3) + bud(line.at(1), line.degrees(1), length, look)


def _plant(vary: Variation) -> Drawing:
    line = through(6 - 166j, complex(-4, -90), complex(vary.around("kink", 6, 6), 0), 0 + 48j, steps=8)
    back, front = _leafy(line, 17, (0.12, 0.95), 84, vary.fork("leaves"))
    drawing = back + stem(line, 5.6, 4, STEM, knots=8) + front
    top = line.at(1)
    drawing += _bud(top, vary.around("bud", 74, 6), 62, 56, _BUD)
    drawing += _bud(top, vary.around("bud2", 112, 6), 44, 36, _YOUNG_BUD)
    drawing += _flower(top, vary.around("high", 142, 8), 40, 58, vary.fork("high"))
    drawing += _flower(line.at(0.93), vary.around("left", 192, 8), 26, 64, vary.fork("left"))
    drawing += _flower(line.at(0.97), vary.around("third", 36, 8), 40, 60, vary.fork("third"))
    return drawing + _flower(line.at(0.95), vary.around("right", -14, 8), 24, 70, vary.fork("right"))
