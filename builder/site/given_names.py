"""The given names of a letter: a long letter of the index opens with them, each leading to its first line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from builder.catalogue import IndexEntry
from builder.vietnamese.collate import collation_key
from builder.vietnamese.names import parse_name

from .page import Link
from .paging import Leaf

FEWEST: Final = 24
"""A letter with fewer lines is seen at a glance."""


def given_links(leaves: Sequence[Leaf[IndexEntry]]) -> tuple[Link, ...]:
    """The given names of a letter in order, each with the place of its first line; none for a letter that is short."""
    if sum(len(leaf.items) for leaf in leaves) < FEWEST:
        return ()
    found: dict[object, Link] = {}
    for leaf in leaves:
        for anchor in first_lines(leaf.items).values():
            found.setdefault(_key(anchor), Link(f"{leaf.path}#{anchor}", anchor))
    return tuple(found.values()) if len(found) > 1 else ()


def first_lines(entries: Sequence[IndexEntry]) -> Mapping[int, str]:
    """Where on a page a given name begins: by the number of the line, the name, which is its anchor, too.

    Spellings that differ in the place of the tone alone (Hòa, Hoà) are one name.
    """
    begins: dict[int, str] = {}
    last: object = None
    for number, entry in enumerate(entries):
        given = parse_name(entry.name).given or entry.name
        key = _key(given)
        if key != last:
            begins[number] = given
        last = key
    return begins


@lru_cache(maxsize=1 << 12)
def _key(given: str) -> object:
    return collation_key(given).parts
