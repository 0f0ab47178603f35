"""Which drawing stands where: a flower for every story, plates for sections and left-over pages.

Chunks only name their flowers: ``<svg data-flower="sen" …>``. `draw_flowers` draws them, where a chunk is really set:
a drawing is slow next to all else a chunk needs, and most chunks of a second build are taken from the cache.
"""

from __future__ import annotations

import math
import re
from html import unescape
from typing import Final

from markupsafe import Markup

from builder.flower import LABELS, Ink, Kind, Size, draw, for_month, for_story, seed_of
from builder.model import Edition, Inks, Story

from .geometry import LINE_PT

_SEEDED_BY = "book"


def story_kind(story: Story) -> Kind:
    """The flower a story carries."""
    return for_story(story.id, story.month)


def book_ink(edition: Edition) -> Ink:
    """What flowers are painted with: the four inks, or tints of black in a book of one ink."""
    return Ink.GREY if edition.print.inks is Inks.BLACK else Ink.PRESS


def story_flower(story: Story, ink: Ink) -> Markup:
    """The flower at a story's head."""
    return _named(story_kind(story), seed_of(story.id), Size.MEDIUM, ink)


def plate(kind: Kind, seed: str, ink: Ink, points: int = 0) -> Markup:
    """A full page of one flower; ``points`` is how high it stands where that is less than in a book."""
    return _named(kind, seed, Size.PLATE, ink, points)


def ornament(kind: Kind, seed: str) -> Markup:
    """A small drawing in lines, black alone, for pages that would otherwise be blank."""
    return _named(kind, seed, Size.LINE, Ink.GREY)


def edition_flower(edition: Edition) -> Kind:
    """The book's own flower: the one it names, else that of the month it celebrates, else one fixed by its id."""
    if edition.cover.flower:
        return Kind(edition.cover.flower)
    if edition.occasion is not None:
        return for_month(edition.occasion.on.month)
    return for_story(f"{_SEEDED_BY}/{edition.id}", None)


def year_round(first: Kind) -> tuple[tuple[int, Kind, str], ...]:
    """The twelve flowers as (month, kind, label), beginning with the one after ``first`` and ending with it."""
    kinds = tuple(Kind)
    start = kinds.index(first) + 1
    turned = kinds[start:] + kinds[:start]
    return tuple((kinds.index(kind) + 1, kind, LABELS[kind]) for kind in turned)


_BLACK: Final = "device-cmyk(0 0 0 1)"


def draw_flowers(html: str) -> str:
    """Draw every flower an HTML document names."""
    return _NAMED.sub(_drawn, html)


_NAMED: Final = re.compile(
    r'<svg data-flower="(?P<kind>[a-z-]+)" data-seed="(?P<seed>[^"]*)" data-size="(?P<size>[a-z]+)" '
    r'data-ink="(?P<ink>[a-z]+)"(?: data-points="(?P<points>\d+)")?></svg>'
)


def _drawn(named: re.Match[str]) -> str:
    seed, size, ink = unescape(named["seed"]), Size(named["size"]), Ink(named["ink"])
    # WeasyPrint takes the colour of a drawing's surroundings for RGB black
    drawing = draw(Kind(named["kind"]), seed, size=size, ink=ink).replace("currentColor", _BLACK)
    return _thickened(drawing, float(named["points"] or _SMALLEST_PT.get(size, 0)))


_HAIRLINE_PT: Final = 0.25
"""The thinnest line every press holds."""
_SMALLEST_PT: Final = {Size.MEDIUM: 12 * LINE_PT, Size.PLATE: 360.0, Size.LINE: 31.0}
"""How high drawings stand at least (theme/book/book.css); a plate with its name, in a page of 130 x 190 mm or more."""
_VIEW: Final = re.compile(r'viewBox="0 0 \d+ (\d+)"')
_WIDTH: Final = re.compile(r'stroke-width="(\d+)"')


def _thickened(drawing: str, points: float) -> str:
    """Draw what would be a hairline on paper as thick as a press can hold; 0 points is a height nobody knows."""
    view = _VIEW.search(drawing)
    if view is None or not points:
        return drawing
    least = math.ceil(_HAIRLINE_PT / points * int(view[1]))
    return _WIDTH.sub(lambda width: f'stroke-width="{max(int(width[1]), least)}"', drawing)


def _named(kind: Kind, seed: str, size: Size, ink: Ink, points: int = 0) -> Markup:
    pattern = Markup('<svg data-flower="{}" data-seed="{}" data-size="{}" data-ink="{}"{}></svg>')
    high = Markup(' data-points="{}"').format(points) if points else ""
    return pattern.format(kind.value, seed, size.value, ink.value, high)
