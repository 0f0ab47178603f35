"""How far a build goes, and what weighs more the nearer a text comes to print: paper cannot be mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from builder.model import Finding, Severity


class Stage(StrEnum):
    """How far a build goes: a draft shows everything but what is withdrawn; the web and print only what is ready."""

    DRAFT = "draft"
    WEB = "web"
    PRINT = "print"

    @property
    def label(self) -> str:
        """What it is for, in Vietnamese."""
        return {"draft": "bản nháp", "web": "trang mạng", "print": "bản in"}[self.value]


RAISED: Mapping[Stage, Mapping[str, Severity]] = {
    Stage.DRAFT: {},
    Stage.WEB: {"photo/minor-consent": Severity.ERROR},
    Stage.PRINT: {
        "approval/changed": Severity.ERROR,
        "approval/edition-changed": Severity.ERROR,
        "approval/edition-missing": Severity.ERROR,
        "approval/missing": Severity.ERROR,
        "edition/imprint": Severity.WARNING,
        "photo/minor-consent": Severity.ERROR,
        "photo/too-small": Severity.ERROR,
        "text/length": Severity.ERROR,
    },
}
"""The least weight of a rule's findings at a stage, where it is more than the rule's own."""


def weighed(finding: Finding, stage: Stage) -> Finding:
    """The finding as heavy as it is at a stage; never lighter than its rule says."""
    least = RAISED[stage].get(finding.rule, finding.severity)
    return replace(finding, severity=least) if least.rank < finding.severity.rank else finding
