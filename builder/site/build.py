"""All pages of the site, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model import Story

from . import addresses
from .books import book_pages, book_paths
from .data import data_page
from .feeds import feed_files
from .gallery import gallery_pages
from .home import home_page, picks
from .kit import Kit
from .listing import listing_pages
from .maps import MAP_PATHS, map_pages
from .page import Page, SiteFile
from .pending import Pending, PendingFiles, key_of, together
from .persons import person_pages
from .rules import rule_pages
from .search import search_files, search_page
from .story import pending_story
from .table import CSV_FILE, JSON_FILE, SCHEMA_FILE
from .timeline import timeline_page
from .worker import offline_page


def build_site(kit: Kit) -> Iterator[Page]:
    """Every page, made when asked for."""
    return (pending.make() for pending in pending_pages(kit))


def pending_pages(kit: Kit) -> Iterator[Pending]:
    """Every page, to be made."""
    yield from pending_overviews(kit)
    yield from pending_stories(kit)


def pending_stories(kit: Kit) -> Iterator[Pending]:
    """The page of every story, to be made."""
    return (pending_story(story, kit) for story in kit.library.stories)


def pending_overviews(kit: Kit) -> Iterator[Pending]:
    """Every page but those of stories, to be made: to know which there are, all stories are gone through."""
    yield from _few_pages(kit)
    yield from listing_pages(kit)
    yield from person_pages(kit)
    yield from rule_pages(kit)
    yield from gallery_pages(kit)


def _few_pages(kit: Kit) -> Iterator[Pending]:
    """The pages that are few however many stories there are; all show the stock as a whole."""
    stock, books = kit.stock_key, _books_key(kit)
    yield _home(kit)
    yield Pending(f"{addresses.SEARCH}/", stock, lambda: search_page(kit))
    yield from together(book_paths(kit), books, lambda: book_pages(kit))
    yield from together(MAP_PATHS, stock, lambda: map_pages(kit))
    yield Pending(f"{addresses.TIMELINE}/", stock, lambda: timeline_page(kit))
    yield Pending(f"{addresses.DATA}/", stock, lambda: data_page(kit))
    yield Pending(f"{addresses.OFFLINE}/", "offline", lambda: offline_page(kit))


def _books_key(kit: Kit) -> str:
    return key_of(kit.stock_key, kit.book_keys, kit.downloads)


def _home(kit: Kit) -> Pending:
    shown = key_of(_books_key(kit), [kit.prints.whole(story) for story in picks(kit.library.stories)])
    return Pending("", shown, lambda: home_page(kit))


def pending_texts(kit: Kit, edited: Sequence[Story]) -> Iterator[Pending | PendingFiles]:
    """All that shows texts of stories; of the pages and files of one story alone only those of the ``edited`` ones."""
    yield _home(kit)
    for story in edited:
        yield pending_story(story, kit)
    yield from search_files(kit, edited)
    yield from feed_files(kit)


def pending_files(kit: Kit) -> Iterator[PendingFiles]:
    """Every file that is neither page nor drawing, to be made. The sitemap needs the pages first."""
    yield from pending_search(kit)
    yield from pending_few_files(kit)


def pending_search(kit: Kit) -> Iterator[PendingFiles]:
    """The text of every story as it is searched, and the index of all, to be made."""
    return search_files(kit)


def pending_few_files(kit: Kit) -> Iterator[PendingFiles]:
    """The files that are few however many stories there are, to be made."""
    yield PendingFiles((CSV_FILE, JSON_FILE, SCHEMA_FILE), kit.stock_key, lambda: kit.tables)
    yield from feed_files(kit)


def site_files(kit: Kit) -> Iterator[SiteFile]:
    """Every file that is neither page nor drawing, made when asked for."""
    return (file for pending in pending_files(kit) for file in pending.make())
