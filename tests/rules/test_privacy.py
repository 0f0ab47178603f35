from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.model import Finding, Severity

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]

LINES = Path(__file__).parent / "privacy_lines.csv"
HARD = 0.98


def labelled() -> list[tuple[str, set[str]]]:
    with LINES.open(encoding="utf-8", newline="") as file:
        return [(row["text"], set(row["kinds"].split("+")) - {"none"}) for row in csv.DictReader(file)]


def private(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.rule.startswith("privacy/")]


def test_the_labelled_lines_are_a_fair_test() -> None:
    lines = labelled()
    traps = [text for text, kinds in lines if not kinds]
    assert len(lines) >= 150
    assert abs(len(traps) / len(lines) - 0.5) < 0.05
    assert len({text for text, _ in lines}) == len(lines)


def test_precision_and_recall_over_the_labelled_lines(check: Check, write: Write) -> None:
    right = alarms = leaks = 0
    wrong: list[str] = []
    for text, kinds in labelled():
        found = {finding.rule.removeprefix("privacy/") for finding in private(check(write(body=text)))}
        right, alarms, leaks = right + len(found & kinds), alarms + len(found), leaks + len(kinds)
        wrong += [f"{text}: {found} instead of {kinds}"] if found != kinds else []
    assert right / alarms >= HARD, wrong
    assert right / leaks >= HARD, wrong


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Gọi 0912.345.678 nhé", "“0912.345.678”"),
        ("Gọi +84 912 345 678 nhé", "“+84 912 345 678”"),
        ("Gọi (024) 3826 1234 nhé", "“(024) 3826 1234”"),
        ("Gọi 024 3826 1234, số máy lẻ 123 nhé", "“024 3826 1234, số máy lẻ 123”"),
        ("Anh Sơn (0903 123 456) nhận", "“(0903 123 456)”"),
        ("Năm 2023 0912345678 là số", "“0912345678”"),
        ("Thư <hoa.do@example.vn>", "“hoa.do@example.vn”"),
        ("STK: 19031234567890 Techcombank", "“19031234567890”"),
    ],
)
def test_the_finding_covers_just_what_leaks(text: str, quoted: str, check: Check, write: Write) -> None:
    (finding,) = private(check(write(body=text)))
    assert quoted in finding.message
    start = finding.span.column - 1
    assert f"“{text[start : finding.span.end_column]}”" == quoted


@pytest.mark.parametrize(
    ("extra", "rule"),
    [
        ("author: Lê An, 0912 345 678\n", "phone"),
        ("nominated_by: 'Hội Phụ nữ (ĐT: 3826 1234)'\n", "phone"),
        ("aliases: [Hoa, CMND 011234567]\n", "id-number"),
        ("summary: >\n  Gửi về\n  hoa@example.vn\n", "email"),
        ("photos:\n  - {file: a.jpg, alt: Bà Hoa trên bến, credit: An 0912345678}\n", "phone"),
        ("verified: {by: Số 12 ngõ 45 Ngọc Lâm}\n", "address"),
        ("author: Lê An # 0912345678\n", "phone"),
        ('summary: "Gọi \\u0030912345678"\n', "phone"),
        ('summary: "hoa\\x40example.vn"\n', "email"),
    ],
)
def test_every_string_of_the_header_is_looked_at(extra: str, rule: str, check: Check, write: Write) -> None:
    (finding,) = private(check(write(extra=extra), photos=frozenset({"a.jpg"})))
    assert finding.rule == f"privacy/{rule}"
    assert finding.span.line >= 11


def test_a_hash_of_a_text_is_no_number_of_anybody(check: Check, write: Write) -> None:
    text_hash = "sha256-0912345678a0123456789b001162012345c9704360000001239d"
    assert private(check(write(approved=f"{{by: Ban Tuyên giáo, text_hash: {text_hash}}}"))) == []


def test_an_address_is_a_warning_the_rest_are_errors(check: Check, write: Write) -> None:
    body = "Nhà ở số 12 ngõ 45.\n\nGọi 0912345678.\n\nNgười viết: Lê An\n"
    severities = {f.rule: f.severity for f in private(check(write(body=body)))}
    assert severities == {
        "privacy/address": Severity.WARNING,
        "privacy/phone": Severity.ERROR,
        "privacy/signature-block": Severity.ERROR,
    }


@pytest.mark.parametrize("figures", ["3520376674648539", "0912345678901234", "0010123456789012"])
def test_the_print_of_an_approval_is_nobody_s_number(figures: str, check: Check, write: Write) -> None:
    approved = f"approved: {{by: Hội đồng, on: 2022-10-01, text_hash: blake2b-{figures}}}\n"
    assert private(check(write(extra=approved))) == []
    assert private(check(write(body=f"Số tài khoản {figures}.")))
