"""One petal in two to four tints: a flat outline, bent by its sheet, cut where it folds out of sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import pi, sin

from builder.flower.geometry import Points, curve, mix
from builder.flower.palette import Tint
from builder.flower.shape import Drawing, Shape, Trace, filled, strokes
from builder.flower.sheet import Form, Pose, Sheet, lit, sheet
from builder.flower.variation import Variation

Tints = tuple[Tint, Tint, Tint, Tint]

_FINE = 20  # points on an edge before it is sampled evenly
_BLADE_CENTRE = 0.55
_POINTED = 0.8  # outlines that close faster than this end in a corner
_BRIGHT, _DIM = 0.72, 0.3  # three steps of light
_BOTH = 2  # halves of a petal


@dataclass(frozen=True, slots=True)
class Outline:
    """The flat outline of a petal, in petal lengths.

    width: half the greatest width; swell: how late it widens (0.5 broad base … 3 clawed); close: how it ends (0.4
    blunt, 1 pointed); foot: half width of the base; notch: depth of the cut in the tip; crinkle: unevenness of edge.
    """

    width: float
    swell: float = 1.0
    close: float = 0.5
    foot: float = 0.06
    notch: float = 0.0
    crinkle: float = 0.0

    def half_width(self, share: float) -> float:
        """Return half the width at a share of the length."""
        peak = self.swell / (self.swell + self.close)
        greatest = peak**self.swell * (1.0 - peak) ** self.close
        blade = max(share, 0.0) ** self.swell * max(1.0 - share, 0.0) ** self.close / greatest * self.width
        return float(blade) + self.foot * (1.0 - share) ** 3


@dataclass(frozen=True, slots=True)
class Petal:
    """One petal's shape and place: length in flower units, azimuth in degrees about the flower's axis."""

    outline: Outline
    form: Form
    azimuth: float
    length: float = 1.0


@dataclass(frozen=True, slots=True)
class Skin:
    """Tints of a petal.

    inner and outer face: lit, plain, shaded, deep; heart colours the base, tip the end, rib a stripe along the middle.
    """

    inner: Tints
    outer: Tints
    line: Tint
    vein: Tint
    heart: Tint | None = None
    tip: Tint | None = None
    rib: Tint | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """How much is drawn on a petal: samples a side, veins, width of the contour, extent of heart, tip and shade."""

    samples: int = 5
    veins: int = 3
    line: float = 0.4
    heart: float = 0.3
    tip: float = 0.2
    shade: float = 0.55


@dataclass(frozen=True, slots=True)
class Layer:
    """A painted part and how near it lies to the reader; far ones are painted first."""

    depth: float
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Blade:
    """Outline points from base to tip, and everything needed to put them on the page."""

    left: Points
    right: Points
    sheet: Sheet
    view: Pose
    skin: Skin
    finish: Finish
    pointed: bool

    def page(self, flat: Points) -> Points:
        """Return flat points as seen."""
        return tuple(self.view.seen(self.sheet.point(point)) for point in flat)


def petal(part: Petal, view: Pose, skin: Skin, finish: Finish, vary: Variation) -> list[Layer]:
    """Return the visible faces of one petal, each with its depth; `vary` unsettles its edge."""
    left, right = _edges(part.outline, finish.samples, vary)
    bent = sheet(part.form, part.length, part.outline.width, part.azimuth)
    pointed = part.outline.close > _POINTED or part.outline.notch > 0
    blade = _Blade(left, right, bent, view, skin, finish, pointed)
    return [_patch(blade, start, end, sides) for start, end, sides in _faces(blade)]


def assembled(layers: list[Layer]) -> Drawing:
    """Return layers as one drawing, the far ones first."""
    return [shape for layer in sorted(layers, key=lambda layer: layer.depth) for shape in layer.drawing]


def _edges(outline: Outline, samples: int, vary: Variation) -> tuple[Points, Points]:
    """Return both edges from base to tip in evenly spaced points, which the spline follows best."""
    shares = [sin(pi / 2 * i / _FINE) for i in range(_FINE)]
    tip = complex(1.0 - outline.notch, vary.around("tip", 0.0, 0.02))
    sides = []
    for sign in (1, -1):
        fine = [complex(share, sign * outline.half_width(share)) for share in shares]
        even = list(curve([*fine, tip]).part(0.0, 1.0, samples))
        for i in range(1, samples):
            wave = outline.crinkle * (1 if i % 2 else -1) * vary.between(f"edge{sign}{i}", 0.3, 1.0)
            even[i] = _BLADE_CENTRE + (even[i] - _BLADE_CENTRE) * (1.0 + wave)
        sides.append(tuple(even))
    return sides[0], sides[1]


def _faces(blade: _Blade) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield runs of samples that show the same face: over the whole width where both halves agree, else by halves."""
    shown = [(_up(blade, blade.left, i), _up(blade, blade.right, i)) for i in range(len(blade.left) - 1)]
    if all(one == other for one, other in shown):
        for start, end in _runs([one for one, _ in shown]):
            yield start, end, (0, 1)
        return
    for side in (0, 1):
        for start, end in _runs([pair[side] for pair in shown]):
            yield start, end, (side,)


