from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, write: Write, words: str) -> list[Finding]:
    return [f for f in check(write(body=f"{words}\n")) if f.rule == "text/doubled"]


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("Bà nhắc các các cháu.", "các"),
        ("Các các cháu.", "các"),
        ("Bà nói với với, cháu.", "với"),
        ("Quận lựa chọn 50 lựa chọn 50 bài.", "lựa chọn 50"),
        ("Bà thực hiện thực hiện ngay.", "thực hiện"),
        ("Việc trên địa bàn quận trên địa bàn quận.", "trên địa bàn quận"),
        ("- Phát hiện và phát hiện và khen.", "phát hiện và"),
    ],
)
def test_what_is_said_twice(words: str, again: str, check: Check, write: Write) -> None:
    (finding,) = told(check, write, words)
    assert finding.message.lower() == f"“{again}” được viết hai lần liền."
    start, end = finding.span.column - 1, finding.span.end_column
    assert words[start:end] == again
    assert finding.fix is not None
    assert not finding.fix.safe
    begin = finding.fix.span.column - 1
    assert words[:begin] + finding.fix.replacement + words[end:] == words[: start - 1] + words[end:]


@pytest.mark.parametrize(
    "words",
    [
        "Cỏ xanh xanh, đêm đêm, ai ai, ngày ngày, mãi mãi, thường thường, từ từ, người người, nhà nhà.",
        "Qua từng bước từng bước, rất lâu rất lâu, một ngày một ngày.",
        "Nước tí tách tí tách, chân lộp độp lộp độp.",
        "Bà mua để để dành. Nhà ở ở phường. Nước trong trong chậu. Hiện tại tại phường. Sóng là là mặt bãi.",
        "Đò sang. Đò sang. Bà ra, bà ra.",
        "Bà gọi: “Các các cháu, mau lên bờ mau lên bờ!”",
        "> Bà ơi các các cháu",
        "bà bảo “ra”, bà bảo “vào”.",
        "các\ncác",
        "- Áo\n- Áo",
        "Bà và – và cháu.",
    ],
)
def test_what_may_be_said_twice(words: str, check: Check, write: Write) -> None:
    assert told(check, write, words) == []


def test_a_thing_said_three_times_is_one_trouble(check: Check, write: Write) -> None:
    assert len(told(check, write, "Bà nhắc các các các cháu.")) == 1
