"""Indexes of names: persons by tên, bodies by first word, aliases pointing to the name used, namesakes told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from builder.model import Story, Subject
from builder.vietnamese.collate import CollationKey
from builder.vietnamese.names import PersonKey, body_heading, body_key, index_heading, person_key


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of an index.

    ``detail`` tells namesakes apart (unit and year), or what a place is. An alias has ``see``: the name under which
    the person stands (``see_detail`` tells which of several namesakes); a place of today, the former ones. ``stories``
    are those the line leads to.
    """

    name: str
    heading: str
    stories: tuple[Story, ...]
    honorific: str = ""
    detail: str = ""
    see: str = ""
    see_detail: str = ""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter."""

    heading: str
    entries: tuple[IndexEntry, ...]


def person_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Persons by given name, then surname, then middle name, with their aliases as references."""
    persons = [story for story in stories if story.subject is Subject.PERSON]
    entries = [*_people(persons), *_aliases(persons)]
    return grouped(entries, lambda entry: person_key(entry.name))


def body_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Collectives and households honoured in their own name, by first word, with their aliases as references."""
    bodies = [story for story in stories if story.subject is not Subject.PERSON]
    entries = [
        *(
            IndexEntry(name, body_heading(name), tuple(held), detail=unit)
            for (name, unit), held in _by_name(bodies).items()
        ),
        *_aliases(bodies, body_heading),
    ]
    return grouped(entries, lambda entry: body_key(entry.name))


def unit_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Units people belong to, by first word; stories of one unit share a line."""
    filed: dict[str, list[Story]] = {}
    for story in stories:
        filed.setdefault(story.unit, []).append(story)
    entries = [IndexEntry(unit, body_heading(unit), tuple(held)) for unit, held in filed.items()]
    return grouped(entries, lambda entry: body_key(entry.name))


def _by_name(stories: Iterable[Story]) -> dict[tuple[str, str], list[Story]]:
    """By name and unit. Same name and same unit is the same person; same name elsewhere is a namesake."""
    filed: dict[tuple[str, str], list[Story]] = {}
    for story in stories:
        filed.setdefault((story.person, story.unit), []).append(story)
    return filed


def _bearers(stories: Iterable[Story]) -> Counter[str]:
    return Counter(name for name, _ in _by_name(stories))


def _people(persons: list[Story]) -> list[IndexEntry]:
    """One line a person."""
    bearers = _bearers(persons)
    return [
        IndexEntry(
            name=name,
            heading=index_heading(name),
            stories=tuple(held),
            honorific=held[0].honorific,
            detail=f"{unit}, {held[0].year}" if bearers[name] > 1 else "",
        )
        for (name, unit), held in _by_name(persons).items()
    ]


def _aliases(stories: list[Story], heading: Callable[[str], str] = index_heading) -> list[IndexEntry]:
    """References from aliases."""
    bearers = _bearers(stories)
    pairs = dict.fromkeys(
        (alias, story.person, f"{story.unit}, {story.year}" if bearers[story.person] > 1 else "")
        for story in stories
        for alias in story.aliases
        if alias != story.person
    )
    return [IndexEntry(alias, heading(alias), (), see=name, see_detail=detail) for alias, name, detail in pairs]


def grouped(
    entries: Iterable[IndexEntry], key: Callable[[IndexEntry], PersonKey | CollationKey]
) -> tuple[IndexGroup, ...]:
    """Entries in the order of their keys, under their headings."""
    ordered = sorted(entries, key=lambda entry: (key(entry), entry.detail, [s.id for s in entry.stories]))
    return tuple(IndexGroup(letter, tuple(held)) for letter, held in groupby(ordered, key=lambda entry: entry.heading))
