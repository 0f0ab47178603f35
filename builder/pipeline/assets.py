"""What the pages wear, read from the disk: assets under names that tell their content, and the service worker."""

from __future__ import annotations

from collections.abc import Iterator

from builder.site import ASSETS, BADGE, BADGE_NAME, COPIES, Copy, HashedAssets, SiteFile, hashed_assets, worker_file
from builder.workspace import Root

WORKER = "worker.js"
"""The source of the service worker, beside the templates: it is no asset, for its address must never change."""


def site_assets(root: Root) -> HashedAssets:
    """Styles, scripts, fonts and icons. What the theme of MkDocs brings is named by its content already.

    Raises:
        BuilderError: an asset asks for one that is not there.
    """
    files = {name: data for copy in COPIES for name, data in _read(root, copy)}
    return hashed_assets(files | {BADGE_NAME: BADGE.draw().encode()}, ASSETS)


def worker_of(root: Root, offline: str) -> SiteFile:
    """The service worker that keeps the page ``offline`` (its finished HTML) and what it asks for."""
    return worker_file((root.theme / "site" / WORKER).read_text(encoding="utf-8"), offline)


def _read(root: Root, copy: Copy) -> Iterator[tuple[str, bytes]]:
    source = root.path / copy.source
    for path in [source] if source.is_file() else sorted(source.rglob("*")):
        if path.is_file():
            inner = path.relative_to(source).as_posix()
            yield "/".join(part for part in (copy.target, inner) if part not in {"", "."}), path.read_bytes()
