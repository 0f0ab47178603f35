"""The flower of a story, of a book and of the site itself, each drawn once and kept.

A drawing takes some milliseconds, and a site of ten thousand stories has twenty thousand of them: all go through the
caller's ``cached``, whose key names everything a drawing depends on but the code of the flowers. Stories whose seeds
meet share a file. Whoever wants to draw on several processors asks for all ``orders`` first and fills the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from builder.edition import BookPlan
from builder.flower import Kind, Size, draw, for_month, for_story, seed_of
from builder.model import Story, Volume

from .addresses import PLACES, VOLUMES, flower_path

Cached = Callable[[str, Callable[[], str]], str]
"""Gives back what was made under a key before, or makes it now: ``cached(key, make)``."""


FLOWER_KEY: Final = "flower\n"
"""How the keys of drawings begin: they depend on no code but that of the flowers."""


@dataclass(frozen=True, slots=True)
class Order:
    """A drawing to be made: all that decides how it looks."""

    kind: Kind
    seed: str
    size: Size

    @property
    def key(self) -> str:
        """Its name in the store."""
        return f"{FLOWER_KEY}{self.kind}\n{self.size}\n{self.seed}"

    @property
    def path(self) -> str:
        """Its file on the site."""
        return flower_path(self.size.value, self.kind.value, self.seed)

    def draw(self) -> str:
        """The drawing as a file of its own."""
        return draw(self.kind, self.seed, size=self.size)

    def from_store(self, cached: Cached) -> str:
        """The drawing, made now or before."""
        return cached(self.key, self.draw)


BADGE: Final = Order(Kind.SEN, "badge", Size.SMALL)
"""The mark of the site in a browser's tab: an asset, and so no order."""


def flower_of(story: Story) -> Kind:
    """The flower a story carries."""
    return for_story(story.id, story.month)


def flower_of_book(plan: BookPlan) -> Kind:
    """The flower of a book, as in the book itself: named, of the month it celebrates in, or fixed by its id."""
    if plan.edition.cover.flower:
        return Kind(plan.edition.cover.flower)
    occasion = plan.edition.occasion
    return for_month(occasion.on.month) if occasion else for_story(f"book/{plan.edition.id}", None)


def head_flower(story: Story) -> Order:
    """The drawing at a story's head."""
    return Order(flower_of(story), seed_of(story.id), Size.MEDIUM)


def card_flower(story: Story) -> Order:
    """The drawing on a story's card."""
    return Order(flower_of(story), seed_of(story.id), Size.SMALL)


def cover_flower(plan: BookPlan) -> Order:
    """The drawing on a book's cover."""
    return Order(flower_of_book(plan), plan.edition.id, Size.PLATE)


def place_flower(code: str) -> Order:
    """The drawing at the head of a place, fixed by its code."""
    name = f"{PLACES}/{code}"
    return Order(for_story(name, None), seed_of(name), Size.MEDIUM)


def volume_flower(volume: Volume, plans: Iterable[BookPlan]) -> Order:
    """The drawing at the head of a volume: the flower of its book, or one fixed by its number."""
    name = f"{VOLUMES}/{volume.code}"
    covers = (flower_of_book(plan) for plan in plans if plan.edition.volume == volume.number)
    return Order(next(covers, for_story(name, None)), seed_of(name), Size.MEDIUM)


def orders(stories: Iterable[Story], plans: Iterable[BookPlan]) -> tuple[Order, ...]:
    """Every drawing of the site, each once: stories share those whose seeds meet."""
    books = tuple(plans)
    wanted: list[Order] = []
    places: set[str] = set()
    volumes: dict[int, Volume] = {}
    for story in stories:
        wanted += (card_flower(story), head_flower(story))
        places.add(story.place.chapter.code)
        volumes[story.volume.number] = story.volume
    heads = [*map(place_flower, sorted(places)), *(volume_flower(volume, books) for volume in volumes.values())]
    return tuple(dict.fromkeys([*wanted, *heads, *map(cover_flower, books)]))
