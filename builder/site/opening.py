"""How the first page of a place, a volume or a year opens: its flower, whom it honours, and what sources say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from builder.catalogue import Library, Shelf
from builder.edition import BookPlan
from builder.model import District, Story, Subject, Ward
from builder.vietnamese.dates import long_date
from builder.vietnamese.numbers import count
from builder.vocabulary import Confidence, load_milestones, load_vocabulary
from builder.vocabulary.districts import ended_by
from builder.vocabulary.sources import cited

from . import addresses
from .card import capital
from .drawings import Order, place_flower, volume_flower
from .facts import Fact, Value

_BODIES: Final[Mapping[Subject, str]] = {
    Subject.PERSON: "người",
    Subject.COLLECTIVE: "tập thể",
    Subject.HOUSEHOLD: "hộ gia đình",
}
_REFORM: Final = "nq-1656"
"""The source that made the wards of today, clause by clause."""

_EARLIER: Final = 6
"""So many older stories of a ward are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the stories of a shelf; ``flower`` is the path of a drawing, or empty."""

    flower: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Openings:
    """The openings of all shelves of a library."""

    library: Library
    plans: Sequence[BookPlan]

    def of(self, section: str, shelf: Shelf) -> Opening | None:
        """How a shelf opens; fields and award levels open with their stories."""
        if section == addresses.PLACES:
            return self._place(shelf)
        if section == addresses.VOLUMES:
            return self._volume(shelf)
        if section == addresses.YEARS:
            return Opening("", (*_told(shelf.stories), *_events(int(shelf.code), int(shelf.code))))
        return None

    def _place(self, shelf: Shelf) -> Opening:
        unit = shelf.stories[0].place.chapter
        told = self._district(unit) if isinstance(unit, District) else self._ward(unit)
        return _opening(place_flower(unit.code), (*_told(shelf.stories, years=True), *told))

    def _district(self, unit: District) -> Iterator[Fact]:
        yield _founding(unit, self._linked)
        heirs = ended_by(unit, load_vocabulary().districts.values())
        if heirs:
            yield Fact("Sau này là", tuple(map(self._linked, heirs)))
        wards = load_vocabulary().wards_of_former_district(unit.code)
        if wards:
            yield Fact("Phường, xã nay", tuple(map(self._linked, wards)))

    def _ward(self, unit: Ward) -> Iterator[Fact]:
        districts = load_vocabulary().districts
        main = self._linked(districts[unit.main_former_district])
        others = [self._linked(districts[code]) for code in unit.former_districts if code != unit.main_former_district]
        source = f"{cited(_REFORM)}, khoản {unit.clause}"
        yield Fact("Trước đây thuộc", (*_remarked((main, *others), source),))
        earlier = self._earlier.get(unit.code, [])
        if earlier:
            named = tuple(Value(s.title, addresses.story_path(s), f"{s.person}, {s.year}") for s in earlier[:_EARLIER])
            more = len(earlier) - len(named)
            rest = (Value(f"và {count('bài', more)} nữa"),) if more else ()
            yield Fact("Bài trước đó", named + rest)

    def _volume(self, shelf: Shelf) -> Opening:
        volume = shelf.stories[0].volume
        books = [plan for plan in self.plans if plan.edition.volume == volume.number]
        places = {story.place.chapter.code for story in shelf.stories}
        facts = [*_told(shelf.stories)]
        if len(places) > 1:
            facts.append(Fact("Địa bàn", (Value(count("nơi", len(places))),)))
        if books:
            facts.append(Fact("Sách", tuple(map(_book, books))))
        facts += _events(volume.years[0], volume.years[-1])
        return _opening(volume_flower(volume, self.plans), facts)

    def _linked(self, unit: District | Ward) -> Value:
        """A unit, with its listing where it has stories."""
        path = addresses.shelf_path(addresses.PLACES, unit.code) if unit.code in self.library.places else ""
        return Value(capital(unit.label), path)

    @cached_property
    def _earlier(self) -> Mapping[str, Sequence[Story]]:
        """Stories from the time of the districts whose whole ground lies in one ward of today, by that ward."""
        found: dict[str, list[Story]] = defaultdict(list)
        for story in self.library.stories:
            if story.place.today and story.place.district:
                found[story.place.today.code].append(story)
        return found


def _opening(flower: Order, facts: Iterable[Fact]) -> Opening:
    return Opening(flower.path, tuple(facts))


def _told(stories: Sequence[Story], *, years: bool = False) -> Iterator[Fact]:
    """Stories by whom they honour, “10 người, 2 tập thể”, and by their years; one alone says so itself."""
    if len(stories) == 1:
        return
    told = Counter(story.subject for story in stories)
    yield Fact("Nhân vật", (Value(", ".join(count(unit, told[who]) for who, unit in _BODIES.items() if told[who])),))
    first, last = min(story.year for story in stories), max(story.year for story in stories)
    if years and first < last:
        yield Fact("Năm khen", (Value(f"{first}–{last}"),))


def _book(plan: BookPlan) -> Value:
    path = addresses.book_path(plan.edition.id)
    return Value(plan.edition.subtitle or plan.edition.title, path, count("bài", len(plan.stories)))


def _events(first: int, last: int) -> Iterator[Fact]:
    """What sources say of some years; a source that was not read in full says so itself."""
    for year in range(first, last + 1):
        stones = [stone for stone in load_milestones() if stone.year == year]
        if stones:
            yield Fact(f"Trong năm {year}", tuple(Value(stone.text, remark=stone.source) for stone in stones))


def _founding(unit: District, linked: Callable[[District], Value]) -> Fact:
    """Since when a district was one of Hà Nội, out of what, and by which paper."""
    sure = unit.confidence == Confidence.HIGH
    day = capital(long_date(unit.valid_from)) if sure else f"Năm {unit.valid_from.year}"
    if unit.predecessors:
        parents = [load_vocabulary().districts[code] for code in unit.predecessors]
        values = (Value(day), *(Value(f"từ {parent.label}", linked(parent).path) for parent in parents))
    else:
        values = (Value(f"{day}, từ {unit.origin}" if unit.origin else day),)
    label = "Về Hà Nội" if unit.origin.startswith("tỉnh") else "Thành lập"
    return Fact(label, _remarked(values, unit.source))


def _remarked(values: Sequence[Value], remark: str) -> tuple[Value, ...]:
    """The values, the last one with the source of them all."""
    *before, last = values
    return (*before, Value(last.text, last.path, remark))
