"""What all writers share: the order of findings, their sum in words, the line a finding stands on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from builder.model import Finding, Severity

Sources = Mapping[str, Sequence[str]]
"""The lines of each file with findings, without their ends, by its path."""


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    """By file and place."""
    return sorted(findings, key=lambda finding: finding.sort_key)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Errors, then warnings, then the rest; each by file and place."""
    return sorted(findings, key=lambda finding: (finding.severity.rank, finding.sort_key))


def tally(findings: Sequence[Finding]) -> list[tuple[Severity, int]]:
    """How many findings of each weight there are, the worst first; weights without any are left out."""
    counts = Counter(finding.severity for finding in findings)
    return [(severity, counts[severity]) for severity in Severity if counts[severity]]


def summary(findings: Sequence[Finding]) -> str:
    """“2 lỗi, 1 cảnh báo”, or “không có lỗi”."""
    counts = tally(findings)
    parts = [f"{number} {severity.label}" for severity, number in counts]
    if not any(severity is Severity.ERROR for severity, _ in counts):
        parts.insert(0, "không có lỗi")
    return ", ".join(parts)


def said(finding: Finding) -> str:
    """What is wrong and what to do, on one line."""
    return f"{finding.message} → {finding.hint}" if finding.hint else finding.message


def line_of(finding: Finding, sources: Sources) -> str:
    """The line a finding stands on; empty where there is none."""
    lines, line = sources.get(finding.path, ()), finding.span.line
    return lines[line - 1] if 0 < line <= len(lines) else ""
