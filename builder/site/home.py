"""The home page: one story as a spread, the newest volume, and the doors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Final

from markupsafe import Markup

from builder.catalogue import Library, Shelf
from builder.flower import LABELS
from builder.model import District, Story
from builder.render import first_words, plain_text
from builder.vietnamese.numbers import count

from . import addresses
from .books import covers
from .card import capital, full_name, place_line
from .drawings import flower_of, head_flower
from .feeds import feed_link, feed_title
from .kit import Kit
from .listing import Group
from .maps import small_map
from .page import SERIES, Link, Page
from .persons import letters_of
from .structured import home_data

PICKS: Final = 9
"""So many stories take turns as the story of the day."""

_OPENING_WORDS: Final = 58
_SENTENCE_END: Final = re.compile(r"[.?!…][”’)]*(?=\s|$)")
_NEWEST: Final = 6
_DESCRIPTION: Final = "Bộ sách người tốt, việc tốt của Hà Nội: mỗi bài một người, mỗi người một bông hoa."


@dataclass(frozen=True, slots=True)
class Spread:
    """The story of a day: who, what, and its first words."""

    path: str
    title: str
    name: str
    unit: str
    sample: bool
    opening: str
    flower: str
    flower_name: str


@dataclass(frozen=True, slots=True)
class Volume:
    """The newest volume, with its first few stories."""

    title: str
    path: str
    count: str
    years: str
    cards: tuple[Markup, ...]


def picks(stories: Sequence[Story], most: int = PICKS) -> tuple[Story, ...]:
    """The stories of the day, in the order in which they take turns.

    The order is fixed by the ids, so that neither a new story nor an edit reshuffles it much; no two of them carry the
    same flower or come from the same place while there is choice.
    """
    shuffled = sorted(stories, key=lambda story: blake2b(story.id.encode(), digest_size=8, person=b"pick").digest())
    chosen: dict[str, Story] = {}
    met: set[str] = set()
    for story in shuffled:
        marks = {story.place.chapter.code, flower_of(story).value}
        if len(chosen) < most and not marks & met:
            chosen[story.id] = story
            met |= marks
    left = (story for story in shuffled if story.id not in chosen)
    return (*chosen.values(), *islice(left, most - len(chosen)))


def home_page(kit: Kit) -> Page:
    """The home page."""
    library = kit.library
    body = kit.page(
        "home.html",
        "",
        spreads=[_spread(story) for story in picks(library.stories)],
        newest=_newest(kit),
        places=_places(library),
        map=small_map(library),
        fields=[_link(addresses.FIELDS, shelf, shelf.label) for shelf in library.fields.values()],
        levels=[_link(addresses.LEVELS, shelf, shelf.label) for shelf in library.award_levels.values()],
        years=[_link(addresses.YEARS, shelf, shelf.code) for shelf in library.years.values()],
        volumes=[(_link(addresses.VOLUMES, shelf, shelf.label), _span(shelf)) for shelf in library.volumes.values()],
        letters=letters_of(library.persons),
        covers=covers(kit.plans),
        counts=(
            count("bài", len(library.stories)),
            count("địa bàn", len(library.places)),
            count("tập", len(library.volumes)),
        ),
    )
    title = f"{SERIES} – người tốt, việc tốt của Hà Nội"
    head = home_data(_DESCRIPTION, kit) + (feed_link("", feed_title(), "") if library.stories else "")
    return Page("", title, _DESCRIPTION, "", body, "page-home", head)


def _places(library: Library) -> tuple[Group, ...]:
    """Places by kind, the kind said once: districts in the order of the law, then the wards and communes of today."""
    found: dict[str, list[Link]] = {}
    for shelf in library.places.values():
        unit = shelf.stories[0].place.chapter
        kind = capital(unit.kind) if isinstance(unit, District) else f"{capital(unit.kind)} ngày nay"
        found.setdefault(kind, []).append(_link(addresses.PLACES, shelf, unit.name))
    return tuple(Group(kind, tuple(found[kind])) for kind in sorted(found, key=_kind_rank))


def _kind_rank(heading: str) -> int:
    return ("Quận", "Huyện", "Thị xã", "Thành phố", "Phường ngày nay", "Xã ngày nay").index(heading)


def _link(section: str, shelf: Shelf, label: str) -> Link:
    return Link(addresses.shelf_path(section, shelf.code), label, len(shelf.stories))


def _spread(story: Story) -> Spread:
    return Spread(
        path=addresses.story_path(story),
        title=story.title,
        name=full_name(story),
        unit=place_line(story),
        sample=story.sample,
        opening=opening(story.body),
        flower=head_flower(story).path,
        flower_name=LABELS[flower_of(story)],
    )


def opening(body: str, most: int = _OPENING_WORDS) -> str:
    """The first sentences of a text, as many as fit in ``most`` words; a first sentence longer than that is cut."""
    text = " ".join(plain_text(body).split())
    fitting = ""
    for end in _SENTENCE_END.finditer(text):
        if len(text[: end.end()].split()) > most:
            break
        fitting = text[: end.end()]
    return fitting.strip() or first_words(body, most)


def _newest(kit: Kit) -> Volume | None:
    shelf = next(iter(kit.library.volumes.values()), None)
    if shelf is None:
        return None
    cards = tuple(kit.card(story, "") for story in shelf.stories[:_NEWEST])
    path = addresses.shelf_path(addresses.VOLUMES, shelf.code)
    return Volume(shelf.label, path, count("bài", len(shelf.stories)), _span(shelf), cards)


def _span(shelf: Shelf) -> str:
    """The years a volume covers: “2022” or “1992–1994”."""
    years = shelf.stories[0].volume.years
    return f"{years[0]}" if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
