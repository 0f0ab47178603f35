"""What search engines ask for first. No dates: a page's age is not known, and a build has no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from . import addresses
from .page import SiteFile

MOST: Final = 50_000
"""Addresses in one file, as sitemaps.org allows; at less than a kilobyte each they stay below its 50 MB."""

_NO_PLACE: Final = f"{addresses.OFFLINE}/"
"""What a browser shows without a network; nobody looks for it."""

_NAMESPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap_files(paths: Iterable[str], site_url: str, most: int = MOST) -> tuple[SiteFile, ...]:
    """``robots.txt``, which lets everybody in, and the sitemap it names, in parts with an index if it is long.

    A sitemap holds whole addresses: while the site's own is not known there is none, and ``robots.txt`` names none.

    Args:
        paths: the addresses of all pages, relative to the root.
        site_url: where the site is published, with scheme; empty if not known.
        most: how many addresses a file may hold.
    """
    if not site_url:
        return (SiteFile("robots.txt", _robots()),)
    base = site_url.rstrip("/") + "/"
    ordered = sorted(set(paths) - {_NO_PLACE})
    parts = [ordered[start : start + most] for start in range(0, len(ordered), most)]
    return (*_sitemap(parts, base), SiteFile("robots.txt", _robots(f"Sitemap: {base}sitemap.xml\n")))


def _sitemap(parts: Sequence[Sequence[str]], base: str) -> Iterator[SiteFile]:
    if len(parts) == 1:
        yield _listed("sitemap.xml", "urlset", "url", (base + path for path in parts[0]))
        return
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    yield _listed("sitemap.xml", "sitemapindex", "sitemap", (base + name for name in names))
    for name, part in zip(names, parts, strict=True):
        yield _listed(name, "urlset", "url", (base + path for path in part))


def _listed(name: str, root: str, entry: str, locations: Iterable[str]) -> SiteFile:
    lines = "".join(f"<{entry}><loc>{escape(location, quote=False)}</loc></{entry}>\n" for location in locations)
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {_NAMESPACE}>\n{lines}</{root}>\n'
    return SiteFile(name, xml.encode())


def _robots(more: str = "") -> bytes:
    return f"User-agent: *\nAllow: /\n{more}".encode()
