"""The website onto the disk: shells from MkDocs, pages from ``site``, files written only where they changed."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from builder.reports import Counts
from builder.site import (
    FLOWER_KEY,
    Download,
    Kit,
    Order,
    Prints,
    Shell,
    headers_file,
    offline_page,
    orders,
    pending_files,
    pending_pages,
    share_cards,
    sitemap_files,
)
from builder.workspace import Cache, Root, code_fingerprint, digest, find_root, template_environment

from .assets import site_assets, worker_of
from .books import plan_books
from .cards import Public, write_cards
from .outlet import Outlet
from .pouring import Pouring
from .shells import KeptShells
from .suppression_rules import ALL_RULES
from .web_photos import Photos
from .workshop import Stage, Workshop, load

BOOKS = "sach"
_CODE = (
    *("catalogue", "edition", "flower", "manuscript", "model"),
    *("render", "rules", "site", "vietnamese", "vocabulary"),
)
"""What of our code decides how a page looks."""
_MANY = 24
"""From so many drawings on, starting processes pays."""


@dataclass(frozen=True)
class Published:
    """A site as it was published: how many stories went where, what its pages were made with, and its shells."""

    counts: Counts
    workshop: Workshop
    kit: Kit
    shells: Mapping[int, Shell]


def publish_site(root: Path, kept: KeptShells, out: Path, stage: Stage) -> Published:
    """Pour every page of the site into its shell and write it below ``out``.

    Args:
        root: the root folder.
        kept: the theme's page with marks in it, one a depth of address, and where the site will stand.
        out: the site's folder.
        stage: which stories are shown.
    """
    shells, public = kept.shells, kept.public
    workshop = load(find_root(root), stage=stage)
    place = workshop.root
    outlet = Outlet(out, place.cache / f"site-{digest(str(out.resolve())).hex()[:8]}.sqlite")
    assets = site_assets(place)
    parsed = {depth: Shell.parse(html) for depth, html in shells.items()}
    with _Store(place.cache / "site.sqlite") as store:
        kit = _kit(workshop, outlet, store, assets.names, public)
        pages = list(pending_pages(kit))
        pouring = Pouring(parsed, _common(workshop, shells, assets.names, public))
        pouring.pour(pages, outlet)
        for pending in pending_files(kit):
            pouring.put(pending, outlet)
        _put_flowers(kit, store, outlet)
        worker = worker_of(place, parsed[1].pour(offline_page(kit)))
        sitemap = sitemap_files([*(page.path for page in pages), *public.pages], public.site_url)
        for file in (*sitemap, headers_file(), worker):
            outlet.put(file.path, file.data)
        write_cards(share_cards(kit.library.stories, kit.plans) if public.cards else (), outlet, place.fonts)
        for name, data in assets.files.items():
            outlet.put(name, data)
    outlet.close()
    return Published(workshop.counts, workshop, kit, parsed)


def _kit(workshop: Workshop, outlet: Outlet, store: _Store, assets: Mapping[str, str], public: Public) -> Kit:
    root = workshop.root
    return Kit(
        library=workshop.library,
        plans=plan_books(workshop),
        env=template_environment(root.theme / "site" / "templates"),
        downloads=_downloads(root, outlet),
        cached=store.cached,
        photo=Photos(root, outlet, store.cache).view,
        assets=assets,
        rules=tuple(ALL_RULES.values()),
        site_url=public.site_url,
        prints=Prints(workshop.faces, workshop.wholes),
    )


def _common(workshop: Workshop, shells: Mapping[int, str], assets: Mapping[str, str], public: Public) -> bytes:
    """A print of all that every page depends on."""
    folder = workshop.root.theme / "site" / "templates"
    templates = (part for file in sorted(folder.rglob("*.html")) for part in (file.name, file.read_bytes()))
    told = (repr(sorted(shells.items())), repr(sorted(assets.items())), public.site_url, str(public.cards))
    volumes = repr(sorted(workshop.volumes.items()))
    return digest(code_fingerprint(*_CODE), volumes, *told, *templates)


def _key(name: str) -> bytes:
    """A drawing depends on the code of the flowers alone, all else on what makes a story's HTML."""
    packages = ("flower",) if name.startswith(FLOWER_KEY) else ("render", "site", "vietnamese")
    return digest(code_fingerprint(*packages), name)


class _Store:
    """What was made before, by name; each process has its own connection, for none may be carried into a fork."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process = 0
        self._cache: Cache | None = None

    @property
    def cache(self) -> Cache:
        """The store itself."""
        if self._cache is None or self._process != os.getpid():
            self._cache, self._process = Cache(self._path), os.getpid()
        return self._cache

    def cached(self, name: str, make: Callable[[], str]) -> str:
        """What was made under a name, or is made now."""
        return self.cache.bytes(_key(name), lambda: make().encode()).decode()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cache.close()


def _put_flowers(kit: Kit, store: _Store, outlet: Outlet) -> None:
    """Put the drawings there, those that are not kept yet drawn on all processors when there are many."""
    keys = {order: _key(order.key) for order in orders(kit.library.stories, kit.plans)}
    wanted = [order for order, key in keys.items() if not outlet.holds(order.path, key)]
    missing = [order for order in wanted if store.cache.get(keys[order]) is None]
    if len(missing) >= _MANY:
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
            drawn = pool.map(Order.draw, missing, chunksize=8)
            store.cache.put_all((keys[order], svg.encode()) for order, svg in zip(missing, drawn, strict=True))
    for order in wanted:
        outlet.write(order.path, order.from_store(store.cached).encode(), keys[order])


def _downloads(root: Root, outlet: Outlet) -> dict[str, tuple[Download, ...]]:
    """The screen PDFs of the books that have been made, copied onto the site; files for print stay at home."""
    found: dict[str, tuple[Download, ...]] = {}
    for path in sorted((root.build / "books").glob("[!.]*/*-screen.pdf")):
        edition = path.parent.name
        name = f"{BOOKS}/{edition}/{edition}.pdf"
        outlet.put(name, path.read_bytes())
        found[edition] = (Download("Sách PDF", name, path.stat().st_size),)
    return found
