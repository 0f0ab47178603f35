"""Hoa cúc họa mi: white daisies with round yellow eyes on thin stems, held as a loose bunch."""

from builder.flower.daisy import Daisy, closed, head, strap
from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.plant import stem
from builder.flower.shape import Drawing
from builder.flower.sheet import pose
from builder.flower.variation import Variation

_WHITE = (Tint.DAISY_PALE, Tint.DAISY_LIT, Tint.DAISY, Tint.DAISY_SHADE)
_LOOKS = {
    Size.SMALL: Daisy(17, 0.14, 0.32, _WHITE, Tint.DAISY_LINE, 0.6, 10, 2),
    Size.MEDIUM: Daisy(19, 0.125, 0.31, _WHITE, Tint.DAISY_LINE, 0.32, 15, 2),
    Size.PLATE: Daisy(21, 0.12, 0.31, _WHITE, Tint.DAISY_LINE, 0.3, 42, 3),
}


def _lobed(line: Curve, share: float, side: int, length: float, vary: Variation) -> Drawing:
    """Return a small leaf cut into three or four narrow lobes."""
    angle = line.degrees(share) + side * vary.around("angle", 36, 10)
    spine = sweep(line.at(share), angle, length, side * vary.around("bend", 10, 20))
    drawing: Drawing = []
    for k, at in enumerate((0.4, 0.55, 0.7)):
        lobe = sweep(
            spine.at(at),
            spine.degrees(at) + (1 if k % 2 else -1) * 44,
            length * (0.42 - 0.08 * k),
            (-1 if k % 2 else 1) * 24,
        )
        drawing.append(strap(lobe, length * 0.055, Tint.LEAF, Tint.LEAF_SHADE, 0.25))
    return [*drawing, strap(spine, length * 0.075, Tint.LEAF_LIT, Tint.LEAF_SHADE, 0.25)]


# A bunch: the point the stems are held at, then where each flower stands and how big it is; the last stand in front.
_MEDIUM = (
    0 - 62j,
    ((-60 + 40j, 27), (58 + 48j, 26), (2 + 66j, 25), (-84 - 2j, 23), (-22 + 16j, 31), (38 + 6j, 33), (88 + 8j, 23)),
    ((-34 + 80j), (94 + 50j)),
)
_PLATE = (
    2 - 92j,
    (
        (-66 + 92j, 29),
        (20 + 134j, 29),
        (70 + 98j, 28),
        (-24 + 112j, 27),
        (-84 + 36j, 28),
        (38 + 78j, 33),
        (-40 + 56j, 35),
        (84 + 36j, 30),
        (4 + 26j, 38),
        (48 + 4j, 33),
        (-44 - 2j, 31),
    ),
    ((-54 + 138j), (58 + 142j), (92 + 70j), (-94 + 74j)),
)


def compose(vary: Variation) -> Drawing:
    """Return one daisy and a bud, or a loose bunch."""
    size = vary.size
    if size is Size.SMALL:
        return _single(vary)
    hold, flowers, buds = _MEDIUM if size is Size.MEDIUM else _PLATE
    look = _LOOKS[size]
    stems: Drawing = []
    heads: Drawing = []
    for i, at in enumerate(buds):
        own = vary.fork(f"bud{i}")
        line = _stalk(hold, at + complex(own.around("x", 0, 6), own.around("y", 0, 6)), own)
        stems += stem(line, 1.3, 1.0, knots=4)
        heads += closed(line.at(1), line.degrees(1), 15, look)
    for i, (at, radius) in enumerate(flowers):
        own = vary.fork(f"flower{i}")
        line = _stalk(hold, at + complex(own.around("x", 0, 11), own.around("y", 0, 10)), own)
        leafy = (
            _lobed(line, own.between("share", 0.4, 0.75), 1 if i % 2 else -1, 24 if size is Size.MEDIUM else 30, own)
            if own.chance("leaf", 0.8)
            else []
        )
        stems += leafy + stem(line, 1.7, 1.3, knots=5)
        outward = line.degrees(1)
        lean = own.between("lean", 8, 50) if own.chance("open-faced", 0.75) else own.between("side", 60, 72)
        view = pose(line.at(1), radius * own.between("size", 0.92, 1.08), outward, lean, own.between("spin", 0, 20))
        heads += head(view, look, own.between("open", 0.8, 1.05), own)
    return stems + heads


def _stalk(hold: complex, top: complex, vary: Variation) -> Curve:
    """Return a stem from below the bunch's waist, where stems cross, up to a flower."""
    size = vary.size
    below = 30 if size is Size.MEDIUM else 74
    foot = complex(
        hold.real - (top.real - hold.real) * 0.28 + vary.around("foot", 0, 5),
        hold.imag - below + vary.around("cut", 0, 5),
    )
    waist = hold + complex((top.real - hold.real) * 0.04 + vary.around("waist", 0, 2), 0)
    middle = waist + (top - waist) * 0.55 - (top.real - hold.real) * 0.14
    return through(foot, waist, middle, top, steps=6)


def _single(vary: Variation) -> Drawing:
    look = _LOOKS[Size.SMALL]
    line = sweep(-6 - 50j, 84, 54, vary.around("bend", 10, 8))
    side = sweep(line.at(0.3), 42, 44, 36)
    drawing = stem(side, 2, 1.6, knots=2) + stem(line, 2.4, 2, knots=2) + _lobed(line, 0.2, 1, 26, vary.fork("leaf"))
    drawing += closed(side.at(1), side.degrees(1), 15, look)
    view = pose(line.at(1), 32, line.degrees(1), vary.between("lean", 6, 38), vary.between("spin", 0, 20))
    return drawing + head(view, look, vary.between("open", 0.85, 1), vary.fork("head"))
