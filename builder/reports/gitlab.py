"""Findings as a GitLab Code Quality report, shown in a merge request.

The form is GitLab's subset of Code Climate's: docs.gitlab.com/ci/testing/code_quality, “Code Quality report format”.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from builder.model import Finding, Severity

from .findings import Sources, said
from .fingerprint import fingerprinted

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(findings: Sequence[Finding], sources: Sources) -> str:
    """A JSON array, one object a finding."""
    rows = [_row(finding, fingerprint) for finding, fingerprint in fingerprinted(findings, sources)]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _row(finding: Finding, fingerprint: str) -> dict[str, object]:
    return {
        "description": said(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
    }
