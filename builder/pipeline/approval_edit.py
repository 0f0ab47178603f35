"""The edit that writes an approval into a YAML text: the fewest spans of it, as fixes, and the text after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from builder.manuscript import Location, Mark
from builder.model import Fix, Span
from builder.rules.words import yaml_text

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_PLAIN = re.compile(r"[^\W\d_][\w ./–-]*[\w.]|\d+[/-][^\W\d_][\w./-]*[\w.]|\d{4}-\d\d-\d\d")
_NOT_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


@dataclass(frozen=True, slots=True)
class Page:
    """A text with plain line feeds, its values and their marks. ``end`` is the line new keys are put before."""

    text: str
    values: Mapping[str, object]
    marks: Mapping[Location, Mark]
    end: int

    def line(self, number: int) -> str:
        """A line, counted from 1."""
        return self.text.split("\n")[number - 1]

    def behind(self, number: int, words: str) -> Fix:
        """Words put behind the last sign of a line that is not empty."""
        line = self.line(number).rstrip()
        return Fix(Span(number, len(line), number, len(line)), line[-1] + words)


def edits(page: Page, key: str, values: Mapping[str, str], **alone: str) -> list[Fix]:
    """What makes ``key`` the block ``values`` (its other keys kept) and each key of ``alone`` its one value."""
    fixes, added = [], ""
    for name, value in alone.items():
        if (name,) not in page.marks:
            added += f"{name}: {value}\n"
        elif page.values.get(name) is None:
            fixes.append(page.behind(page.marks[(name,)].key.line, f" {value}"))
        elif page.values.get(name) != value:
            fixes.append(Fix(page.marks[(name,)].value, value))
    old = page.values.get(key)
    block = "".join(f"\n  {name}: {_scalar(value)}" for name, value in values.items())
    if (key,) not in page.marks:
        added += f"{key}:{block}\n"
    elif isinstance(old, dict) and old:
        fixes += _renewed(page, key, old, values)
    else:
        fixes.append(page.behind(page.marks[(key,)].key.line, block))
    return [*fixes, _inserted(page, added)] if added else fixes


def spliced(text: str, fixes: list[Fix]) -> str:
    """The text of a file, BOM and line ends and all, with its fixes; new lines end as the first one does."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    parts = _LINE_END.split(text.removeprefix(mark))
    newline = parts[1] if len(parts) > 1 else "\n"
    lengths = [len(line) + len(end) for line, end in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    starts = list(accumulate(lengths, initial=len(mark)))
    for fix in sorted(fixes, key=lambda fix: fix.span, reverse=True):
        start = starts[fix.span.line - 1] + fix.span.column - 1
        end = starts[fix.span.end_line - 1] + fix.span.end_column
        text = text[:start] + fix.replacement.replace("\n", newline) + text[end:]
    return text


def _renewed(page: Page, key: str, old: Mapping[str, object], values: Mapping[str, str]) -> Iterator[Fix]:
    """The values of a block that stands there already, and behind its last one those it lacks."""
    inner = {location: mark for location, mark in page.marks.items() if location[:1] == (key,) != location}
    last = max(inner, key=lambda location: inner[location].value)
    block = inner[last].key.line != page.marks[(key,)].key.line
    lead = "\n" + " " * (inner[last].key.column - 1) if block else ", "
    lacking = "".join(f"{lead}{name}: {_scalar(value)}" for name, value in values.items() if name not in old)
    for location, mark in inner.items():
        name = str(location[1])
        changed = name in values and str(old[name]) != values[name]
        if changed or (location == last and lacking):
            kept = page.line(mark.value.line)[mark.value.column - 1 : mark.value.end_column]
            yield Fix(mark.value, (_scalar(values[name]) if changed else kept) + (lacking if location == last else ""))


def _inserted(page: Page, lines: str) -> Fix:
    """Whole lines put before the line ``end``, or behind the last line of all."""
    if page.end <= page.text.count("\n") and (line := page.line(page.end)):
        return Fix(Span(page.end, 1, page.end, 1), f"{lines}{line[0]}")
    last = len(page.text.rstrip().split("\n"))
    return page.behind(last, "\n" + lines.removesuffix("\n"))


def _scalar(value: str) -> str:
    """A value as it can stand in a header, in braces too: plain where every reader takes it for the same text."""
    return value if _PLAIN.fullmatch(value) and value.lower() not in _NOT_TEXT else yaml_text(value)
