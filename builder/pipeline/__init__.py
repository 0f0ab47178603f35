"""The table of contents of the program: load, check, publish."""

from .books import MadeBook, make_book, plan_book, plan_books
from .mkdocs_run import build_site_with_mkdocs, serve_site_with_mkdocs
from .site import publish_site
from .workshop import Stage, Workshop, load, read_volumes

__all__ = [
    "MadeBook",
    "Stage",
    "Workshop",
    "build_site_with_mkdocs",
    "load",
    "make_book",
    "plan_book",
    "plan_books",
    "publish_site",
    "read_volumes",
    "serve_site_with_mkdocs",
]
