"""Hoa thạch thảo: many small violet daisies with yellow eyes on slender, much-branched stems with linear leaves."""

from builder.flower.daisy import Daisy, closed, head, strap
from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.plant import stem, thread
from builder.flower.shape import Drawing
from builder.flower.sheet import pose
from builder.flower.variation import Variation

_VIOLET = (Tint.ASTER_PALE, Tint.ASTER_LIT, Tint.ASTER, Tint.ASTER_SHADE)
_LOOKS = {
    Size.SMALL: Daisy(20, 0.1, 0.27, _VIOLET, Tint.ASTER_DEEP, 0.5, 7, 2),
    Size.MEDIUM: Daisy(20, 0.1, 0.27, _VIOLET, Tint.ASTER_DEEP, 0.25, 9, 1),
    Size.PLATE: Daisy(24, 0.085, 0.27, _VIOLET, Tint.ASTER_DEEP, 0.22, 24, 2),
}


def _linear(line: Curve, share: float, side: int, length: float, vary: Variation) -> Drawing:
    angle = line.degrees(share) + side * vary.around("angle", 42, 12)
    spine = sweep(line.at(share), angle, length, side * vary.around("bend", 18, 26))
    tint = Tint.LEAF if vary.chance("lit", 0.5) else Tint.LEAF_LIT
    return [strap(spine, length * 0.06, tint, Tint.LEAF_SHADE, 0.25)]


def _spread(line: Curve, radius: float, count: int, vary: Variation) -> tuple[Drawing, Drawing]:
    """Return a branching stem with leaves, and the heads its side stalks and top carry."""
    size = vary.size
    look = _LOOKS[size]
    back: Drawing = []
    front: Drawing = []
    for i in range(6 if size is Size.MEDIUM else 10):
        own = vary.fork(f"leaf{i}")
        back += _linear(
            line, own.between("share", 0.08, 0.85), 1 if i % 2 else -1, radius * own.between("length", 0.9, 1.7), own
        )
    for i in range(count):
        own = vary.fork(f"head{i}")
        share = 1.0 if i == 0 else 0.45 + 0.5 * (i - 0.5) / count
        side = 0 if i == 0 else (1 if i % 2 else -1)
        stalk = sweep(
            line.at(share),
            line.degrees(share) + side * own.around("angle", 44, 12),
            radius * own.between("stalk", 1.5, 2.4) * (1.35 - 0.5 * share),
            -side * own.between("bend", 8, 34),
        )
        back.append(thread(stalk, 0.9, Tint.STEM, 2))
        back += _linear(stalk, own.between("mid", 0.3, 0.6), side or 1, radius * 0.6, own.fork("bract"))
        if i and own.chance("bud", 0.22):
            front += closed(stalk.at(1), stalk.degrees(1), radius * 0.85, look)
            continue
        lean = own.between("lean", 10, 58)
        view = pose(
            stalk.at(1), radius * own.between("size", 0.86, 1.08), stalk.degrees(1), lean, own.between("spin", 0, 20)
        )
        front += head(view, look, own.between("open", 0.72, 1.0), own)
    return back, front


def compose(vary: Variation) -> Drawing:
    """Return two heads, an airy spray, or a tall bunch."""
    size = vary.size
    if size is Size.SMALL:
        return _pair(vary)
    feet, tops, radius, count = (
        (4 - 92j, ((-66 + 14j), (-18 + 44j), (36 + 40j), (74 + 2j)), 21, 3)
        if size is Size.MEDIUM
        else (
            4 - 164j,
            ((-62 + 30j), (-30 + 112j), (12 + 62j), (44 + 128j), (74 + 44j), (-72 - 34j), (70 - 22j)),
            25,
            4,
        )
    )
    back: Drawing = []
    front: Drawing = []
    for i, top in enumerate(tops):
        own = vary.fork(f"stem{i}")
        end = top + complex(own.around("x", 0, 8), own.around("y", 0, 8))
        start = feet + complex(own.around("foot", 0, 6), 0)
        middle = start + (end - start) * 0.5 + (start.real - end.real) * 0.16
        line = through(start, middle, end, steps=6)
        behind, before = _spread(line, radius, count, own)
        back += stem(line, 2.0, 1.0, knots=4) + behind
        front += before
    return back + front


def _pair(vary: Variation) -> Drawing:
    look = _LOOKS[Size.SMALL]
    line = sweep(-2 - 48j, 88, 52, vary.around("bend", 8, 8))
    side = sweep(line.at(0.4), 38, 40, 34)
    drawing: Drawing = [thread(side, 1.6, Tint.STEM, 2), *stem(line, 2.4, 2, knots=2)]
    for k, (share, way) in enumerate(((0.25, 1), (0.5, -1))):
        drawing += _linear(line, share, way, 22, vary.fork(f"leaf{k}"))
    drawing += closed(side.at(1), side.degrees(1), 15, look)
    view = pose(line.at(1), 31, line.degrees(1), vary.between("lean", 6, 36), vary.between("spin", 0, 20))
    return drawing + head(view, look, vary.between("open", 0.85, 1), vary.fork("head"))
