"""What happened in a year of the movement: only what a source says, with how far the source was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from .sources import cited
from .tables import read_toml


class Matter(StrEnum):
    """What a milestone is about."""

    MOVEMENT = "phong-trao"
    BOOK = "sach"
    PLACES = "dia-gioi"
    RULES = "quy-dinh"


class Confidence(StrEnum):
    """How far a statement can be trusted, as ``data/DATA.md`` explains."""

    HIGH = "high"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One sentence about a year; ``day`` is None where the source names only the year."""

    year: int
    matter: Matter
    text: str
    source: str
    confidence: Confidence
    day: date | None = None


@lru_cache(maxsize=1)
def load_milestones() -> tuple[Milestone, ...]:
    """The packaged list, by year; within one, statements about the whole year stand before those about a day."""
    found = [
        Milestone(
            year=row["year"],
            matter=Matter(row["kind"]),
            text=row["text"],
            source=cited(row["source"]),
            confidence=Confidence(row["confidence"]),
            day=row.get("day"),
        )
        for row in read_toml("milestones")["milestone"]
    ]
    return tuple(sorted(found, key=lambda stone: (stone.year, stone.day or date.min)))
