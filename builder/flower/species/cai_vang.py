"""Hoa cải vàng: racemes of four-petalled yellow flowers, buds above, slender pods below, lobed leaves."""

from builder.flower.geometry import Curve, sweep, through
from builder.flower.kinds import Size
from builder.flower.palette import Tint
from builder.flower.petal import Finish, Layer, Outline, Petal, Skin, assembled, petal
from builder.flower.plant import STEM, YOUNG, Bud, Leaf, Stamens, bud, leaf, stamens, stem, thread
from builder.flower.shape import Drawing, filled, strokes
from builder.flower.sheet import Form, Pose, pose
from builder.flower.variation import Variation

_YELLOW = (Tint.MUSTARD_PALE, Tint.MUSTARD_LIT, Tint.MUSTARD, Tint.MUSTARD_SHADE)
_SKIN = Skin(
    _YELLOW,
    (Tint.MUSTARD_LIT, Tint.MUSTARD, Tint.MUSTARD_SHADE, Tint.MUSTARD_DEEP),
    Tint.MUSTARD_DEEP,
    Tint.MUSTARD_SHADE,
)
_BUD = Bud(0.34, (Tint.YOUNG_LIT, Tint.YOUNG_LIT, Tint.YOUNG, Tint.YOUNG_DEEP), None)
_RIPE = Bud(
    0.36, (*_YELLOW[:3], Tint.MUSTARD_DEEP), (Tint.YOUNG, Tint.YOUNG, Tint.YOUNG_SHADE, Tint.YOUNG_DEEP), cover=0.5
)
_GOLDEN_SHARE = 0.618034
_FINISH = {Size.SMALL: Finish(3, 0, 0.6, shade=0), Size.MEDIUM: Finish(3, 0, 0.28), Size.PLATE: Finish(4, 0, 0.26)}


_TUFTS = {
    Size.SMALL: Stamens(6, 0.42, (60, 84), Tint.YOUNG, Tint.GOLD_DEEP, None, width=0.035, size=0.14),
    Size.MEDIUM: Stamens(4, 0.42, (60, 84), Tint.YOUNG, Tint.GOLD_DEEP, None, width=0.035, size=0.14),
    Size.PLATE: Stamens(6, 0.42, (60, 84), Tint.YOUNG, Tint.GOLD_LIT, Tint.GOLD_DEEP, width=0.035, size=0.14),
}


def blossom(view: Pose, vary: Variation) -> Drawing:
    """Return one flower: four petals in a cross, six stamens."""
    layers: list[Layer] = []
    for i in range(4):
        own = vary.fork(f"petal{i}")
        layers += petal(_petal(90 * i, own), view, _SKIN, _FINISH[vary.size], own)
    return assembled(layers + stamens(view, _TUFTS[vary.size], vary.fork("stamens")))


def _petal(azimuth: float, vary: Variation) -> Petal:
    form = Form(
        vary.around("lift", 30, 8),
        vary.around("curl", -10, 12),
        cup=vary.between("cup", 0.0, 0.25),
        sway=vary.around("sway", 0, 0.06),
        gape=0.05,
    )
    outline = Outline(vary.around("width", 0.4, 0.03), 1.35, 0.42, foot=0.06, notch=vary.between("notch", 0, 0.03))
    return Petal(outline, form, azimuth + vary.around("turn", 0, 7), vary.around("length", 1, 0.05))


