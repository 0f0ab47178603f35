"""One petal in two to four tints: a flat outline, bent by its sheet, cut where it folds out of sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise
from math import pi, sin
from typing import NamedTuple

from builder.flower.geometry import Points, curve, mix
from builder.flower.palette import Tint
from builder.flower.shape import Drawing, Shape, Trace, filled, strokes
from builder.flower.sheet import Form, Pose, Sheet, sheet
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
        return _blade(share, self.swell, self.close) * self.width + self.foot * (1.0 - share) ** 3


def _blade(share: float, swell: float, close: float) -> float:
    """Return the relative half width of a blade without its foot, 1 where it is widest."""
    peak = swell / (swell + close)
    greatest = peak**swell * (1.0 - peak) ** close
    return float(max(share, 0.0) ** swell * max(1.0 - share, 0.0) ** close / greatest)


@lru_cache(maxsize=64)
def _profile(swell: float, close: float) -> list[tuple[float, float, float]]:
    """Return shares of the length from base to tip, with the relative half widths of blade and foot there."""
    shares = [sin(pi / 2 * i / _FINE) for i in range(_FINE)]
    return [(share, _blade(share, swell, close), (1.0 - share) ** 3) for share in shares]


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


class Layer(NamedTuple):
    """A painted part and how near it lies to the reader; far ones are painted first."""

    depth: float
    drawing: Drawing


class _Edge(NamedTuple):
    """One side of a petal from base to tip: on the flat blade and as seen on the page."""

    flat: Points
    seen: Points

    def piece(self, start: int, end: int) -> "_Edge":
        """Return the samples from one place to another, both included."""
        return _Edge(self.flat[start : end + 1], self.seen[start : end + 1])


@dataclass(frozen=True, slots=True)
class _Blade:
    """Both edges of a petal, and everything needed to put it on the page."""

    left: _Edge
    right: _Edge
    sheet: Sheet
    skin: Skin
    finish: Finish
    pointed: bool

    def width_at(self, share: float) -> float:
        """Return how far out the left edge stands at a share of the petal's length."""
        return _across(self.left.flat, share).imag


def petal(part: Petal, view: Pose, skin: Skin, finish: Finish, vary: Variation) -> list[Layer]:
    """Return the visible faces of one petal, each with its depth; `vary` unsettles its edge."""
    left, right = _edges(part.outline, finish.samples, vary)
    bent = sheet(part.form, part.length, part.outline.width, part.azimuth, view)
    page = bent.page(left + right)
    pointed = part.outline.close > _POINTED or part.outline.notch > 0
    blade = _Blade(_Edge(left, page[: len(left)]), _Edge(right, page[len(left) :]), bent, skin, finish, pointed)
    return [_patch(blade, start, end, sides) for start, end, sides in _faces(blade)]


def assembled(layers: list[Layer]) -> Drawing:
    """Return layers as one drawing, the far ones first."""
    return [shape for layer in sorted(layers, key=lambda layer: layer.depth) for shape in layer.drawing]


def _edges(outline: Outline, samples: int, vary: Variation) -> tuple[Points, Points]:
    """Return both edges from base to tip in evenly spaced points, which the spline follows best."""
    tip = complex(1.0 - outline.notch, vary.around("tip", 0.0, 0.02))
    width, foot, crinkle = outline.width, outline.foot, outline.crinkle
    upper = [complex(share, wide * width + foot * base) for share, wide, base in _profile(outline.swell, outline.close)]
    sides = []
    for sign, fine in ((1, upper), (-1, [point.conjugate() for point in upper])):
        even = list(curve([*fine, tip]).part(0.0, 1.0, samples))
        for i in range(1, samples if crinkle else 0):
            wave = vary.between(f"edge{sign}{i}", 0.3, 1.0) * (1 if i % 2 else -1)
            even[i] = _BLADE_CENTRE + (even[i] - _BLADE_CENTRE) * (1.0 + crinkle * wave)
        sides.append(tuple(even))
    return sides[0], sides[1]


