"""A valid header and a body into a Story. Codes that stand in no list leave no story; ``rules`` says which."""

from __future__ import annotations

from collections.abc import Mapping

from builder.model import Approval, Award, Photo, Place, Story, Volume, Ward
from builder.vietnamese.normal import nfc
from builder.vocabulary import Vocabulary

from .reader import Manuscript
from .schema import ApprovalHeader, PhotoHeader, StoryHeader


def assemble(
    manuscript: Manuscript, header: StoryHeader, vocabulary: Vocabulary, volumes: Mapping[int, Volume]
) -> Story | None:
    """Build the story, or None if a code of the header is in no list."""
    place = find_place(header, vocabulary)
    try:
        if place is None:
            return None
        return Story(
            id=manuscript.id,
            title=nfc(header.title),
            person=nfc(header.person),
            subject=header.subject,
            unit=nfc(header.unit),
            place=place,
            field=vocabulary.fields[header.field],
            award_level=vocabulary.award_levels[header.award_level],
            year=header.year,
            volume=volumes[header.volume],
            body=nfc(manuscript.body.strip("\n")) + "\n",
            status=header.status,
            sample=header.sample,
            honorific=nfc(header.honorific or ""),
            aliases=tuple(nfc(alias) for alias in header.aliases),
            position=nfc(header.position or ""),
            nominated_by=nfc(header.nominated_by or ""),
            awards=tuple(Award(vocabulary.awards[a.award], a.decision, a.day) for a in header.awards),
            movements=tuple(vocabulary.movements[code] for code in header.movements),
            author=nfc(header.author or ""),
            written_on=header.written_on,
            summary=nfc(header.summary or ""),
            photos=tuple(_photo(photo) for photo in header.photos),
            verified=approval_of(header.verified),
            approved=approval_of(header.approved),
            body_line=manuscript.body_line,
        )
    except KeyError:
        return None


def find_place(header: StoryHeader, vocabulary: Vocabulary) -> Place | None:
    """The place of the story's own year: a district, with its ward of that time if given, or a ward since 2025."""
    if header.district is not None:
        district = vocabulary.districts.get(header.district)
        if district is None:
            return None
        former = vocabulary.former_wards.get((district.code, header.ward or ""))
        return Place(district, former, today=vocabulary.today_of(former) if former else None)
    ward: Ward | None = vocabulary.wards.get(header.ward or "")
    return Place(None, ward, today=ward) if ward else None


def approval_of(header: ApprovalHeader | None) -> Approval | None:
    """An approval as a header tells it; None where there is none."""
    return Approval(nfc(header.by), header.on, header.document, header.text_hash) if header else None


def _photo(header: PhotoHeader) -> Photo:
    return Photo(
        file=nfc(header.file),
        alt=nfc(header.alt),
        caption=nfc(header.caption),
        credit=nfc(header.credit),
        portrait=header.portrait,
        consent=header.consent,
        minor=header.minor,
    )