def lobed(spine: Curve, vary: Variation) -> Drawing:
    """Return a lower leaf: a broad toothed end lobe and small side lobes along the stalk."""
    size = vary.size
    drawing: Drawing = []
    rich = size is Size.PLATE
    for i, share in enumerate((0.16, 0.3, 0.45)):
        for side in (1, -1):
            own = vary.fork(f"lobe{i}.{side}")
            lobe = sweep(
                spine.at(share),
                spine.degrees(share) + side * own.around("angle", 66, 8),
                spine.length * (0.1 + 0.05 * i),
                -side * 20,
            )
            drawing += leaf(lobe, Leaf(0.34, 0.55, (1, 0.9), 0.05, 2 if rich else 0, samples=4, blunt=True), own)
    end = sweep(spine.at(0.5), spine.degrees(0.5), spine.length * 0.52, 12)
    drawing += [strokes([spine.part(0.0, 0.55, 3)], Tint.LEAF_LIT, 1.3)]
    return drawing + leaf(
        end,
        Leaf(0.36, 0.46, (1.0, vary.between("aspect", 0.7, 0.95)), 0.08, 6 if rich else 4, samples=8, blunt=True),
        vary.fork("end"),
    )


def pod(at: complex, degrees: float, length: float) -> Drawing:
    """Return a slender beaked pod."""
    line = sweep(at, degrees, length, 14)
    places = list(zip(line.walk((0, 0.3, 0.7, 0.84)), (0.4, 0.95, 0.85, 0.3), strict=True))
    left = tuple([at + heading * 1j * wide for (at, heading), wide in places])
    right = tuple([at - heading * 1j * wide for (at, heading), wide in places[::-1]])
    tip = line.at(1)
    return [filled(left, (left[-1], tip), (tip, right[0]), right, fill=Tint.YOUNG, line=Tint.YOUNG_DEEP, width=0.25)]


def raceme(line: Curve, radius: float, counts: tuple[int, int, int], vary: Variation) -> Drawing:
    """Return a flowering top: counts are pods below, open flowers, buds above."""
    pods, flowers, buds = counts
    back: Drawing = []
    front: Drawing = []
    for i in range(pods):
        back += _podded(line, 0.12 + 0.42 * i / pods, radius, 1 if i % 2 else -1, vary.fork(f"pod{i}"))
    for i in range(buds):
        own = vary.fork(f"bud{i}")
        share = 0.9 + 0.1 * i / max(buds - 1, 1)
        angle = line.degrees(share) - 64 + 128 * (i * _GOLDEN_SHARE % 1)
        stalk = sweep(line.at(share), angle, radius * own.between("stalk", 0.3, 0.6) * (1.5 - 0.9 * i / buds))
        back.append(thread(stalk, 0.5, Tint.YOUNG_SHADE, 1))
        look = _BUD if i > buds / 3 else _RIPE
        front += bud(stalk.at(1), 90 + (angle - 90) * 0.6, radius * own.between("size", 0.34, 0.46), look)
    for i in range(flowers):
        own = vary.fork(f"flower{i}")
        share = 0.58 + 0.36 * i / flowers
        side = (1, -1, 0.25, -0.35)[i % 4]
        reach = radius * own.between("stalk", 1.0, 1.3) * (1.15 - 0.3 * share)
        stalk = sweep(line.at(share), line.degrees(share) - side * own.around("angle", 70, 8), reach, side * 16)
        back.append(thread(stalk, 0.7, Tint.YOUNG_SHADE, 2))
        size, lean = radius * own.around("size", 0.95, 0.08), own.between("lean", 14, 56)
        front += blossom(pose(stalk.at(1), size, stalk.degrees(1), lean, own.between("spin", 0, 90)), own)
    return back + front


def _podded(line: Curve, share: float, radius: float, side: int, vary: Variation) -> Drawing:
    """Return a pod on its stalk beside the stem."""
    stalk = sweep(line.at(share), line.degrees(share) + side * vary.around("angle", 52, 8), radius * 0.7, -side * 10)
    length = radius * vary.between("length", 1.0, 1.7) * (1.3 - share)
    return [thread(stalk, 0.6, Tint.YOUNG_DEEP, 1), *pod(stalk.at(1), stalk.degrees(1) - side * 14, length)]


