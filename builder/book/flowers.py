"""Which drawing stands where: a flower for every story, plates for sections and left-over pages.

Chunks only name their flowers: ``<svg data-flower="sen" …>``. `strike_flowers` draws them, where a chunk is really set:
a drawing is slow next to all else a chunk needs, and most chunks of a second build are taken from the cache.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final

from markupsafe import Markup

from builder.flower import LABELS, Ink, Kind, Size, draw, for_month, for_story, seed_of, strike
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


def draw_flowers(html: str) -> str:
    """Draw every flower an HTML document names, as SVG."""
    return _NAMED.sub(_in_svg, html)


def strike_flowers(html: str) -> str:
    """Draw every flower an HTML document names, in operators of a PDF page (see ``builder.press.flat``).

    No SVG renderer is needed for these, and no text of a drawing is read again.
    """
    return _NAMED.sub(_struck, html)


_NAMED: Final = re.compile(
    r'<svg data-flower="(?P<kind>[a-z-]+)" data-seed="(?P<seed>[^"]*)" data-size="(?P<size>[a-z]+)" '
    r'data-ink="(?P<ink>[a-z]+)"(?: data-points="(?P<points>\d+)")?></svg>'
)
_BLACK: Final = "device-cmyk(0 0 0 1)"


def _in_svg(named: re.Match[str]) -> str:
    kind, seed, size, ink, thinnest = _told(named)
    # WeasyPrint takes the colour of a drawing's surroundings for RGB black
    return draw(kind, seed, size=size, ink=ink, thinnest=thinnest).replace("currentColor", _BLACK)


def _struck(named: re.Match[str]) -> str:
    return _in_operators(*_told(named))


def _told(named: re.Match[str]) -> tuple[Kind, str, Size, Ink, float]:
    """Kind, seed, size, ink, and what share of the drawing's height a line must have at least."""
    size = Size(named["size"])
    points = float(named["points"] or _SMALLEST_PT.get(size, 0))
    thinnest = _HAIRLINE_PT / points if points else 0.0
    return Kind(named["kind"]), unescape(named["seed"]), size, Ink(named["ink"]), thinnest


@lru_cache(maxsize=256)
def _in_operators(kind: Kind, seed: str, size: Size, ink: Ink, thinnest: float) -> str:
    """A drawing in operators, some forty thousand letters; stories share those whose seeds meet."""
    drawn = strike(kind, seed, size=size, ink=ink, thinnest=thinnest)
    frame = f'viewBox="0 0 {drawn.wide} {drawn.high}" aria-hidden="true"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame} data-operators="{drawn.operators}"></svg>'


_HAIRLINE_PT: Final = 0.25
"""The thinnest line every press holds."""
_SMALLEST_PT: Final = {Size.MEDIUM: 12 * LINE_PT, Size.PLATE: 360.0, Size.LINE: 31.0}
"""How high drawings stand at least (theme/book/book.css); a plate with its name, in a page of 130 x 190 mm or more."""


def _named(kind: Kind, seed: str, size: Size, ink: Ink, points: int = 0) -> Markup:
    pattern = Markup('<svg data-flower="{}" data-seed="{}" data-size="{}" data-ink="{}"{}></svg>')
    high = Markup(' data-points="{}"').format(points) if points else ""
    return pattern.format(kind.value, seed, size.value, ink.value, high)
