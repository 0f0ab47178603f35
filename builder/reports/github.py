"""Findings on GitHub: a few annotations in the changed lines, and the full list as the step's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.model import Finding, Severity

from .findings import ordered, said, summary, worst_first

MAX_ANNOTATIONS = 9
"""GitHub shows ten annotations a step; the last place says how many are left."""

MAX_SUMMARY_BYTES = 900_000
"""GitHub refuses a step's summary above 1 MiB, all of it."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&@:])")


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, worst first, at most nine, then one line for the rest."""
    worst = worst_first(findings)
    commands = [_annotation(finding) for finding in worst[:MAX_ANNOTATIONS]]
    left = len(worst) - MAX_ANNOTATIONS
    if left > 0:
        commands.append(f"::notice title=hoa check::còn {left} mục nữa, xem báo cáo đầy đủ")
    return "\n".join(commands)


def as_github_summary(findings: Sequence[Finding], counts: str) -> str:
    """The full list in Markdown, by file. What would not fit is counted instead."""
    head = f"## Kết quả soát: {summary(findings)}\n\n{_plain(counts)}\n"
    kept, size, told = [head], len(head.encode()), 0
    for finding, entry in _entries(findings):
        size += len(entry.encode("utf-8", "surrogatepass"))
        if size > MAX_SUMMARY_BYTES:
            kept.append(f"\nCòn {len(findings) - told} mục nữa, không đủ chỗ liệt kê.\n")
            break
        told += finding is not None
        kept.append(entry)
    return "".join(kept)


def _entries(findings: Sequence[Finding]) -> Iterator[tuple[Finding | None, str]]:
    for path, group in groupby(ordered(findings), key=lambda finding: finding.path):
        yield None, f"\n### {_plain(path)}\n\n"
        for finding in group:
            weight, place = finding.severity.label, f"dòng {finding.span.line}, cột {finding.span.column}"
            yield finding, f"- **{weight}** {place}: {_plain(said(finding))} *{_plain(finding.rule)}*\n"


def _plain(text: str) -> str:
    """Escape what Markdown would read as its own signs, and HTML's."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _annotation(finding: Finding) -> str:
    span = finding.span
    place = f"file={_property(finding.path)},line={span.line},col={span.column}"
    return f"::{_LEVELS[finding.severity]} {place},title={_property(finding.rule)}::{_data(said(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
