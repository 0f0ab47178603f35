"""The flower of a story, of a book and of the site itself, each drawn once and kept.

A drawing takes some milliseconds, and a site of ten thousand stories has twenty thousand of them: all go through the
caller's ``cached``, whose key names everything a drawing depends on but the code of the flowers. Whoever wants to
draw on several processors asks for all ``orders`` first and fills the store with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from builder.edition import BookPlan
from builder.flower import LABELS, Kind, Size, draw, for_month, for_story
from builder.model import Story

from .addresses import book_flower, large_flower, small_flower
from .page import SiteFile

Cached = Callable[[str, Callable[[], str]], str]
"""Gives back what was made under a key before, or makes it now: ``cached(key, make)``."""


@dataclass(frozen=True, slots=True)
class Order:
    """A drawing to be made: all that decides how it looks."""

    kind: Kind
    seed: str
    size: Size
    title: str | None = None

    @property
    def key(self) -> str:
        """Its name in the store."""
        return f"flower\n{self.kind}\n{self.size}\n{self.seed}\n{self.title or ''}"

    def draw(self) -> str:
        """The drawing as ``<svg>``."""
        return draw(self.kind, self.seed, size=self.size, title=self.title)

    def from_store(self, cached: Cached) -> str:
        """The drawing, made now or before."""
        return cached(self.key, self.draw)


BADGE: Final = Order(Kind.SEN, "badge", Size.SMALL)
"""The mark of the site in a browser's tab."""

_BADGE_PATH: Final = "assets/favicon.svg"


def flower_of(story: Story) -> Kind:
    """The flower a story carries."""
    return for_story(story.id, story.month)


def flower_of_book(plan: BookPlan) -> Kind:
    """The flower of a book, as in the book itself: that of the month it celebrates in, else one fixed by its id."""
    occasion = plan.edition.occasion
    return for_month(occasion.on.month) if occasion else for_story(f"book/{plan.edition.id}", None)


def head_flower(story: Story) -> Order:
    """The drawing at a story's head, with its name for those who cannot see it."""
    kind = flower_of(story)
    return Order(kind, story.id, Size.MEDIUM, LABELS[kind])


def card_flower(story: Story) -> Order:
    """The drawing on a story's card."""
    return Order(flower_of(story), story.id, Size.SMALL)


def cover_flower(plan: BookPlan) -> Order:
    """The drawing on a book's cover."""
    return Order(flower_of_book(plan), plan.edition.id, Size.PLATE)


def orders(stories: Iterable[Story], plans: Iterable[BookPlan]) -> Iterator[Order]:
    """Every drawing of the site."""
    for story in stories:
        yield card_flower(story)
        if story.portrait is None:
            yield head_flower(story)
    for plan in plans:
        yield cover_flower(plan)
    yield BADGE


def flower_files(
    stories: Iterable[Story], picks: Iterable[Story], plans: Iterable[BookPlan], cached: Cached
) -> Iterator[SiteFile]:
    """The drawings that are files: one a card, one a story of the home page, one a book, and the site's badge."""
    for story in stories:
        yield _file(small_flower(story), card_flower(story), cached)
    for story in picks:
        yield _file(large_flower(story), head_flower(story), cached)
    for plan in plans:
        yield _file(book_flower(plan.edition.id), cover_flower(plan), cached)
    yield _file(_BADGE_PATH, BADGE, cached)


def _file(path: str, order: Order, cached: Cached) -> SiteFile:
    return SiteFile(path, order.from_store(cached).encode())
