"""The book for screens: the same chunks on the same pages, in the colours of light, with links that lead somewhere.

The HTML of a chunk is that of the printed book, so that its pages are; what differs is done here, just before setting.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final

from builder.flower import LABELS, Kind
from builder.model import Edition

from .blanks import room
from .flowers import strike_flowers

_FLOWER: Final = re.compile(r'<svg data-flower="([a-z-]+)"[^>]*></svg>')
_INKED: Final = re.compile(r'data-ink="[a-z]+"')
_LED_TO: Final = re.compile(r'data-folio="(\d+)" data-figures="(\d+)"')
_AT_HOME: Final = re.compile(r'<a href="site:([^"]*)">(.*?)</a>', re.DOTALL)


def screen_style(edition: Edition) -> str:
    """What comes after the book's style: the edition's accent and the ink, as a screen shows them."""
    return f":root {{ --accent: var(--{edition.accent}) }}\nhtml {{ color: var(--ink) }}\n"


def for_screen(html: str, stories: str = "") -> str:
    """Ready a chunk's HTML: flowers in colour and with names, and links to the pages of stories on the site.

    In print a listing is set as a form, each folio with the room of the longest: so it is here, or lines would break
    elsewhere.

    ``stories`` is the address below which these pages lie, with a stroke at its end; empty takes such links away.
    """
    roomy = _LED_TO.sub(lambda led: f'data-folio="{room(int(led[1]), int(led[2]))}{led[1]}"', html)
    return _FLOWER.sub(_drawn, _AT_HOME.sub(lambda link: _linked(link, stories), roomy))


def _linked(link: re.Match[str], stories: str) -> str:
    return f'<a href="{escape(stories)}{link[1]}/">{link[2]}</a>' if stories else link[2]


def _drawn(named: re.Match[str]) -> str:
    """A flower with a title, which is what a screen reader says of it."""
    drawing = strike_flowers(_INKED.sub('data-ink="screen"', named[0]))
    title = f"<title>{LABELS[Kind(named[1])]}</title>"
    return drawing.replace(' aria-hidden="true"', ' role="img"', 1).replace(">", f">{title}", 1)