def compose(vary: Variation) -> Drawing:
    """Return a flowering tip, a spray of racemes, or a whole plant's top."""
    size = vary.size
    if size is Size.SMALL:
        line = sweep(-4 - 48j, 86, 84, 6)
        drawing = leaf(
            sweep(line.at(0.14), vary.around("leaf", 28, 10), 38, 20),
            Leaf(0.2, 0.5, (1, 0.8), 0.06, 0, samples=3),
            vary,
        )
        drawing += stem(line, 2.4, 1.4, STEM, knots=3)
        for k, angle in enumerate((104, 64)):
            drawing += bud(line.at(1), angle, 10, _BUD if k == 1 else _RIPE)
        for k, (share, angle, radius) in enumerate(((0.84, 140, 15), (0.78, 24, 16), (0.58, 168, 18))):
            own = vary.fork(f"flower{k}")
            stalk = sweep(line.at(share), own.around("angle", angle, 10), 17)
            drawing.append(thread(stalk, 1.2, Tint.STEM, 1))
            drawing += blossom(
                pose(stalk.at(1), radius, angle, own.between("lean", 10, 34), own.between("spin", 0, 90)), own
            )
        return drawing
    return _spray(vary) if size is Size.MEDIUM else _plant(vary)


def _spray(vary: Variation) -> Drawing:
    foot = 0 - 92j
    drawing: Drawing = lobed(sweep(complex(2, -70), vary.around("leaf", 168, 8), 84, -26), vary.fork("leaf"))
    drawing += lobed(sweep(complex(4, -60), vary.around("leaf2", 14, 8), 80, 24), vary.fork("leaf2"))
    for k, (top, counts) in enumerate((((-56 + 62j), (2, 4, 2)), ((52 + 54j), (2, 4, 2)), ((0 + 82j), (3, 6, 4)))):
        own = vary.fork(f"raceme{k}")
        end = top + complex(own.around("x", 0, 8), own.around("y", 0, 6))
        start = foot + complex(0, 34 if top.real else 0)
        line = through(start, (start + end) / 2 - end.real * 0.14, end, steps=8)
        drawing += stem(line, 2.6, 1.0, STEM, knots=5) + raceme(line, 12.5, counts, own)
    return drawing


def _plant(vary: Variation) -> Drawing:
    main = through(
        0 - 166j,
        complex(vary.around("kink", 4, 6), -80),
        complex(-2, 20),
        complex(vary.around("top", 0, 8), 150),
        steps=8,
    )
    drawing: Drawing = []
    for k, (share, angle, length, bend) in enumerate(
        ((0.06, 158, 112, -36), (0.1, 20, 118, 40), (0.2, 150, 96, -30), (0.26, 34, 84, 36))
    ):
        own = vary.fork(f"leaf{k}")
        drawing += lobed(
            sweep(main.at(share), own.around("angle", angle, 7), length, own.around("bend", bend, 10)), own
        )
    for k, (share, top, counts) in enumerate(
        (
            (0.2, (-76 + 40j), (6, 7, 5)),
            (0.26, (74 + 56j), (6, 7, 5)),
            (0.36, (-42 + 112j), (6, 8, 6)),
            (0.42, (46 + 120j), (6, 8, 6)),
        )
    ):
        own = vary.fork(f"raceme{k}")
        end, start = top + complex(own.around("x", 0, 7), own.around("y", 0, 7)), main.at(share)
        line = through(start, (start + end) / 2 + (end.real - start.real) * 0.16, end, steps=8)
        drawing += _clasping(line, 0.1, own) + stem(line, 2.6, 1.0, STEM, knots=6) + raceme(line, 15, counts, own)
    drawing += stem(main, 4.6, 1.1, STEM, knots=8)
    return drawing + raceme(main, 16, (8, 11, 8), vary.fork("main"))


def _clasping(line: Curve, share: float, vary: Variation) -> Drawing:
    side = 1 if line.heading(share).real < 0 else -1
    look = Leaf(0.14, 0.35, (1, 0.7), 0.04, 3, YOUNG, samples=5)
    return leaf(sweep(line.at(share), line.degrees(share) + side * 40, 38, side * 24), look, vary)
