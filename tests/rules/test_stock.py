from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Severity
from builder.rules import STOCK_RULES, Copy, Rule, Stock, StockEntry, check_stock

Maker = Callable[..., Copy]
Write = Callable[..., str]


def stock(make: Maker, *texts: str) -> Stock:
    copies = (make(text, path=f"stories/tap-28/bai-{n}.md") for n, text in enumerate(texts, start=1))
    return Stock(tuple(map(StockEntry.of, copies)))


def test_each_of_two_stories_of_one_person_names_the_other(make: Maker, write: Write) -> None:
    texts = (write(), write(title="Bến", person="Bà ĐỖ THỊ HOÀ"), write(title="Đò", year="2021"))
    first, second = check_stock(stock(make, write(), texts[1].replace("HOÀ", "HOA"), texts[2]))
    assert (first.rule, first.severity, first.path) == (
        "duplicate/person-year",
        Severity.ERROR,
        "stories/tap-28/bai-1.md",
    )
    assert "stories/tap-28/bai-2.md" in first.message
    assert "stories/tap-28/bai-1.md" in second.message


def test_namesakes_of_different_units_are_a_warning(make: Maker, write: Write) -> None:
    findings = check_stock(stock(make, write(), write(title="Bến", unit="Trường Tiểu học Ái Mộ")))
    assert {(f.rule, f.severity) for f in findings} == {("duplicate/person-year", Severity.WARNING)}


def test_a_title_given_twice_is_a_warning_whatever_its_marks(make: Maker, write: Write) -> None:
    findings = check_stock(stock(make, write(), write(title="GIỮ NHỊP  CẦU SANG SÔNG", person="Lê An")))
    assert [(f.rule, f.severity, f.span.line) for f in findings] == [("duplicate/title", Severity.WARNING, 2)] * 2


def test_withdrawn_and_unreadable_stories_are_left_alone(make: Maker, write: Write) -> None:
    assert check_stock(stock(make, write(), write(extra="status: withdrawn\n"), "hỏng")) == ()


def test_one_file_is_no_duplicate(make: Maker, write: Write) -> None:
    assert check_stock(stock(make, write())) == ()


class Watched:
    """An entry that notes which of its fields are looked at."""

    def __init__(self, entry: StockEntry, noted: set[str]) -> None:
        self._entry = entry
        self._noted = noted

    def __getattr__(self, name: str) -> object:
        self._noted.add(name)
        return getattr(self._entry, name)


@pytest.mark.parametrize("rule", STOCK_RULES, ids=lambda rule: rule.id)
def test_a_rule_looks_at_nothing_but_what_it_says(make: Maker, write: Write, rule: Rule[Stock]) -> None:
    """What was found is kept for as long as that is the same."""
    long = " ".join(f"Một đoạn dài số {n} để so." for n in range(60))
    link = "[bài kia](https://vi-du.vn/bai/tap-28/bai-3/)"
    body = f"{long} {link}\n"
    texts = (write(body=body), write(body=body), write(body=body, extra="status: withdrawn\n"))
    noted: set[str] = set()
    entries = tuple(Watched(entry, noted) for entry in stock(make, *texts).entries)
    assert list(rule.check(Stock(entries)))  # type: ignore[arg-type]  # they have all that entries have
    assert noted - {"path"} == set(rule.sees)
