"""The closed lists' nouns: a field, an award, a district, a ward, a volume. Their values live in ``vocabulary``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: The day from which Hà Nội has no districts (NQ 1656/NQ-UBTVQH15, 16/6/2025).
NO_DISTRICTS_FROM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a closed list: ``code`` as headers write it, ``label`` as people read it."""

    code: str
    label: str
    rank: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class AwardKind:
    """An award that can be given: its form, its level, who grants it and to whom."""

    code: str
    label: str
    form: str
    level: str
    grantor: str
    given_to: tuple[str, ...]
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class District:
    """A district-level unit of Hà Nội with the days between which it existed.

    ``works_until`` is the last day on which papers still carried its name: a decree and the working date of the
    units that follow differ by up to nine months.
    """

    code: str
    name: str
    kind: str
    valid_from: date
    valid_to: date
    works_from: date
    works_until: date
    predecessors: tuple[str, ...]
    origin: str
    source: str
    confidence: str
    note: str = ""

    @property
    def label(self) -> str:
        """“quận Long Biên”."""
        return f"{self.kind} {self.name}"

    def existed_in(self, year: int) -> bool:
        """Whether the unit existed, or still worked under this name, on any day of the year."""
        return self.valid_from.year <= year <= self.works_until.year


@dataclass(frozen=True, slots=True)
class Ward:
    """One of the 126 wards and communes since 2025-07-01."""

    code: str
    name: str
    kind: str
    number: str
    main_former_district: str
    former_districts: tuple[str, ...]
    clause: str

    @property
    def label(self) -> str:
        """“phường Bồ Đề”."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Succession:
    """Where (part of) a former ward went: ``extent`` is ``whole``, ``part`` or ``area_only`` (land without people)."""

    ward: str
    extent: str


@dataclass(frozen=True, slots=True)
class FormerWard:
    """A ward, commune or township of the 526 on the list of 2025-01-01. Names repeat between districts."""

    code: str
    name: str
    kind: str
    number: str
    district: str
    successors: tuple[Succession, ...]

    @property
    def label(self) -> str:
        """“phường Bồ Đề”."""
        return f"{self.kind} {self.name}"

    @property
    def sole_successor(self) -> str | None:
        """The ward all its people went to, or None if they were split between several."""
        peopled = [s.ward for s in self.successors if s.extent != "area_only"]
        return peopled[0] if len(peopled) == 1 else None


@dataclass(frozen=True, slots=True)
class Volume:
    """A numbered city book. ``documented`` tells whether number and years stand in a source or are assumed."""

    number: int
    years: tuple[int, ...]
    occasion: str = ""
    documented: bool = False
    source: str = ""

    @property
    def code(self) -> str:
        """“tap-28”, the name of its folders."""
        return f"tap-{self.number}"

    @property
    def label(self) -> str:
        """“Tập 28”."""
        return f"Tập {self.number}"
