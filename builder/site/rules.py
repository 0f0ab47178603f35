"""The editors' manual of rules: a table, and a page a rule, made from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from builder.render import render
from builder.rules import Rule

from . import addresses
from .kit import Kit
from .page import Page
from .pending import Pending, key_of

_TITLE: Final = "Các quy tắc soát bài"
_LEAD: Final = "Máy soát từng bài theo các quy tắc này. Mỗi quy tắc có một trang: vì sao, và sửa thế nào."
SUBJECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "file": "Tệp",
        "header": "Phần khai báo",
        "place": "Địa bàn",
        "award": "Khen thưởng",
        "volume": "Tập",
        "name": "Tên",
        "photo": "Ảnh",
        "text": "Văn bản",
        "link": "Liên kết",
        "privacy": "Đời tư",
        "duplicate": "Trùng lặp",
        "approval": "Duyệt đăng",
        "edition": "Sách",
        "suppression": "Bỏ qua quy tắc",
    }
)
"""What the first part of a rule's id speaks of, in the order of the table."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A line of the table."""

    id: str
    title: str
    severity: str
    path: str


def rule_pages(kit: Kit) -> Iterator[Pending]:
    """The table of rules, then every rule."""
    if not kit.rules:
        return
    base = f"{addresses.RULES}/"
    ordered = sorted(kit.rules, key=lambda rule: (list(SUBJECTS).index(_subject(rule)), rule.id))
    groups = [(SUBJECTS[subject], [*map(_line, held)]) for subject, held in groupby(ordered, key=_subject)]
    yield Pending(base, key_of(groups), lambda: _table(base, groups, kit))
    for rule in ordered:
        key = key_of(rule.id, rule.doc, rule.source, rule.severity)
        yield Pending(_path(rule), key, partial(_page, rule, kit))


def _table(base: str, groups: Sequence[tuple[str, Sequence[RuleLine]]], kit: Kit) -> Page:
    body = kit.page("rules.html", base, title=_TITLE, lead=_LEAD, groups=groups)
    return Page(base, _TITLE, _LEAD, "", body, "page-rules")


def _page(rule: Rule[Any], kit: Kit) -> Page:
    path = _path(rule)
    text = rule.doc.partition("\n")[2].strip().replace("\nĐúng:", "\n\nĐúng:")
    manual = Markup(render(text).html)  # noqa: S704  # our own words, through the renderer
    body = kit.page("rule.html", path, line=_line(rule), manual=manual, source=rule.source, index=_TITLE)
    return Page(path, f"{rule.title} – {_TITLE}", rule.title, "", body, "page-rule")


def _line(rule: Rule[Any]) -> RuleLine:
    return RuleLine(rule.id, rule.title, rule.severity.label, _path(rule))


def _path(rule: Rule[Any]) -> str:
    return f"{addresses.RULES}/{rule.id}/"


def _subject(rule: Rule[Any]) -> str:
    return rule.id.partition("/")[0]
