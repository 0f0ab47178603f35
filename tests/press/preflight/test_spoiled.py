"""Every planted fault is named by its own check, and nothing else is blamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.model import Severity
from builder.press.preflight.checks import CHECKS
from builder.press.preflight.examine import examine
from tests.press.preflight.spoils import SPOILS, Spoil


@pytest.mark.parametrize("spoil", SPOILS, ids=lambda spoil: spoil.name)
def test_the_fault_is_named_and_no_other(spoil: Spoil, tmp_path: Path) -> None:
    path = tmp_path / "spoilt.pdf"
    path.write_bytes(spoil.data())
    flaws = examine(path, spoil.demand).flaws
    named = {(flaw.check, flaw.severity) for flaw in flaws}
    assert named == {(spoil.check, Severity.WARNING if spoil.warning else Severity.ERROR)}, flaws
    assert flaws[0].page == spoil.page
    assert flaws[0].message.endswith(".")
    assert flaws[0].remedy.endswith(".")


def test_every_check_has_a_spoilt_file() -> None:
    assert {check.id for check in CHECKS} == {spoil.check for spoil in SPOILS}


def test_every_check_has_a_manual_page() -> None:
    assert [check.id for check in CHECKS if len(check.doc) < 20] == []
    assert len({check.id for check in CHECKS}) == len(CHECKS)
