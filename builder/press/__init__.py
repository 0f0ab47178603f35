"""Engines, one file each. They know pages, fonts, pictures and inks, and nothing of stories.

`typeset` (WeasyPrint) sets a document, `pool` many of them, `join` (pikepdf) makes a book of them, `finish` saves it.
"""

from .finish import Bookmark, Facts, finish
from .fonts import Fonts
from .inspect import page_count
from .join import BookPage, Paper, Strip, join
from .photo import grey_jpeg, measure
from .pool import PressRoom
from .sheet import PrintImage, Progress, Sheet, Store
from .typeset import Outfit, Typesetter, font_names

__all__ = [
    "BookPage",
    "Bookmark",
    "Facts",
    "Fonts",
    "Outfit",
    "Paper",
    "PressRoom",
    "PrintImage",
    "Progress",
    "Sheet",
    "Store",
    "Strip",
    "Typesetter",
    "finish",
    "font_names",
    "grey_jpeg",
    "join",
    "measure",
    "page_count",
]
