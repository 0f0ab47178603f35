"""Reading what machines read: the JSON-LD of a page, checked against the words of schema.org that we use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

_THING = {"name", "url", "description", "alternateName"}
_WORK = _THING | {"inLanguage", "isPartOf", "creativeWorkStatus", "genre", "author", "about", "keywords", "character"}
_WORK |= {"headline", "dateCreated", "datePublished", "publisher", "contentLocation", "encoding", "mainEntity"}
PROPERTIES: Mapping[str, set[str]] = {
    "Article": _WORK | {"articleSection"},
    "ShortStory": _WORK,
    "Book": _WORK | {"isbn", "volumeNumber"},
    "BookSeries": _WORK,
    "WebSite": _WORK | {"potentialAction"},
    "CollectionPage": _WORK,
    "Person": _THING | {"jobTitle", "affiliation", "award"},
    "Organization": _THING | {"parentOrganization", "award"},
    "Thing": _THING,
    "Place": _THING | {"address"},
    "PostalAddress": _THING | {"addressLocality", "addressRegion", "addressCountry"},
    "BreadcrumbList": _THING | {"itemListElement"},
    "ItemList": _THING | {"numberOfItems", "itemListElement"},
    "ListItem": _THING | {"position", "item"},
    "MediaObject": _WORK | {"contentUrl", "contentSize"},
    "SearchAction": _THING | {"target", "query-input"},
    "EntryPoint": _THING | {"urlTemplate"},
}
"""The types we use, each with those properties of schema.org that it may carry here."""


def things(head: str) -> list[dict[str, Any]]:
    """What the JSON-LD of a head describes; whatever is not of schema.org fails."""
    blocks = [json.loads(text) for text in _SCRIPT.findall(head)]
    assert blocks, "no JSON-LD"
    found: list[dict[str, Any]] = []
    for block in blocks:
        assert block["@context"] == "https://schema.org"
        found += block["@graph"]
    for node in _nodes(found):
        kinds = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        allowed = set().union(*(PROPERTIES.get(kind, set()) for kind in kinds if kind != "PublicationVolume"))
        assert set(node) - {"@type"} <= allowed, node
        assert all(value not in ("", None, [], {}) for value in node.values()), node
    return found


def thing(head: str, kind: str) -> dict[str, Any]:
    """The one thing of a kind."""
    (found,) = [node for node in things(head) if kind in node["@type"]]
    return found


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(list(value.values()))
