"""Hoa sữa: round clusters of tiny greenish-white five-lobed flowers above whorls of about seven leathery leaves."""

from math import asin, cos, degrees, radians, sin

from builder.flower.geometry import degrees_of, sweep, through, turn
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.plant import GREEN, STEM, WOOD, Leaf, leaf, stem, thread
from builder.flower.shape import Drawing, dots, rounded, strokes
from builder.flower.sheet import Pose, pose
from builder.flower.variation import Variation

_GOLDEN_ANGLE = 137.508
_OUTER, _RIM = 0.55, 0.9  # shares of an umbel's florets beyond which buds are mixed in, and shade falls
_MOST_LEAN = 74.0
_TWILIGHT = -0.2
_BEHIND = 0.1  # how far back a leaf points before the stem hides it
_BORDER = [
    (radius * cos(radians(72 * i + angle)), radius * sin(radians(72 * i + angle)), 0.25 * radius)
    for i in range(5)
    for angle, radius in ((-30, 0.36), (-8, 1.02), (16, 0.9))
]
_TINTS = (Tint.IVORY_PALE, Tint.IVORY_LIT, Tint.IVORY)


def floret(view: Pose, bright: int, contour: float) -> Drawing:
    """Return one tiny flower: five lobes turned like a pinwheel about a green throat."""
    border, throat = view.all_seen(_BORDER), view.seen((0, 0, 0.04))
    return [rounded(border, _TINTS[bright], Tint.IVORY_LINE, contour), dots([throat], Tint.YOUNG, 0.34 * view.size)]


