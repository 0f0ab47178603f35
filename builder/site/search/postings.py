"""Postings: which word stands where. Numbers are code points, so that postings are short strings of text.

UTF-8 is then a variable-length code (one byte below 128, two below 2,048), and the browser decodes it natively. All
stories of a volume stand on one line of positions, one behind the other, each at a multiple of ``STRIDE``; the postings
of a term are the steps from one of its positions to the next. A step is never 0; a longer one than ``LEAP`` begins
with as many ``LEAP_SIGN`` as it holds leaps. Surrogates, which are no code points, do not occur.

A volume is counted as a whole: a story's words are plain by then, and counting them anew takes a third of the time
that reading kept counts takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Self

from .words import WORD, terms

GAP: Final = 8
"""Positions left free between paragraphs: no phrase runs from one into the next."""

STRIDE: Final = 64
"""Stories begin at multiples of it, so that their lengths are small numbers."""

LEAP: Final = 50_000
LEAP_SIGN: Final = "\ue000"


@dataclass(frozen=True, slots=True)
class Postings:
    """A volume counted: how long each story is, in strides, and the steps of each term."""

    strides: Sequence[int]
    steps: Mapping[str, str]

    def pack(self) -> str:
        """As one string, to be kept: the strides; a line “term, length” each; an empty line; all steps joined."""
        rows = sorted(self.steps.items())
        head = "".join(f"{key}\t{len(steps)}\n" for key, steps in rows)
        return f"{' '.join(map(str, self.strides))}\n{head}\n{''.join(steps for _, steps in rows)}"

    @classmethod
    def unpack(cls, text: str) -> Self:
        """What ``pack`` packed."""
        head, _, body = text.partition("\n\n")
        strides, *rows = head.split("\n")
        steps = {}
        at = 0
        for row in rows:
            key, size = row.split("\t")
            end = at + int(size)
            steps[key] = body[at:end]
            at = end
        return cls([int(length) for length in strides.split()], steps)


def volume_postings(texts: Iterable[str]) -> Postings:
    """The postings of a volume's stories in their order; in each text a line is a paragraph."""
    found: dict[str, list[int]] = defaultdict(list)
    known = terms()
    strides = []
    start = 0
    for text in texts:
        at = start
        for line in text.split("\n"):
            words = WORD.findall(line)
            for place, key in enumerate(map(known.__getitem__, words), at):
                found[key].append(place)
            at += len(words) + GAP
        strides.append((at - start) // STRIDE + 1)
        start += strides[-1] * STRIDE
    found.pop("", None)  # a stray mark is no word
    return Postings(strides, {key: _steps(positions) for key, positions in found.items()})


def _steps(positions: Sequence[int]) -> str:
    """Steps as code points; the first one starts before position 0."""
    steps = [after - before for before, after in zip(chain([-1], positions), positions, strict=False)]
    if max(steps) <= LEAP:
        return "".join(map(chr, steps))
    return "".join(LEAP_SIGN * ((step - 1) // LEAP) + chr((step - 1) % LEAP + 1) for step in steps)
