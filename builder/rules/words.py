"""How messages are worded, and where in a text they point: helpers all rules share."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pydantic import BaseModel

from builder.manuscript import Location, StoryHeader, label_of
from builder.model import Fix, Span
from builder.vocabulary import Labelled

_LINE_END = re.compile("\n")
_MOST_SHOWN = 60
_SHORT = 50
_FEW = 13
"""A list of at most this many codes is shown whole: the twelve fields and one to spare."""


def quote(value: object) -> str:
    """A value as the reader sees it, in Vietnamese quotes, on one line and not too long."""
    said = str(value).lower() if isinstance(value, bool) else str(value)
    text = " ".join(_visible(said).split())
    if len(text) > _MOST_SHOWN:
        text = text[: _MOST_SHOWN - 1].rstrip() + "…"
    return text if text.startswith("“") and text.endswith("”") else f"“{text}”"


def _visible(text: str) -> str:
    return "".join(
        f"[U+{ord(c):04X}]" if unicodedata.category(c) in {"Cc", "Cf", "Co"} and c != "\n" else c for c in text
    )


def named(location: Location, model: type[BaseModel] = StoryHeader) -> str:
    """A field by label and key: “Ngày quyết định” (date)."""
    key = next((step for step in reversed(location) if isinstance(step, str)), "")
    label = label_of(location, model)
    return quote(key) if label == key else f"{quote(label)} ({key})"


def listed(parts: Iterable[str]) -> str:
    """“a”, “a và b”, “a, b và c”."""
    items = list(parts)
    return " và ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""


def choices(entries: Mapping[str, Labelled]) -> str:
    """The codes of a closed list with their labels; of a long list the first three."""
    shown = list(entries.items())[: _FEW if len(entries) <= _FEW else 3]
    words = "; ".join(f"{code} ({item.label})" if len(item.label) <= _SHORT else code for code, item in shown)
    if len(entries) <= _FEW:
        return f"Các mã dùng được: {words}."
    return f"Ghi một mã trong danh mục {len(entries)} mã, ví dụ: {words}."


def replacing(span: Span, value: object, replacement: str, *, safe: bool = False) -> Fix | None:
    """A fix that writes something else for a value; None for a block of lines, whose span is only its first sign."""
    whole = span.end_line > span.line or span.end_column > span.column or len(str(value)) <= 1
    return Fix(span, replacement, safe=safe) if whole else None


def yaml_text(value: str) -> str:
    """A text as it can stand in a header whatever it holds: in double quotes."""
    return json.dumps(value, ensure_ascii=False)


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


def span_at(text: str, start: int, end: int, first_line: int = 1) -> Span:
    """The span of the code points ``start`` (included) to ``end`` (excluded) of a text."""
    starts = _line_starts(text)
    last = max(end - 1, start)
    line, last_line = bisect_right(starts, start) - 1, bisect_right(starts, last) - 1
    return Span(first_line + line, start - starts[line] + 1, first_line + last_line, last - starts[last_line] + 1)


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line starts: kept, for a text of 200 KB may give 60,000 findings to count."""
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
