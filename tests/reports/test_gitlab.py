import json
from dataclasses import replace
from typing import Any

from builder.model import Finding, Span
from builder.reports import as_gitlab
from tests.reports.making import FINDINGS, HOA, LETTER, PHONE, SOURCES, golden


def rows(findings: list[Finding], sources: dict[str, list[str]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(as_gitlab(findings, sources))
    return found


def fingerprints(findings: list[Finding], sources: dict[str, list[str]]) -> list[str]:
    return [row["fingerprint"] for row in rows(findings, sources)]


def test_the_report_is_the_one_kept() -> None:
    text = as_gitlab(FINDINGS, SOURCES)
    assert text == golden("gitlab.json", text)


def test_every_entry_has_what_gitlab_requires() -> None:
    for row in rows(FINDINGS, SOURCES):
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith(("/", "./"))


def test_a_fingerprint_survives_lines_put_in_above() -> None:
    moved = [replace(finding, span=Span(8, finding.span.column, 8, finding.span.end_column)) for finding in (PHONE,)]
    lower = {HOA: ["mới", "mới", "mới", *SOURCES[HOA]]}
    assert fingerprints([PHONE], SOURCES) == fingerprints(moved, lower)


def test_a_fingerprint_changes_with_the_line_the_rule_and_the_file() -> None:
    other_line = {HOA: [*SOURCES[HOA][:4], SOURCES[HOA][4].replace("nhé", "nha")]}
    seen = {
        *fingerprints([PHONE], SOURCES),
        *fingerprints([PHONE], other_line),
        *fingerprints([replace(PHONE, rule="privacy/email")], SOURCES),
        *fingerprints([replace(PHONE, path="stories/tap-28/khac.md")], SOURCES),
    }
    assert len(seen) == 4


def test_twins_on_one_line_are_told_apart() -> None:
    twin = replace(LETTER, span=Span(5, 30, 5, 31))
    assert len(set(fingerprints([LETTER, twin, PHONE], SOURCES))) == 3
