"""Findings as text for a terminal: a group for each file, the line, and a caret under the place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from builder.model import Finding

from .findings import Sources, line_of, ordered

_WIDTH = 88


def as_text(findings: Sequence[Finding], sources: Sources) -> str:
    """Grouped by file. ``sources`` are the lines of each file, for showing the place."""
    blocks = []
    for path, group in groupby(ordered(findings), key=lambda finding: finding.path):
        blocks.append("\n".join([path, *(_entry(finding, line_of(finding, sources)) for finding in group)]))
    return "\n\n".join(blocks)


def _entry(finding: Finding, line: str) -> str:
    span = finding.span
    entry = [f"  {span.line}:{span.column}  {finding.severity.label}  {finding.message}  [{finding.rule}]"]
    if line.strip():
        entry += _excerpt(line, span.column, span.end_column if span.end_line == span.line else 0)
    if finding.hint:
        entry.append(f"      → {finding.hint}")
    return "\n".join(entry)


def _excerpt(line: str, column: int, end_column: int) -> list[str]:
    start = max(0, column - 1 - _WIDTH // 2)
    shown = line[start : start + _WIDTH].replace("\t", " ")
    caret = "^" * max(1, min(end_column, start + _WIDTH) - column + 1)
    return [f"      │ {shown}", f"      │ {' ' * (column - 1 - start)}{caret}"]
