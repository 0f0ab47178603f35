from datetime import date
from pathlib import Path

import pytest

from builder.manuscript import read_yaml
from builder.model import Finding, Severity, Span
from builder.pipeline import Stage, load
from builder.pipeline.suppression_rules import settle
from builder.pipeline.suppressions import ledger_of, read_ledger
from builder.workspace import find_root
from tests.factory import make_root, story_text

LIST = "stories/bo-qua.yml"
TODAY = date(2026, 10, 8)
SHORT = Finding("text/length", Severity.WARNING, "stories/tap-28/do-thi-hoa.md", Span(13), "Bài ngắn quá.")
PHONE = Finding("privacy/phone", Severity.ERROR, "stories/tap-28/le-an.md", Span(14), "Lộ số điện thoại.")
ENTRY = {
    "rule": "text/length",
    "path": "stories/tap-28/do-thi-hoa.md",
    "reason": "Bài thơ",
    "who": "Ban biên tập",
    "until": "2026-12-31",
}


def listed(*changes: dict[str, str | None]) -> str:
    entries = [{key: value for key, value in (ENTRY | change).items() if value is not None} for change in changes]
    items = ["".join(f"    {key}: {value}\n" for key, value in entry.items()) for entry in entries]
    return "suppressions:\n" + "".join(f"  -{item[3:]}" for item in items)


def settled(
    text: str, findings: list[Finding], stage: Stage = Stage.WEB, today: date | None = TODAY
) -> list[tuple[str, int]]:
    ledger = ledger_of(read_yaml(LIST, text.encode()), stage, today)
    return [(finding.rule, finding.span.line) for finding in settle(findings, ledger)]


def test_without_a_list_everything_is_told() -> None:
    assert list(settle([SHORT, PHONE], None)) == [SHORT, PHONE]


def test_a_complete_entry_hides_its_findings_and_no_others() -> None:
    assert settled(listed({}), [SHORT, PHONE]) == [("privacy/phone", 14)]


def test_a_star_stands_for_anything() -> None:
    assert settled(listed({"path": "stories/*"}), [SHORT]) == []
    assert settled(listed({"path": "stories/tap-28/*.md"}), [SHORT]) == []
    assert settled(listed({"path": "'*/do-thi-*'"}), [SHORT]) == []


def test_an_entry_that_hides_nothing_is_told_at_its_line() -> None:
    assert settled(listed({}, {"path": "stories/tap-29/*"}), [SHORT]) == [("suppression/unused", 7)]


def test_a_rule_nobody_knows_is_told_with_the_one_meant() -> None:
    ledger = ledger_of(read_yaml(LIST, listed({"rule": "text/lenght"}).encode()), Stage.WEB, TODAY)
    (finding,) = settle([], ledger)
    assert (finding.rule, finding.hint) == ("suppression/unused", "Có phải là text/length?")
    assert finding.fix is not None
    assert finding.fix.replacement == "text/length"


def test_an_entry_holds_up_to_and_on_its_last_day() -> None:
    assert settled(listed({}), [SHORT], today=date(2026, 12, 31)) == []
    assert settled(listed({}), [SHORT], today=date(2027, 1, 1)) == [("text/length", 13), ("suppression/expired", 6)]


def test_a_build_that_knows_no_day_lets_nothing_run_out() -> None:
    assert settled(listed({"until": "1999-01-01"}), [SHORT], today=None) == []


def test_the_finding_on_a_spent_entry_names_the_entrys_day_alone() -> None:
    ledger = ledger_of(read_yaml(LIST, listed({}).encode()), Stage.WEB, date(2031, 5, 6))
    (finding,) = settle([], ledger)
    assert "31/12/2026" in finding.message
    assert "2031" not in finding.message + finding.hint


