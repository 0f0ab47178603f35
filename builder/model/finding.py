"""A finding: one comment on a text, at its place, with what to do about it. Findings are values, never raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; errors keep a story from being published."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "info").index(self.value)

    @property
    def label(self) -> str:
        """The Vietnamese word for it."""
        return {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text file. Lines and columns count from 1; columns count Unicode code points."""

    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        if self.end_line < self.line:
            object.__setattr__(self, "end_line", self.line)
        if self.end_line == self.line and self.end_column < self.column:
            object.__setattr__(self, "end_column", self.column)


@dataclass(frozen=True, slots=True)
class Fix:
    """A proposed change: the text of ``span`` becomes ``replacement``. ``safe`` fixes run without asking."""

    span: Span
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong (``message``) and what to do (``hint``), both Vietnamese, at ``path:span``.

    ``path`` is relative to the root, with forward slashes. ``rule`` is a slug id by subject, ``header/missing``.
    """

    rule: str
    severity: Severity
    path: str
    span: Span
    message: str
    hint: str = ""
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """By file, then place, then weight."""
        return (self.path, self.span.line, self.span.column, self.severity.rank, self.rule, self.message)
