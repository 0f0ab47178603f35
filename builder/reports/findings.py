"""Findings for people and machines: text with the line and a caret, JSON, annotations for a pull request."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from builder.model import Finding, Severity

MAX_ANNOTATIONS = 9
"""GitHub shows ten annotations a step; the last place says how many are left."""


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """By file and place."""
    return sorted(findings, key=lambda finding: finding.sort_key)


def summary(findings: Sequence[Finding]) -> str:
    """“2 lỗi, 1 cảnh báo”, or “không có lỗi”."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[severity]} {severity.label}" for severity in Severity if counts[severity]]
    if not counts[Severity.ERROR]:
        parts.insert(0, "không có lỗi")
    return ", ".join(parts)


def as_text(findings: Sequence[Finding], sources: Mapping[str, Sequence[str]]) -> str:
    """Grouped by file. ``sources`` are the lines of each file, for showing the place."""
    blocks = []
    for path, group in groupby(ordered(findings), key=lambda finding: finding.path):
        lines = sources.get(path, ())
        blocks.append("\n".join([path, *(_entry(finding, lines) for finding in group)]))
    return "\n\n".join(blocks)


def _entry(finding: Finding, lines: Sequence[str]) -> str:
    span = finding.span
    entry = [f"  {span.line}:{span.column}  {finding.severity.label}  {finding.message}  [{finding.rule}]"]
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        entry += _excerpt(lines[span.line - 1], span.column, span.end_column if span.end_line == span.line else 0)
    if finding.hint:
        entry.append(f"      → {finding.hint}")
    return "\n".join(entry)


def _excerpt(line: str, column: int, end_column: int, width: int = 88) -> list[str]:
    start = max(0, column - 1 - width // 2)
    shown = line[start : start + width].replace("\t", " ")
    caret = "^" * max(1, min(end_column, start + width) - column + 1)
    return [f"      │ {shown}", f"      │ {' ' * (column - 1 - start)}{caret}"]


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON array, one object a finding; lines and columns from 1, columns in code points."""
    rows = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "file": finding.path,
            "line": finding.span.line,
            "column": finding.span.column,
            "end_line": finding.span.end_line,
            "end_column": finding.span.end_column,
            "message": finding.message,
            "hint": finding.hint,
            "fix": finding.fix.replacement if finding.fix else None,
        }
        for finding in ordered(findings)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, worst first, at most nine, then one line for the rest."""
    worst = sorted(findings, key=lambda finding: (finding.severity.rank, finding.sort_key))
    commands = [_annotation(finding) for finding in worst[:MAX_ANNOTATIONS]]
    left = len(worst) - MAX_ANNOTATIONS
    if left > 0:
        commands.append(f"::notice title=hoa check::còn {left} mục nữa, xem báo cáo đầy đủ")
    return "\n".join(commands)


def _annotation(finding: Finding) -> str:
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[finding.severity]
    span = finding.span
    place = f"file={_property(finding.path)},line={span.line},col={span.column}"
    text = f"{finding.message} → {finding.hint}" if finding.hint else finding.message
    return f"::{level} {place},title={_property(finding.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
