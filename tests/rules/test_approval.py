from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.manuscript.text_hash import text_hash
from builder.model import Finding, Severity

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]

BODY = "5 giờ sáng, bà Hoa khỏe khoắn ra bến.\n" * 60
NOW = text_hash("Giữ nhịp cầu sang sông", BODY)
APPROVED = f"{{by: Ban Tuyên giáo Quận ủy, on: 2022-09-01, text_hash: {NOW}}}"


def told(check: Check, text: str) -> dict[str, Finding]:
    return {f.rule.removeprefix("approval/"): f for f in check(text) if f.rule.startswith("approval/")}


def test_the_text_as_approved_is_in_order(check: Check, write: Write) -> None:
    assert told(check, write(approved=APPROVED, body=BODY)) == {}
    assert told(check, write(approved=APPROVED.upper().replace("BY", "by").replace("ON:", "on:").replace(
        "TEXT_HASH", "text_hash"), body=BODY.replace("khỏe", "khoẻ").replace(", ", " ,"))) == {}  # fmt: skip


def test_a_changed_word_needs_a_new_approval(check: Check, write: Write) -> None:
    body = BODY.replace("5 giờ", "4 giờ", 1)
    (finding,) = told(check, write(approved=APPROVED, body=body)).values()
    assert (finding.rule, finding.severity) == ("approval/changed", Severity.WARNING)
    assert finding.message == "Bài đã sửa sau khi duyệt ngày 01/09/2022."
    assert text_hash("Giữ nhịp cầu sang sông", body) in finding.hint


def test_a_changed_title_counts_too(check: Check, write: Write) -> None:
    assert set(told(check, write(title="Bến", approved=APPROVED, body=BODY))) == {"changed"}


@pytest.mark.parametrize(
    ("approved", "expected"),
    [
        ("{by: Ban Tuyên giáo}", f"{{by: Ban Tuyên giáo, text_hash: {NOW}}}"),
        ("{by: 'Ban, tuyên giáo' }", f"{{by: 'Ban, tuyên giáo', text_hash: {NOW} }}"),
        ("{on: 2022-09-01, by: Ban}", f"{{on: 2022-09-01, by: Ban, text_hash: {NOW}}}"),
        ("\n  by: Ban\n  on: 2022-09-01", f"\n  by: Ban\n  on: 2022-09-01\n  text_hash: {NOW}"),
        ('\n    by: "Ban"', f'\n    by: "Ban"\n    text_hash: {NOW}'),
    ],
)
def test_the_print_is_written_behind_the_last_value(approved: str, expected: str, check: Check, write: Write) -> None:
    status = "status: approved\nverified: {by: Phường, on: 2022-08-01}\n"
    text = write(approved=approved, body=BODY, extra=status)
    (finding,) = told(check, text).values()
    assert (finding.rule, finding.severity) == ("approval/no-hash", Severity.INFO)
    assert finding.fix is not None
    assert not finding.fix.safe
    lines = text.split("\n")
    line, span = lines[finding.fix.span.line - 1], finding.fix.span
    lines[span.line - 1] = line[: span.column - 1] + finding.fix.replacement + line[span.end_column :]
    mended = "\n".join(lines)
    assert mended == write(approved=expected, body=BODY, extra=status)
    assert told(check, mended) == {}


@pytest.mark.parametrize("approved", ["\n  by: >\n    Ban\n    Tuyên giáo", "\n  by: Ban # theo công văn"])
def test_where_the_place_is_not_sure_only_the_hint_tells_the_print(approved: str, check: Check, write: Write) -> None:
    finding = told(check, write(approved=approved, body=BODY, extra="status: approved\n"))["no-hash"]
    assert finding.fix is None
    assert NOW in finding.hint


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("status: draft\n", {"missing"}),
        ("status: verified\n", {"missing", "verification"}),
        ("status: approved\n", {"missing", "verification"}),
        ("status: approved\nsample: true\n", {"missing"}),
        ("status: verified\nverified: {by: Phường}\n", {"missing", "verification"}),
        ("status: verified\nverified: {by: Phường, on: 2022-08-01}\n", {"missing"}),
        ("status: withdrawn\n", set()),
    ],
)
def test_what_is_said_of_the_way_to_print(extra: str, expected: set[str], check: Check, write: Write) -> None:
    assert set(told(check, write(approved=None, extra=extra))) == expected
