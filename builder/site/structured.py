"""What machines read of a page: schema.org data as JSON-LD, in a block that no browser executes.

Only what is true and stands on the page as well. Addresses are absolute where the site's own is known, else relative to
the page. What a story says of a person is in ``metadata``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from builder.edition import BookPlan

from . import addresses
from .doors import Door
from .kit import Kit
from .page import SERIES, Link
from .share import SAMPLE_BOOK

Data = Mapping[str, Any]

LANGUAGE: Final = "vi"
_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
HOME: Final = Link("", "Trang đầu")
SERIES_DATA: Final[Data] = {"@type": "BookSeries", "name": SERIES}


def script(*things: Data) -> str:
    """A ``<script type="application/ld+json">`` that holds things side by side."""
    data = {"@context": "https://schema.org", "@graph": things}
    return f'<script type="application/ld+json">{script_json(data)}</script>'


def script_json(data: object) -> str:
    """JSON that can stand inside a script element, whatever a story says."""
    text = _JSON.encode(data)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def without_empty(data: Data) -> dict[str, Any]:
    """The properties that say something."""
    return {name: value for name, value in data.items() if value not in ("", None, (), [])}


def breadcrumbs(steps: Sequence[Link], path: str, kit: Kit) -> Data:
    """The way from the home page to the page at ``path``, which is the last step."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": step.label, "item": kit.url(step.path, path)}
            for n, step in enumerate((HOME, *steps), start=1)
        ],
    }


def home_data(description: str, kit: Kit) -> str:
    """The site, and how to search it; a search is offered only under an address that holds everywhere."""
    site: dict[str, Any] = {
        "@type": "WebSite",
        "name": SERIES,
        "description": description,
        "inLanguage": LANGUAGE,
        "url": kit.url("", ""),
    }
    if kit.site_url:
        template = f"{kit.url(f'{addresses.SEARCH}/', '')}?q={{search_term_string}}"
        site["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        }
    return script(site)


def listing_data(title: str, path: str, door: Link | Door, total: int, kit: Kit) -> str:
    """A shelf as a collection: what it is called, how many stories it holds, where it stands."""
    url = kit.url(path, path)
    page = {
        "@type": "CollectionPage",
        "name": title,
        "inLanguage": LANGUAGE,
        "url": url,
        "isPartOf": {"@type": "WebSite", "name": SERIES, "url": kit.url("", path)},
        "mainEntity": {"@type": "ItemList", "name": title, "numberOfItems": total},
    }
    steps = (Link(door.path, door.label), Link(path, title))
    return script(page, breadcrumbs(steps, path, kit))


def book_data(plan: BookPlan, kit: Kit) -> str:
    """A book as its imprint page describes it; a sample has no publisher, number or year to offer to machines."""
    edition = plan.edition
    path = addresses.book_path(edition.id)
    imprint = edition.imprint
    book: dict[str, Any] = {
        "@type": "Book",
        "name": f"{edition.title} – {edition.subtitle}" if edition.subtitle else edition.title,
        "inLanguage": LANGUAGE,
        "url": kit.url(path, path),
        "isPartOf": SERIES_DATA,
        "encoding": [
            {
                "@type": "MediaObject",
                "name": download.label,
                "contentUrl": kit.url(download.path, path),
                "contentSize": f"{download.size} B",
            }
            for download in kit.downloads.get(edition.id, ())
        ],
    }
    if edition.sample:
        book["creativeWorkStatus"] = SAMPLE_BOOK
    else:
        book["isbn"] = imprint.isbn.replace("-", "").replace(" ", "")
        book["datePublished"] = str(imprint.year) if imprint.year else ""
        book["publisher"] = {"@type": "Organization", "name": imprint.publisher} if imprint.publisher else None
    steps = (Link(f"{addresses.BOOKS}/", "Sách"), Link(path, edition.subtitle or edition.title))
    return script(without_empty(book), breadcrumbs(steps, path, kit))
