"""The website onto the disk: shells from MkDocs, pages from ``site``, files written only where they changed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from builder.reports import Counts
from builder.site import (
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
from builder.workspace import Root, code_fingerprint, digest, find_root, template_environment

from .assets import site_assets, worker_of
from .books import plan_books
from .cards import Public, write_cards
from .outlet import Outlet
from .pouring import Pouring
from .shells import KeptShells
from .site_store import Store, key_in_store
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
    with Store(place.cache / "site.sqlite") as store:
        kit = _kit(workshop, outlet, store, assets.names, public)
        pages = list(pending_pages(kit))
        pouring = Pouring(parsed, _common(workshop, shells, assets.names, public), store.write_down)
        pouring.pour([*pages, *pending_files(kit)], outlet)
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


def _kit(workshop: Workshop, outlet: Outlet, store: Store, assets: Mapping[str, str], public: Public) -> Kit:
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


def _downloads(root: Root, outlet: Outlet) -> dict[str, tuple[Download, ...]]:
    """The screen PDFs of the books that have been made, copied onto the site; files for print stay at home."""
    found: dict[str, tuple[Download, ...]] = {}
    for path in sorted((root.build / "books").glob("[!.]*/*-screen.pdf")):
        edition = path.parent.name
        name = f"{BOOKS}/{edition}/{edition}.pdf"
        outlet.put(name, path.read_bytes())
        found[edition] = (Download("Sách PDF", name, path.stat().st_size),)
    return found
