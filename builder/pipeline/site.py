"""The website onto the disk: shells from MkDocs, pages from ``site``, files written only where they changed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from builder.reports import Counts
from builder.site import (
    Kit,
    Order,
    Shell,
    headers_file,
    offline_page,
    orders,
    pending_files,
    pending_pages,
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


def publish_site(root: Path, kept: KeptShells, out: Path, stage: Stage) -> Published:
    """Pour every page of the site into its shell and write it below ``out``.

    Args:
        root: the root folder.
        kept: the theme's page with marks in it, one a depth of address, and where the site will stand.
        out: the site's folder.
        stage: which stories are shown.
    """
    workshop = load(find_root(root), stage=stage)
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
    kit, outlet, place, public = making.kit, making.outlet, making.workshop.root, making.kept.public
    pages = list(pending_pages(kit))
    making.pouring.pour([*pages, *pending_files(kit)], outlet)
    _put_flowers(kit, making.store, outlet)
    worker = worker_of(place, making.shells[1].pour(offline_page(kit)))
    sitemap = sitemap_files([*(page.path for page in pages), *public.pages], public.site_url)
    for file in (*sitemap, headers_file(), worker):
        outlet.put(file.path, file.data)
    write_cards(share_cards(kit.library.stories, kit.plans) if public.cards else (), outlet, place.fonts)
    for name, data in making.assets.files.items():
        outlet.put(name, data)


def _put_flowers(kit: Kit, store: Store, outlet: Outlet) -> None:
    """Put the drawings there, those that are not kept yet drawn on all processors when there are many."""
    keys = {order: key_in_store(order.key) for order in orders(kit.library.stories, kit.plans)}
    wanted = [order for order, key in keys.items() if not outlet.holds(order.path, key)]
    missing = [order for order in wanted if store.cache.get(keys[order]) is None]
    if len(missing) >= _MANY:
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
            drawn = pool.map(Order.draw, missing, chunksize=8)
            store.cache.put_all((keys[order], svg.encode()) for order, svg in zip(missing, drawn, strict=True))
    for order in wanted:
        outlet.write(order.path, order.from_store(store.cached).encode(), keys[order])
