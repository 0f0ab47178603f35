from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, text: str, rule: str) -> list[tuple[int, int]]:
    return [(f.span.line, f.span.column) for f in check(text) if f.rule == f"text/{rule}"]


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("bà ra bến.", [1]),
        ("– bà ơi!", [3]),
        ("**bà** ra bến.", [3]),
        ("Bà về. bà nghỉ. bà ngủ.", [8, 17]),
        ("Thế à? ừ.", [8]),
        ("Năm 2021. bà nghỉ.", [11]),
        ("- Bà về. bà nghỉ.", [10]),
    ],
)
def test_small_letters_at_the_head(words: str, columns: list[int], check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n"), "sentence-start") == [(13, column) for column in columns]


@pytest.mark.parametrize(
    "words",
    [
        "Bà đợi… rồi về. Bà đợi... rồi về.",
        "Ở TP. nào, ThS. nào, PGS.TS. nào, v.v. và tr. nào cũng thế. Mục 3. chuẩn bị.",
        "“Ừ?” bà hỏi. “Đi!” ông nói. “Thôi.” bà bảo.",
        "– Sao thế? – bà hỏi.",
        "- một;\n- hai.\n\n1. ba\n\na) bốn",
        "> qua sông mặc áo. cài quai.",
        "https://hanoi.gov.vn/ là trang của thành phố. https://a.vn cũng thế.",
        "eKYC, e-mail là gì? iPhone.",
        "| năm | áo |\n|---|---|",
        "123. một",
    ],
)
def test_small_letters_that_are_right(words: str, check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n"), "sentence-start") == []


@pytest.mark.parametrize(
    ("before", "rule"),
    [
        ("Bà ra bến.", "sentence-start"),
        ("Bà bảo “thế thôi”", "sentence-start"),
        ("## Bến sông", "sentence-start"),
        ("- Đếm áo.", "sentence-start"),
        ("Bà ra", "page-break"),
        ("Bà ra bến,", "page-break"),
        ("- Đếm áo", "page-break"),
        ("Bà dặn:", ""),
        ("Bà dặn một điều;", ""),
        ("> Qua sông mặc áo", ""),
        ("![Bến](a.jpg)", ""),
    ],
)
def test_a_paragraph_in_small_letters_is_one_trouble_at_most(
    before: str, rule: str, check: Check, write: Write
) -> None:
    text = write(body=f"{before}\n\nrồi bà về.\n")
    found = {kind: told(check, text, kind) for kind in ("sentence-start", "page-break")}
    assert found == {kind: [(15, 1)] if kind == rule else [] for kind in found}


def test_a_torn_sentence_is_joined(check: Check, write: Write) -> None:
    text = write(body="Công trình có ý nghĩa thiết\n\n\nthực vào dịp kỷ niệm.\n")
    (finding,) = (f for f in check(text) if f.rule == "text/page-break")
    assert finding.fix is not None
    assert (finding.fix.span.line, finding.fix.span.column) == (13, 27)
    assert (finding.fix.span.end_line, finding.fix.span.end_column) == (16, 1)
    assert finding.fix.replacement == "t t"
    assert "“ý nghĩa thiết” và “thực vào dịp”" in finding.message


def test_an_indented_paragraph_belongs_to_its_item(check: Check, write: Write) -> None:
    assert told(check, write(body="- Một\n\n  vẫn là ý một.\n"), "page-break") == []


LONG = "Hướng dẫn các đơn vị đẩy mạnh tuyên truyền về Cuộc thi và các gương điển hình tiên tiến, các gương"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (f"{LONG}\n\nĐHTT, NTVT trong phong trào.\n", (13, len(LONG))),
        (f"- {LONG}  \nThưởng theo thẩm quyền.\n", (13, len(LONG) + 2)),
        (f"Bà về.\n\n{LONG}\n\nBà Hoa ra bến.\n", (15, len(LONG))),
    ],
)
def test_a_long_line_that_just_stops_before_a_capital(
    body: str, place: tuple[int, int], check: Check, write: Write
) -> None:
    (finding,) = [f for f in check(write(body=body)) if f.rule == "text/page-break"]
    assert (finding.span.line, finding.span.column) == place
    assert "các gương" in finding.message
    assert finding.fix is None


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG}.\n\nBà về.\n",
        f"{LONG}:\n\nBà về.\n",
        f"{LONG}\n\n- Bà về.\n",
        f"## {LONG}\n\nBà về.\n",
        f"> {LONG}\n\nBà về.\n",
        "Sông ơi, con nước lớn ròng\n\nBà về.\n",
        f"{LONG}\n",
    ],
)
def test_lines_that_may_stop_so(body: str, check: Check, write: Write) -> None:
    assert [f for f in check(write(body=body)) if f.rule == "text/page-break"] == []
