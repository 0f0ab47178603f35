"""Rules on the list of suppressions: one that hides nothing, has run out or lacks its reason is itself a finding.

Such lists only ever grow, and one day an old entry hides a new mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from builder.manuscript import FaultKind
from builder.model import Finding, Fix, Severity, Span, Term
from builder.rules import RULES, Remark, Rule, Scope, rule
from builder.rules import sheet as sheets
from builder.rules.fault_words import word_fault
from builder.rules.sheet import Sheet
from builder.rules.spelling import unknown_word
from builder.rules.stray import stray
from builder.vietnamese.dates import table_date
from builder.vocabulary import suggest

from .suppressions import Ledger, Suppression, SuppressionsHeader


@dataclass(frozen=True, slots=True)
class Audit:
    """The list after it was used: ``idle`` entries have hidden nothing."""

    ledger: Ledger
    idle: Mapping[int, Suppression] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        """The file as fields and complaints."""
        file = self.ledger.file
        return Sheet(file, file.values or {}, self.ledger.issues, SuppressionsHeader, Span())


def settle(findings: Iterable[Finding], ledger: Ledger | None) -> Iterator[Finding]:
    """The findings that are not let stand, and those on the list itself."""
    if ledger is None:
        yield from findings
        return
    used: set[int] = set()
    for finding in findings:
        hiding = [n for n, entry in ledger.holding.items() if entry.hides(finding.rule, finding.path)]
        used.update(hiding)
        if not hiding:
            yield finding
    idle = {n: e for n, e in ledger.holding.items() if n not in used and e.rule != unknown_word.id}
    audit = Audit(ledger, idle)  # whether words are looked up is asked anew each time: that entry may rest
    for known in SUPPRESSION_RULES.values():
        yield from known.findings(audit, ledger.file.path)


@rule("suppression/file", Severity.ERROR, scope=Scope.STOCK)
def unreadable(audit: Audit) -> Iterator[Remark]:
    """Không đọc được tệp bo-qua.yml.

    Danh sách bỏ qua ghi mỗi mục trên các dòng “tên mục: giá trị”. Không đọc được thì không lời báo nào được bỏ qua.

    Cách sửa: sửa dòng nêu trong lời báo; câu có dấu hai chấm thì đặt trong dấu nháy kép.

    Sai: `reason: Thơ: không đếm chữ`
    Đúng: `reason: "Thơ: không đếm chữ"`
    """
    file = audit.ledger.file
    for fault in file.faults:
        if file.values is not None or fault.fatal:
            told = word_fault(fault, file.text)
            mild = fault.kind in {FaultKind.BOM, FaultKind.CRLF}
            yield Remark(told.span, told.message, told.hint, told.fix, Severity.WARNING if mild else None)


@rule("suppression/incomplete", Severity.WARNING, scope=Scope.STOCK)
def incomplete(audit: Audit) -> Iterator[Remark]:
    """Mục bỏ qua ghi chưa đủ hoặc chưa đúng.

    Sau một năm, không ai nhớ vì sao một lời báo được bỏ qua. Mỗi mục phải có quy tắc, tệp, lý do, người quyết định và
    ngày hết hiệu lực; thiếu một thứ thì mục ấy không có hiệu lực.

    Cách sửa: điền mục còn thiếu.

    Sai:
        - rule: text/length
          path: stories/tap-28/do-thi-hoa.md
    Đúng:
        - rule: text/length
          path: stories/tap-28/do-thi-hoa.md
          reason: Bài thơ, ngắn là phải
          who: Ban biên tập tập 28
          until: 2027-06-30
    """
    yield from sheets.missing(audit.sheet)
    yield from sheets.unknown(audit.sheet)
    yield from sheets.wrong(audit.sheet)


@rule("suppression/expired", Severity.WARNING, scope=Scope.STOCK)
def expired(audit: Audit) -> Iterator[Remark]:
    """Mục bỏ qua đã hết hạn.

    Quá ngày ghi ở until thì lời báo hiện lại, để có người xem lại quyết định cũ.

    Cách sửa: xóa mục ấy; nếu vẫn cần, ghi ngày mới sau khi hỏi lại người quyết định.

    Sai: `until: 2020-01-01`
    Đúng: `until: 2027-06-30`
    """
    for n, entry in audit.ledger.expired.items():
        message = f"Mục bỏ qua {entry.rule} đã hết hạn ngày {table_date(entry.until)}."
        yield Remark(audit.ledger.span(n, "until"), message, "Xóa mục này, hoặc hỏi lại rồi ghi ngày mới.")


@rule("suppression/forbidden", Severity.WARNING, scope=Scope.STOCK)
def forbidden(audit: Audit) -> Iterator[Remark]:
    """Mục bỏ qua không có hiệu lực với bản in.

    Sách đã in không thu lại được. Với bản in, các quy tắc về dữ liệu riêng (privacy) và duyệt đăng (approval) không bỏ
    qua được, dù ai quyết định.

    Cách sửa: sửa chính bài viết, rồi xóa mục này.

    Sai: bỏ qua `approval/missing` để in bài chưa duyệt.
    Đúng: ghi mục approved khi có văn bản duyệt.
    """
    for n, entry in audit.ledger.forbidden.items():
        message = f"Với bản in, không bỏ qua được quy tắc {entry.rule}."
        yield Remark(audit.ledger.span(n, "rule"), message, "Sửa chính bài viết, rồi xóa mục này.")


@rule("suppression/unused", Severity.WARNING, scope=Scope.STOCK)
def unused(audit: Audit) -> Iterator[Remark]:
    """Mục bỏ qua không bỏ qua lời báo nào.

    Bài đã sửa, hoặc tên quy tắc, tên tệp ghi sai. Để lại thì một ngày nào đó nó che một lỗi thật.

    Cách sửa: xóa mục ấy, hoặc ghi lại cho đúng.

    Sai: `rule: text/lenght`
    Đúng: `rule: text/length`
    """
    for n, entry in audit.idle.items():
        span = audit.ledger.span(n, "rule")
        if entry.rule in ALL_RULES:
            message = f"Không có lời báo {entry.rule} nào ở “{entry.path}”."
            yield Remark(span, message, "Xóa mục này, hoặc ghi lại đường dẫn tệp.")
        else:
            yield _no_such_rule(span, entry.rule)


def _no_such_rule(span: Span, rule_id: str) -> Remark:
    near = suggest(rule_id, {known.id: Term(known.id, known.title) for known in RULES.values()})
    hint = f"Có phải là {near}?" if near else "Chạy “hoa explain” để xem danh sách quy tắc."
    return Remark(span, f"Không có quy tắc “{rule_id}”.", hint, Fix(span, near) if near else None)


SUPPRESSION_RULES: Mapping[str, Rule[Audit]] = MappingProxyType(
    {known.id: known for known in (unreadable, incomplete, expired, forbidden, unused)}
)
ALL_RULES: Mapping[str, Rule[Any]] = MappingProxyType(
    {**RULES, stray.id: stray, unknown_word.id: unknown_word, **SUPPRESSION_RULES}
)
"""Every rule by its id: those on files and books, on what lies between them, on words, on the list of suppressions."""
