"""What a site is made with; the kit, and with it the stories themselves, only when something must be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.site import Download, HashedAssets, Kit, Prints, Shell
from builder.workspace import Root, code_fingerprint, digest, template_environment

from .books import plan_books
from .outlet import Outlet
from .pouring import Pouring
from .shells import KeptShells
from .site_store import Store
from .suppression_rules import ALL_RULES
from .web_photos import Photos
from .workshop import Workshop

BOOKS = "sach"
_CODE = (
    *("catalogue", "edition", "flower", "manuscript", "model"),
    *("render", "rules", "site", "vietnamese", "vocabulary"),
)
"""What of our code decides how a page looks."""


@dataclass(frozen=True)
class Making:
    """The stock, where the site goes, what was kept, what the pages wear."""

    workshop: Workshop
    outlet: Outlet
    store: Store
    assets: HashedAssets
    kept: KeptShells

    @cached_property
    def shells(self) -> Mapping[int, Shell]:
        """The theme's page, one a depth of address."""
        return {depth: Shell.parse(html) for depth, html in self.kept.shells.items()}

    @cached_property
    def kit(self) -> Kit:
        """What every page is made with."""
        workshop, root = self.workshop, self.workshop.root
        return Kit(
            library=workshop.library,
            plans=plan_books(workshop),
            env=template_environment(root.theme / "site" / "templates"),
            downloads=_downloads(root, self.outlet),
            cached=self.store.cached,
            photo=Photos(root, self.outlet, self.store.cache).view,
            assets=self.assets.names,
            rules=tuple(ALL_RULES.values()),
            site_url=self.kept.public.site_url,
            prints=Prints(workshop.faces, workshop.wholes),
        )

    @cached_property
    def common(self) -> bytes:
        """A print of all that every page depends on."""
        folder = self.workshop.root.theme / "site" / "templates"
        templates = (part for file in sorted(folder.rglob("*.html")) for part in (file.name, file.read_bytes()))
        shells, assets, public = self.kept.shells, self.assets.names, self.kept.public
        told = (repr(sorted(shells.items())), repr(sorted(assets.items())), public.site_url, str(public.cards))
        volumes = repr(sorted(self.workshop.volumes.items()))
        return digest(code_fingerprint(*_CODE), volumes, *told, *templates)

    @property
    def pouring(self) -> Pouring:
        """What pours pages into their shells."""
        return Pouring(self.shells, self.common, self.store.rest, self.store.write_down)


def screen_files(root: Root) -> list[Path]:
    """The screen PDFs of the books that have been made; files for print stay at home."""
    return sorted((root.build / "books").glob("[!.]*/*-screen.pdf"))


def _downloads(root: Root, outlet: Outlet) -> dict[str, tuple[Download, ...]]:
    """The screen PDFs, copied onto the site."""
    found: dict[str, tuple[Download, ...]] = {}
    for path in screen_files(root):
        edition = path.parent.name
        name = f"{BOOKS}/{edition}/{edition}.pdf"
        outlet.put(name, path.read_bytes())
        found[edition] = (Download("Sách PDF", name, path.stat().st_size),)
    return found
