"""Findings as JSON: one object each, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from builder.model import Finding

from .findings import ordered


def as_json(findings: Sequence[Finding]) -> str:
    """A JSON array, one object a finding; lines and columns from 1, columns in code points."""
    return json.dumps([_row(finding) for finding in ordered(findings)], ensure_ascii=False, indent=2)


def _row(finding: Finding) -> dict[str, object]:
    return {
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
