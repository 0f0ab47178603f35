"""Findings as SARIF 2.1.0, the form code scanners and editors exchange (OASIS, docs.oasis-open.org/sarif/sarif).

SARIF's end column is the one behind the last character; ours is the last character's. Columns count code points.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from builder.model import Finding, Fix, Severity, Span
from builder.rules import Rule

from .findings import Sources
from .fingerprint import fingerprinted
from .manual import as_markdown, read_manual

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "ROOT"
Object = dict[str, object]


def as_sarif(findings: Sequence[Finding], sources: Sources, rules: Mapping[str, Rule[Any]]) -> str:
    """A SARIF log of one run, with the manual pages of the rules that occur.

    Args:
        findings: in any order.
        sources: the lines of the files.
        rules: at least every rule the findings name.
    """
    ids = sorted({finding.rule for finding in findings})
    index = {rule_id: n for n, rule_id in enumerate(ids)}
    run = {
        "tool": {"driver": {"name": "hoa", "language": "vi", "rules": [_rule(rules[rule_id]) for rule_id in ids]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Thư mục của bộ sách"}}},
        "results": [
            _result(finding, fingerprint, index[finding.rule], sources.get(finding.path, ()))
            for finding, fingerprint in fingerprinted(findings, sources)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule[Any]) -> Object:
    manual = read_manual(rule.doc)
    source = f"\n\nCăn cứ: {rule.source}" if rule.source else ""
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{manual.title}."},
        "fullDescription": {"text": " ".join(manual.why) or manual.title},
        "help": {"text": rule.doc + source, "markdown": as_markdown(manual) + source},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, fingerprint: str, index: int, lines: Sequence[str]) -> Object:
    file: Object = {"uri": quote(finding.path, errors="surrogateescape"), "uriBaseId": _ROOT}
    result: Object = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} {finding.hint}".strip()},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": _region(finding.span, lines)}}],
        "partialFingerprints": {"hoaFinding/v1": fingerprint},
    }
    if finding.fix is not None and _changes(finding.fix, lines):
        result["fixes"] = [_fix(finding, finding.fix, file, lines)]
    return result


def _region(span: Span, lines: Sequence[str]) -> Object:
    """The span, kept within its lines: the place for what is missing may lie behind the last character."""
    start = min(span.column, _length(lines, span.line) + 1)
    end = min(span.end_column, _length(lines, span.end_line)) + 1
    if span.end_line == span.line:
        end = max(end, start)
    return {"startLine": span.line, "startColumn": start, "endLine": span.end_line, "endColumn": end}


def _length(lines: Sequence[str], line: int) -> int:
    return len(lines[line - 1]) if 0 < line <= len(lines) else 0


def _changes(fix: Fix, lines: Sequence[str]) -> bool:
    """Whether the fix alters the text: what it mends may be in the bytes alone, a BOM or line ends."""
    span = fix.span
    taken = list(lines[span.line - 1 : span.end_line])
    if not taken:
        return False
    taken[-1] = taken[-1][: span.end_column]
    taken[0] = taken[0][span.column - 1 :]
    return "\n".join(taken) != fix.replacement


def _fix(finding: Finding, fix: Fix, file: Object, lines: Sequence[str]) -> Object:
    replacement = {"deletedRegion": _region(fix.span, lines), "insertedContent": {"text": fix.replacement}}
    change = {"artifactLocation": file, "replacements": [replacement]}
    return {"description": {"text": finding.hint or finding.message}, "artifactChanges": [change]}
