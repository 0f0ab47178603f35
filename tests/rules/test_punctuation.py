from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding
from builder.vietnamese.fold import fold

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, text: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.rule == "text/punctuation"]


def mended(text: str, findings: list[Finding]) -> str:
    """The text of one-line fixes applied from the last to the first."""
    lines = text.split("\n")
    for finding in sorted(findings, key=lambda one: one.span, reverse=True):
        assert finding.fix is not None
        line = lines[finding.span.line - 1]
        start, end = finding.fix.span.column - 1, finding.fix.span.end_column
        lines[finding.span.line - 1] = line[:start] + finding.fix.replacement + line[end:]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Bà  ra bến.", "Bà ra bến."),
        ("Bà\u00a0 ra bến.", "Bà ra bến."),
        ("Bà ra bến , rồi về .", "Bà ra bến, rồi về."),
        ("Sao thế ? Ừ ! Có : áo ; phao.", "Sao thế? Ừ! Có: áo; phao."),
        ("Bà ( cả cháu ) ra bến.", "Bà (cả cháu) ra bến."),
        ("Bà bảo: “ Ừ ”.", "Bà bảo: “Ừ”."),
        ("Áo,phao;dây:quai!Đủ?Đủ.", "Áo, phao; dây: quai! Đủ? Đủ."),
        ("Bà bảo:“Ừ”,rồi về.", "Bà bảo: “Ừ”, rồi về."),
        ("Hết năm,2022 đến.", "Hết năm, 2022 đến."),
        ("Đò sang.Bà về.", "Đò sang. Bà về."),
        ("Đò sang..", "Đò sang."),
        ("Đò sang....", "Đò sang…"),
        ("Đò sang,, rồi về;; thế.", "Đò sang, rồi về; thế."),
        ("Anh K'Long về.", "Anh K’Long về."),
        ("“Chữ 'tạm' ấy.”", "“Chữ ‘tạm’ ấy.”"),
    ],
)
def test_slips_are_mended(wrong: str, right: str, check: Check, write: Write) -> None:
    text = write(body=f"{wrong}\n")
    assert mended(text, told(check, text)) == write(body=f"{right}\n")


@pytest.mark.parametrize(
    "words",
    [
        "Lúc 8:30, 1.200,5 kg, tỷ số 3 : 1, ngày 12/3/1965.",
        "Số 4512/QĐ-UBND, 05-CT/TW, Điều 1,2.",
        "TP.HCM, PGS.TS.Nguyễn, v.v., Tp.Hà Nội.",
        "Xem https://a.vn/?q=a,b;c:d và <https://a.vn/x,y>, [đây](https://a.vn/a,b) hay a.b@c.vn.",
        "Thế… thôi. Thế... thôi! Hả?! “Ừ…” – bà bảo.",
        "– Bà ơi! – Tôi hỏi. – Ừ.",
        "| Năm  | Áo ,phao |\n|---|---|",
        "- Một;\n-   Hai.\n\n1.  Ba.",
        "Bà ra bến.  \nBà về.",
        "![Bến](a.jpg) ![Đò](b.jpg)",
        "Nhà 5' × 7', `a,b`, dấu “ ”.",
    ],
)
def test_what_only_looks_like_a_slip_is_left(words: str, check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n")) == []


def test_spaces_are_safe_to_mend_and_signs_are_not(check: Check, write: Write) -> None:
    found = told(check, write(body="Bà  ra bến ,đếm,treo.. Rồi....\n\n'Ừ' a,,b\n"))
    assert {f.fix.safe: None for f in found if f.fix} == {True: None, False: None}
    for finding in found:
        assert finding.fix is not None
        if finding.fix.safe:
            assert fold(finding.fix.replacement).strip() in {"", ",", ";"}


def test_summary_and_captions_are_prose_too(check: Check, write: Write) -> None:
    extra = "summary: Bà giữ bến ,rồi về.\nphotos:\n  - file: a.jpg\n    alt: Bà ,cháu\n    caption: Bà  ra bến\n"
    assert [(f.span.line, f.span.column) for f in told(check, write(extra=extra))] == [(11, 20), (15, 16)]


def test_a_summary_of_several_lines_is_left_alone(check: Check, write: Write) -> None:
    assert told(check, write(extra="summary: >\n  Bà giữ bến ,\n  rồi về .\n")) == []
