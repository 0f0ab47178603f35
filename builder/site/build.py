"""All pages of the site, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from .books import book_pages
from .drawings import flower_files, orders
from .home import home_page
from .kit import Kit
from .listing import listing_pages
from .page import Page, SiteFile
from .persons import person_pages
from .rules import rule_pages
from .search import search_files, search_page
from .story import story_page


def build_site(kit: Kit) -> Iterator[Page]:
    """Every page, made when asked for; ten thousand stories need not be in memory at once as HTML."""
    yield home_page(kit)
    yield search_page(kit)
    yield from listing_pages(kit)
    yield from person_pages(kit)
    yield from book_pages(kit)
    yield from rule_pages(kit)
    for story in kit.library.stories:
        yield story_page(story, kit)


def site_files(kit: Kit) -> Iterator[SiteFile]:
    """Every file that is no page: drawings and search tables. The sitemap needs the pages first (``sitemap_files``)."""
    for path, data in search_files(kit.library, kit.cached).items():
        yield SiteFile(path, data)
    yield from flower_files(orders(kit.library.stories, kit.plans), kit.cached)
