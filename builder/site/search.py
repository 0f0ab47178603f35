"""The search page and its tables: a small one of names and headings, and the texts, a file a volume.

The tables hold the original words; the browser folds them as ``builder.vietnamese.fold`` does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from builder.catalogue import Library, Shelf
from builder.model import Story
from builder.render import plain_text

from . import addresses
from .card import capital, full_name
from .drawings import Cached, card_flower
from .kit import Kit
from .page import Page

NAMES_FILE: Final = f"{addresses.SEARCH}/ten.json"
"""Where the table of names lies."""

_TITLE: Final = "Tìm kiếm"


def text_file(volume_code: str) -> str:
    """Where the texts of a volume lie."""
    return f"{addresses.SEARCH}/chu/{volume_code}.json"


def search_page(kit: Kit) -> Page:
    """The page with the field; without scripts it shows the doors."""
    path = f"{addresses.SEARCH}/"
    body = kit.page("search.html", path, title=_TITLE)
    head = f'<script type="module" src="../{_SCRIPT}"></script>'
    lead = "Tìm theo tên người, đơn vị, địa bàn, lĩnh vực, hay một câu trong bài; có dấu hay không dấu đều được."
    return Page(path, _TITLE, lead, addresses.SEARCH, body, "page-search", head)


_SCRIPT: Final = "assets/search/page.js"


def search_files(library: Library, cached: Cached) -> Mapping[str, bytes]:
    """The tables by path, as compact JSON in UTF-8."""
    files = {NAMES_FILE: _json(names_table(library))}
    for shelf in library.volumes.values():
        files[text_file(shelf.code)] = _json(_texts(shelf, cached))
    return files


def names_table(library: Library) -> Mapping[str, Any]:
    """Lists of labels, and a row a story that points into them by position.

    A row: id, title, name, aliases, unit, ward (or empty), place, field, award level, volume, year, drawing.
    """
    shelves = (library.places, library.fields, library.award_levels, library.volumes)
    places, fields, levels, volumes = ({code: n for n, code in enumerate(kind)} for kind in shelves)
    rows = [
        [
            story.id,
            story.title,
            full_name(story),
            list(story.aliases),
            story.unit,
            _ward(story),
            places[story.place.chapter.code],
            fields[story.field.code],
            levels[story.award_level.code],
            volumes[story.volume.code],
            story.year,
            card_flower(story).path,
        ]
        for story in library.stories
    ]
    labels = {
        "places": _labels(library.places),
        "fields": _labels(library.fields),
        "levels": _labels(library.award_levels),
        "volumes": _labels(library.volumes),
    }
    return {**labels, "texts": [text_file(code) for code in library.volumes], "stories": rows}


def _ward(story: Story) -> str:
    return story.place.ward.label if story.place.ward else ""


def _labels(shelves: Mapping[str, Shelf]) -> list[str]:
    return [capital(shelf.label) for shelf in shelves.values()]


def _texts(shelf: Shelf, cached: Cached) -> Mapping[str, str]:
    return {story.id: _text(story, cached) for story in shelf.stories}


def _text(story: Story, cached: Cached) -> str:
    return cached(f"words\n{story.body}", lambda: plain_text(story.body))


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