def umbel(at: complex, radius: float, count: int, vary: Variation) -> Drawing:
    """Return a ball of florets and buds on fine stalks; those at its rim are seen from the side."""
    flowers: list[Drawing] = []
    stalks: list[tuple[complex, ...]] = []
    spin = vary.between("spin", 0, 360)
    small = radius * (2.15 / count**0.5)
    for i in range(count):
        own = vary.fork(f"floret{i}")
        share = (i + 0.5) / count
        angle = spin + _GOLDEN_ANGLE * i
        spot = at + radius * (share**0.5) * own.around("reach", 1.0, 0.06) * turn(angle)
        if share > _OUTER and own.chance("bud", 0.16):
            flowers.append(_knob(spot, angle, small * 0.5))
        else:
            lean = min(degrees(asin(share**0.5)), _MOST_LEAN)
            view = pose(spot, small * own.around("size", 0.82, 0.08), angle, lean, own.between("turn", 0, 72))
            flowers.append(floret(view, _shade(share, angle, own), 0.4 if vary.size is Size.SMALL else 0.22))
        stalks.append((at - 0.25j * radius, at + (spot - at) * 0.7, spot))
    outside_in = [shape for drawing in reversed(flowers) for shape in drawing]
    return [strokes(stalks[count // 2 :], Tint.YOUNG_SHADE, 0.5), *outside_in]


def _shade(share: float, angle: float, vary: Variation) -> int:
    """Return which white a floret gets: darker on the ball's lower right and here and there on its rim."""
    if share > _RIM and vary.chance("dark", 0.5):
        return 2
    lower_right = cos(radians(angle + 55.0))
    return 1 if lower_right > -_TWILIGHT else 0


def _knob(at: complex, degrees: float, size: float) -> Drawing:
    foot = at - turn(degrees) * size
    border = (
        foot,
        at + turn(degrees + 90) * size * 0.5,
        at + turn(degrees) * size,
        at + turn(degrees - 90) * size * 0.5,
    )
    return [rounded(border, Tint.YOUNG_LIT, Tint.IVORY_LINE, 0.22)]


def whorl(at: complex, length: float, vary: Variation, flat: float = 0.5) -> tuple[Drawing, Drawing]:
    """Return seven leaves round a node, seen from a little above: those behind it and those before it."""
    size = vary.size
    back: list[tuple[float, Drawing]] = []
    count = 5 if size is Size.SMALL else 7
    start = vary.between("start", 0, 360 / count)
    veins = {Size.SMALL: 0, Size.MEDIUM: 5, Size.PLATE: 11}[size]
    for i in range(count):
        own = vary.fork(f"leaf{i}")
        around = radians(start + 360 * i / count + own.around("turn", 0, 9))
        tip = complex(cos(around), sin(around) * flat - 0.12) * length * own.around("length", 1.0, 0.08)
        side = 1 if tip.real > 0 else -1
        spine = sweep(at, degrees_of(tip) + side * 9, abs(tip), -side * own.around("bend", 22, 8))
        narrow = 0.45 + 0.5 * abs(sin(around))
        look = Leaf(
            0.19 * (length / max(abs(tip), length * 0.5)) ** 0.6,
            0.64,
            (1.0, narrow) if own.chance("face", 0.5) else (narrow, 1.0),
            0.0,
            veins,
            GREEN,
            samples=4 if size is Size.SMALL else 6,
            blunt=True,
        )
        back.append((sin(around), leaf(spine, look, own)))
    back.sort(key=lambda item: -item[0])
    behind = [shape for depth, drawing in back if depth > _BEHIND for shape in drawing]
    before = [shape for depth, drawing in back if depth <= _BEHIND for shape in drawing]
    return behind, before


_Balls = tuple[tuple[float, float], ...]  # umbels above a whorl: angle and length of their stalks


def _head(at: complex, balls: _Balls, radius: float, count: int, vary: Variation) -> Drawing:
    """Return the umbels above a whorl, each on its own stout stalk."""
    stalks: Drawing = []
    front: Drawing = []
    for k, (angle, reach) in enumerate(balls):
        own = vary.fork(f"umbel{k}")
        stalk = sweep(at, own.around("angle", angle, 6), reach, own.around("bend", 0, 14))
        stalks += stem(stalk, 1.6, 1.2, STEM, knots=2)
        front += umbel(stalk.at(1), radius * own.around("size", 1.0, 0.08), count, own)
    return stalks + front


def compose(vary: Variation) -> Drawing:
    """Return one umbel on its leaves, a flowering shoot, or a branch of three."""
    size = vary.size
    if size is Size.SMALL:
        behind, before = whorl(0 - 26j, 46, vary.fork("whorl"), 0.55)
        return (
            behind
            + before
            + [thread(sweep(0 - 26j, 90, 22), 2, Tint.STEM, 1)]
            + umbel(complex(vary.around("x", 0, 4), 12), 27, 10, vary.fork("umbel"))
        )
    if size is Size.MEDIUM:
        return _shoot(vary)
    return _branch(vary)


_TRUSSES: tuple[_Balls, ...] = (
    ((140, 64), (40, 64), (92, 84), (116, 36)),
    ((146, 56), (62, 81), (112, 76), (28, 59)),
    ((116, 82), (46, 64), (152, 58), (84, 58)),
)


def _shoot(vary: Variation) -> Drawing:
    node = complex(vary.around("x", 0, 5), -34)
    behind, before = whorl(node, 96, vary.fork("whorl"), 0.5)
    wood = stem(through(complex(vary.around("foot", 12, 10), -92), complex(6, -60), node), 5, 4, WOOD, knots=3)
    heads = _head(node, _TRUSSES[vary.count("truss", 0, 2)], 26, 20, vary.fork("heads"))
    return behind + wood + before + heads


def _branch(vary: Variation) -> Drawing:
    """Return a shoot with two tiers of leaves and umbels. The twin pods hang from it in spring, when no flower does."""
    low, high = complex(vary.around("low", 4, 5), -62), complex(vary.around("high", -4, 6), 44)
    axis = through(14 - 166j, low, (low + high) / 2 + vary.around("kink", 0, 5), high)
    lower, upper = vary.fork("lower"), vary.fork("upper")
    back_low, front_low = whorl(low, 96, lower, 0.5)
    back_high, front_high = whorl(high, 78, upper, 0.48)
    sides = _head(low, ((156, 61), (24, 61), (128, 72)), 23, 27, lower)
    crown = _head(high, ((142, 60), (40, 60), (112, 88), (66, 88), (92, 48)), 27, 34, upper)
    return back_low + stem(axis, 7.5, 4, WOOD, knots=7) + front_low + sides + back_high + front_high + crown
