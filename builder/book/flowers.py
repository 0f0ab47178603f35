"""Which drawing stands where: a flower for every story, plates for sections and left-over pages.

Chunks only name their flowers: ``<svg data-flower="sen" …>``. `draw_flowers` draws them, where a chunk is really set:
a drawing is slow next to all else a chunk needs, and most chunks of a second build are taken from the cache.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from markupsafe import Markup

from builder.flower import LABELS, Ink, Kind, Size, draw, for_month, for_story, seed_of
from builder.model import Edition, Story

_SEEDED_BY = "book"


def story_kind(story: Story) -> Kind:
    """The flower a story carries."""
    return for_story(story.id, story.month)


def story_flower(story: Story) -> Markup:
    """The flower at a story's head."""
    return _named(story_kind(story), seed_of(story.id), Size.MEDIUM, Ink.PRESS)


def plate(kind: Kind, seed: str) -> Markup:
    """A full page of one flower."""
    return _named(kind, seed, Size.PLATE, Ink.PRESS)


def ornament(kind: Kind, seed: str) -> Markup:
    """A small drawing in lines, black alone, for pages that would otherwise be blank."""
    return _named(kind, seed, Size.LINE, Ink.GREY)


def edition_flower(edition: Edition) -> Kind:
    """The book's own flower: that of the month it celebrates, else one fixed by its id."""
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
    r'data-ink="(?P<ink>[a-z]+)"></svg>'
)


def _drawn(named: re.Match[str]) -> str:
    seed, size, ink = unescape(named["seed"]), Size(named["size"]), Ink(named["ink"])
    # WeasyPrint takes the colour of a drawing's surroundings for RGB black
    return draw(Kind(named["kind"]), seed, size=size, ink=ink).replace("currentColor", _BLACK)


def _named(kind: Kind, seed: str, size: Size, ink: Ink) -> Markup:
    pattern = Markup('<svg data-flower="{}" data-seed="{}" data-size="{}" data-ink="{}"></svg>')
    return pattern.format(kind.value, seed, size.value, ink.value)