@pytest.mark.parametrize("key", ["rule", "path", "reason", "who", "until"])
@pytest.mark.parametrize("value", [None, ""])
def test_an_entry_that_lacks_something_holds_nothing(key: str, value: str | None) -> None:
    found = settled(listed({}, {"path": "x", key: value}), [SHORT, PHONE])
    assert [rule for rule, _ in found] == ["privacy/phone", "suppression/incomplete"]


@pytest.mark.parametrize("change", [{"until": "31/12/2026"}, {"why": "x"}, {"until": "2026-02-30"}])
def test_a_wrong_value_or_key_makes_an_entry_incomplete(change: dict[str, str | None]) -> None:
    assert settled(listed(change), [SHORT])[0] == ("text/length", 13)
    assert {rule for rule, _ in settled(listed(change), [])} == {"suppression/incomplete"}


@pytest.mark.parametrize("rule", ["privacy/phone", "approval/missing"])
def test_privacy_and_approval_hold_in_print_whatever_the_list_says(rule: str) -> None:
    finding = Finding(rule, Severity.ERROR, PHONE.path, Span(14), "m")
    text = listed({"rule": rule, "path": "stories/*"})
    assert settled(text, [finding], Stage.WEB) == []
    assert settled(text, [finding], Stage.PRINT) == [(rule, 14), ("suppression/forbidden", 2)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "suppression/file"),
        ("# chưa có gì\n", "suppression/file"),
        ("suppressions: [", "suppression/file"),
        ("- rule: text/length\n", "suppression/file"),
        ("suppressions:\n  - &a {rule: x}\n", "suppression/file"),
        ("suppressions:\n", "suppression/incomplete"),
        ("suppressions: x\n", "suppression/incomplete"),
        ("suppressions: [x]\n", "suppression/incomplete"),
        ("supressions: []\n", "suppression/incomplete"),
    ],
)
def test_a_list_nobody_can_read_hides_nothing(text: str, rule: str) -> None:
    found = settled(text, [SHORT])
    assert found[0] == ("text/length", 13)
    assert {told for told, _ in found[1:]} == {rule}


def test_an_empty_list_is_in_order() -> None:
    assert settled("suppressions: []\n", [SHORT]) == [("text/length", 13)]


def test_entries_do_not_hide_what_is_said_of_the_list() -> None:
    text = listed({"rule": "suppression/unused", "path": "'*'"})
    assert settled(text, []) == [("suppression/unused", 2)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path, {"tap-28/do-thi-hoa.md": story_text("Gọi 0912.345.678.\n")})


def test_a_story_whose_error_is_let_stand_is_published(root: Path) -> None:
    assert load(find_root(root), today=TODAY).counts.published == 0
    text = listed({"rule": "privacy/phone", "path": "stories/*"})
    (root / LIST).write_text(text, encoding="utf-8")
    workshop = load(find_root(root), today=TODAY)
    assert workshop.counts.published == 1
    assert load(find_root(root), stage=Stage.PRINT, today=TODAY).counts.published == 0


def test_findings_on_the_list_come_with_its_lines(root: Path) -> None:
    (root / LIST).write_text(listed({"path": "x"}), encoding="utf-8")
    workshop = load(find_root(root), today=TODAY)
    assert LIST in {finding.path for finding in workshop.findings}
    assert workshop.sources[LIST][1].strip() == "- rule: text/length"


def test_a_link_in_place_of_the_list_is_not_followed(root: Path) -> None:
    (root / "that.yml").write_text(listed({}), encoding="utf-8")
    (root / LIST).symlink_to(root / "that.yml")
    ledger = read_ledger(find_root(root), Stage.WEB, TODAY)
    assert [finding.rule for finding in settle([], ledger)] == ["suppression/file"]


def test_a_folder_in_place_of_the_list_is_told(root: Path) -> None:
    (root / LIST).mkdir()
    ledger = read_ledger(find_root(root), Stage.WEB, TODAY)
    assert [finding.rule for finding in settle([SHORT], ledger)] == ["text/length", "suppression/file"]
