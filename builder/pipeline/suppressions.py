"""Findings someone has looked at and lets stand: ``stories/bo-qua.yml`` says which, why, who, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from builder.manuscript import Fault, FaultKind, Issue, YamlFile, read_yaml
from builder.manuscript.schema import Day, Line, issues_of, without_blanks
from builder.model import Span
from builder.workspace import Root

from .stages import Stage

SUPPRESSIONS_FILE = "bo-qua.yml"
NEVER_IN_PRINT = ("privacy/", "approval/")
"""What is printed once cannot be taken back: these rules hold for a book whatever the list says."""


class Suppression(BaseModel):
    """One entry: findings of ``rule`` in files whose path fits ``path`` are let stand up to and on ``until``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: Line = Field(title="Quy tắc", description="Mã quy tắc đứng trong ngoặc vuông ở lời báo, ví dụ text/length")
    path: Line = Field(title="Tệp", description="Đường dẫn của bài; dấu * thay cho mọi chữ: stories/tap-28/*")
    reason: Line = Field(title="Lý do", description="Ghi vì sao bỏ qua được")
    who: Line = Field(title="Người quyết định", description="Ghi tên người hoặc bộ phận quyết định")
    until: Day = Field(title="Có hiệu lực đến hết ngày", description="Ghi ngày dạng 2027-06-30")

    def hides(self, rule_id: str, path: str) -> bool:
        """Whether a finding of a rule on a file is meant."""
        return self.rule == rule_id and fnmatchcase(path, self.path)


class SuppressionsHeader(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    suppressions: tuple[Suppression, ...] = Field(title="Danh sách bỏ qua")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The list as read, at a stage, on a day. ``entries`` are the complete ones, by their place in the list.

    Without ``today`` (None) no entry has run out.
    """

    file: YamlFile
    issues: tuple[Issue, ...]
    entries: Mapping[int, Suppression]
    stage: Stage
    today: date | None

    @property
    def expired(self) -> Mapping[int, Suppression]:
        """The entries that have run out."""
        return {n: e for n, e in self.entries.items() if self.today is not None and e.until < self.today}

    @property
    def forbidden(self) -> Mapping[int, Suppression]:
        """The entries that do not hold at this stage."""
        if self.stage is not Stage.PRINT:
            return {}
        return {n: e for n, e in self.entries.items() if e.rule.startswith(NEVER_IN_PRINT)}

    @property
    def holding(self) -> Mapping[int, Suppression]:
        """The entries that hide findings."""
        return {n: e for n, e in self.entries.items() if n not in self.expired and n not in self.forbidden}

    def hides(self, rule_id: str, path: str) -> bool:
        """Whether findings of a rule on a file are let stand."""
        return any(entry.hides(rule_id, path) for entry in self.holding.values())

    def span(self, entry: int, key: str) -> Span:
        """Where a value of an entry stands."""
        return self.file.span_of("suppressions", entry, key)


def read_ledger(root: Root, stage: Stage, today: date | None) -> Ledger | None:
    """The list of a root; None where there is none.

    Args:
        root: the root.
        stage: what is checked for.
        today: the day entries must not have run out before; None lets none run out.
    """
    path = root.stories / SUPPRESSIONS_FILE
    name = root.relative(path)
    if path.is_symlink():
        return Ledger(YamlFile(name, None, {}, (Fault(FaultKind.SYMLINK, Span()),)), (), {}, stage, today)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        fault = Fault(FaultKind.UNREADABLE, Span(), error.strerror or "")
        return Ledger(YamlFile(name, None, {}, (fault,)), (), {}, stage, today)
    return ledger_of(read_yaml(name, data), stage, today)


def ledger_of(file: YamlFile, stage: Stage, today: date | None) -> Ledger:
    """The list in a read file. One faulty entry does not spoil the others."""
    values = without_blanks(file.values or {})
    try:
        header = SuppressionsHeader.model_validate(values)
    except ValidationError as error:
        issues = issues_of(error) if file.values is not None else ()
        return Ledger(file, issues, _complete(values.get("suppressions"), issues), stage, today)
    return Ledger(file, (), dict(enumerate(header.suppressions)), stage, today)


def _complete(items: object, issues: Iterable[Issue]) -> dict[int, Suppression]:
    faulty = {issue.location[1] for issue in issues if len(issue.location) > 1}
    if not isinstance(items, list):
        return {}
    return {n: Suppression.model_validate(item) for n, item in enumerate(items) if n not in faulty}
