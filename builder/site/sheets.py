"""Style sheets and scripts that only some pages need: those pages ask for them in their heads."""

from __future__ import annotations

from html import escape

from .kit import Kit
from .page import up_from


def sheet(kit: Kit, name: str, path: str) -> str:
    """The link to a style sheet of the theme, for the head of the page at ``path``."""
    return f'<link rel="stylesheet" href="{escape(up_from(path) + kit.assets[name])}">'


def script(kit: Kit, name: str, path: str) -> str:
    """The tag of a script of the theme that runs when the page is read."""
    return f'<script src="{escape(up_from(path) + kit.assets[name])}" defer></script>'
