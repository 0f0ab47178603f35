"""The website as data: every page as a value, poured into a shell that the theme has rendered once.

``build_site(kit)`` yields the pages, ``site_files(kit)`` what else there is, ``sitemap_files`` the sitemap;
``Shell.parse(html).pour(page)`` makes the HTML, with the shell of the page's ``depth``; ``COPIES`` names the files to
be copied, ``hashed_assets`` names them after their content. Nothing here knows MkDocs or touches the disk.
"""

from builder.model.prints import print_of

from .assets import ASSETS, BADGE_NAME, COPIES, Copy
from .build import (
    build_site,
    pending_few_files,
    pending_files,
    pending_overviews,
    pending_pages,
    pending_search,
    pending_stories,
    pending_texts,
    site_files,
)
from .doors import DOORS, SIDE_DOORS, Door
from .drawings import BADGE, FLOWER_KEY, Cached, Order, orders
from .hashed import HashedAssets, hashed_assets
from .kit import Download, Kit, PhotoView
from .page import SERIES, Link, Page, SiteFile
from .pending import Pending, PendingFiles, Prints
from .policy import POLICY, headers_file
from .project import marked_path, marked_sources, project_settings
from .share import SITE_CARD, ShareCard, share_cards
from .shell import DEPTHS, MARKS, Shell
from .sitemap import sitemap_files
from .store import slot_and_key
from .worker import offline_page, worker_file

__all__ = [
    "ASSETS",
    "BADGE",
    "BADGE_NAME",
    "COPIES",
    "DEPTHS",
    "DOORS",
    "FLOWER_KEY",
    "MARKS",
    "POLICY",
    "SERIES",
    "SIDE_DOORS",
    "SITE_CARD",
    "Cached",
    "Copy",
    "Door",
    "Download",
    "HashedAssets",
    "Kit",
    "Link",
    "Order",
    "Page",
    "Pending",
    "PendingFiles",
    "PhotoView",
    "Prints",
    "ShareCard",
    "Shell",
    "SiteFile",
    "build_site",
    "hashed_assets",
    "headers_file",
    "marked_path",
    "marked_sources",
    "offline_page",
    "orders",
    "pending_few_files",
    "pending_files",
    "pending_overviews",
    "pending_pages",
    "pending_search",
    "pending_stories",
    "pending_texts",
    "print_of",
    "project_settings",
    "share_cards",
    "site_files",
    "sitemap_files",
    "slot_and_key",
    "worker_file",
]
