"""What can keep a file from being read as header and body. Faults are data; ``rules`` puts them into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.model import Span


class FaultKind(StrEnum):
    """The ways a file can be unreadable or misread. Those in ``FATAL`` leave nothing to check behind them."""

    UNREADABLE = "unreadable"
    SYMLINK = "symlink"
    NOT_A_FILE = "not-a-file"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    UTF16 = "utf16"
    ENCODING = "encoding"
    NUL = "nul"
    BOM = "bom"
    CRLF = "crlf"
    NO_HEADER = "no-header"
    TEXT_BEFORE = "text-before"
    OPEN_FENCE = "open-fence"
    SYNTAX = "syntax"
    NOT_MAPPING = "not-mapping"
    TOO_DEEP = "too-deep"
    DUPLICATE_KEY = "duplicate-key"
    ANCHOR = "anchor"
    TAG = "tag"
    BAD_KEY = "bad-key"
    AMBIGUOUS = "ambiguous"


HARMLESS = frozenset({FaultKind.BOM, FaultKind.CRLF, FaultKind.DUPLICATE_KEY, FaultKind.AMBIGUOUS})
"""Faults after which header and body are still known."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault at its place. ``detail`` is what it is about: a key, a value, the parser's own complaint."""

    kind: FaultKind
    span: Span
    detail: str = ""
    key: str = ""

    @property
    def fatal(self) -> bool:
        """Whether nothing else can be said of the file."""
        return self.kind not in HARMLESS
