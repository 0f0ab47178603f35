"""The website as data: every page as a value, poured into a shell that the theme has rendered once.

``build_site(kit)`` yields the pages, ``site_files(kit)`` what else there is, ``sitemap_files`` the sitemap;
``Shell.parse(html).pour(page)`` makes the HTML, with the shell of the page's ``depth``; ``COPIES`` names the files to
be copied as they are. Nothing here knows MkDocs or touches the disk.
"""

from .assets import COPIES, Copy
from .build import build_site, site_files
from .doors import DOORS, SIDE_DOORS, Door
from .drawings import FLOWER_KEY, Cached, Order, orders
from .kit import Download, Kit, PhotoView
from .page import SERIES, Link, Page, SiteFile
from .shell import DEPTHS, MARKS, Shell
from .sitemap import sitemap_files

__all__ = [
    "COPIES",
    "DEPTHS",
    "DOORS",
    "FLOWER_KEY",
    "MARKS",
    "SERIES",
    "SIDE_DOORS",
    "Cached",
    "Copy",
    "Door",
    "Download",
    "Kit",
    "Link",
    "Order",
    "Page",
    "PhotoView",
    "Shell",
    "SiteFile",
    "build_site",
    "orders",
    "site_files",
    "sitemap_files",
]
