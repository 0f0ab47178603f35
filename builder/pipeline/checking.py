"""The findings of a workshop in the form someone asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from builder.manuscript import value_at
from builder.model import Finding
from builder.reports import (
    CheckReport,
    Heading,
    as_github,
    as_github_summary,
    as_gitlab,
    as_html,
    as_json,
    as_sarif,
    as_text,
)
from builder.workspace import template_environment

from .suppression_rules import ALL_RULES
from .workshop import Workshop

_Form = Callable[[Workshop, Sequence[Finding]], str]


def formatted(form: str, workshop: Workshop, findings: Sequence[Finding]) -> str:
    """Findings in one of the ``FORMS``; without a line end after the last line."""
    return FORMS[form](workshop, findings)


def step_summary(workshop: Workshop, findings: Sequence[Finding]) -> str:
    """The full list in Markdown, for the page GitHub shows of a run."""
    return as_github_summary(findings, f"{workshop.counts.line}.")


def headings(workshop: Workshop) -> Mapping[str, Heading]:
    """What each file with findings is called, as far as its header can be read."""
    found = {}
    with_findings = {finding.path for finding in workshop.findings}
    for copy in workshop.copies(record.path for record in workshop.records if record.path in with_findings):
        header, path = copy.manuscript.header or {}, copy.manuscript.path
        title, person = (str(value_at(header, (key,)) or "").strip() for key in ("title", "person"))
        found[path] = Heading(title or path, person)
    for edition in workshop.editions.values():
        title = str((edition.file.values or {}).get("title") or "").strip()
        found[edition.file.path] = Heading(title or edition.file.path, "Tệp sách")
    if workshop.ledger is not None:
        found[workshop.ledger.file.path] = Heading("Danh sách bỏ qua", "")
    return found


def _html(workshop: Workshop, findings: Sequence[Finding]) -> str:
    report = CheckReport(
        findings, workshop.sources, headings(workshop), ALL_RULES, workshop.counts.line, workshop.stage.label
    )
    return as_html(report, template_environment(workshop.root.theme)).rstrip("\n")


FORMS: Mapping[str, _Form] = MappingProxyType(
    {
        "text": lambda workshop, findings: as_text(findings, workshop.sources),
        "json": lambda _, findings: as_json(findings),
        "github": lambda _, findings: as_github(findings),
        "gitlab": lambda workshop, findings: as_gitlab(findings, workshop.sources),
        "sarif": lambda workshop, findings: as_sarif(findings, workshop.sources, ALL_RULES),
        "html": _html,
    }
)
"""The writers by the name the command takes."""
