from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.model import Finding, Fix, Severity
from builder.rules import Copy, check_copy

Maker = Callable[..., Copy]

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.rglob("bad*.md") if path.parts[-3] not in {"file", "duplicate"})


def mended(text: str, fix: Fix) -> str:
    """The text with one fix applied: from the first code point of its span to the last."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: fix.span.line - 1]) + fix.span.column - 1
    end = sum(len(line) + 1 for line in lines[: fix.span.end_line - 1]) + fix.span.end_column
    return text[:start] + fix.replacement + text[end:]


def copy_of(file: Path, make: Maker) -> Copy:
    told = json.loads((file.parent / "expected.json").read_text(encoding="utf-8"))[file.name]
    text = file.read_bytes().decode("utf-8").replace("\n", told.get("newline", "\n"))
    path = told.get("path", "stories/tap-28/do-thi-hoa.md")
    return make(text.encode(told.get("encoding", "utf-8"), "replace"), path, frozenset(told.get("photos", ())))


def same(finding: Finding) -> tuple[str, int, str]:
    return finding.rule, finding.span.line, finding.message


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(CASES).as_posix())
def test_a_fix_mends_what_it_is_for_and_breaks_nothing(file: Path, make: Maker) -> None:
    copy = copy_of(file, make)
    before = check_copy(copy)
    errors = sum(f.severity is Severity.ERROR for f in before)
    for finding in before:
        if finding.fix is None:
            continue
        text = mended(copy.manuscript.text, finding.fix)
        after = check_copy(make(text, copy.manuscript.path, copy.photos))
        assert same(finding) not in {same(f) for f in after}, finding
        if errors == 1 or finding.rule.startswith("header/"):
            assert sum(f.severity is Severity.ERROR for f in after) <= errors, [same(f) for f in after]
