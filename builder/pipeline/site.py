"""The website onto the disk: shells from MkDocs, pages from ``site``, files written only where they changed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from builder.reports import Counts
from builder.site import (
    Kit,
    Order,
    Pending,
    Shell,
    headers_file,
    offline_page,
    orders,
    pending_few_files,
    pending_overviews,
    pending_search,
    pending_stories,
    share_cards,
    sitemap_files,
)
from builder.site.story import pending_story
from builder.workspace import digest, find_root

from .assets import site_assets, worker_of
from .cards import write_cards
from .making import Making
from .outlet import Outlet
from .retouch import retouched, standing, texts_of
from .shells import KeptShells
from .site_store import Store, key_in_store
from .workshop import Stage, Workshop, load

_MANY = 24
"""From so many drawings on, starting processes pays."""


@dataclass(frozen=True)
class Published:
    """A site as it was published: how many stories went where, and what it was made with."""

    counts: Counts
    making: Making

    @property
    def workshop(self) -> Workshop:
        """The stock."""
        return self.making.workshop

    @property
    def kit(self) -> Kit:
        """What its pages are made with."""
        return self.making.kit

    def warm(self) -> None:
        """Get ready what the page of an edited story will be made with; it is, where pages have been made."""
        for story in self.kit.library.stories[:1]:
            pending_story(story, self.kit)

    @property
    def shells(self) -> Mapping[int, Shell]:
        """The theme's page, one a depth of address."""
        return self.making.shells


def publish_site(root: Path, kept: KeptShells, out: Path, stage: Stage, stock: Workshop | None = None) -> Published:
    """Pour every page of the site into its shell and write it below ``out``.

    Args:
        root: the root folder.
        kept: the theme's page with marks in it, one a depth of address, and where the site will stand.
        out: the site's folder.
        stage: which stories are shown.
        stock: what lies below the root, read at this stage, where it has been.
    """
    workshop = stock or load(find_root(root), stage=stage)
    place = workshop.root
    outlet = Outlet(out, place.cache / f"site-{digest(str(out.resolve())).hex()[:8]}.sqlite")
    with Store(place.cache / "site.sqlite") as store:
        making = Making(workshop, outlet, store, site_assets(place), kept)
        print_now = standing(making)
        if not retouched(making, print_now):
            _make(making)
    outlet.close(print_now, texts_of(making) if print_now else b"")
    return Published(workshop.counts, making)


def _make(making: Making) -> None:
    """Make all of a site that does not lie there as it should."""
    kit, outlet = making.kit, making.outlet
    stories = tuple(pending_stories(kit))
    undrawn: dict[Order, bytes] = {}
    making.pouring.pour((*stories, *pending_search(kit)), outlet, lambda: undrawn.update(_make_few(making, stories)))
    # Drawing has processes of its own: they would stand beside those that have just ended.
    _put_drawn(undrawn, making.store, outlet)
    cards = share_cards(kit.library.stories, kit.plans) if making.kept.public.cards else ()
    write_cards(cards, outlet, making.workshop.root.fonts)


def _make_few(making: Making, stories: Iterable[Pending]) -> Mapping[Order, bytes]:
    """Make what is few however many stories there are, whose pages are told; the flowers that are yet to be drawn."""
    kit, outlet, place, public = making.kit, making.outlet, making.workshop.root, making.kept.public
    pages = list(pending_overviews(kit))
    making.pouring.pour((*pages, *pending_few_files(kit)), outlet)
    worker = worker_of(place, making.shells[1].pour(offline_page(kit)))
    sitemap = sitemap_files([*(page.path for page in (*pages, *stories)), *public.pages], public.site_url)
    for file in (*sitemap, headers_file(), worker):
        outlet.put(file.path, file.data)
    for name, data in making.assets.files.items():
        outlet.put(name, data)
    return _put_kept(kit, making.store, outlet)


def _put_kept(kit: Kit, store: Store, outlet: Outlet) -> Mapping[Order, bytes]:
    """Put the flowers there that were drawn before; the others, with their keys."""
    undrawn = {}
    for order in orders(kit.library.stories, kit.plans):
        key = key_in_store(order.key)
        if outlet.holds(order.path, key):
            continue
        kept = store.cache.get(key)
        if kept is None:
            undrawn[order] = key
        else:
            outlet.write(order.path, kept, key)
    return undrawn


def _put_drawn(wanted: Mapping[Order, bytes], store: Store, outlet: Outlet) -> None:
    """Draw flowers, keep them and put them there."""
    for (order, key), svg in zip(wanted.items(), _drawn(tuple(wanted)), strict=True):
        outlet.write(order.path, store.cached(order.key, partial(str, svg)).encode(), key)


def _drawn(wanted: Sequence[Order]) -> Iterator[str]:
    """The drawings, made on all processors when they are many."""
    if len(wanted) < _MANY:
        yield from map(Order.draw, wanted)
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(Order.draw, wanted, chunksize=8)
