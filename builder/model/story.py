"""A story, as everything after the reader sees it: frozen, typed, with codes already resolved to terms."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .terms import AwardKind, District, FormerWard, Term, Volume, Ward


class Subject(StrEnum):
    """Whom a story honours."""

    PERSON = "ca-nhan"
    COLLECTIVE = "tap-the"
    HOUSEHOLD = "ho-gia-dinh"


class Status(StrEnum):
    """How far a story has come. Only verified and approved ones are published; a withdrawn one appears nowhere."""

    DRAFT = "draft"
    VERIFIED = "verified"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"

    @property
    def published(self) -> bool:
        """Whether the public may read stories that have come so far."""
        return self in (Status.VERIFIED, Status.APPROVED)


@dataclass(frozen=True, slots=True)
class Place:
    """The place as it was in the story's year: a district (to 2025-06-30), a ward, or both."""

    district: District | None
    ward: Ward | FormerWard | None
    today: Ward | None = None
    """The ward it belongs to today, only where the map is one to one."""

    @property
    def label(self) -> str:
        """“phường Bồ Đề, quận Long Biên”."""
        return ", ".join(part.label for part in (self.ward, self.district) if part)

    @property
    def chapter(self) -> District | Ward:
        """The unit under which listings and books file the story."""
        if self.district is not None:
            return self.district
        if isinstance(self.ward, Ward):
            return self.ward
        msg = "a place has a district or one of the wards of 2025"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Award:
    """An award received, with the decision that gave it where known."""

    kind: AwardKind
    decision: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of a story. ``file`` is relative to ``assets/photos``; ``portrait`` ones stand at the story's head."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""
    portrait: bool = False
    consent: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the text, by which document, when, and the hash of the text then."""

    by: str
    on: date | None = None
    document: str = ""
    text_hash: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One story. ``id`` is its path without ending (``tap-28/do-thi-hoa``); ``body`` is Markdown in NFC."""

    id: str
    title: str
    person: str
    subject: Subject
    unit: str
    place: Place
    field: Term
    award_level: Term
    year: int
    volume: Volume
    body: str
    status: Status = Status.DRAFT
    sample: bool = False
    honorific: str = ""
    aliases: tuple[str, ...] = ()
    position: str = ""
    nominated_by: str = ""
    awards: tuple[Award, ...] = ()
    movements: tuple[Term, ...] = ()
    author: str = ""
    written_on: date | None = None
    summary: str = ""
    photos: tuple[Photo, ...] = ()
    verified: Approval | None = None
    approved: Approval | None = None
    body_line: int = dataclasses.field(default=1, compare=False)
    """The line of the file on which the body starts; for messages only."""

    @property
    def path(self) -> str:
        """The file it came from, relative to the root."""
        return f"stories/{self.id}.md"

    @property
    def portrait(self) -> Photo | None:
        """The picture at the head of the story; without one the story carries its flower."""
        return next((photo for photo in self.photos if photo.portrait), None)

    @property
    def shown_photos(self) -> tuple[Photo, ...]:
        """The photos the website may show (Bộ luật Dân sự 2015, điều 32; Luật 91/2025/QH15, điều 16 và 24).

        One that shows a person needs that person's consent on file, one that shows a child that of those who speak for
        the child. The people of a sample are made up: only a picture that says it shows a child waits for consent.
        """
        return tuple(p for p in self.photos if p.consent or not (p.minor or (p.portrait and not self.sample)))

    @property
    def month(self) -> int | None:
        """The month of writing, else of the award: it chooses the flower. Nearly all awards fall on 10 October."""
        if self.written_on:
            return self.written_on.month
        return next((award.date.month for award in self.awards if award.date), None)

    @property
    def published(self) -> bool:
        """Whether the public may read it."""
        return self.status.published
