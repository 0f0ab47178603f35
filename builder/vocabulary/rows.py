"""One row of a file becomes one noun. Every value is read; a missing column is a fault of the data and raises."""

from __future__ import annotations

from datetime import date
from typing import Any

from builder.model import AwardKind, FormerWard, Succession, Term, Ward

from .period import Period

_EXTENTS = ("whole", "part", "area_only")


def term(row: dict[str, Any], rank: int) -> Term:
    """A word of a TOML list; its place in the file is its rank, from 1."""
    return Term(code=row["code"], label=row["label"], rank=rank, source=row["source"])


def period(row: dict[str, Any]) -> Period:
    """The days between which a word of a TOML list may be used; both ends may be absent."""
    return Period(first=row.get("valid_from"), last=row.get("valid_to"))


def award(row: dict[str, str]) -> AwardKind:
    """A row of ``awards.csv``."""
    return AwardKind(
        code=row["code"],
        label=row["label"],
        form=row["form"],
        level=row["level"],
        grantor=row["grantor"],
        given_to=codes(row["given_to"]),
        source=row["source"],
        confidence=row["confidence"],
    )


def ward(row: dict[str, str]) -> Ward:
    """A row of ``wards.csv``."""
    return Ward(
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        number=row["number"],
        main_former_district=row["main_former_district"],
        former_districts=codes(row["former_districts"]),
        clause=row["clause"],
    )


def former_ward(row: dict[str, str]) -> FormerWard:
    """A row of ``former_wards.csv``, whose columns ``whole``, ``part`` and ``area_only`` list the successors."""
    return FormerWard(
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        number=row["number"],
        district=row["district"],
        successors=tuple(Succession(code, extent) for extent in _EXTENTS for code in codes(row[extent])),
    )


def codes(cell: str) -> tuple[str, ...]:
    """A cell of codes parted by semicolons; an empty cell holds none."""
    return tuple(cell.split(";")) if cell else ()


def day(cell: str) -> date:
    """An ISO date; “1981-06”, a month whose day is not known, counts from its first day."""
    return date.fromisoformat(cell if cell.count("-") > 1 else f"{cell}-01")
