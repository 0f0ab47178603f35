"""Postings: which word stands where. Numbers are code points, so that postings are short strings of text.

UTF-8 is then a variable-length code (one byte below 128, two below 2,048), and the browser decodes it natively. All
stories of a volume stand on one line of positions, one behind the other, each at a multiple of ``STRIDE``; the postings
of a term are the steps from one of its positions to the next. A step is never 0; a longer one than ``LEAP`` begins
with as many ``LEAP_SIGN`` as it holds leaps. Surrogates, which are no code points, do not occur.

Words are counted piece by piece, some dozens of stories a piece, and pieces are joined to a volume: an edited story
costs the counting of its piece. Smaller pieces would not pay: reading many kept counts takes longer than counting anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, Self

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
        """As one string, to be kept."""
        return _packed(self.strides, (((key,), steps) for key, steps in sorted(self.steps.items())))

    @classmethod
    def unpack(cls, text: str) -> Self:
        """What ``pack`` packed."""
        strides, rows = _unpacked(text)
        return cls(strides, {key: steps for (key,), steps in rows})


class Run(NamedTuple):
    """Where a term stands in a piece: its first and its last position, and the steps from one to the other."""

    first: int
    last: int
    steps: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some stories counted: how long each is, in strides, and the run of each term."""

    strides: Sequence[int]
    runs: Mapping[str, Run]

    def pack(self) -> str:
        """As one string, to be kept."""
        rows = (((key, str(run.first), str(run.last)), run.steps) for key, run in sorted(self.runs.items()))
        return _packed(self.strides, rows)

    @classmethod
    def unpack(cls, text: str) -> Self:
        """What ``pack`` packed."""
        strides, rows = _unpacked(text)
        return cls(strides, {key: Run(int(first), int(last), steps) for (key, first, last), steps in rows})


def _packed(strides: Sequence[int], rows: Iterable[tuple[Sequence[str], str]]) -> str:
    """The strides; a line of what is told of each row and the length of its steps; an empty line; all steps joined."""
    held = list(rows)
    head = "".join("\t".join((*told, str(len(steps)))) + "\n" for told, steps in held)
    return f"{' '.join(map(str, strides))}\n{head}\n{''.join(steps for _, steps in held)}"


def _unpacked(text: str) -> tuple[list[int], Iterator[tuple[list[str], str]]]:
    """What ``_packed`` packed."""
    head, _, body = text.partition("\n\n")
    strides, *lines = head.split("\n")
    told = [line.split("\t") for line in lines]
    ends = [0, *accumulate(int(row[-1]) for row in told)]
    rows = ((row[:-1], body[start:end]) for row, (start, end) in zip(told, pairwise(ends), strict=True))
    return [int(length) for length in strides.split()], rows


def piece_of(texts: Iterable[str]) -> Piece:
    """Some stories in their order; in each text a line is a paragraph."""
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
    return Piece(strides, {key: Run(at[0], at[-1], _steps(at)) for key, at in found.items()})


def joined(pieces: Iterable[Piece]) -> Postings:
    """The postings of a volume from its pieces in their order."""
    steps: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    strides: list[int] = []
    start = 0
    for piece in pieces:
        for key, run in piece.runs.items():
            # The first step of all starts before position 0.
            steps[key] += (_step(start + run.first - last.get(key, -1)), run.steps)
            last[key] = start + run.last
        strides += piece.strides
        start += sum(piece.strides) * STRIDE
    return Postings(strides, {key: "".join(parts) for key, parts in steps.items()})


def _steps(positions: Sequence[int]) -> str:
    """The steps from each position to the next, as code points."""
    steps = [after - before for before, after in pairwise(positions)]
    if max(steps, default=0) <= LEAP:
        return "".join(map(chr, steps))
    return "".join(map(_step, steps))


def _step(step: int) -> str:
    return LEAP_SIGN * ((step - 1) // LEAP) + chr((step - 1) % LEAP + 1)
