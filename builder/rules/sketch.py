"""Sketches of texts: few numbers from which the likeness of two texts can be told without comparing them.

Bottom-k sketching (Broder 1997): of all runs of five folded words the 64 with the smallest hashes are kept. The share
of common ones among the smallest of both estimates how much two texts have in common (Jaccard), ± 6 % at one half.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from itertools import chain, combinations
from typing import Final

from builder.vietnamese.fold import fold

Sketch = tuple[int, ...]

RUN: Final = 5
"""Words in a run: shorter ones are common phrases, longer ones are broken by every small edit."""
KEPT: Final = 64
FEWEST: Final = 80
"""Runs a text must have: two notes of a few lines may well be alike."""
_PROBED: Final = 16
_MEETINGS: Final = 3
"""Texts of which half is common share about eight of their sixteen smallest hashes; three make them worth a look."""
_CROWD: Final = 40
"""A hash in more texts than this is a set phrase, no sign of a copy."""
_WORD: Final = re.compile(r"\w+")
_SPREAD: Final = 0x9E3779B1


def sketch(text: str) -> Sketch:
    """The sketch of a text, in rising order; empty for a text that is too short to judge."""
    words = _WORD.findall(fold(text))
    runs = {" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
    if len(runs) < FEWEST:
        return ()
    return tuple(nsmallest(KEPT, {zlib.crc32(run.encode()) * _SPREAD & 0xFFFFFFFF for run in runs}))


def likeness(one: Sketch, two: Sketch) -> float:
    """How much two texts have in common, 0 to 1."""
    smallest = sorted({*one, *two})[:KEPT]
    return len({*one} & {*two} & {*smallest}) / len(smallest) if smallest else 0.0


def alike(sketches: Mapping[str, Sketch], least: float) -> Iterator[tuple[str, str, float]]:
    """Every pair of texts (by name, in order) that are at least ``least`` alike, with their likeness."""
    for one, two in sorted(_candidates(sketches)):
        share = likeness(sketches[one], sketches[two])
        if share >= least:
            yield one, two, share


def _candidates(sketches: Mapping[str, Sketch]) -> set[tuple[str, str]]:
    probed = {name: sketches[name][:_PROBED] for name in sorted(sketches)}
    # Nearly all hashes stand in one text alone: to count them first costs a tenth of filing them.
    held = Counter(chain.from_iterable(probed.values()))
    telling = {value for value, times in held.items() if 1 < times <= _CROWD}
    holders: dict[int, list[str]] = defaultdict(list)
    for name, values in probed.items():
        for value in telling.intersection(values):
            holders[value].append(name)
    common: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        common.update(combinations(names, 2))
    return {pair for pair, times in common.items() if times >= _MEETINGS}
