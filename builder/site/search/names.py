"""The table of names: everything a card says of each story, small enough to be loaded whole and scanned in the page.

Columns, not rows: what is alike stands side by side, and a web server's compression makes more of it. The original
words are kept; the browser folds them as ``builder.vietnamese.fold`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from builder.catalogue import Library, Shelf
from builder.model import Story
from builder.site import addresses
from builder.site.card import KINDS, capital
from builder.site.drawings import card_flower
from builder.vietnamese.slug import slugify

NAMES_FILE: Final = f"{addresses.SEARCH}/ten.json"
"""Where the table of names lies."""

_CODES: Final[Mapping[str, Callable[[Story], str]]] = MappingProxyType(
    {
        "kind": lambda story: story.subject.value,
        "place": lambda story: story.place.chapter.code,
        "field": lambda story: story.field.code,
        "level": lambda story: story.award_level.code,
        "year": lambda story: str(story.year),
        "volume": lambda story: story.volume.code,
    }
)


def rows_of(library: Library) -> Sequence[Sequence[Story]]:
    """The stories in the order of table and index: volumes oldest first, so that a new one numbers none anew."""
    shelves = sorted(library.volumes.values(), key=lambda shelf: shelf.stories[0].volume.number)
    return [sorted(shelf.stories, key=lambda story: story.id) for shelf in shelves]


def names_table(library: Library) -> dict[str, Any]:
    """The table.

    ``facets``: for each, ``[code, label]`` in the order shown. ``columns``: lists with an entry a story; those named
    as a facet hold positions in it, ``flower`` positions in ``flowers``, ``id`` what ``short_id`` gives. ``sizes``: how
    many stories each volume has, in the order of the index.
    """
    volumes = rows_of(library)
    stories = [story for volume in volumes for story in volume]
    shown = facets(library)
    columns: dict[str, list[Any]] = {name: [word(story) for story in stories] for name, word in _WORDS.items()}
    for name, code in _CODES.items():
        places = {value: n for n, (value, _) in enumerate(shown[name])}
        columns[name] = [places[code(story)] for story in stories]
    drawings = [card_flower(story).path for story in stories]
    flowers = {path: n for n, path in enumerate(sorted(set(drawings)))}
    columns["flower"] = [flowers[path] for path in drawings]
    sizes = [len(volume) for volume in volumes]
    return {"facets": shown, "sizes": sizes, "flowers": list(flowers), "columns": columns}


def short_id(story: Story) -> str:
    """The id, as far as the name and the volume do not tell it.

    Most are ``<volume>/<slug of the name>``: they are empty; one that goes on after that is ``+`` and the rest; any
    other is whole.
    """
    usual = f"{story.volume.code}/{_plain_slug(story.person)}"
    if story.id == usual:
        return ""
    return f"+{story.id.removeprefix(usual)}" if story.id.startswith(usual) else story.id


def _plain_slug(name: str) -> str:
    # A name without a letter has no slug; then no id starts like it either.
    return slugify(name) if any(char.isalnum() for char in name) else "?"


def _wards(story: Story) -> str:
    """The ward as it was, and as it is called today where it is another name."""
    place = story.place
    named = [ward.label for ward in (place.ward, place.today) if ward]
    return " ; ".join(dict.fromkeys(named))


_WORDS: Final[Mapping[str, Callable[[Story], str]]] = MappingProxyType(
    {
        "id": short_id,
        "title": lambda story: story.title,
        "name": lambda story: story.person,
        "honorific": lambda story: story.honorific,
        "alias": lambda story: " ; ".join(story.aliases),
        "unit": lambda story: story.unit,
        "ward": _wards,
    }
)


def facets(library: Library) -> Mapping[str, list[tuple[str, str]]]:
    """For each facet ``[code, label]`` in the order shown."""
    found = {story.subject for story in library.stories}
    return {
        "kind": [(kind.value, label) for kind, label in KINDS.items() if kind in found],
        "place": _labels(library.places.values()),
        "field": _labels(library.fields.values()),
        "level": _labels(library.award_levels.values()),
        "year": [(shelf.code, shelf.code) for shelf in library.years.values()],
        "volume": _labels(library.volumes.values()),
    }


def _labels(shelves: Iterable[Shelf]) -> list[tuple[str, str]]:
    return [(shelf.code, capital(shelf.label)) for shelf in shelves]
