"""Cards by the tens of thousands: the template is set once with marks in it, and each card is joined from its pieces.

So a page is poured into its shell, too. Setting the template costs some ten times as much as joining.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from markupsafe import Markup, escape

from .card import Card

_UP: Final = "up"
UP_MARK: Final = f"[[card:{_UP}]]"
"""What the template is given as the way to the root."""

MARKED: Final = Card(*(f"[[card:{name}]]" for name in ("path", "name", "title", "meta", "flower")))
"""The card that the template is given."""

_ANY_MARK: Final = re.compile(r"\[\[card:([a-z]+)\]\]")


@dataclass(frozen=True, slots=True)
class CardMould:
    """Text and names of values in turn: ``texts`` has one entry more than ``names``."""

    texts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def parse(cls, html: str) -> Self:
        """Take the template apart, set with ``UP_MARK`` and ``MARKED``."""
        pieces = _ANY_MARK.split(html)
        return cls(tuple(pieces[::2]), tuple(pieces[1::2]))

    def words(self, card: Card) -> tuple[str, ...]:
        """What a card says, escaped as the template would, in the order in which it stands there."""
        return tuple(str(escape(getattr(card, name))) for name in self.names if name != _UP)

    def fill(self, up: str, words: tuple[str, ...]) -> Markup:
        """A card with such words as HTML, on a page that is ``up`` from the root."""
        parts, rest = [self.texts[0]], iter(words)
        for name, text in zip(self.names, self.texts[1:], strict=True):
            parts += (up if name == _UP else next(rest), text)
        return Markup("".join(parts))  # noqa: S704  # the words are escaped
