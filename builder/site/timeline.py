"""The years since the movement began: how many stories each has, and what a source says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from builder.catalogue import Library
from builder.model import Story
from builder.vietnamese.dates import table_date
from builder.vietnamese.numbers import count, group
from builder.vocabulary import FIRST_YEAR, Confidence, Matter, Milestone, load_milestones

from . import addresses
from .kit import Kit
from .page import Link, Page
from .sheets import sheet

_TITLE: Final = "Dòng thời gian"
_LEAD: Final = (
    f"Từ năm {FIRST_YEAR}, khi Thành phố phát động phong trào “Người tốt, việc tốt”: số bài mỗi năm trong bộ sách này, "
    "và những việc có nguồn ghi lại."
)
_MATTERS: Final = {
    Matter.MOVEMENT: "Phong trào",
    Matter.BOOK: "Sách",
    Matter.PLACES: "Địa giới",
    Matter.RULES: "Quy định",
}
_MARKS: Final = {Confidence.HIGH: "đã đọc nguồn", Confidence.MEDIUM: "nguồn thứ cấp"}
_FULL: Final = 1000
"""The longest bar, in units of its drawing."""


@dataclass(frozen=True, slots=True)
class Event:
    """A milestone in words: ``day`` is “06/11/2003” or empty, ``mark`` says how far the source was read."""

    day: str
    matter: str
    text: str
    source: str
    mark: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A year: its stories, ``bar`` out of a thousand of the fullest year's, its volumes and its events."""

    year: int
    count: int
    bar: int
    path: str
    volumes: tuple[Link, ...]
    events: tuple[Event, ...]

    @property
    def quiet(self) -> bool:
        """Whether nothing is told of it."""
        return not (self.count or self.events)


def years(library: Library) -> tuple[Year, ...]:
    """Every year from the movement's first to the last that has a story or an event, oldest first."""
    told = {int(code): shelf.stories for code, shelf in library.years.items()}
    stones: dict[int, list[Milestone]] = {}
    for stone in load_milestones():
        stones.setdefault(stone.year, []).append(stone)
    first, last = min(FIRST_YEAR, *told, *stones), max(*told, *stones)
    fullest = max(map(len, told.values()), default=0)
    return tuple(_year(year, told.get(year, ()), stones.get(year, []), fullest) for year in range(first, last + 1))


def _year(year: int, stories: tuple[Story, ...], stones: list[Milestone], fullest: int) -> Year:
    volumes = {story.volume.code: story.volume for story in stories}
    return Year(
        year=year,
        count=len(stories),
        bar=max(1, _FULL * len(stories) // fullest) if stories else 0,
        path=addresses.shelf_path(addresses.YEARS, str(year)) if stories else "",
        volumes=tuple(
            Link(addresses.shelf_path(addresses.VOLUMES, volume.code), volume.label)
            for volume in sorted(volumes.values(), key=lambda volume: volume.number)
        ),
        events=tuple(_event(stone) for stone in stones),
    )


def _event(stone: Milestone) -> Event:
    return Event(
        day=table_date(stone.day) if stone.day else "",
        matter=_MATTERS[stone.matter],
        text=stone.text,
        source=stone.source,
        mark=_MARKS[stone.confidence],
        sure=stone.confidence is Confidence.HIGH,
    )


def timeline_page(kit: Kit) -> Page:
    """All years on one page: there are a few dozen, however many stories."""
    path = f"{addresses.TIMELINE}/"
    body = kit.page(
        "timeline.html",
        path,
        title=_TITLE,
        lead=_LEAD,
        years=years(kit.library),
        total=count("bài", len(kit.library.stories)),
        full=_FULL,
        group=group,
    )
    return Page(path, _TITLE, _LEAD, addresses.TIMELINE, body, "page-timeline", sheet(kit, "years.css", path))
