"""What rules see of all stories at once: of each as much as tells it from the others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.model import Span, Status

from .copy import Copy
from .markdown import references
from .sketch import Sketch, sketch

_STORY = re.compile(
    r"https?://[^/?#]+(?:/[^?#]*)?/bai/(tap-\d+/[a-z0-9-]+)(?:/(?:index\.html)?)?(?:[?#].*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class StockEntry:
    """A file among all files. ``stands`` is false for one that is withdrawn or cannot be read: it doubles nobody.

    ``links`` are the ids of the stories it links to by their address on the site, each with its place.
    """

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
    status: str = Status.DRAFT
    links: tuple[tuple[str, Span], ...] = ()

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
            status=copy.text("status") or Status.DRAFT,
            links=_story_links(copy),
        )


def _story_links(copy: Copy) -> tuple[tuple[str, Span], ...]:
    found = ((_STORY.fullmatch(link.target), link) for link in references(copy.manuscript.body) if not link.image)
    return tuple((told[1].lower(), copy.body.span(link.start, link.end)) for told, link in found if told)


@dataclass(frozen=True, slots=True)
class Stock:
    """All files."""

    entries: tuple[StockEntry, ...]
