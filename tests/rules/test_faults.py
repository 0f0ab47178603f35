from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.manuscript import Fault, FaultKind, unread
from builder.model import Finding, Fix, Severity, Span
from builder.rules import check_copy, make_copy
from builder.rules.fault_words import word_fault
from builder.vocabulary import Vocabulary

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]

RULE_OF = {
    FaultKind.TOO_LARGE: ("header/too-large", b"a" * 300_000),
    FaultKind.EMPTY: ("header/empty", b" \n"),
    FaultKind.UTF16: ("header/encoding", "---\ntitle: Bến\n---\n".encode("utf-16")),
    FaultKind.ENCODING: ("header/encoding", "---\ntitle: Bến\n---\n".encode()[:-9] + b"\xe9\n---\n"),
    FaultKind.NUL: ("header/encoding", b"---\ntitle: a\0b\n---\n"),
    FaultKind.NO_HEADER: ("header/missing-fences", "Sáng nào bà cũng ra bến.\n".encode()),
    FaultKind.TEXT_BEFORE: ("header/text-before", b"x\n---\ntitle: a\n---\n"),
    FaultKind.OPEN_FENCE: ("header/open-fence", b"---\ntitle: a\n"),
    FaultKind.SYNTAX: ("header/syntax", b"---\ntitle: a: b\n---\n"),
    FaultKind.NOT_MAPPING: ("header/not-a-list-of-fields", b"---\n- a\n---\n"),
    FaultKind.BAD_KEY: ("header/not-a-list-of-fields", b"---\n[a]: b\n---\n"),
    FaultKind.TOO_DEEP: ("header/too-deep", b"---\na: [[[[[[[[[b]]]]]]]]]\n---\n"),
    FaultKind.ANCHOR: ("header/anchor", b"---\ntitle: &a b\n---\n"),
    FaultKind.TAG: ("header/tag", b"---\ntitle: !a b\n---\n"),
}
UNREAD = {
    FaultKind.UNREADABLE: "file/unreadable",
    FaultKind.SYMLINK: "file/symlink",
    FaultKind.NOT_A_FILE: "file/not-a-file",
}
HARMLESS = {
    FaultKind.BOM: "header/bom",
    FaultKind.CRLF: "header/line-ends",
    FaultKind.DUPLICATE_KEY: "header/duplicate-key",
    FaultKind.AMBIGUOUS: "header/ambiguous",
}


def test_these_tests_know_every_fault() -> None:
    assert set(RULE_OF) | set(UNREAD) | set(HARMLESS) == set(FaultKind)


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_its_words(kind: FaultKind) -> None:
    remark = word_fault(Fault(kind, Span(), "chi tiết", "title"), "")
    assert remark.message
    assert remark.hint
    assert "{" not in remark.message + remark.hint


@pytest.mark.parametrize("kind", RULE_OF)
def test_a_file_that_cannot_be_read_gives_one_finding(kind: FaultKind, check: Check) -> None:
    rule, data = RULE_OF[kind]
    (finding,) = check(data)
    assert (finding.rule, finding.severity) == (rule, Severity.ERROR)


@pytest.mark.parametrize("kind", UNREAD)
def test_a_file_whose_bytes_cannot_be_had_gives_one_finding(kind: FaultKind, vocabulary: Vocabulary) -> None:
    copy = make_copy(unread("stories/tap-28/a.md", kind), vocabulary, {}, frozenset())
    (finding,) = check_copy(copy)
    assert (finding.rule, finding.path) == (UNREAD[kind], "stories/tap-28/a.md")


def test_harmless_faults_come_with_safe_fixes(check: Check, write: Write) -> None:
    text = write(extra="sample: yes\n").replace("\n", "\r\n")
    findings = check(b"\xef\xbb\xbf" + text.encode())
    assert [f.rule for f in findings] == ["header/bom", "header/line-ends", "header/ambiguous"]
    assert all(f.fix and f.fix.safe for f in findings)
    assert [f.severity for f in findings] == [Severity.WARNING, Severity.WARNING, Severity.ERROR]


def test_a_fatal_fault_hides_the_harmless_ones(check: Check) -> None:
    assert [f.rule for f in check(b"\xef\xbb\xbfx\r\n")] == ["header/missing-fences"]


def test_a_field_written_twice_is_the_only_finding(check: Check, write: Write) -> None:
    (finding,) = check(write(extra="year: 1890\n"))
    assert finding.rule == "header/duplicate-key"
    assert "“Năm” (year)" in finding.message


@pytest.mark.parametrize(
    ("line", "replacement"),
    [("sample: yes", "true"), ("sample: off", "false"), ("author: no", '"no"'), ("written_on: 010", '"010"')],
)
def test_ambiguous_values_are_written_as_they_are_meant(
    line: str, replacement: str, check: Check, write: Write
) -> None:
    (finding,) = check(write(extra=f"{line}\n"))
    assert finding.rule == "header/ambiguous"
    assert finding.fix == Fix(Span(11, line.index(" ") + 2, 11, len(line)), replacement, safe=True)
