"""Depths of colour for numbers of stories: a few steps from the least to the most, told in words beside the map."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from builder.vietnamese.numbers import group

STEPS: Final = 4
"""Depths besides the empty one; more cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Depths:
    """``floors`` holds the least number of each depth from 1 on, rising; ``most`` is the greatest number there is.

    No stories is depth 0.
    """

    floors: tuple[int, ...]
    most: int = 0

    @classmethod
    def of(cls, counts: Iterable[int]) -> Depths:
        """Steps of equal ratio from the least to the most, rounded to two figures; fewer where numbers are few.

        Stories crowd in a few places, so steps of equal width would leave nearly every place in the first.
        """
        told = [count for count in counts if count]
        if not told:
            return cls(())
        least, most = min(told), max(told)
        ratio = most / least
        floors = {_rounded(least * ratio ** (n / STEPS)) for n in range(STEPS)}
        return cls(tuple(sorted(floors)), most)

    def depth(self, count: int) -> int:
        """0 for none, else 1 to ``STEPS``."""
        return max(1, bisect_right(self.floors, count)) if count else 0

    @property
    def labels(self) -> tuple[tuple[int, str], ...]:
        """Each depth with its numbers in words: (1, “1 bài”), (2, “2–5 bài”), (3, “6–12 bài”)."""
        if not self.floors:
            return ()
        ends = (*(floor - 1 for floor in self.floors[1:]), self.most)
        return tuple((n, _span(*pair)) for n, pair in enumerate(zip(self.floors, ends, strict=True), start=1))


def _rounded(number: float) -> int:
    """A whole number, from the third figure on zeros: 816.3 is 810, 1.9 is 2."""
    whole = round(number)
    scale: int = 10 ** max(0, len(str(whole)) - 2)
    return whole // scale * scale


def _span(first: int, last: int) -> str:
    return f"{group(first)} bài" if first == last else f"{group(first)}–{group(last)} bài"
