"""The file as a whole: what has no business in print."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity
from builder.press.preflight.check import Said, check
from builder.press.preflight.demand import Profile
from builder.press.preflight.dossier import Annotation, Dossier, PageFacts

_OWN_MARKS = frozenset({"TrapNet", "PrinterMark"})
_MOST = 5


@check("pdf/encrypted", Severity.ERROR, "Xuất lại không đặt mật khẩu, không hạn chế quyền.")
def encrypted(dossier: Dossier) -> Iterator[Said]:
    """Tệp bị khóa hoặc hạn chế quyền: nhà in không xử lý được, PDF/X không cho phép."""
    if dossier.document.encrypted:
        yield Said("Tệp bị mã hóa.")


@check("pdf/damaged", Severity.ERROR, "Xuất lại tệp PDF từ phần mềm dàn trang.")
def damaged(dossier: Dossier) -> Iterator[Said]:
    """Cấu trúc hoặc nội dung trang hỏng: mỗi máy RIP đọc một khác."""
    for warning in dossier.document.warnings[:_MOST]:
        yield Said(f"Cấu trúc tệp hỏng: {warning}.")
    for index, page in enumerate(dossier.pages):
        for trouble in sorted(set(page.marks.trouble))[:_MOST]:
            yield Said(f"Nội dung trang hỏng: {trouble}.", index)


@check("pdf/no-pages", Severity.ERROR, "Xuất lại tệp PDF từ phần mềm dàn trang.")
def no_pages(dossier: Dossier) -> Iterator[Said]:
    """Tệp không có trang nào: mở được mà không có gì để in."""
    if not dossier.pages:
        yield Said("Tệp không có trang nào.")


@check("pdf/javascript", Severity.ERROR, "Bỏ mọi mã lệnh khỏi tệp.")
def javascript(dossier: Dossier) -> Iterator[Said]:
    """Tệp chứa mã JavaScript."""
    if dossier.document.scripts:
        yield Said("Tệp chứa mã JavaScript.")


@check("pdf/action", Severity.ERROR, "Bỏ các lệnh kèm theo tệp và mục lục điện tử khi xuất bản in.")
def action(dossier: Dossier) -> Iterator[Said]:
    """Tệp có lệnh chạy khi mở, khi lật trang, hoặc từ mục lục điện tử (mở trang mạng, gọi chương trình): PDF/X cấm."""
    kinds = dossier.document.actions
    if kinds and dossier.demand.profile is not Profile.NONE:
        yield Said(f"Tệp có lệnh kèm theo: {', '.join(kinds)}.")


@check("pdf/attachment", Severity.ERROR, "Bỏ các tệp đính kèm.")
def attachment(dossier: Dossier) -> Iterator[Said]:
    """Tệp mang tệp khác đính kèm."""
    if dossier.document.attachments:
        yield Said("Tệp có tệp đính kèm.")


@check("pdf/form-fields", Severity.ERROR, "Làm phẳng các ô điền thành nội dung trang.")
def form_fields(dossier: Dossier) -> Iterator[Said]:
    """Tệp có ô để điền: nội dung ô có thể không in ra."""
    if dossier.document.form_fields:
        yield Said("Tệp có ô để điền.")


@check("pdf/layers", Severity.ERROR, "Làm phẳng các lớp rồi xuất lại.")
def layers(dossier: Dossier) -> Iterator[Said]:
    """Tệp có lớp bật tắt: không chắc lớp nào được in. PDF/X-1a cấm; ở PDF/X-4 là cảnh báo."""
    if dossier.document.layers:
        mild = dossier.demand.profile is not Profile.X1A
        yield Said("Tệp có lớp bật tắt được.", severity=Severity.WARNING if mild else None)


@check("pdf/annotation", Severity.ERROR, "Bỏ liên kết và chú thích khi xuất bản in.")
def annotation(dossier: Dossier) -> Iterator[Said]:
    """Chú thích, liên kết nằm trên vùng in."""
    for index, page in enumerate(dossier.pages):
        kinds = sorted({mark.kind for mark in page.annotations if _on_page(mark, page)})
        if kinds:
            yield Said(f"Trang có chú thích hoặc liên kết: {', '.join(kinds)}.", index)


def _on_page(mark: Annotation, page: PageFacts) -> bool:
    """Printers' own marks may be anywhere, others off the bleed; form fields are told of once, with the form."""
    if mark.kind in _OWN_MARKS or mark.kind == "Widget":
        return False
    return mark.box.meets(page.bleed or page.cut) or mark.box.width * mark.box.height == 0


CHECKS = (encrypted, damaged, no_pages, javascript, action, attachment, form_fields, layers, annotation)
