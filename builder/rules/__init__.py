"""Comments on manuscripts: one small function a rule, each with its id, weight, source and manual page.

A rule looks and speaks; it never raises, prints or edits. What it says becomes a ``Finding``, sorted by place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from builder.manuscript import EditionFile
from builder.model import Finding, Volume
from builder.vocabulary import Vocabulary

from .approval import APPROVAL_RULES
from .award import AWARD_RULES
from .confusion import CONFUSION_RULES
from .copy import Copy, make_copy
from .cut_value import CUT_VALUE_RULES
from .dead_link import DEAD_LINK_RULES
from .duplicate import DUPLICATE_RULES
from .edition_approval import EDITION_APPROVAL_RULES
from .edition_rules import EDITION_RULES, Draft
from .faults import FILE_RULES
from .header import HEADER_RULES
from .i_or_y import I_OR_Y_RULES
from .imprint import IMPRINT_RULES
from .later_date import LATER_DATE_RULES
from .link import LINK_RULES
from .names import NAME_RULES
from .photo import PHOTO_RULES
from .place import PLACE_RULES
from .privacy import PRIVACY_RULES
from .punctuation import PUNCTUATION_RULES
from .repeats import REPEAT_RULES
from .rule import Remark, Rule, Scope, rule
from .schema_rules import SCHEMA_RULES
from .sensitive import SENSITIVE_RULES
from .sentences import SENTENCE_RULES
from .shape import SHAPE_RULES
from .stock import Stock, StockEntry
from .text import TEXT_RULES
from .tone import TONE_RULES

__all__ = [
    "RULES",
    "STOCK_RULES",
    "Copy",
    "Remark",
    "Rule",
    "Scope",
    "Stock",
    "StockEntry",
    "check_copy",
    "check_edition",
    "check_stock",
    "explain",
    "make_copy",
    "rule",
]

COPY_RULES: tuple[Rule[Copy], ...] = (
    *FILE_RULES,
    *HEADER_RULES,
    *SCHEMA_RULES,
    *CUT_VALUE_RULES,
    *PLACE_RULES,
    *AWARD_RULES,
    *NAME_RULES,
    *PHOTO_RULES,
    *TEXT_RULES,
    *TONE_RULES,
    *PUNCTUATION_RULES,
    *SENTENCE_RULES,
    *REPEAT_RULES,
    *CONFUSION_RULES,
    *I_OR_Y_RULES,
    *LATER_DATE_RULES,
    *SHAPE_RULES,
    *LINK_RULES,
    *PRIVACY_RULES,
    *SENSITIVE_RULES,
    *APPROVAL_RULES,
)

STOCK_RULES: tuple[Rule[Stock], ...] = (*DUPLICATE_RULES, *DEAD_LINK_RULES)

_ALL: tuple[Rule[Any], ...] = (*COPY_RULES, *STOCK_RULES, *EDITION_RULES, *IMPRINT_RULES, *EDITION_APPROVAL_RULES)
RULES: Mapping[str, Rule[Any]] = MappingProxyType({rule.id: rule for rule in _ALL})
"""Every rule by its id."""

Subject = TypeVar("Subject")


def check_copy(copy: Copy) -> tuple[Finding, ...]:
    """All findings on one file. A file whose header could not be read gets only the finding that says so."""
    rules = COPY_RULES if copy.readable else tuple(rule for rule in COPY_RULES if rule.unread)
    return _apply(rules, copy, copy.manuscript.path)


def check_stock(stock: Stock, rules: Iterable[Rule[Stock]] = STOCK_RULES) -> tuple[Finding, ...]:
    """The findings that only all files together show."""
    return _apply(rules, stock, "")


def check_edition(
    read: EditionFile,
    vocabulary: Vocabulary,
    story_ids: Iterable[str],
    volumes: Mapping[int, Volume] | None = None,
    text_hash: str | None = None,
) -> tuple[Finding, ...]:
    """All findings on one edition.

    Volume numbers are checked only where the register is given, and whether the book is still what was approved only
    where its ``text_hash`` is.
    """
    draft = Draft(read, vocabulary, frozenset(story_ids), volumes, text_hash)
    readable = read.file.values is not None
    rules = (*EDITION_RULES, *IMPRINT_RULES, *EDITION_APPROVAL_RULES) if readable else EDITION_RULES[:1]
    return _apply(rules, draft, read.file.path)


def explain(rule_id: str) -> str | None:
    """The manual page of a rule, Vietnamese; None if there is no such rule."""
    found = RULES.get(rule_id)
    return found.doc if found else None


def _apply(rules: Iterable[Rule[Subject]], subject: Subject, path: str) -> tuple[Finding, ...]:
    findings = (finding for rule in rules for finding in rule.findings(subject, path))
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))