def _runs(values: list[bool]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(enumerate(values), key=lambda item: item[1]):
        places = [place for place, _ in group]
        yield places[0], places[-1] + 1


def _up(blade: _Blade, edge: Points, index: int) -> bool:
    middle = (edge[index] + edge[index + 1]) / 2
    return blade.sheet.normal(complex(middle.real, middle.imag * 0.5), blade.view)[2] > 0


def _patch(blade: _Blade, start: int, end: int, sides: tuple[int, ...]) -> Layer:
    edges = [(blade.left, blade.right)[side][start : end + 1] for side in sides]
    across = 0.4 * (edges[0][0].imag + edges[0][-1].imag) / 2 if len(edges) == 1 else 0.0
    centre = complex((edges[0][0].real + edges[0][-1].real) / 2, across)
    normal = blade.sheet.normal(centre, blade.view)
    inner = normal[2] > 0
    bright = lit(normal) if inner else -lit(normal)
    tints = blade.skin.inner if inner else blade.skin.outer
    step = 0 if bright > _BRIGHT else 1 if bright > _DIM else 2
    border = _border(blade, edges, tip=end == len(blade.left) - 1)
    drawing = [filled(*border, fill=tints[step], line=blade.skin.line, width=blade.finish.line)]
    drawing += _marks(blade, edges, inner=inner, shade=tints[step + 1], whole=(start, end))
    return Layer(blade.view.depth(blade.sheet.point(centre)), drawing)


def _border(blade: _Blade, edges: list[Points], *, tip: bool) -> list[Points]:
    edge = edges[0]
    if len(edges) == 1:
        spine = (
            complex(edge[-1].real, 0.0),
            complex((edge[0].real + edge[-1].real) / 2, 0.0),
            complex(edge[0].real, 0.0),
        )
        ends = [] if tip else [blade.page((edge[-1], spine[0]))]
        return [blade.page(edge), *ends, blade.page(spine)]
    if tip and not blade.pointed:
        return [blade.page(edge + edges[1][::-1][1:])]
    ends = [] if tip else [blade.page((edge[-1], edges[1][-1]))]
    return [blade.page(edge), *ends, blade.page(edges[1][::-1])]


def _marks(blade: _Blade, edges: list[Points], *, inner: bool, shade: Tint, whole: tuple[int, int]) -> Drawing:
    """Return shade side, heart, tip and veins of a patch, all kept inside its outline."""
    skin, finish = blade.skin, blade.finish
    drawing: Drawing = []
    start, end = whole
    if finish.shade and end - start > 1:
        drawing += _shade_side(blade, edges, shade)
    both = len(edges) == _BOTH
    if skin.tip and end == len(blade.left) - 1 and both:
        drawing.append(_tip(blade, edges, skin.tip))
    if skin.heart and inner and start == 0 and both:
        drawing.append(_heart(blade, skin.heart, edges[0][-1].real))
    if skin.rib and end - start > 1 and both:
        drawing.append(_rib(blade, skin.rib, edges[0][0].real, edges[0][-1].real))
    if finish.veins and end - start > 1:
        drawing.append(strokes(_veins(blade, edges), skin.vein, finish.line * 0.75))
    return drawing


def _shade_side(blade: _Blade, edges: list[Points], tint: Tint) -> Drawing:
    """Paint the side that looks away from the light, tapering to the base and the tip."""
    edge = edges[0]
    if len(edges) > 1:
        probe = complex(0.55, 0.5 * blade.sheet.half_width)
        sides = [lit(blade.sheet.normal(flat, blade.view)) for flat in (probe, probe.conjugate())]
        facing = blade.sheet.normal(complex(0.55, 0.0), blade.view)[2]
        darker = 0 if (sides[0] < sides[1]) == (facing > 0) else 1
        edge = edges[darker]
    inner_edge, count = [], len(edge) - 1
    for i, point in enumerate(edge):
        depth = blade.finish.shade * sin(pi * (0.08 + 0.84 * i / count))
        inner_edge.append(complex(point.real * (1 - 0.03 * depth), point.imag * (1.0 - depth)))
    return [filled(blade.page(edge), blade.page(tuple(inner_edge[::-1])), fill=tint)]


def _tip(blade: _Blade, edges: list[Points], tint: Tint) -> Shape:
    cuts = [1.0 - blade.finish.tip, 1.0 - blade.finish.tip * 0.45]
    top, bottom = ((*(_across(edge, cut) for cut in cuts), edge[-1]) for edge in edges)
    middle = complex((2 * top[0].real + top[-1].real) / 3, 0.0)
    crown = [blade.page(top), blade.page(bottom[::-1])] if blade.pointed else [blade.page(top + bottom[::-1][1:])]
    return filled(*crown, blade.page((bottom[0], middle, top[0])), fill=tint)


def _heart(blade: _Blade, tint: Tint, end: float) -> Shape:
    """Paint the base of the petal, running out in three rays."""
    reach = min(blade.finish.heart, end * 0.9)
    width = _width_at(blade, reach * 0.55)
    border = (0.02 + 0j, complex(reach * 0.8, width * 0.62), complex(reach * 0.5, width * 0.3), complex(reach, 0.0))
    page = blade.page((*border, *(point.conjugate() for point in border[::-1][1:-1])))
    return Shape((Trace(tuple(pairwise(page)), closed=True),), fill=tint)


def _rib(blade: _Blade, tint: Tint, start: float, end: float) -> Shape:
    """Paint a stripe along the middle, running out before the tip."""
    last = start + (end - start) * 0.85
    shares = [start + (last - start) * i / 3 for i in range(4)]
    side = [complex(share, _width_at(blade, share) * 0.22 * (1 - i / 3)) for i, share in enumerate(shares)]
    return filled(blade.page(tuple(side)), blade.page(tuple(point.conjugate() for point in side[::-1])), fill=tint)


def _across(edge: Points, share: float) -> complex:
    """Return the point of an edge at a share of the petal's length."""
    for one, other in pairwise(edge):
        if one.real <= share <= other.real:
            return mix(one, other, (share - one.real) / ((other.real - one.real) or 1.0))
    return edge[-1]


def _width_at(blade: _Blade, share: float) -> float:
    return _across(blade.left, share).imag


def _veins(blade: _Blade, edges: list[Points]) -> Iterator[Points]:
    count = blade.finish.veins
    start, end = edges[0][0].real, edges[0][-1].real
    for i in range(count):
        across = (2 * (i + 0.5) / count - 1) * 0.78
        if len(edges) == 1 and across * edges[0][len(edges[0]) // 2].imag <= 0:
            continue
        last = start + (end - start) * (0.9 - 0.25 * abs(across))
        first = max(start, 0.1)
        shares = [first + (last - first) * step / 2 for step in range(3)]
        yield blade.page(tuple(complex(share, across * _width_at(blade, share)) for share in shares))
