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

    ``detail`` tells namesakes apart (unit and year) and is empty otherwise. An alias has ``see``: the name under
    which the person stands. ``stories`` are those the line leads to.
    """

    name: str
    heading: str
    stories: tuple[Story, ...]
    honorific: str = ""
    detail: str = ""
    see: str = ""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter."""

    heading: str
    entries: tuple[IndexEntry, ...]


def person_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Persons by given name, then surname, then middle name, with their aliases as references."""
    persons = [story for story in stories if story.subject is Subject.PERSON]
    entries = [*_people(persons), *_aliases(persons)]
    return _grouped(entries, lambda entry: person_key(entry.name))


def body_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Collectives and households honoured in their own name, by first word."""
    bodies = [story for story in stories if story.subject is not Subject.PERSON]
    entries = [IndexEntry(s.person, body_heading(s.person), (s,), detail=s.unit) for s in bodies]
    return _grouped(entries, lambda entry: body_key(entry.name))


def unit_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Units people belong to, by first word; stories of one unit share a line."""
    filed: dict[str, list[Story]] = {}
    for story in stories:
        filed.setdefault(story.unit, []).append(story)
    entries = [IndexEntry(unit, body_heading(unit), tuple(held)) for unit, held in filed.items()]
    return _grouped(entries, lambda entry: body_key(entry.name))


def place_index(stories: Iterable[Story]) -> tuple[IndexGroup, ...]:
    """Places as they were called then, by name."""
    filed: dict[str, list[Story]] = {}
    for story in stories:
        for unit in (story.place.district, story.place.ward):
            if unit is not None:
                filed.setdefault(f"{unit.name} ({unit.kind})", []).append(story)
    entries = [IndexEntry(place, body_heading(place), tuple(held)) for place, held in filed.items()]
    return _grouped(entries, lambda entry: body_key(entry.name))


def _people(persons: list[Story]) -> list[IndexEntry]:
    """One line a person. Same name and same unit is the same person; same name elsewhere is a namesake."""
    filed: dict[tuple[str, str], list[Story]] = {}
    for story in persons:
        filed.setdefault((story.person, story.unit), []).append(story)
    bearers = Counter(name for name, _ in filed)
    return [
        IndexEntry(
            name=name,
            heading=index_heading(name),
            stories=tuple(held),
            honorific=held[0].honorific,
            detail=f"{unit}, {held[0].year}" if bearers[name] > 1 else "",
        )
        for (name, unit), held in filed.items()
    ]


def _aliases(persons: list[Story]) -> list[IndexEntry]:
    pairs = dict.fromkeys((alias, story.person) for story in persons for alias in story.aliases)
    return [IndexEntry(alias, index_heading(alias), (), see=name) for alias, name in pairs if alias != name]


def _grouped(
    entries: list[IndexEntry], key: Callable[[IndexEntry], PersonKey | CollationKey]
) -> tuple[IndexGroup, ...]:
    ordered = sorted(entries, key=lambda entry: (key(entry), entry.detail, [s.id for s in entry.stories]))
    return tuple(IndexGroup(letter, tuple(held)) for letter, held in groupby(ordered, key=lambda entry: entry.heading))
