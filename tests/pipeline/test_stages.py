import itertools

import pytest

from builder.model import Finding, Severity, Span
from builder.pipeline import ALL_RULES, Stage
from builder.pipeline.stages import RAISED, weighed


def finding(rule: str, severity: Severity) -> Finding:
    return Finding(rule, severity, "a.md", Span(), "m")


@pytest.mark.parametrize(
    ("rule", "stage", "severity"),
    [
        ("approval/edition-missing", Stage.WEB, Severity.INFO),
        ("approval/edition-missing", Stage.PRINT, Severity.ERROR),
        ("approval/edition-changed", Stage.PRINT, Severity.ERROR),
        ("approval/missing", Stage.DRAFT, Severity.INFO),
        ("approval/missing", Stage.WEB, Severity.INFO),
        ("approval/missing", Stage.PRINT, Severity.ERROR),
        ("edition/imprint", Stage.PRINT, Severity.WARNING),
        ("privacy/address", Stage.PRINT, Severity.INFO),
    ],
)
def test_what_weighs_more_in_print(rule: str, stage: Stage, severity: Severity) -> None:
    assert weighed(finding(rule, Severity.INFO), stage).severity is severity


def test_no_stage_makes_a_finding_lighter() -> None:
    for rule, stage, severity in itertools.product(ALL_RULES, Stage, Severity):
        assert weighed(finding(rule, severity), stage).severity.rank <= severity.rank


def test_the_table_names_only_rules_there_are_and_raises_them() -> None:
    assert set(RAISED) == set(Stage)
    for rule, severity in (pair for table in RAISED.values() for pair in table.items()):
        assert severity.rank < ALL_RULES[rule].severity.rank
