"""What a check is: a small function on what was seen in a file, with an id, a weight, a remedy and a manual page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from builder.model import Severity

from .dossier import Dossier
from .names import readable


@dataclass(frozen=True, slots=True)
class Said:
    """What a check says: Vietnamese words, the page (index from 0) or None for the whole file.

    ``severity`` is set only where it differs from the check's own.
    """

    message: str
    page: int | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a file: the check that saw it, its weight, the page (index from 0), words and remedy."""

    check: str
    severity: Severity
    page: int | None
    message: str
    remedy: str

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """The worst first, then the whole file, then page by page."""
        return (self.severity.rank, -1 if self.page is None else self.page, self.check, self.message)


@dataclass(frozen=True, slots=True)
class Check:
    """A check. ``doc`` is its manual page in Vietnamese, the first line being its title."""

    id: str
    severity: Severity
    remedy: str
    look: Callable[[Dossier], Iterable[Said]]
    doc: str

    @property
    def title(self) -> str:
        """The first line of the manual page, without its full stop."""
        return self.doc.partition("\n")[0].rstrip(".")

    def flaws(self, dossier: Dossier) -> Iterator[Flaw]:
        """All it finds."""
        for said in self.look(dossier):
            yield Flaw(self.id, said.severity or self.severity, said.page, readable(said.message), self.remedy)


def check(check_id: str, severity: Severity, remedy: str) -> Callable[[Callable[[Dossier], Iterable[Said]]], Check]:
    """Make a check of a function: its id (``pdf/trim-size``), its weight, what to do (Vietnamese, one sentence)."""

    def made(look: Callable[[Dossier], Iterable[Said]]) -> Check:
        return Check(check_id, severity, remedy, look, inspect.cleandoc(look.__doc__ or ""))

    return made
