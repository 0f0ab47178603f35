"""The fact strip of a story: what an index card would say, each value with the listing it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.edition import BookPlan
from builder.flower import LABELS, Kind
from builder.model import Award, Story
from builder.vietnamese.dates import long_date

from . import addresses
from .card import capital, place_today
from .drawings import flower_of


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its text, the listing it leads to (from the root, or empty), and a remark after it."""

    text: str
    path: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the strip."""

    label: str
    values: tuple[Value, ...]


def facts(story: Story, books: Sequence[BookPlan]) -> tuple[Fact, ...]:
    """The strip's lines in order; what the header does not say is left out."""
    return tuple(_facts(story, books))


def _facts(story: Story, books: Sequence[BookPlan]) -> Iterator[Fact]:
    if story.position:
        yield Fact("Chức vụ", (Value(capital(story.position)),))
    yield Fact("Đơn vị", (Value(story.unit),))
    yield Fact("Địa bàn", (_place(story),))
    field_path = addresses.shelf_path(addresses.FIELDS, story.field.code)
    yield Fact("Lĩnh vực", (Value(story.field.label, field_path),))
    yield Fact("Khen thưởng", tuple(_awards(story)))
    if story.movements:
        yield Fact("Phong trào", tuple(Value(movement.label) for movement in story.movements))
    if story.nominated_by:
        yield Fact("Nơi đề nghị", (Value(story.nominated_by),))
    yield Fact("In trong", tuple(_prints(story, books)))
    kind = flower_of(story)
    yield Fact("Bông hoa", (Value(LABELS[kind], remark=f"hoa của {month_name(kind)}"),))


def _place(story: Story) -> Value:
    path = addresses.shelf_path(addresses.PLACES, story.place.chapter.code)
    return Value(capital(story.place.label), path, place_today(story))


def _awards(story: Story) -> Iterator[Value]:
    for award in story.awards:
        yield Value(award.kind.label, remark=_decision(award))
    level = story.award_level
    yield Value(level.label, addresses.shelf_path(addresses.LEVELS, level.code))


def _decision(award: Award) -> str:
    number = f"Quyết định số {award.decision}" if award.decision else ""
    day = long_date(award.date) if award.date else ""
    return ", ".join(part for part in (number, day) if part)


def _prints(story: Story, books: Sequence[BookPlan]) -> Iterator[Value]:
    volume = story.volume
    yield Value(f"{volume.label}, năm {story.year}", addresses.shelf_path(addresses.VOLUMES, volume.code))
    for plan in books:
        if plan.edition.volume != volume.number:
            yield Value(plan.edition.subtitle or plan.edition.title, addresses.book_path(plan.edition.id))


_NAMES = ("Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Chạp")
_MONTHS = dict(zip(Kind, _NAMES, strict=True))


def month_name(kind: Kind) -> str:
    """“tháng Sáu”, the month a flower stands for; the first and the last carry their old names."""
    return f"tháng {_MONTHS[kind]}"
