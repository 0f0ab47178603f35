"""A story as one line of JSON and back: what has been read, validated and assembled once is not so again.

Terms, places and volumes stand by their codes; the body is kept beside the row, for few who ask for stories read it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from builder.model import Approval, Award, FormerWard, Photo, Place, Status, Story, Subject, Volume
from builder.vocabulary import Vocabulary

from .shelved import ShelvedStory


def row_of(story: Story) -> str:
    """A story without its body, as JSON."""
    place = story.place
    row = _Row(
        id=story.id,
        title=story.title,
        person=story.person,
        subject=story.subject.value,
        unit=story.unit,
        place=[place.district.code if place.district else None, place.ward.code if place.ward else None],
        field=story.field.code,
        award_level=story.award_level.code,
        year=story.year,
        volume=story.volume.number,
        status=story.status.value,
        sample=story.sample,
        honorific=story.honorific,
        aliases=story.aliases,
        position=story.position,
        nominated_by=story.nominated_by,
        awards=[[award.kind.code, award.decision, _iso(award.date)] for award in story.awards],
        movements=[term.code for term in story.movements],
        author=story.author,
        written_on=_iso(story.written_on),
        summary=story.summary,
        photos=[[p.file, p.alt, p.caption, p.credit, p.portrait, p.consent, p.minor] for p in story.photos],
        verified=_approval_row(story.verified),
        approved=_approval_row(story.approved),
        body_line=story.body_line,
    )
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


class _Row(NamedTuple):
    """The values of a row, in order."""

    id: str
    title: str
    person: str
    subject: str
    unit: str
    place: Sequence[str | None]
    field: str
    award_level: str
    year: int
    volume: int
    status: str
    sample: bool
    honorific: str
    aliases: Sequence[str]
    position: str
    nominated_by: str
    awards: Sequence[Sequence[Any]]
    movements: Sequence[str]
    author: str
    written_on: str | None
    summary: str
    photos: Sequence[Sequence[Any]]
    verified: Sequence[Any] | None
    approved: Sequence[Any] | None
    body_line: int


class RowReader:
    """Reads rows back with the lists they were written with; equal places become one value."""

    def __init__(self, vocabulary: Vocabulary, volumes: Mapping[int, Volume]) -> None:
        self._vocabulary = vocabulary
        self._volumes = volumes
        self._places: dict[tuple[str | None, str | None], Place] = {}

    def story(self, row: str, body: str) -> Story:
        """The story of a row.

        Raises:
            ValueError, KeyError, TypeError: the row was not written by ``row_of``, or with other lists.
        """
        return Story(**self._values(row), body=body)

    def shelved(self, row: str, fetch: Callable[[], str]) -> Story:
        """The story of a row; ``fetch`` gives its text when it is asked for.

        Raises:
            ValueError, KeyError, TypeError: as ``story``.
        """
        return ShelvedStory.of(self._values(row), fetch)

    def _values(self, row: str) -> dict[str, Any]:
        told = _Row(*json.loads(row))
        lists = self._vocabulary
        return {
            "id": told.id,
            "title": told.title,
            "person": told.person,
            "subject": _SUBJECTS[told.subject],
            "unit": told.unit,
            "place": self._place(*told.place),
            "field": lists.fields[told.field],
            "award_level": lists.award_levels[told.award_level],
            "year": told.year,
            "volume": self._volumes[told.volume],
            "status": _STATUSES[told.status],
            "sample": told.sample,
            "honorific": told.honorific,
            "aliases": tuple(told.aliases),
            "position": told.position,
            "nominated_by": told.nominated_by,
            "awards": tuple(Award(lists.awards[kind], decision, _day(day)) for kind, decision, day in told.awards),
            "movements": tuple(lists.movements[code] for code in told.movements),
            "author": told.author,
            "written_on": _day(told.written_on),
            "summary": told.summary,
            "photos": tuple(Photo(*photo) for photo in told.photos),
            "verified": _approval(told.verified),
            "approved": _approval(told.approved),
            "body_line": told.body_line,
        }

    def _place(self, district: str | None, ward: str | None) -> Place:
        key = (district, ward)
        if key not in self._places:
            self._places[key] = self._find_place(district, ward)
        return self._places[key]

    def _find_place(self, district: str | None, ward: str | None) -> Place:
        lists = self._vocabulary
        if district is None:
            today = lists.wards[ward or ""]
            return Place(None, today, today=today)
        former: FormerWard | None = lists.former_wards[district, ward] if ward else None
        return Place(lists.districts[district], former, today=lists.today_of(former) if former else None)


_SUBJECTS = {subject.value: subject for subject in Subject}
_STATUSES = {status.value: status for status in Status}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _approval_row(approval: Approval | None) -> list[str | None] | None:
    return [approval.by, _iso(approval.on), approval.document, approval.text_hash] if approval else None


def _approval(row: Sequence[Any] | None) -> Approval | None:
    return Approval(row[0], _day(row[1]), row[2], row[3]) if row else None
