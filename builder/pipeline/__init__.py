"""The table of contents of the program: load, check, publish."""

from .books import MadeBook, make_book, plan_book, plan_books, see_ready
from .checking import FORMS, formatted, step_summary
from .fixes import Mended, mendable, mended
from .mkdocs_run import build_site_with_mkdocs, serve_site_with_mkdocs
from .pictures import strip_photos
from .site import publish_site
from .stages import Stage
from .suppression_rules import ALL_RULES
from .workshop import Workshop, load, read_volumes

__all__ = [
    "ALL_RULES",
    "FORMS",
    "MadeBook",
    "Mended",
    "Stage",
    "Workshop",
    "build_site_with_mkdocs",
    "formatted",
    "load",
    "make_book",
    "mendable",
    "mended",
    "plan_book",
    "plan_books",
    "publish_site",
    "read_volumes",
    "see_ready",
    "serve_site_with_mkdocs",
    "step_summary",
    "strip_photos",
]
