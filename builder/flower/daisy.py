"""The daisy habit, shared by thạch thảo and cúc họa mi: a ring of narrow rays about a disk of tiny florets."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

from builder.flower.geometry import Curve, Points, sweep, turn
from builder.flower.palette import Tint
from builder.flower.petal import Outline, Tints
from builder.flower.plant import YOUNG
from builder.flower.shape import Drawing, Shape, Trace, dots, filled, rounded
from builder.flower.sheet import Form, Pose, Sheet, Vector, sheet
from builder.flower.variation import Variation

_GOLDEN_ANGLE = 137.508
_FACING = 0.5  # cosine of the lean beyond which a head shows its cup
_BRIGHT, _DIM = 0.7, 0.35  # three steps of light
_MANY = 20  # florets enough for a disk of three tints


@dataclass(frozen=True, slots=True)
class Daisy:
    """The look of a flower head: rays, half width of a ray in its lengths, radius of the disk, tints."""

    rays: int
    width: float
    disk: float
    tints: Tints
    line: Tint
    contour: float
    florets: int
    samples: int = 3


class _Ray(NamedTuple):
    sheet: Sheet
    bright: float
    outline: Points

    @property
    def near(self) -> bool:
        """Whether it lies before the disk."""
        return self.sheet.depth(0.7 + 0j) > 0


def head(view: Pose, look: Daisy, open_by: float, vary: Variation) -> Drawing:
    """Return one flower head; open_by 0 has its rays upright, 1 spread flat or a little back."""
    far: list[_Ray] = []
    near: list[_Ray] = []
    for i in range(look.rays):
        own = vary.fork(f"ray{i}")
        lift = 70 - 62 * open_by + own.around("lift", 0, 7)
        curl, sway = lift - 26 * open_by + own.around("curl", 0, 12), own.around("sway", 0, 0.07)
        form = Form(lift, curl, cup=0.2, gape=look.disk * 0.8, sway=sway)
        azimuth = 360 * (i + own.around("turn", 0, 0.22)) / look.rays
        (far if i % 2 else near).append(_ray(form, azimuth, view, look, own))
    eye = _disk(view, look, vary)
    if view.rows[2][2] > _FACING:
        return _layer(far, look, 1) + _layer(near, look, 0) + eye
    behind = [shape for rays in (far, near) for shape in _layer([ray for ray in rays if not ray.near], look, 1)]
    before = [shape for rays in (far, near) for shape in _layer([ray for ray in rays if ray.near], look, 0)]
    return behind + eye + before + cup(view, look)


def cup(view: Pose, look: Daisy) -> Drawing:
    """Return the green cup below a head seen from its side."""
    rim = [
        view.seen((look.disk * 1.1 * cos(radians(a)), look.disk * 1.1 * sin(radians(a)), -0.02))
        for a in range(0, 360, 45)
    ]
    axis = view.seen((0, 0, -0.3)) - view.at
    left = max(rim, key=lambda p: ((p - view.at) * (axis * 1j).conjugate()).real)
    right = 2 * view.at - left
    outline = (
        left,
        (left + view.at) / 2 + axis * 0.75,
        view.at + axis * 1.05,
        (right + view.at) / 2 + axis * 0.75,
        right,
    )
    return [filled(outline, (right, left), fill=Tint.YOUNG_SHADE, line=Tint.LEAF_SHADE, width=look.contour)]


def _ray(form: Form, azimuth: float, view: Pose, look: Daisy, vary: Variation) -> _Ray:
    length = vary.between("length", 0.86, 1.0) * (1 - look.disk * 0.8)
    bent = sheet(form, length, look.width, azimuth, view)
    inner, bright = bent.seen(0.6 + 0j)
    return _Ray(bent, bright if inner else bright - 0.2, bent.page(_flat(look.width, look.samples)))


@lru_cache(maxsize=64)
def _flat(width: float, samples: int) -> Points:
    """Return the flat outline of a ray, from its foot around its tip."""
    outline = Outline(width, 0.8, 0.38, foot=width * 0.4)
    shares = [0.12 + 0.84 * i / samples for i in range(samples + 1)]
    left = [complex(share, outline.half_width(share)) for share in shares]
    return (0j, *left, 1 + 0j, *(point.conjugate() for point in left[::-1]))


def _layer(rays: list[_Ray], look: Daisy, darker: int) -> Drawing:
    """Return rays in as few shapes as there are tints among them."""
    drawing: Drawing = []
    for step in (2, 1, 0):
        group = [ray for ray in rays if step == (ray.bright <= _BRIGHT) + (ray.bright <= _DIM)]
        if group:
            traces = tuple(Trace((ray.outline[:], (ray.outline[-1], ray.outline[0])), closed=True) for ray in group)
            drawing.append(Shape(traces, look.tints[min(step + darker, 3)], look.line, look.contour))
    return drawing


def _disk(view: Pose, look: Daisy, vary: Variation) -> Drawing:
    height, radius = 0.1, look.disk
    around = [radians(angle) for angle in range(0, 360, 40)]
    rim = view.all_seen([(radius * cos(a), radius * sin(a), height * 0.3) for a in around])
    drawing: Drawing = [rounded(rim, Tint.GOLD, Tint.GOLD_DEEP, look.contour)]
    flat: list[Vector] = []
    start = vary.between("spiral", 0, 360)
    for i in range(look.florets):
        r = radius * 0.9 * ((i + 0.5) / look.florets) ** 0.5
        a = radians(_GOLDEN_ANGLE * i + start)
        flat.append((r * cos(a), r * sin(a), height * (1 - (r / radius) ** 2) + height * 0.3))
    spots = view.all_seen(flat)
    size = radius * view.size * 1.15 / look.florets**0.5
    half = len(spots) // 2
    drawing.append(dots(spots[half:], Tint.GOLD_LIT, size))
    drawing.append(dots(spots[:half], Tint.GOLD_PALE if look.florets > _MANY else Tint.GOLD_LIT, size * 0.8))
    if look.florets > _MANY:
        drawing.append(dots(spots[2:half:3], Tint.GOLD_DEEP, size * 0.55))
    return drawing


def closed(at: complex, degrees: float, length: float, look: Daisy) -> Drawing:
    """Return a bud: a green cup and the tips of rays above it."""
    line = sweep(at, degrees, length)
    drawing: Drawing = []
    foot = line.at(0.35)
    for turned, reach, tint in ((-17, 0.6, 1), (17, 0.6, 1), (0, 0.66, 0)):
        way = turn(degrees + turned) * length
        border = tuple(
            foot + way * complex(x, y) for x, y in ((0, 0.1), (0.4, 0.16), (reach, 0), (0.4, -0.16), (0, -0.1))
        )
        drawing.append(
            filled(
                border, (border[-1], foot), (foot, border[0]), fill=look.tints[tint], line=look.line, width=look.contour
            )
        )
    ahead = line.heading(0) * length
    base = tuple(at + ahead * complex(x, y) for x, y in ((0.5, 0.26), (0.2, 0.27), (0, 0), (0.2, -0.27), (0.5, -0.26)))
    return [
        *drawing,
        filled(base, (base[-1], line.at(0.42), base[0]), fill=YOUNG[2], line=YOUNG[3], width=look.contour),
    ]


def strap(line: Curve, width: float, tint: Tint, contour: Tint, thick: float) -> Shape:
    """Return a narrow leaf of one tint along a line."""
    places = line.walk((0.0, 0.35, 0.7))
    across = [heading * 1j * (width * share) for (_, heading), share in zip(places, (0.25, 0.9, 0.7), strict=True)]
    left = [at + side for (at, _), side in zip(places, across, strict=True)]
    right = [at - side for (at, _), side in zip(places, across, strict=True)]
    tip = line.at(1)
    return filled((*left, tip), (tip, *right[::-1]), fill=tint, line=contour, width=thick)
