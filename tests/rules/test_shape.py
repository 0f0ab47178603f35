from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, text: str, rule: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.rule == f"text/{rule}"]


@pytest.mark.parametrize(
    ("body", "place", "replacement"),
    [
        ("| Năm | Áo |\n|---|---|\n| 2021 | 120 |", (13, 1), None),
        ("Năm | Áo\n:--|--:\n2021 | 120", (13, 1), None),
        ("Bà ra " + "_" * 60, (13, 7), None),
        ("Bà ra.\n\n    Bà về.", (15, 1), ""),
        ("\tBà về.", (13, 1), ""),
        ("### Bến", (13, 1), "##"),
        ("## Bến\n\n#### Đò", (15, 1), "###"),
    ],
)
def test_what_the_page_cannot_hold(
    body: str, place: tuple[int, int], replacement: str | None, check: Check, write: Write
) -> None:
    (finding,) = told(check, write(body=f"{body}\n"), "table")
    assert (finding.span.line, finding.span.column) == place
    assert (finding.fix.replacement if finding.fix else None) == replacement


@pytest.mark.parametrize(
    "body",
    [
        "Chọn a | b.",
        "## Bến\n\n### Đò\n\n## Sông\n\n### Bãi",
        "Bà ra " + "_" * 59,
        "[Trang](https://hanoi.gov.vn/" + "a" * 90 + ") và <https://hanoi.gov.vn/" + "a" * 90 + ">",
        "- Một\n\n    vẫn là một",
        "Bà ra.\n   Bà về.",
        "Bà\n---",
    ],
)
def test_what_it_can(body: str, check: Check, write: Write) -> None:
    assert told(check, write(body=f"{body}\n"), "table") == []


@pytest.mark.parametrize(
    ("words", "enough"),
    [
        ("", False),
        ("Bà ra bến nhiều năm.", False),
        ("Bà ra bến lúc 5 giờ.", True),
        ("Hai mươi năm nay.", True),
        ("Ba năm nay.", True),
        ("Mấy chục người.", True),
        ("Bà là người Ba Vì, tên Năm.", False),
    ],
)
def test_a_story_needs_a_figure(words: str, enough: bool, check: Check, write: Write) -> None:  # noqa: FBT001  # parametrized
    text = write(body="Bà ra bến. " * 120 + words + "\n")
    assert bool(told(check, text, "elements")) is not enough


def test_a_story_without_a_body_has_another_trouble(check: Check, write: Write) -> None:
    assert told(check, write(body=""), "elements") == []
