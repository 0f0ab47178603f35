"""What the pages wear, and where it lies in the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ASSETS: Final = "giao-dien"
"""The folder of styles, scripts, fonts and icons on the site; all of it is ours, and all of it is named by content."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file, or a folder with all in it: ``source`` below the project's root, ``target`` the name among the assets."""

    source: str
    target: str


COPIES: Final = (
    Copy("theme/tokens.css", "tokens.css"),
    Copy("assets/fonts/web", "fonts"),
    Copy("theme/site/assets", ""),
)
"""Colours and type, fonts, styles and scripts. Photos and books are the caller's: their addresses come from it."""

BADGE_NAME: Final = "favicon.svg"
"""The mark of the site in a browser's tab, drawn and not copied."""
