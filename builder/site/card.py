"""What a listing says of a story: the name in front, the deed second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from builder.model import Story, Subject

from .addresses import story_path
from .drawings import card_flower

KINDS: Final[Mapping[Subject, str]] = MappingProxyType(
    {Subject.PERSON: "Cá nhân", Subject.COLLECTIVE: "Tập thể", Subject.HOUSEHOLD: "Hộ gia đình"}
)
"""Whom a story honours, in a word."""


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a listing, in words ready to be shown. ``path`` and ``flower`` are from the site's root."""

    path: str
    name: str
    title: str
    meta: str
    flower: str


def card_of(story: Story, *, by_field: bool = False) -> Card:
    """The card of a story. Where the place is known already, ``by_field`` tells the field in its stead."""
    where = story.field.label if by_field else capital(story.place.chapter.label)
    return Card(
        path=story_path(story),
        name=full_name(story),
        title=story.title,
        meta=f"{where}, {story.year}",
        flower=card_flower(story).path,
    )


def full_name(story: Story) -> str:
    """The name with its honorific: “PGS.TS. Đoàn Khắc Ôn”."""
    return f"{story.honorific} {story.person}".strip()


def place_line(story: Story) -> str:
    """Unit and place in one line, no part said twice: a unit often names its ward already."""
    ward = story.place.ward
    named = [story.unit]
    if ward is not None and ward.label.casefold() not in story.unit.casefold():
        named.append(ward.label)
    if story.place.district is not None and story.place.district.label.casefold() not in story.unit.casefold():
        named.append(story.place.district.label)
    return ", ".join(named)


def place_today(story: Story) -> str:
    """“nay thuộc phường Bồ Đề” where the ward has another name today and the map is one to one, else nothing."""
    then, today = story.place.ward, story.place.today
    if then is None or today is None or then.label == today.label:
        return ""
    return f"nay thuộc {today.label}"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
