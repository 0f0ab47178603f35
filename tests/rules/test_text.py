from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding, Severity

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]

FILLER = "\n" + "5 giờ sáng, bà Hoa đã ra bến.\n" * 60


def told(check: Check, write: Write, words: str) -> list[str]:
    return [finding.rule for finding in check(write(body=f"{words}\n{FILLER}"))]


@pytest.mark.parametrize(
    "words",
    [
        "“Sông không chờ ai,” bà bảo (rồi cười).",
        "– Bà ơi! – Tôi hỏi. – Ừ.",
        "Lớp 5 < lớp 6; 3 > 2; <3",
        "Xem <https://hanoi.gov.vn/> và [trang này](https://hanoi.gov.vn/a_(b)).",
        "1) đếm áo; 2) treo dây; a) một, b) hai.",
        "Anh Müller từ Köln sang, ông Đào ở Ðà Nẵng".replace("Ð", "Đ"),
        "Спасибо là cảm ơn, ευχαριστώ cũng thế.",
        "Nhiệt độ 38,5°C, diện tích 12 m², giá 5 €.",
        "Tên tiếng Trung: 春天.",
        "*Bà* ra **bến**; “_Người tốt, việc tốt_”.",
        "> “Bát cơm để nguội.”",
    ],
)
def test_ordinary_sentences_raise_no_alarm(words: str, check: Check, write: Write) -> None:
    assert told(check, write, words) == []


def test_one_alarm_a_cause_in_a_text_of_an_old_encoding(check: Check, write: Write) -> None:
    tcvn3 = "Bµ NguyÔn ThÞ Hoa sèng ë Hµ Néi, lµ ng\u00adêi tèt, ®\u00adîc d©n mÕn."
    assert told(check, write, tcvn3) == ["text/legacy-encoding"]


def test_letters_of_other_alphabets_are_put_right_word_by_word(check: Check, write: Write) -> None:
    found = check(write(person="Ðỗ Thị Нoa", body=f"Bà Ðỗ.\n{FILLER}"))
    assert [(f.rule, f.span.line, f.span.column, f.fix.replacement if f.fix else "") for f in found] == [
        ("text/lookalike", 3, 9, "Đỗ"),
        ("text/lookalike", 3, 16, "Hoa"),
        ("text/lookalike", 13, 4, "Đỗ"),
    ]


@pytest.mark.parametrize(("char", "removed"), [("\u200b", "safe"), ("\u202e", "safe"), ("\ufffd", ""), ("\u00ad", "")])
def test_only_what_hides_no_letter_is_removed_unasked(char: str, removed: str, check: Check, write: Write) -> None:
    (finding,) = check(write(body=f"Bến{char} sông.\n{FILLER}"))
    assert finding.rule == "text/invisible"
    assert bool(finding.fix and finding.fix.safe) is bool(removed)
    assert f"U+{ord(char):04X}" in finding.message


def test_a_normal_form_is_mended_in_one_go(check: Check, write: Write) -> None:
    (finding,) = check(write(body=f"Bà hie\u0323n, co\u0301 tâm.\n{FILLER}"))
    assert (finding.rule, finding.span.column, finding.span.end_column) == ("text/nfc", 4, 13)
    assert finding.fix is not None
    assert finding.fix.replacement == "hiẹn, có"
    assert "Có 2 chữ" in finding.message


@pytest.mark.parametrize(
    ("words", "column"),
    [("Bà bảo: “Ừ.", 9), ("Bà bảo: Ừ.”", 11), ("Bà (và cháu.", 4), ("[Bà (và] cháu).", 8), ('Bà bảo: "Ừ."', 9)],
)
def test_signs_without_a_partner(words: str, column: int, check: Check, write: Write) -> None:
    (finding,) = check(write(body=f"{words}\n{FILLER}"))
    assert (finding.rule, finding.span.column, finding.severity) == ("text/quotes", column, Severity.WARNING)


def test_straight_quotes_in_pairs_are_curled(check: Check, write: Write) -> None:
    (finding,) = check(write(body=f'Bà bảo: "Ừ." rồi "Đi."\n{FILLER}'))
    assert finding.fix is not None
    assert finding.fix.replacement == "“Ừ.” rồi “Đi.”"


@pytest.mark.parametrize(("words", "expected"), [(299, "ngắn"), (300, None), (2500, None), (2501, "dài")])
def test_the_limits_of_length(words: int, expected: str | None, check: Check, write: Write) -> None:
    findings = check(write(body="5 – " * words))
    assert [f.rule for f in findings] == (["text/length"] if expected else [])
    assert all(str(expected) in f.message and str(words) in f.message for f in findings)


def test_a_story_without_a_body_is_an_error(check: Check, write: Write) -> None:
    (finding,) = check(write(body=""))
    assert (finding.rule, finding.severity) == ("text/length", Severity.ERROR)


@pytest.mark.parametrize(
    ("target", "severity"),
    [
        ("javascript:alert(1)", Severity.ERROR),
        ("JavaScript:alert(1)", Severity.ERROR),
        ("data:text/html,x", Severity.ERROR),
        ("file:///etc/passwd", Severity.ERROR),
        ("vbscript:x", Severity.ERROR),
        ("http://hanoi.gov.vn/", Severity.WARNING),
        ("ftp://hanoi.gov.vn/", Severity.WARNING),
        ("../khac.md", Severity.WARNING),
        ("#phan-hai", Severity.WARNING),
        ("HTTPS://hanoi.gov.vn/", None),
    ],
)
def test_links(target: str, severity: Severity | None, check: Check, write: Write) -> None:
    findings = check(write(body=f"[xem]({target}) nhé.\n{FILLER}"))
    assert [(f.rule, f.severity) for f in findings] == ([("link/unsafe", severity)] if severity else [])


@pytest.mark.parametrize(
    "code",
    ["<br>", "</p>", "<img src=x onerror=alert(1)>", "<!-- ghi chú -->", "{{ ten }}", "{% if %}", "<script", "<?php"],
)
def test_code_is_found(code: str, check: Check, write: Write) -> None:
    findings = check(write(body=f"Bà {code}\n{FILLER}"))
    assert [(f.rule, f.span.column) for f in findings] == [("text/html", 4)]
