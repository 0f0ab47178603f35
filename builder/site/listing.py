"""Shelves as pages: one listing a volume, place, field, award level and year, and the overview above each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from builder.catalogue import Library, Shelf
from builder.model import District, Story
from builder.vietnamese.dates import long_date
from builder.vietnamese.numbers import count

from . import addresses
from .card import capital
from .feeds import FEED_SECTIONS, feed_link, feed_title
from .kit import Kit
from .opening import Opening, Openings
from .page import Link, Page
from .paging import Leaf, leaves
from .pending import Pending, key_of
from .structured import listing_data


@dataclass(frozen=True, slots=True)
class Kind:
    """A way of filing: its door, its title and lead, its shelves, and a line on each shelf."""

    section: str
    title: str
    lead: str
    siblings: str
    shelves: Callable[[Library], Mapping[str, Shelf]]
    note: Callable[[Shelf], str]


@dataclass(frozen=True, slots=True)
class Group:
    """Shelves that stand together in an overview, under a heading (which may be empty)."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the cards of a listing: its note, the ways to its siblings, on its first page its opening."""

    note: str
    chips: Sequence[Link]
    opening: Opening | None


def _no_note(_: Shelf) -> str:
    return ""


def _volume_note(shelf: Shelf) -> str:
    volume = shelf.stories[0].volume
    years = "–".join(str(year) for year in dict.fromkeys((volume.years[0], volume.years[-1])))
    note = volume.occasion or f"Năm {years}"
    return note if volume.documented else f"{note}. Số tập suy theo năm, còn chờ xác nhận"


def _place_note(shelf: Shelf) -> str:
    unit = shelf.stories[0].place.chapter
    if isinstance(unit, District):
        return f"Tên gọi đến {long_date(unit.works_until)}"
    return "Từ ngày 01 tháng 7 năm 2025"


def _years(shelf: Shelf) -> str:
    years = [story.year for story in shelf.stories]
    first, last = min(years), max(years)
    return f"Năm {first}" if first == last else f"{first}–{last}"


_MANY: Final = 10
"""A listing of so many stories leads to the search page, where it is sifted by name, year, field and place."""

KINDS = (
    Kind(
        addresses.PLACES,
        "Theo địa bàn",
        "Địa danh ghi đúng như khi việc diễn ra: quận, huyện, thị xã đến tháng 6 năm 2025, xã, phường từ đó về sau.",
        "Địa bàn khác",
        lambda library: library.places,
        _place_note,
    ),
    Kind(
        addresses.FIELDS,
        "Theo lĩnh vực",
        "Những lĩnh vực mà các kế hoạch biểu dương điển hình của Hà Nội vẫn gọi tên.",
        "Lĩnh vực khác",
        lambda library: library.fields,
        _years,
    ),
    Kind(
        addresses.YEARS,
        "Theo năm",
        "Mỗi năm một lượt hoa. Năm là năm được khen, cũng là năm của tập sách.",
        "Năm khác",
        lambda library: library.years,
        _no_note,
    ),
    Kind(
        addresses.VOLUMES,
        "Các tập của bộ sách",
        "Bộ sách của Thành phố, mỗi năm một tập.",
        "Tập khác",
        lambda library: library.volumes,
        _volume_note,
    ),
    Kind(
        addresses.LEVELS,
        "Theo cấp khen",
        "Từ Nhà nước đến cơ sở, cấp nào cũng bắt đầu từ một việc có thật.",
        "Cấp khác",
        lambda library: library.award_levels,
        _years,
    ),
)
"""Every way of filing but by name."""


def listing_pages(kit: Kit) -> Iterator[Pending]:
    """Overview and listings of every kind."""
    openings = Openings(kit.library, kit.plans)
    for kind in KINDS:
        shelves = kind.shelves(kit.library)
        yield Pending(f"{kind.section}/", kit.stock_key, partial(_overview, kind, shelves, kit))
        chips = _chips(kind, shelves)
        shared = key_of(chips)
        for shelf in shelves.values():
            note = kind.note(shelf)
            for leaf in leaves(addresses.shelf_path(kind.section, shelf.code), shelf.stories):
                opening = openings.of(kind.section, shelf) if leaf.number == 1 else None
                faces = kit.prints.faces(leaf.items)
                key = key_of(shared, note, len(shelf.stories), leaf.links, faces, opening)
                yield Pending(leaf.path, key, partial(_listing, kind, shelf, leaf, Around(note, chips, opening), kit))


def groups(kind: Kind, shelves: Mapping[str, Shelf]) -> tuple[Group, ...]:
    """The shelves of an overview; places stand in two groups, as they were and as they are."""
    links = tuple(_chip(kind, shelf) for shelf in shelves.values())
    if kind.section != addresses.PLACES:
        return (Group("", links),)
    former = [isinstance(shelf.stories[0].place.chapter, District) for shelf in shelves.values()]
    then = tuple(link for link, old in zip(links, former, strict=True) if old)
    now = tuple(link for link, old in zip(links, former, strict=True) if not old)
    named = (Group("Quận, huyện, thị xã (đến tháng 6 năm 2025)", then), Group("Xã, phường ngày nay", now))
    return tuple(group for group in named if group.links)


def _chip(kind: Kind, shelf: Shelf) -> Link:
    return Link(addresses.shelf_path(kind.section, shelf.code), capital(shelf.label), len(shelf.stories))


def _chips(kind: Kind, shelves: Mapping[str, Shelf]) -> Sequence[Link]:
    return [_chip(kind, shelf) for shelf in shelves.values()]


def _overview(kind: Kind, shelves: Mapping[str, Shelf], kit: Kit) -> Page:
    path = f"{kind.section}/"
    body = kit.page(
        "overview.html",
        path,
        title=kind.title,
        lead=kind.lead,
        total=count("bài", len(kit.library.stories)),
        kind=kind.section,
        groups=groups(kind, shelves),
    )
    return Page(path, kind.title, kind.lead, kind.section, body, "page-overview")


def _listing(kind: Kind, shelf: Shelf, leaf: Leaf[Story], around: Around, kit: Kit) -> Page:
    title = capital(shelf.label)
    body = kit.page(
        "listing.html",
        leaf.path,
        title=title,
        door=Link(f"{kind.section}/", kind.title),
        note=around.note,
        opening=around.opening,
        sift=f"{addresses.SEARCH}/?{kind.section}={shelf.code}" if len(shelf.stories) >= _MANY else "",
        total=count("bài", len(shelf.stories)),
        leaf=leaf,
        cards=[kit.card(story, leaf.path, by_field=kind.section == addresses.PLACES) for story in leaf.items],
        siblings=kind.siblings,
        chips=around.chips,
        here=addresses.shelf_path(kind.section, shelf.code),
    )
    full = f"{title}, {leaf.label}" if leaf.number > 1 else title
    description = f"{title}: {count('bài', len(shelf.stories))} về người tốt, việc tốt của Hà Nội."
    return Page(leaf.path, full, description, kind.section, body, "page-listing", _head(kind, shelf, leaf.path, kit))


def _head(kind: Kind, shelf: Shelf, path: str, kit: Kit) -> str:
    """What machines read of a listing: the collection, and its feed where it has one."""
    title = capital(shelf.label)
    data = listing_data(title, path, Link(f"{kind.section}/", kind.title), len(shelf.stories), kit)
    if kind.section not in FEED_SECTIONS:
        return data
    return data + feed_link(addresses.shelf_path(kind.section, shelf.code), feed_title(title), path)
