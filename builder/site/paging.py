"""Long listings in pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from .addresses import paged
from .page import Link

CARDS: Final = 60
"""Stories on a page of a listing."""

LINES: Final = 240
"""Names on a page of an index."""

Item = TypeVar("Item")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Step(Link):
    """The number of a page; ``gap`` where pages before it are not named."""

    gap: bool = False


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """One page of a listing: number ``number`` of ``total``, at ``path``."""

    path: str
    number: int
    total: int
    items: Sequence[Item]
    before: str
    after: str
    links: tuple[Step, ...]

    def with_items(self, items: Sequence[Other]) -> Leaf[Other]:
        """The same page with other things on it."""
        return Leaf(self.path, self.number, self.total, items, self.before, self.after, self.links)

    @property
    def label(self) -> str:
        """“trang 2 / 5”, or nothing where one page holds all."""
        return f"trang {self.number} / {self.total}" if self.total > 1 else ""


def leaves(base: str, items: Sequence[Item], size: int = CARDS) -> Iterator[Leaf[Item]]:
    """Cut a listing into pages of ``size``; an empty one still has its first page."""
    total = max(1, -(-len(items) // size))
    for number in range(1, total + 1):
        yield Leaf(
            path=paged(base, number),
            number=number,
            total=total,
            items=items[(number - 1) * size : number * size],
            before=paged(base, number - 1) if number > 1 else "",
            after=paged(base, number + 1) if number < total else "",
            links=_steps(base, number, total),
        )


def _steps(base: str, number: int, total: int) -> tuple[Step, ...]:
    shown = _shown(number, total)
    return tuple(
        Step(paged(base, n), str(n), current=n == number, gap=n > before + 1)
        for before, n in zip((0, *shown), shown, strict=False)
    )


def _shown(number: int, total: int) -> list[int]:
    """The page numbers worth naming: both ends and the neighbours."""
    return sorted({1, total, *(n for n in range(number - 2, number + 3) if 1 <= n <= total)})