def _faces(blade: _Blade) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield runs of samples that show the same face: over the whole width where both halves agree, else by halves."""
    places = _between(blade.left.flat)
    shown = blade.sheet.shown(places + _between(blade.right.flat))
    left, right = shown[: len(places)], shown[len(places) :]
    if left == right:
        for start, end in _runs(left):
            yield start, end, (0, 1)
        return
    for side, faces in enumerate((left, right)):
        for start, end in _runs(faces):
            yield start, end, (side,)


def _runs(values: list[bool]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(enumerate(values), key=lambda item: item[1]):
        places = [place for place, _ in group]
        yield places[0], places[-1] + 1


def _between(edge: Points) -> list[complex]:
    """Return the point half way between each two samples of an edge, and half way in to the middle line."""
    return [complex((one.real + other.real) / 2, (one.imag + other.imag) / 4) for one, other in pairwise(edge)]


def _patch(blade: _Blade, start: int, end: int, sides: tuple[int, ...]) -> Layer:
    edges = [(blade.left, blade.right)[side].piece(start, end) for side in sides]
    foot, top = edges[0].flat[0], edges[0].flat[-1]
    across = 0.4 * (foot.imag + top.imag) / 2 if len(edges) == 1 else 0.0
    centre = complex((foot.real + top.real) / 2, across)
    inner, bright = blade.sheet.seen(centre)
    tints = blade.skin.inner if inner else blade.skin.outer
    step = (bright <= _BRIGHT) + (bright <= _DIM)
    border = _border(blade, edges, tip=end == len(blade.left.flat) - 1)
    drawing = [filled(*border, fill=tints[step], line=blade.skin.line, width=blade.finish.line)]
    drawing += _marks(blade, edges, inner=inner, shade=tints[step + 1], whole=(start, end))
    return Layer(blade.sheet.depth(centre), drawing)


def _border(blade: _Blade, edges: list[_Edge], *, tip: bool) -> list[Points]:
    edge = edges[0]
    if len(edges) == 1:
        foot, top = edge.flat[0].real, edge.flat[-1].real
        spine = blade.sheet.page((complex(top, 0.0), complex((foot + top) / 2, 0.0), complex(foot, 0.0)))
        ends = [] if tip else [(edge.seen[-1], spine[0])]
        return [edge.seen, *ends, spine]
    other = edges[1].seen[::-1]
    if tip and not blade.pointed:
        return [edge.seen + other[1:]]
    return [edge.seen, other] if tip else [edge.seen, (edge.seen[-1], other[0]), other]


def _marks(blade: _Blade, edges: list[_Edge], *, inner: bool, shade: Tint, whole: tuple[int, int]) -> Drawing:
    """Return shade side, heart, tip and veins of a patch, all kept inside its outline."""
    skin, finish = blade.skin, blade.finish
    drawing: Drawing = []
    start, end = whole
    if finish.shade and end - start > 1:
        drawing.append(_shade_side(blade, edges, shade))
    both = len(edges) == _BOTH
    foot, top = edges[0].flat[0].real, edges[0].flat[-1].real
    if skin.tip and end == len(blade.left.flat) - 1 and both:
        drawing.append(_tip(blade, edges, skin.tip))
    if skin.heart and inner and start == 0 and both:
        drawing.append(_heart(blade, skin.heart, top))
    if skin.rib and end - start > 1 and both:
        drawing.append(_rib(blade, skin.rib, foot, top))
    if finish.veins and end - start > 1:
        middle = edges[0].flat[(end - start + 1) // 2].imag
        drawing.append(strokes(_veins(blade, foot, top, 0.0 if both else middle), skin.vein, finish.line * 0.75))
    return drawing


def _shade_side(blade: _Blade, edges: list[_Edge], tint: Tint) -> Shape:
    """Paint the side that looks away from the light, tapering to the base and the tip."""
    upper_darker = len(edges) == 1 or blade.sheet.darker(complex(0.55, 0.5 * blade.sheet.half_width))
    edge = edges[0 if upper_darker else 1]
    deep = [blade.finish.shade * bow for bow in _bows(len(edge.flat))]
    inner_edge = [complex(p.real * (1 - 0.03 * d), p.imag * (1.0 - d)) for p, d in zip(edge.flat, deep, strict=True)]
    return filled(edge.seen, blade.sheet.page(inner_edge[::-1]), fill=tint)


@cache
def _bows(count: int) -> list[float]:
    """Return how deep a shade is at each of a number of samples, 1 where it is deepest."""
    return [sin(pi * (0.08 + 0.84 * i / (count - 1))) for i in range(count)]


def _tip(blade: _Blade, edges: list[_Edge], tint: Tint) -> Shape:
    cuts = [1.0 - blade.finish.tip, 1.0 - blade.finish.tip * 0.45]
    top, bottom = ((*(_across(edge.flat, cut) for cut in cuts), edge.flat[-1]) for edge in edges)
    middle = complex((2 * top[0].real + top[-1].real) / 3, 0.0)
    *seen, hollow = blade.sheet.page((*top, *bottom[::-1], middle))
    upper, lower = tuple(seen[: len(top)]), tuple(seen[len(top) :])
    crown = (upper, lower) if blade.pointed else (upper + lower[1:],)
    return filled(*crown, (lower[-1], hollow, upper[0]), fill=tint)


def _heart(blade: _Blade, tint: Tint, end: float) -> Shape:
    """Paint the base of the petal, running out in three rays."""
    reach = min(blade.finish.heart, end * 0.9)
    width = blade.width_at(reach * 0.55)
    border = (0.02 + 0j, complex(reach * 0.8, width * 0.62), complex(reach * 0.5, width * 0.3), complex(reach, 0.0))
    page = blade.sheet.page((*border, *(point.conjugate() for point in border[::-1][1:-1])))
    return Shape((Trace(tuple(pairwise(page)), closed=True),), fill=tint)


def _rib(blade: _Blade, tint: Tint, start: float, end: float) -> Shape:
    """Paint a stripe along the middle, running out before the tip."""
    last = start + (end - start) * 0.85
    shares = [start + (last - start) * i / 3 for i in range(4)]
    side = [complex(share, blade.width_at(share) * 0.22 * (1 - i / 3)) for i, share in enumerate(shares)]
    page = blade.sheet.page((*side, *(point.conjugate() for point in side[::-1])))
    return filled(page[:4], page[4:], fill=tint)


def _across(edge: Points, share: float) -> complex:
    """Return the point of an edge at a share of the petal's length."""
    for one, other in pairwise(edge):
        if one.real <= share <= other.real:
            return mix(one, other, (share - one.real) / ((other.real - one.real) or 1.0))
    return edge[-1]


def _veins(blade: _Blade, start: float, end: float, side: float) -> list[Points]:
    """Return veins between two shares of the length; only above or below the middle if `side` has a sign."""
    count = blade.finish.veins
    first = max(start, 0.1)
    flat: list[complex] = []
    for i in range(count):
        across = (2 * (i + 0.5) / count - 1) * 0.78
        if side and across * side <= 0:
            continue
        last = start + (end - start) * (0.9 - 0.25 * abs(across))
        for step in range(3):
            share = first + (last - first) * step / 2
            flat.append(complex(share, across * blade.width_at(share)))
    page = blade.sheet.page(flat)
    return [page[i : i + 3] for i in range(0, len(page), 3)]
