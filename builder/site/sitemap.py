"""What search engines ask for first. No dates: a page's age is not known, and a build has no clock."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from .page import SiteFile


def sitemap_files(paths: Iterable[str], site_url: str) -> tuple[SiteFile, ...]:
    """``sitemap.xml`` and ``robots.txt`` for pages at ``paths``; without a known address of the site, none.

    Args:
        paths: the addresses of all pages, relative to the root.
        site_url: where the site is published, with scheme; empty if not known.
    """
    if not site_url:
        return ()
    base = site_url.rstrip("/") + "/"
    urls = "".join(f"<url><loc>{escape(base + path)}</loc></url>\n" for path in sorted(paths))
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n{urls}</urlset>\n'
    robots = f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n"
    return (SiteFile("sitemap.xml", xml.encode()), SiteFile("robots.txt", robots.encode()))
