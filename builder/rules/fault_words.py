"""Every fault of the reader in words, for stories and editions alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from builder.manuscript import Fault, FaultKind, label_of
from builder.model import Fix, Span

from .rule import Remark
from .syntax import explain_syntax, quote_value
from .words import quote, yaml_text

Wording = Callable[[Fault, str], Remark]
"""From a fault and the text of its file to a remark."""

_SAVE = "Trong Notepad chọn Tệp › Lưu thành, ở ô Mã hóa (Encoding) chọn UTF-8; bài từ Word thì nhập lại từ tệp .docx."
_FENCE_HINT = "Phần khai đầu bài đứng giữa hai dòng chỉ có ba dấu gạch nối “---”, ngay từ dòng đầu của tệp."
_TRUTH = {"y": "true", "yes": "true", "on": "true", "n": "false", "no": "false", "off": "false"}


def word_fault(fault: Fault, text: str) -> Remark:
    """Put a fault into words."""
    return _WORDINGS[fault.kind](fault, text)


def _fixed(message: str, hint: str) -> Wording:
    """A wording that needs nothing but the fault's place; ``{0}`` stands for its quoted detail, ``{1}`` for it bare."""
    return lambda fault, _: Remark(fault.span, message.format(quote(fault.detail), fault.detail), hint)


def _rewritten(message: str, hint: str) -> Wording:
    """For what reading has already cleaned: writing the text back as it was read is all there is to mend."""

    def worded(fault: Fault, text: str) -> Remark:
        fix = Fix(Span(1, 1), text[0], safe=True) if text and text[0] != "\n" else None
        return Remark(fault.span, message, hint, fix)

    return worded


def _no_header(fault: Fault, text: str) -> Remark:
    if not fault.detail:
        return Remark(fault.span, "Tệp không có phần khai đầu bài.", _FENCE_HINT)
    message = f"Dòng {quote(fault.detail)} không phải ba dấu gạch nối “---”."
    return Remark(fault.span, message, _FENCE_HINT, Fix(fault.span, "---") if text else None)


def _not_mapping(fault: Fault, _: str) -> Remark:
    said = f" mà chỉ có {quote(fault.detail)}" if fault.detail else ""
    hint = "Mỗi mục ghi trên một dòng, theo mẫu “tên mục: giá trị”, ví dụ: title: Tên bài."
    return Remark(fault.span, f"Phần khai không phải là các mục{said}.", hint)


def _duplicate(fault: Fault, _: str) -> Remark:
    label = label_of((fault.detail,))
    name = quote(fault.detail) if label == fault.detail else f"{quote(label)} ({fault.detail})"
    return Remark(fault.span, f"Mục {name} được ghi hai lần.", "Giữ một dòng đúng, xóa dòng kia.")


def _ambiguous(fault: Fault, _: str) -> Remark:
    meant = _TRUTH.get(fault.detail.lower()) if fault.key in {"sample", "consent", "minor", "portrait"} else None
    number = fault.detail.lstrip("+0_") if fault.key in {"year", "volume"} else ""
    replacement = meant or (number if number.isdecimal() else yaml_text(fault.detail))
    fix = Fix(fault.span, replacement, safe=True)
    return Remark(fault.span, f"Giá trị {quote(fault.detail)} dễ bị máy hiểu sai.", f"Ghi lại thành {replacement}", fix)


def _special(what: str) -> Wording:
    def worded(fault: Fault, text: str) -> Remark:
        lines = text.split("\n")
        fix = quote_value(lines[fault.span.line - 1], fault.span.line) if fault.span.line <= len(lines) else None
        hint = "Nếu là lời văn, đặt cả câu trong dấu nháy kép" + (f": {fix.replacement}" if fix else ".")
        return Remark(fault.span, what.format(quote(fault.detail)), hint, fix)

    return worded


_WORDINGS: Mapping[FaultKind, Wording] = {
    FaultKind.UNREADABLE: _fixed(
        "Không mở được tệp này.", "Xem tệp có đang bị khóa, hay tài khoản của bạn có quyền đọc nó không."
    ),
    FaultKind.SYMLINK: _fixed(
        "Đây là lối tắt (liên kết) đến một tệp khác, không phải bài viết.",
        "Chép chính tệp bài vào đây thay cho lối tắt.",
    ),
    FaultKind.NOT_A_FILE: _fixed(
        "Đây là thư mục hoặc thiết bị, không phải tệp bài viết.", "Đổi tên thư mục để nó không tận cùng bằng .md."
    ),
    FaultKind.TOO_LARGE: _fixed(
        "Tệp quá lớn ({1} MB; một bài dài nhất khoảng 0,02 MB).",
        "Mỗi tệp chỉ chứa một bài, ảnh để riêng trong assets/photos.",
    ),
    FaultKind.EMPTY: _fixed("Tệp trống.", "Viết bài vào tệp, hoặc xóa tệp đi."),
    FaultKind.UTF16: _fixed("Tệp được lưu ở mã UTF-16 (Unicode) chứ không phải UTF-8.", _SAVE),
    FaultKind.ENCODING: _fixed("Tệp không phải mã UTF-8: từ chỗ này có ký tự không đọc được ({1}).", _SAVE),
    FaultKind.NUL: _fixed("Trong tệp có byte rỗng (NUL): tệp bị hỏng hoặc không phải tệp chữ.", _SAVE),
    FaultKind.BOM: _rewritten(
        "Đầu tệp có dấu BOM (ba byte thừa do Notepad thêm).", "Lưu lại tệp ở mã UTF-8 không BOM."
    ),
    FaultKind.CRLF: _rewritten("Tệp xuống dòng theo kiểu Windows (CRLF).", "Lưu lại với kiểu xuống dòng LF."),
    FaultKind.NO_HEADER: _no_header,
    FaultKind.TEXT_BEFORE: _fixed(
        "Trước phần khai đầu bài có chữ: {0}.", _FENCE_HINT + " Chuyển chữ ấy xuống thân bài."
    ),
    FaultKind.OPEN_FENCE: _fixed(
        "Phần khai đầu bài mở ở dòng này mà không có dòng “---” thứ hai để đóng.",
        "Thêm một dòng chỉ có “---” sau mục cuối cùng, trước câu đầu của bài.",
    ),
    FaultKind.SYNTAX: explain_syntax,
    FaultKind.NOT_MAPPING: _not_mapping,
    FaultKind.TOO_DEEP: _fixed("Các mục lồng vào nhau quá {1} tầng.", "Ghi lại phần này theo mẫu bài mới."),
    FaultKind.DUPLICATE_KEY: _duplicate,
    FaultKind.ANCHOR: _special("Câu bắt đầu bằng dấu & hoặc * ({0}) bị hiểu là một lệnh."),
    FaultKind.TAG: _special("Câu bắt đầu bằng dấu ! ({0}) bị hiểu là một lệnh."),
    FaultKind.BAD_KEY: _fixed(
        "Chỗ của tên mục lại là một danh sách.", "Tên mục chỉ gồm chữ, ví dụ: title, person, unit."
    ),
    FaultKind.AMBIGUOUS: _ambiguous,
}
