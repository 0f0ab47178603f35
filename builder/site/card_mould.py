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

    def pieces(self, card: Card) -> tuple[str, ...]:
        """A card as HTML, its words escaped as the template would, in pieces: the way to the root goes between them."""
        pieces = [self.texts[0]]
        for name, text in zip(self.names, self.texts[1:], strict=True):
            if name == _UP:
                pieces.append(text)
            else:
                pieces[-1] += str(escape(getattr(card, name))) + text
        return tuple(pieces)


def filled(up: str, pieces: tuple[str, ...]) -> Markup:
    """A card of such pieces as HTML, on a page that is ``up`` from the root."""
    return Markup(up.join(pieces))  # noqa: S704  # the words are escaped
