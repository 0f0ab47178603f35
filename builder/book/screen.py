"""The book for screens: the same chunks on the same pages, in the colours of light, with links that lead somewhere.

The HTML of a chunk is that of the printed book, so that its pages are; what differs is done here, just before setting.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from builder.flower import LABELS, Kind
from builder.model import Edition

from .flowers import draw_flowers

_FLOWER: Final = re.compile(r'<svg data-flower="([a-z-]+)"[^>]*></svg>')
_INKED: Final = re.compile(r'data-ink="[a-z]+"')
_BLACK: Final = "device-cmyk(0 0 0 1)"
_INK: Final = "#1f1b16"
"""``--ink`` of theme/tokens.css: a drawing in lines knows no style sheet."""
_AT_HOME: Final = re.compile(r'<a href="site:([^"]*)">(.*?)</a>', re.DOTALL)


def screen_style(edition: Edition) -> str:
    """What comes after the book's style: the edition's accent and the ink, as a screen shows them."""
    return f":root {{ --accent: var(--{edition.accent}) }}\nhtml {{ color: var(--ink) }}\n"


def for_screen(html: str, stories: str = "") -> str:
    """Ready a chunk's HTML: flowers in colour and with names, and links to the pages of stories on the site.

    ``stories`` is the address below which these pages lie, with a stroke at its end; empty takes such links away.
    """
    return _FLOWER.sub(_drawn, _AT_HOME.sub(lambda link: _linked(link, stories), html))


def _linked(link: re.Match[str], stories: str) -> str:
    return f'<a href="{escape(stories)}{link[1]}/">{link[2]}</a>' if stories else link[2]


def _drawn(named: re.Match[str]) -> str:
    """A flower with a title, which is what a screen reader says of it."""
    drawing = draw_flowers(_INKED.sub('data-ink="screen"', named[0])).replace(_BLACK, _INK)
    title = f"<title>{LABELS[Kind(named[1])]}</title>"
    return drawing.replace(' aria-hidden="true"', ' role="img"', 1).replace(">", f">{title}", 1)
