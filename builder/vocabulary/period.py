"""A stretch of time with a first and a last day, either of which may be open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both days included; None means that no source sets the end."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies within."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def touches(self, year: int) -> bool:
        """Whether any day of the year lies within."""
        return (self.first is None or self.first.year <= year) and (self.last is None or year <= self.last.year)
