"""The search page: a field, the facets, the results; without scripts it shows the doors."""

from __future__ import annotations

from typing import Final

from builder.site import addresses
from builder.site.kit import Kit
from builder.site.page import Page, up_from

from .names import NAMES_FILE

_TITLE: Final = "Tìm kiếm"
_MODULES: Final = (
    "dom", "excerpt", "facets", "finder", "fold", "names", "page", "postings", "query", "results", "slip", "store",
    "table", "texts", "typing",
)  # fmt: skip
"""What ``page.js`` imports, one from another: named here, they are fetched side by side."""


def search_page(kit: Kit) -> Page:
    """The page with the field; without scripts it shows the doors."""
    path = f"{addresses.SEARCH}/"
    body = kit.page("search.html", path, title=_TITLE)
    scripts = {name: f"{up_from(path)}{kit.assets[f'search/{name}.js']}" for name in _MODULES}
    ready = (f'<link rel="modulepreload" href="{script}">' for script in scripts.values())
    table = f'<link rel="preload" href="{up_from(path)}{NAMES_FILE}" as="fetch" crossorigin>'
    head = "\n".join((f'<script type="module" src="{scripts["page"]}"></script>', *ready, table))
    lead = "Tìm theo tên người, đơn vị, địa bàn, lĩnh vực, hay một câu trong bài; có dấu hay không dấu đều được."
    return Page(path, _TITLE, lead, addresses.SEARCH, body, "page-search", head)
