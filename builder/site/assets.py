"""What is copied onto the site as it is, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Copy:
    """A file, or a folder with all in it: ``source`` below the project's root, ``target`` below the site's."""

    source: str
    target: str


COPIES: Final = (
    Copy("theme/tokens.css", "assets/tokens.css"),
    Copy("assets/fonts/web", "assets/fonts"),
    Copy("theme/site/assets", "assets"),
)
"""Colours and type, fonts, styles and scripts. Photos and books are the caller's: their addresses come from it."""
