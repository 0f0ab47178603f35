"""Which page of which chunk stands on which page of the book.

Folios run from 1 on the half-title to the end, so that folio = place in the PDF + 1. A page left over before a recto is
a planned page: the plate that faces a section, or an ornament.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .geometry import is_recto

ORNAMENTS = 12
"""How many different ornaments take turns."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk in its place: its pages, whether it opens on a recto, the plate (a chunk's id) that then faces it.

    A plate that is not ``wanted`` for itself only takes a page that would be left over.
    """

    chunk: str
    pages: int = 1
    recto: bool = False
    plate: str = ""
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page of the book: the chunk and which of its pages, from 0."""

    folio: int
    chunk: str
    index: int


def paginate(parts: Iterable[Part]) -> tuple[PlacedPage, ...]:
    """Put parts on pages, with plates and ornaments where a recto has to be reached."""
    row: list[tuple[str, int]] = []
    ornaments = 0
    for part in parts:
        before = _before(part, len(row) + 1)
        for filler in before:
            row.append((filler or ornament_id(ornaments), 0))
            ornaments += not filler
        row.extend((part.chunk, index) for index in range(part.pages))
    return tuple(PlacedPage(n + 1, chunk, index) for n, (chunk, index) in enumerate(row))


def _before(part: Part, folio: int) -> Sequence[str]:
    """What stands between the last part and this one, if its first page could have ``folio``; "" is an ornament."""
    if not part.recto or folio == 1:
        return ()
    if is_recto(folio):
        return ("", part.plate) if part.plate and part.wanted else ()
    return (part.plate,)


def ornament_id(number: int) -> str:
    """The chunk of the ornament whose turn it is."""
    return f"ornament/{number % ORNAMENTS}"


def openings(pages: Iterable[PlacedPage]) -> Mapping[str, int]:
    """The folio on which each chunk opens."""
    return {page.chunk: page.folio for page in pages if page.index == 0}
