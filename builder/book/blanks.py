"""Listings with their folios left open: contents and indexes as forms, whose figures are put in when they are known.

An edit that adds a page changes hundreds of folios and not one line: figures of a form are all of one width, so a
listing need not be set again as long as each folio keeps its number of figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_FOLIO = re.compile(r'href="page:(?P<folio>\d+)"(?: data-folio="(?P=folio)"|>(?P<space> ?)(?P=folio)(?=</a>))')
"""A link to a page that shows the number of that page and nothing else, as our templates write it."""
_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Form:
    """HTML with stand-ins for folios, the stand-ins as they follow each other, and the folios themselves.

    No other number in the HTML is written like a stand-in.
    """

    html: str
    held: tuple[str, ...]
    wanted: tuple[str, ...]


def form_of(html: str) -> Form:
    """Leave the folios of a listing open. It is the same form for all folios of as many figures."""
    others = set(_FIGURES.findall(_FOLIO.sub("", html)))
    turns: Counter[int] = Counter()
    free = {n: tuple(_free(n, others)) for n in {len(found["folio"]) for found in _FOLIO.finditer(html)}}
    held: list[str] = []
    wanted: list[str] = []

    def opened(found: re.Match[str]) -> str:
        folio = found["folio"]
        standing = free[len(folio)]
        if not standing:
            return found[0]
        held.append(standing[turns[len(folio)] % len(standing)])
        turns[len(folio)] += 1
        wanted.append(folio)
        shown = f' data-folio="{held[-1]}"' if found["space"] is None else f">{found['space']}{held[-1]}"
        return f'href="page:{held[-1]}"{shown}'

    return Form(_FOLIO.sub(opened, html), tuple(held), tuple(wanted))


def _free(length: int, others: set[str]) -> Iterator[str]:
    """Numbers that begin with a nought, as no folio does, and stand nowhere else."""
    numbers = (f"{n:0{length}d}" for n in range(10 ** (length - 1)))
    return (number for number in numbers if number not in others)
