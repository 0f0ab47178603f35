from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding, Severity

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, text: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.rule == "text/i-or-y"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Bà làm kĩ, kiểm kỹ.", "1 chỗ viết “kĩ”, 1 chỗ viết “kỹ”"),
        ("Lý do thì nhiều. Vì lí do ấy, và lý do kia, lí do nọ, lí lẽ.", "1 chỗ viết “lý”, 3 chỗ viết “lí”"),
        ("Các bác sĩ, bác sĩ và bác sỹ.", "1 chỗ viết “sỹ”, 2 chỗ viết “sĩ”"),
        ("Công ti này, công ty kia, hai công ty nữa.", "1 chỗ viết “ti”, 2 chỗ viết “ty”"),
    ],
)
def test_both_forms_in_one_story_are_told_once(words: str, message: str, check: Check, write: Write) -> None:
    (finding,) = told(check, write(body=f"{words}\n"))
    assert message in finding.message
    assert finding.severity is Severity.INFO
    assert finding.fix is None


@pytest.mark.parametrize(
    "words",
    [
        "Bà làm kĩ, nghĩ kĩ.",
        "Bác sĩ có lý do, làm kỹ.",
        "Ông Kĩ làm kỹ. Cô Lí nêu lý do.",
        "Nước Mỹ có nền mĩ thuật riêng.",
        "Bà bảo: “Làm cho kĩ.” Ai cũng làm kỹ.",
        "> Làm cho kĩ\n\nAi cũng làm kỹ.",
        "Tỉ mỉ từng tỷ đồng, tỉ tê kể về tỷ lệ.",
        "Cân hai kí, 5 kí, ký tên.",
        "Ti vi của công ty.",
        "Bà cười hi hi rồi hy vọng, hy sinh.",
        "Cái va li nhỏ li ti, cách ly, ly nước.",
    ],
)
def test_one_form_names_quotations_and_words_without_a_choice(words: str, check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n")) == []
