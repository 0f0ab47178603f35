"""What a rule is: a small function with an id, a weight, a source, and its manual page for a docstring."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from builder.model import Finding, Fix, Severity, Span

Subject = TypeVar("Subject")

MOST_FINDINGS = 20
"""Of one rule in one file. A file with 10,000 unknown keys has one trouble, and nobody reads 10,000 lines."""


class Scope(StrEnum):
    """What a rule looks at: one story, all stories together, or an edition."""

    COPY = "copy"
    STOCK = "stock"
    EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one place. ``severity`` and ``path`` are set only where they differ from the usual."""

    span: Span
    message: str
    hint: str = ""
    fix: Fix | None = None
    severity: Severity | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """A rule. ``doc`` is its manual page in Vietnamese, the first line being its title.

    ``unread`` rules also look at a file whose header could not be read; no other rule does, so that one cause gives
    one finding.
    """

    id: str
    severity: Severity
    scope: Scope
    source: str
    check: Callable[[Subject], Iterable[Remark]]
    doc: str
    unread: bool = False
    rest: str = "Còn {} chỗ nữa như thế."
    sees: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The first line of the manual page, without its full stop."""
        return self.doc.partition("\n")[0].rstrip(".")

    def findings(self, subject: Subject, path: str) -> Iterator[Finding]:
        """Apply the rule; after ``MOST_FINDINGS`` in a file one line counts the rest, as grave as its gravest."""
        told: Counter[str] = Counter()
        rest: dict[str, list[Finding]] = {}
        for remark in self.check(subject):
            finding = self._finding(remark, path)
            told[finding.path] += 1
            if told[finding.path] <= MOST_FINDINGS:
                yield finding
            else:
                rest.setdefault(finding.path, []).append(finding)
        for left in rest.values():
            gravest = min(left, key=lambda finding: finding.severity.rank)
            hint = "Sửa những chỗ đã nêu ở trên rồi soát lại."
            yield replace(left[0], severity=gravest.severity, message=self.rest.format(len(left)), hint=hint, fix=None)

    def _finding(self, remark: Remark, path: str) -> Finding:
        severity = remark.severity or self.severity
        where = remark.path or path
        return Finding(self.id, severity, where, remark.span, remark.message, remark.hint, remark.fix)


def rule(  # noqa: PLR0913  # the parts of a rule, told once where it is written
    rule_id: str,
    severity: Severity,
    *,
    scope: Scope = Scope.COPY,
    source: str = "",
    unread: bool = False,
    rest: str = "Còn {} chỗ nữa như thế.",
    sees: tuple[str, ...] = (),
) -> Callable[[Callable[[Subject], Iterable[Remark]]], Rule[Subject]]:
    """Make a rule of a function.

    Args:
        rule_id: slug by subject, ``header/missing``.
        severity: the weight of its findings unless a remark says otherwise.
        scope: what the function takes.
        source: the law, standard or reason the rule rests on, in Vietnamese.
        unread: whether it looks at files whose header could not be read, too.
        rest: the line that counts the findings beyond ``MOST_FINDINGS``.
        sees: the fields of a ``StockEntry`` besides its path that a rule on all stories looks at.
    """

    def made(check: Callable[[Subject], Iterable[Remark]]) -> Rule[Subject]:
        doc = inspect.cleandoc(check.__doc__ or "")
        return Rule(rule_id, severity, scope, source, check, doc, unread, rest, sees)

    return made
