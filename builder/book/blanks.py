"""Listings with their folios left open: contents and indexes as forms, whose figures are put in when they are known.

An edit that adds a page changes hundreds of folios and not one line: every folio has the room that the longest of them
takes, and figures are all of one width. So a listing need not be set again, whatever its folios are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from string import digits

ROOM = "\u2007"
"""A space as wide as a figure, in place of each figure a folio has not, after it and the mark that follows it.

At the end of a leader there is room enough; how many figures are counted on is told there (``data-figures``)."""
_FOLIO = re.compile(
    rf'href="page:(?P<folio>\d+)"(?: data-folio="(?P=folio)" data-figures="(?P<figures>\d+)"'
    rf"|>(?P<space> ?)(?P=folio)</a>(?P<mark>[,;]?)(?P<after>{ROOM}*))"
)
"""A link to a page that shows the number of that page and nothing else, as our templates write it."""
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Form:
    """HTML with stand-ins for folios, the stand-ins as they follow each other, and the folios themselves.

    No other number in the HTML is written like a stand-in. ``right`` says of each whether it is set flush right.
    """

    html: str
    held: tuple[str, ...]
    wanted: tuple[str, ...]
    right: tuple[bool, ...]


def room(folio: int, figures: int) -> str:
    """The room beside a folio in a listing whose longest has so many figures."""
    return ROOM * (figures - len(str(folio)))


def form_of(html: str) -> Form:
    """Leave the folios of a listing open. It is the same form for all folios with the same room."""
    others = set(_FIGURES.findall(_FOLIO.sub("", html)))
    needed = Counter(map(_figures, _FOLIO.finditer(html)))
    free = {figures: tuple(islice(_free(figures, others), count)) for figures, count in needed.items()}
    turns = dict.fromkeys(free, 0)
    blanks: list[tuple[str, str, bool]] = []

    def opened(found: re.Match[str]) -> str:
        figures, right = _figures(found), found["space"] is None
        standing = free[figures]
        if not standing:
            return found[0]
        held = standing[turns[figures] % len(standing)]
        turns[figures] += 1
        blanks.append((held, found["folio"], right))
        shown = (
            f' data-folio="{held}" data-figures="{figures}"' if right else f">{found['space']}{held}</a>{found['mark']}"
        )
        return f'href="page:{held}"{shown}'

    form = _FOLIO.sub(opened, html)
    held, wanted, right = zip(*blanks, strict=True) if blanks else ((), (), ())
    return Form(form, held, wanted, right)


def _figures(found: re.Match[str]) -> int:
    return max(len(found["folio"]) + len(found["after"] or ""), int(found["figures"] or 0))


def _free(length: int, others: set[str]) -> Iterator[str]:
    """Numbers that stand nowhere else; the first few show all figures, so that a short listing has them, too."""
    row = digits * 2
    first = [row[n : n + length] for n in range(0, len(digits), length)] if length <= len(digits) else []
    rest = (f"{n:0{length}d}" for n in range(10**length))
    return (number for number in chain(first, (n for n in rest if n not in first)) if number not in others)
