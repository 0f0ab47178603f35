"""Atom feeds (RFC 4287) of the newest stories: of all, of each place, of each field.

Ids are ``urn:uuid`` made from a story's id, not from its address: an entry must keep its id for ever, also when the
site moves or gets its first address (section 4.2.6). So feeds are valid without a known address too: links are then
relative to ``xml:base``, the site's root as seen from the feed; with an address they are absolute, for some readers
resolve nothing. A build has no clock: a story's date is that of its approval, its verification, its newest award or its
writing, the first of them that is known; otherwise the first day of its year, which is certainly not too late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from heapq import nsmallest
from html import escape
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from builder.catalogue import Library, Shelf
from builder.model import Story

from . import addresses
from .card import capital, full_name
from .kit import Kit
from .metadata import description_of
from .page import SERIES, Link, SiteFile, up_from
from .pending import PendingFiles, key_of

NEWEST: Final = 50
"""Entries of a feed."""

FEED_SECTIONS: Final = (addresses.PLACES, addresses.FIELDS)
"""The kinds of shelves that have feeds."""

_LEAD: Final = "Bài mới của bộ sách người tốt, việc tốt của Hà Nội."


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at ``path`` of the stories that the page at ``page`` lists, newest first."""

    path: str
    page: str
    title: str
    stories: tuple[Story, ...]


def feed_path(page: str) -> str:
    """The feed of the shelf at ``page``; of all stories for the home page."""
    return f"{page}{addresses.FEED}"


def feed_link(page: str, title: str, here: str) -> str:
    """What tells a browser or reader at the page ``here`` of the feed of ``page``."""
    href = escape(up_from(here) + feed_path(page))
    return f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{href}">'


def feed_title(label: str = "") -> str:
    """“Những bông hoa đẹp – Quận Long Biên”."""
    return f"{SERIES} – {capital(label)}" if label else SERIES


def feed_doors(library: Library) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Every shelf that has a feed, by section."""
    return tuple(
        (section, tuple(Link(feed_path(addresses.shelf_path(section, s.code)), capital(s.label)) for s in shelves))
        for section, shelves in _shelves(library)
    )


def feed_files(kit: Kit) -> Iterator[PendingFiles]:
    """Every feed, to be made; without a story there is nothing to tell, and no feed."""
    entries = _Entries(kit)
    for feed in _feeds(kit.library):
        key = key_of(feed.page, feed.title, [kit.prints.whole(story) for story in feed.stories])
        yield PendingFiles((feed.path,), key, partial(_feed_file, feed, entries))


def _feed_file(feed: Feed, entries: _Entries) -> tuple[SiteFile]:
    return (SiteFile(feed.path, _atom(feed, entries).encode()),)


def changed_on(story: Story) -> date:
    """The day a story is filed under in feeds."""
    awarded = max((award.date for award in story.awards if award.date), default=None)
    days = (
        story.approved.on if story.approved else None,
        story.verified.on if story.verified else None,
        awarded,
        story.written_on,
    )
    return next((day for day in days if day), date(story.year, 1, 1))


def _feeds(library: Library) -> Iterator[Feed]:
    if not library.stories:
        return
    order = {story.id: (-changed_on(story).toordinal(), story.id) for story in library.stories}
    yield Feed(feed_path(""), "", feed_title(), _newest(library.stories, order))
    for section, shelves in _shelves(library):
        for shelf in shelves:
            page = addresses.shelf_path(section, shelf.code)
            yield Feed(feed_path(page), page, feed_title(shelf.label), _newest(shelf.stories, order))


def _shelves(library: Library) -> tuple[tuple[str, tuple[Shelf, ...]], ...]:
    held = (library.places, library.fields)
    return tuple((section, tuple(shelves.values())) for section, shelves in zip(FEED_SECTIONS, held, strict=True))


def _newest(stories: Iterable[Story], order: Mapping[str, tuple[int, str]]) -> tuple[Story, ...]:
    return tuple(nsmallest(NEWEST, stories, key=lambda story: order[story.id]))


class _Entries:
    """Entries as XML, each made once however many feeds hold it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: dict[str, str] = {}

    @property
    def kit(self) -> Kit:
        """What they are made with."""
        return self._kit

    def of(self, story: Story) -> str:
        """The entry of a story."""
        if story.id not in self._made:
            self._made[story.id] = _entry(story, self._kit)
        return self._made[story.id]


def _atom(feed: Feed, entries: _Entries) -> str:
    kit = entries.kit
    base = "" if kit.site_url else f' xml:base="{up_from(feed.path) or "./"}"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"{base}>',
            f"<id>{_urn(f'tin/{feed.page}')}</id>",
            f"<title>{_text(feed.title)}</title>",
            f"<subtitle>{_LEAD}</subtitle>",
            f"<updated>{_moment(changed_on(feed.stories[0]))}</updated>",
            f"<author><name>{SERIES}</name></author>",
            f'<link rel="self" type="application/atom+xml" href="{_href(feed.path, kit)}"/>',
            f'<link rel="alternate" type="text/html" hreflang="vi" href="{_href(feed.page, kit)}"/>',
            *map(entries.of, feed.stories),
            "</feed>\n",
        )
    )


def _entry(story: Story, kit: Kit) -> str:
    categories = ((story.field.code, story.field.label), (story.place.chapter.code, capital(story.place.chapter.label)))
    link = _href(addresses.story_path(story), kit)
    author = "" if story.sample or not story.author else f"<author><name>{_text(story.author)}</name></author>"
    return "".join(
        (
            "<entry>",
            f"<id>{_urn(addresses.story_path(story))}</id>",
            f"<title>{_text(f'{story.title} – {full_name(story)}')}</title>",
            f"<updated>{_moment(changed_on(story))}</updated>",
            author,
            f'<link rel="alternate" type="text/html" hreflang="vi" href="{link}"/>',
            *(f'<category term="{escape(code)}" label="{_text(label)}"/>' for code, label in categories),
            f"<summary>{_text(description_of(story, kit))}</summary>",
            "</entry>",
        )
    )


def _href(path: str, kit: Kit) -> str:
    return escape(kit.url(path, ""))


def _urn(name: str) -> str:
    """An id that depends on nothing but the name: the same on every machine and under every address."""
    return uuid5(NAMESPACE_URL, f"hoa:{name}").urn


def _moment(day: date) -> str:
    """The beginning of a day in Hà Nội."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _text(text: str) -> str:
    """Text for XML, without the control characters that XML does not know."""
    return escape("".join(char for char in text if char >= " "))
