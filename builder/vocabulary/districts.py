"""The districts through time: their rows, and the last day on which each one still worked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from builder.model import District

from .rows import codes, day
from .sources import cited

_ONE_DAY = timedelta(days=1)


def read_districts(rows: Iterable[dict[str, str]]) -> tuple[District, ...]:
    """The rows of ``districts.csv`` as districts in file order, ``works_until`` set from those that followed."""
    founded = [_founded(row) for row in rows]
    return tuple(_closed(district, founded) for district in founded)


def ended_by(district: District, others: Iterable[District]) -> tuple[District, ...]:
    """The units whose founding ended this one, in the order given.

    A unit that names another as predecessor need not have ended it: quận Long Biên was cut out of huyện Gia Lâm,
    which lived on. Its successors are those founded on the day after its last.
    """
    return tuple(
        other
        for other in others
        if district.code in other.predecessors and other.valid_from == district.valid_to + _ONE_DAY
    )


def _founded(row: dict[str, str]) -> District:
    valid_from, valid_to = day(row["valid_from"]), day(row["valid_to"])
    return District(
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        valid_from=valid_from,
        valid_to=valid_to,
        works_from=day(row["operational_from"]) if row["operational_from"] else valid_from,
        works_until=valid_to,
        predecessors=codes(row["predecessors"]),
        origin=row["origin"],
        source=cited(row["source"]),
        confidence=row["confidence"],
        note=row["note"],
    )


def _closed(district: District, others: list[District]) -> District:
    """Until the units that follow are at work, papers still carry the old name."""
    handed_over = [other.works_from - _ONE_DAY for other in ended_by(district, others)]
    return replace(district, works_until=max([district.valid_to, *handed_over]))
