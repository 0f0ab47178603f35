"""A folder a rule: its ``bad`` files must give the findings told in expected.json, its ``good`` files none of it.

``expected.json`` tells for a file, where it matters: ``findings`` (rule, line, column), its ``path``, the ``photos`` on
disk, what stands in those ``pictures``, the ``texts`` beside an edition, its ``hash``; and how its bytes are made from
the text: ``encoding``, ``newline``, ``repeat``, or ``unread`` for a file that could not be read at all. The files of a
stock rule are read together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.manuscript import EditionFile, FaultKind, read, unread
from builder.model import Finding, Severity, Volume
from builder.model.picture import Device, PictureFacts, Trouble, TroubleKind
from builder.rules import RULES, Copy, Scope, Stock, StockEntry, check_copy, check_edition, check_stock, make_copy
from builder.vocabulary import Vocabulary

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path.parent for path in CASES.rglob("expected.json"))
STORY_IDS = ("tap-28/do-thi-hoa", "tap-28/le-van-ben")

Place = tuple[str, int, int]


class Desk:
    """Reads the files of case folders and checks them as their rule is checked."""

    def __init__(
        self, vocabulary: Vocabulary, volumes: Mapping[int, Volume], edition: Callable[..., EditionFile]
    ) -> None:
        self.vocabulary, self.volumes, self.edition = vocabulary, volumes, edition

    def findings(self, folder: Path, start: str) -> dict[str, list[Finding]]:
        """The findings on each file whose name begins with ``start``."""
        told: dict[str, dict[str, Any]] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        files = sorted(path for path in folder.iterdir() if path.name.startswith(start))
        scope = RULES[rule_of(folder)].scope
        if scope is Scope.EDITION:
            return {file.name: self._edition(file, told.get(file.name, {})) for file in files}
        copies = {file.name: self._copy(file, told.get(file.name, {})) for file in files}
        if scope is Scope.COPY:
            return {name: list(check_copy(copy)) for name, copy in copies.items()}
        together = check_stock(Stock(tuple(map(StockEntry.of, copies.values()))))
        return {name: [f for f in together if f.path == copy.manuscript.path] for name, copy in copies.items()}

    def _copy(self, file: Path, told: Mapping[str, Any]) -> Copy:
        path = told.get("path", "stories/tap-28/do-thi-hoa.md")
        kind = told.get("unread")
        manuscript = unread(path, FaultKind(kind)) if kind else read(path, _bytes(file, told))
        pictures = {name: _facts(**facts) for name, facts in told.get("pictures", {}).items()}
        return make_copy(manuscript, self.vocabulary, self.volumes, frozenset(told.get("photos", ())), pictures)

    def _edition(self, file: Path, told: Mapping[str, Any]) -> list[Finding]:
        read_edition = self.edition(_bytes(file, told), tuple(told.get("texts", ())))
        return list(check_edition(read_edition, self.vocabulary, STORY_IDS, self.volumes, told.get("hash")))


@pytest.fixture(scope="module")
def desk(vocabulary: Vocabulary, volumes: Mapping[int, Volume], edition: Callable[..., EditionFile]) -> Desk:
    return Desk(vocabulary, volumes, edition)


def rule_of(folder: Path) -> str:
    return folder.relative_to(CASES).as_posix()


def _bytes(file: Path, told: Mapping[str, Any]) -> bytes:
    text = file.read_bytes().decode("utf-8") * int(told.get("repeat", 1))
    return text.replace("\n", told.get("newline", "\n")).encode(told.get("encoding", "utf-8"), "replace")


def _facts(
    device: Mapping[str, str] | None = None, trouble: Mapping[str, str] | None = None, **told: Any
) -> PictureFacts:
    met = Trouble(TroubleKind(trouble["kind"]), trouble["detail"]) if trouble else None
    return PictureFacts(**told, device=Device(**device or {}), trouble=met)


def _expected(folder: Path, name: str) -> list[Place]:
    told = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return [(rule, line, column) for rule, line, column in told[name]["findings"]]


def _place(finding: Finding) -> Place:
    return finding.rule, finding.span.line, finding.span.column


def test_every_rule_has_a_folder_and_every_folder_a_rule() -> None:
    assert {rule_of(folder) for folder in FOLDERS} == set(RULES)


@pytest.mark.parametrize("folder", FOLDERS, ids=rule_of)
def test_bad_files_give_the_expected_findings_and_no_other_error(folder: Path, desk: Desk) -> None:
    checked = desk.findings(folder, "bad")
    assert checked
    for name, findings in checked.items():
        expected = _expected(folder, name)
        places = [_place(finding) for finding in findings]
        assert sorted(place for place in places if place[0] == rule_of(folder)) == sorted(expected), name
        others = [f for f in findings if f.severity is Severity.ERROR and _place(f) not in expected]
        assert others == [], name


@pytest.mark.parametrize("folder", FOLDERS, ids=rule_of)
def test_good_files_give_no_finding_of_the_rule_and_no_error(folder: Path, desk: Desk) -> None:
    checked = desk.findings(folder, "good")
    assert checked
    for name, findings in checked.items():
        wrong = [f for f in findings if f.rule == rule_of(folder) or f.severity is Severity.ERROR]
        assert wrong == [], name


@pytest.mark.parametrize("folder", FOLDERS, ids=rule_of)
def test_findings_say_what_is_wrong_and_what_to_do(folder: Path, desk: Desk) -> None:
    for name, findings in desk.findings(folder, "bad").items():
        for finding in findings:
            assert finding.message.endswith((".", "”")), (name, finding.message)
            assert finding.hint, (name, finding.message)
            assert finding.message[0].isupper() or finding.message[0] == "“", finding.message
            assert finding.span.line >= 1, name
            assert finding.span.column >= 1, name
