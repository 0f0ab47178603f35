"""Finding the header between its two lines of ``---``; python-frontmatter is silent where one is missing."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model import Span

from .fault import Fault, FaultKind

FENCE = "---"
_LOOKS_LIKE_FENCE = frozenset("-–—―_=*")


@dataclass(frozen=True, slots=True)
class Parts:
    """Where header and body stand. Lines count from 1; ``header_line`` is the line after the first fence."""

    header: str
    header_line: int
    body: str
    body_line: int


def split(text: str) -> Parts | Fault:
    """Cut a file at its fences, or say which fence is missing."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    opening = next((n for n, line in enumerate(lines) if line.rstrip() == FENCE), None)
    if opening is None or opening > first:
        return _no_opening(lines, first, opening)
    closing = next((n for n in range(opening + 1, len(lines)) if lines[n].rstrip() == FENCE), None)
    if closing is None:
        return Fault(FaultKind.OPEN_FENCE, Span(opening + 1, 1, opening + 1, len(FENCE)))
    return Parts(
        header="\n".join(lines[opening + 1 : closing]),
        header_line=opening + 2,
        body="\n".join(lines[closing + 1 :]),
        body_line=closing + 2,
    )


def _no_opening(lines: list[str], first: int, opening: int | None) -> Fault:
    line = lines[first].strip()
    if set(line) <= _LOOKS_LIKE_FENCE:
        return Fault(FaultKind.NO_HEADER, Span(first + 1, 1, first + 1, len(line)), line)
    if opening is not None and any(other.rstrip() == FENCE for other in lines[opening + 1 :]):
        return Fault(FaultKind.TEXT_BEFORE, Span(first + 1, 1, first + 1, len(line)), line[:40])
    return Fault(FaultKind.NO_HEADER, Span(first + 1))
