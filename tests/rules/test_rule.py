from __future__ import annotations

from collections.abc import Iterator

import pytest

from builder.model import Severity, Span
from builder.rules import RULES, Remark, Rule, Scope, explain, rule
from builder.vietnamese.slug import is_slug

RULE_IDS = sorted(RULES)


@rule("test/many", Severity.WARNING, rest="Còn {} dòng nữa.")
def many(count: int) -> Iterator[Remark]:
    """Nhiều chỗ.

    Cách sửa: bớt đi.
    """
    return (Remark(Span(line), "Thừa.", severity=Severity.INFO if line == 1 else None) for line in range(1, count + 1))


def test_a_rule_is_its_function_with_title_and_page() -> None:
    assert (many.id, many.severity, many.scope, many.title) == ("test/many", Severity.WARNING, Scope.COPY, "Nhiều chỗ")
    assert many.doc == "Nhiều chỗ.\n\nCách sửa: bớt đi."


def test_findings_take_the_path_and_the_rules_severity_unless_the_remark_says_otherwise() -> None:
    first, second = many.findings(2, "stories/a.md")
    assert (first.severity, second.severity) == (Severity.INFO, Severity.WARNING)
    assert first.path == "stories/a.md"


@pytest.mark.parametrize(("count", "shown"), [(19, 19), (20, 20), (21, 21), (10_000, 21)])
def test_after_twenty_findings_one_line_counts_the_rest(count: int, shown: int) -> None:
    findings = list(many.findings(count, ""))
    assert len(findings) == shown
    if count > 20:
        assert findings[-1].message == f"Còn {count - 20} dòng nữa."


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_ids_are_slugs_by_subject(rule_id: str) -> None:
    assert rule_id.count("/") == 1
    assert all(is_slug(part) for part in rule_id.split("/"))


@pytest.mark.parametrize("rule_id", RULE_IDS)
def test_every_rule_has_a_manual_page_with_a_remedy_and_both_examples(rule_id: str) -> None:
    page = explain(rule_id)
    assert page is not None
    title, blank, *rest = page.split("\n")
    assert title.endswith(".")
    assert blank == ""
    starts = [line.partition(":")[0] for line in rest]
    assert [starts.count(word) for word in ("Cách sửa", "Sai", "Đúng")] == [1, 1, 1]
    assert starts.index("Cách sửa") < starts.index("Sai") < starts.index("Đúng")
    assert rest[0], "the page says why before it says how"


def test_titles_are_told_apart() -> None:
    titles = [found.title for found in RULES.values()]
    assert len(set(titles)) == len(titles)


def test_an_unknown_rule_has_no_page() -> None:
    assert explain("header/nonsense") is None


def test_rules_are_values() -> None:
    assert all(isinstance(found, Rule) for found in RULES.values())
    assert all(found.id == rule_id for rule_id, found in RULES.items())
