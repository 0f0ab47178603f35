"""The line a finding stands on, with its place marked, cut to what is needed to find it again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from builder.model import Finding

_AROUND = 72
_LONGEST = 160
_REST_OF_WORD = re.compile(r"[\w-]*")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Line ``number`` (from 1) in three pieces. Characters nobody could see stand as their code points."""

    number: int
    before: str
    marked: str
    after: str


def excerpt(finding: Finding, line: str) -> Excerpt | None:
    """The marked line; None where there is nothing to show. A mark of one letter is drawn to its word's end."""
    if not line.strip():
        return None
    span = finding.span
    start = min(span.column - 1, len(line))
    end = min(span.end_column, len(line)) if span.end_line == span.line else len(line)
    if end - start <= 1:
        rest = _REST_OF_WORD.match(line, start)
        end = max(end, rest.end() if rest else end)
    marked = line[start:end]
    return Excerpt(
        span.line,
        _seen(_tail(line[:start])),
        _seen(marked if len(marked) <= _LONGEST else f"{marked[:_LONGEST]}…"),
        _seen(_head(line[end:])),
    )


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else f"…{text[-_AROUND:].partition(' ')[2] or text[-_AROUND:]}"


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else f"{text[:_AROUND].rpartition(' ')[0] or text[:_AROUND]}…"


def _seen(text: str) -> str:
    return "".join(f"[U+{ord(c):04X}]" if unicodedata.category(c) in _UNSEEN and c != "\t" else c for c in text)
