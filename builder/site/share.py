"""What stands on the card that a shared link shows: a flower, the title, the name, the place, the series.

The card itself is a picture, drawn elsewhere. Its file carries a hash of all that stands on it: the networks keep a
picture under its address for weeks, so a corrected name must have a new address.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from builder.edition import BookPlan
from builder.flower import Kind, Size, seed_of
from builder.model import Story

from .addresses import BOOKS, CARDS
from .card import full_name, place_line
from .drawings import Order, flower_of, flower_of_book
from .page import SERIES

_LAYOUT: Final = "1"
"""To be raised when the drawing of cards changes so that old pictures are not to be shown any more."""
_PART: Final = 38
"""Letters of a place line that surely fit beside the flower."""
SAMPLE: Final = "Bài mẫu – nhân vật hư cấu"
SAMPLE_BOOK: Final = "Bản mẫu – các nhân vật đều hư cấu"


@dataclass(frozen=True, slots=True)
class ShareCard:
    """A card: ``name`` and ``place`` stand under the title, ``series`` above it, ``note`` at the foot."""

    about: str
    flower: Order
    series: str
    title: str
    name: str
    place: str = ""
    note: str = ""

    @property
    def path(self) -> str:
        """Its file on the site."""
        told = (self.series, self.title, self.name, self.place, self.note)
        words = "\n".join((_LAYOUT, self.flower.key, *told))
        return f"{CARDS}/{self.about}-{blake2b(words.encode(), digest_size=5).hexdigest()}.png"


SITE_CARD: Final = ShareCard(
    about="trang",
    flower=Order(Kind.SEN, "badge", Size.MEDIUM),
    series="Hà Nội",
    title=SERIES,
    name="Người tốt, việc tốt của Hà\u00a0Nội, mỗi người một bông hoa",
)
"""The card of every page that has none of its own."""


def story_card(story: Story) -> ShareCard:
    """The card of a story."""
    return ShareCard(
        about=story.id,
        flower=Order(flower_of(story), seed_of(story.id), Size.MEDIUM),
        series=f"{SERIES}, {story.volume.label.lower()}",
        title=story.title,
        name=full_name(story),
        place=_unbroken(place_line(story)),
        note=SAMPLE if story.sample else "",
    )


def book_card(plan: BookPlan) -> ShareCard:
    """The card of a book."""
    edition = plan.edition
    return ShareCard(
        about=f"{BOOKS}/{edition.id}",
        flower=Order(flower_of_book(plan), edition.id, Size.MEDIUM),
        series=edition.title if edition.subtitle else SERIES,
        title=(edition.subtitle or edition.title).replace(" – ", "\u00a0– "),
        name=edition.unit,
        note=SAMPLE_BOOK if edition.sample else "",
    )


def _unbroken(line: str) -> str:
    """The line with spaces that break only between its parts, as far as a part is not itself as long as a line."""
    return ", ".join(part.replace(" ", "\u00a0") if len(part) <= _PART else part for part in line.split(", "))


def share_cards(stories: Iterable[Story], plans: Iterable[BookPlan]) -> tuple[ShareCard, ...]:
    """Every card of the site."""
    return (SITE_CARD, *map(book_card, plans), *map(story_card, stories))
