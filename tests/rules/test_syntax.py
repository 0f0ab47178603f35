from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding, Fix

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def mended(text: str, fix: Fix) -> str:
    """The text with a fix of one line applied."""
    lines = text.split("\n")
    line = lines[fix.span.line - 1]
    lines[fix.span.line - 1] = line[: fix.span.column - 1] + fix.replacement + line[fix.span.end_column :]
    return "\n".join(lines)


VALUES = [
    ("Bà Hoa: người giữ bến", "dấu hai chấm"),
    ("“Bến: sông”", "dấu hai chấm"),
    (": sông", "dấu hai chấm"),
    ("@Bến", "bắt đầu bằng dấu “@”"),
    ("%Bến", "bắt đầu bằng dấu “%”"),
    ("`Bến`", "bắt đầu bằng dấu “`”"),
    ("> Bến", "bắt đầu bằng dấu “>”"),
    ("- Bến", "bắt đầu bằng dấu “-”"),
    (", Bến", "bắt đầu bằng dấu “,”"),
    ("[Bến] sông", "bắt đầu bằng dấu “[”"),
    ("*Bến* sông", "bắt đầu bằng dấu “*”"),
    ('"Bến" sông', "dấu nháy"),
    ('"Bến sông', "dấu nháy"),
    ("'Bến' sông", "dấu nháy"),
    ("'Bến sông", "dấu nháy"),
]


@pytest.mark.parametrize(("value", "said"), VALUES)
def test_a_value_that_breaks_the_line_is_named_and_its_fix_makes_the_file_readable(
    value: str, said: str, check: Check, write: Write
) -> None:
    text = write(title=value)
    (finding,) = check(text)
    assert finding.rule == "header/syntax"
    assert (finding.span.line, finding.span.column) == (2, 8)
    assert said in finding.message
    assert "“Tên bài” (title)" in finding.message
    assert finding.fix is not None
    assert check(mended(text, finding.fix)) == ()


@pytest.mark.parametrize(
    ("extra", "line", "said"),
    [
        ("author:Lê An\n", 11, "thiếu dấu cách"),
        ("author：Lê An\n", 11, "bộ gõ chữ Hán"),
        ("  author: Lê An\n", 11, "bị thụt vào"),
        ("\tauthor: Lê An\n", 11, "phím Tab"),
        ("awards:\n\t- award: huan-chuong\n", 12, "phím Tab"),
        ("author Lê An\n", 11, "không có tên mục"),
        ("movements: [vi-nguoi-ngheo\n", 11, "ngoặc mở"),
        ("author: Lê \x07An\n", 11, "U+0007"),
        ("awards:\n  - award: huan-chuong\n   date: 2022-10-05\n", 13, "không đúng chỗ"),
        (": Lê An\n", 11, "Không đọc được"),
        ("--- x\n", 11, "Không đọc được"),
    ],
)
def test_other_slips_are_found_on_their_line(extra: str, line: int, said: str, check: Check, write: Write) -> None:
    (finding,) = check(write(extra=extra))
    assert (finding.rule, finding.span.line) == ("header/syntax", line)
    assert said in finding.message
    assert finding.hint


@pytest.mark.parametrize("extra", ["author:Lê An\n", "author：Lê An\n", "  author: Lê An\n"])
def test_proposed_lines_are_readable(extra: str, check: Check, write: Write) -> None:
    text = write(extra=extra)
    (finding,) = check(text)
    assert finding.fix is not None
    assert check(mended(text, finding.fix)) == ()


def test_an_unclosed_quote_is_found_where_it_opens_not_where_the_parser_gives_up(check: Check, write: Write) -> None:
    (finding,) = check(write(title='"Bến', extra='summary: "Một đời"\n'))
    assert (finding.span.line, finding.span.column) == (2, 8)


def test_columns_count_code_points(check: Check, write: Write) -> None:
    (finding,) = check(write(unit="Ủy ban nhân dân", extra="author: “Lê”: ở bến\n"))
    assert (finding.span.column, finding.span.end_column) == (9, 19)
