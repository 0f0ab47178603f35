"""The report for people who do not use a terminal: one HTML file that needs nothing but itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from builder.model import Finding, Severity
from builder.rules import Rule

from .excerpt import Excerpt, excerpt
from .findings import Sources, line_of, ordered, tally
from .manual import Manual, read_manual

TEMPLATE = "report/report.html"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a file is called: the story's title and person, or a book's title and what it is."""

    title: str
    person: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the page shows.

    Attributes:
        findings: in any order.
        sources: the lines of the files.
        headings: by path; a file without one goes by its path.
        rules: at least every rule the findings name.
        counts: the stock in one line, without full stop.
        stage: what was checked for, “bản in”.
    """

    findings: Sequence[Finding]
    sources: Sources
    headings: Mapping[str, Heading]
    rules: Mapping[str, Rule[Any]]
    counts: str
    stage: str


@dataclass(frozen=True, slots=True)
class _Note:
    """A finding with its line."""

    finding: Finding
    excerpt: Excerpt | None
    anchor: str


@dataclass(frozen=True, slots=True)
class _File:
    """All notes on one file."""

    anchor: str
    path: str
    heading: Heading
    counts: Sequence[tuple[Severity, int]]
    notes: Sequence[_Note]


@dataclass(frozen=True, slots=True)
class _Page:
    """A rule's manual page. ``source`` may be empty."""

    anchor: str
    rule: Rule[Any]
    manual: Manual


def as_html(report: CheckReport, env: Environment) -> str:
    """Fill the template, which lies in the theme beside its style. ``env`` starts at the theme's own folder."""
    files = _files(report)
    ids = sorted({finding.rule for finding in report.findings})
    pages = [_Page(_anchor(rule_id), report.rules[rule_id], read_manual(report.rules[rule_id].doc)) for rule_id in ids]
    values = {"report": report, "files": files, "pages": pages, "counts": tally(report.findings), "pieces": pieces}
    return env.get_template(TEMPLATE).render(values)


def pieces(text: str) -> list[tuple[str, bool]]:
    """Running words cut at their backticks; true where a piece is code."""
    return [(piece, n % 2 == 1) for n, piece in enumerate(text.split("`")) if piece]


def _anchor(rule_id: str) -> str:
    return f"quy-tac-{rule_id.replace('/', '-')}"


def _files(report: CheckReport) -> list[_File]:
    """The files, those with the worst findings first."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in ordered(report.findings):
        groups[finding.path].append(finding)
    paths = sorted(groups, key=lambda path: (min(f.severity.rank for f in groups[path]), path))
    return [_file(f"bai-{n}", path, groups[path], report) for n, path in enumerate(paths, 1)]


def _file(anchor: str, path: str, findings: Sequence[Finding], report: CheckReport) -> _File:
    notes = [_Note(f, excerpt(f, line_of(f, report.sources)), _anchor(f.rule)) for f in findings]
    heading = report.headings.get(path, Heading(path, ""))
    return _File(anchor, path, heading, tally(findings), notes)
