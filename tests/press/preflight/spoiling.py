"""Entering spoilt files: one fault each, with the check that must name it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pikepdf import Pdf

from builder.press.preflight.demand import Demand
from tests.press.preflight.making import (
    DEMAND,
    draw,
    spoiled,
)


@dataclass(frozen=True)
class Spoil:
    """One spoilt file: the check that must name it and nothing else of its weight, and on which page (from 0)."""

    name: str
    check: str
    data: Callable[[], bytes]
    page: int | None = None
    warning: bool = False
    demand: Demand = field(default=DEMAND)


SPOILS: list[Spoil] = []


def spoil(
    check: str, page: int | None = None, *, warning: bool = False, demand: Demand = DEMAND, **save: object
) -> Callable[[Callable[[Pdf], object]], Callable[[Pdf], object]]:
    """Enter a function that changes the good file."""

    def entered(change: Callable[[Pdf], object]) -> Callable[[Pdf], object]:
        name = f"{check.removeprefix('pdf/')}: {change.__name__.strip('_').replace('_', ' ')}"
        SPOILS.append(Spoil(name, check, lambda: spoiled(change, **save), page, warning, demand))
        return change

    return entered


def rewritten(check: str, old: bytes, new: bytes, **save: object) -> None:
    """Enter a change of the file's bytes."""

    def data() -> bytes:
        made = spoiled(lambda _: None, **save)
        assert old in made
        return made.replace(old, new)

    SPOILS.append(Spoil(f"{check.removeprefix('pdf/')}: bytes {old!r}", check, data))


def painted(check: str, name: str, content: bytes, *, warning: bool = False, demand: Demand = DEMAND) -> None:
    """Enter something painted on the third page, with no resources but the font."""
    change = lambda pdf: draw(pdf, 2, content)  # noqa: E731  # a change of one line
    SPOILS.append(Spoil(f"{check.removeprefix('pdf/')}: {name}", check, lambda: spoiled(change), 2, warning, demand))
