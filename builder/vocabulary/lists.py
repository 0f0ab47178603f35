"""All closed lists together, and the questions the rest of the house asks of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from builder.model import AwardKind, District, FormerWard, Term, Ward

from . import history
from .period import Period


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The closed lists by code, each in the order of its file, which is the order of rank.

    A former ward's code repeats between districts, so its key is (district code, ward code). ``level_periods`` has
    an entry for every award level.
    """

    fields: Mapping[str, Term]
    award_levels: Mapping[str, Term]
    level_periods: Mapping[str, Period]
    movements: Mapping[str, Term]
    unit_kinds: Mapping[str, Term]
    awards: Mapping[str, AwardKind]
    districts: Mapping[str, District]
    wards: Mapping[str, Ward]
    former_wards: Mapping[tuple[str, str], FormerWard]

    @property
    def levels_of_awards(self) -> Mapping[str, Term]:
        """The level of each award by the award's code; “chưa được khen” has none and is absent."""
        levels = self.award_levels
        return {code: levels[kind.level] for code, kind in self.awards.items() if kind.level in levels}

    def level_given_in(self, level: str, year: int) -> bool:
        """Whether awards of the level could be given on any day of the year. An unknown level raises KeyError."""
        return self.level_periods[level].touches(year)

    def districts_in(self, year: int) -> tuple[District, ...]:
        """The districts that existed, or still worked, on any day of the year; complete from 1992 on."""
        return tuple(district for district in self.districts.values() if district.existed_in(year))

    def districts_on(self, day: date) -> tuple[District, ...]:
        """The districts in being on the day by decree, whichever names papers still carried."""
        return tuple(d for d in self.districts.values() if Period(d.valid_from, d.valid_to).covers(day))

    def why_not(self, district: str, year: int) -> str | None:
        """One Vietnamese sentence on what was valid instead of the district in the year, without a full stop.

        None if the district existed in that year. An unknown code raises KeyError.
        """
        return history.why_not(self.districts[district], year, self.districts, self.wards)

    def wards_of_former_district(self, district: str) -> tuple[Ward, ...]:
        """The wards of today whose main part came from the district, in the order of their numbers."""
        return history.wards_of(district, self.wards)

    def former_wards_of(self, district: str) -> Mapping[str, FormerWard]:
        """The district's wards on the list of 2025-01-01, by ward code."""
        return {ward: former for (owner, ward), former in self.former_wards.items() if owner == district}

    def today_of(self, former: FormerWard) -> Ward | None:
        """The ward that took in the whole of a former ward; None if it was divided."""
        successor = former.sole_successor
        return None if successor is None else self.wards[successor]
