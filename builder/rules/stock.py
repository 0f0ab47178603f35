"""What rules see of all stories at once: of each as much as tells it from the others."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model import Span, Status

from .copy import Copy
from .sketch import Sketch, sketch


@dataclass(frozen=True, slots=True)
class StockEntry:
    """A file among all files. ``stands`` is false for one that is withdrawn or cannot be read: it doubles nobody."""

    path: str
    stands: bool
    title: str
    person: str
    unit: str
    year: int | None
    title_span: Span
    person_span: Span
    body_line: int
    sketch: Sketch

    @classmethod
    def of(cls, copy: Copy) -> StockEntry:
        """The entry of a file; values the schema refuses count as not there."""
        manuscript = copy.manuscript
        return cls(
            path=manuscript.path,
            stands=copy.readable and copy.text("status") != Status.WITHDRAWN,
            title=copy.text("title") or "",
            person=copy.text("person") or "",
            unit=copy.text("unit") or "",
            year=copy.number("year"),
            title_span=manuscript.span_of("title"),
            person_span=manuscript.span_of("person"),
            body_line=manuscript.body_line,
            sketch=sketch(manuscript.body),
        )


@dataclass(frozen=True, slots=True)
class Stock:
    """All files."""

    entries: tuple[StockEntry, ...]
