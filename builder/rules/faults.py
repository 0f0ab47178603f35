"""Rules on files as files: can it be opened, is it UTF-8, does it start with a header?"""

from __future__ import annotations

from collections.abc import Iterator

from builder.manuscript import FaultKind
from builder.model import Severity

from .copy import Copy
from .fault_words import word_fault
from .rule import Remark, rule

_UTF8 = "TCVN 6909:2001 (bộ mã chữ Việt 16 bit, Unicode); tệp của bộ sách dùng dạng UTF-8"


def _told(copy: Copy, *kinds: FaultKind) -> Iterator[Remark]:
    return (word_fault(fault, copy.manuscript.text) for fault in copy.faults(*kinds))


@rule("file/unreadable", Severity.ERROR, unread=True)
def unreadable(copy: Copy) -> Iterator[Remark]:
    """Không mở được tệp bài.

    Máy không đọc được tệp: tệp đang bị khóa, ổ đĩa hỏng, hoặc không có quyền đọc.

    Cách sửa: mở thử tệp bằng trình soạn thảo; nếu không mở được, xin quyền đọc hoặc chép lại tệp.

    Sai: tệp chỉ quản trị viên đọc được.
    Đúng: tệp mà người biên tập mở được như mọi tệp khác.
    """
    return _told(copy, FaultKind.UNREADABLE)


@rule("file/symlink", Severity.ERROR, unread=True)
def symlink(copy: Copy) -> Iterator[Remark]:
    """Tệp bài là một lối tắt.

    Lối tắt (liên kết tượng trưng) có thể dẫn ra ngoài thư mục của bộ sách, nên không được dùng làm bài.

    Cách sửa: chép chính tệp bài vào thư mục của tập.

    Sai: nguyen-thi-hoa.md là lối tắt đến một tệp trên ổ dùng chung.
    Đúng: nguyen-thi-hoa.md là tệp thật.
    """
    return _told(copy, FaultKind.SYMLINK)


@rule("file/not-a-file", Severity.ERROR, unread=True)
def not_a_file(copy: Copy) -> Iterator[Remark]:
    """Tên bài lại là một thư mục.

    Mỗi bài là một tệp chữ tận cùng bằng .md; ở đây tên ấy lại thuộc về một thư mục hoặc một thiết bị.

    Cách sửa: đổi tên thư mục, bỏ đuôi .md.

    Sai: thư mục stories/tap-28/anh.md/
    Đúng: tệp stories/tap-28/do-thi-hoa.md
    """
    return _told(copy, FaultKind.NOT_A_FILE)


@rule("header/encoding", Severity.ERROR, source=_UTF8, unread=True)
def encoding(copy: Copy) -> Iterator[Remark]:
    """Tệp không phải mã UTF-8.

    Tệp lưu ở mã khác (UTF-16, windows-1258, TCVN3…) thì chữ Việt hỏng khi in. Máy không đoán mã: đoán sai thì mất chữ.

    Cách sửa: mở tệp bằng Notepad, chọn Lưu thành, ở ô Mã hóa chọn UTF-8. Bài từ Word thì nhập lại từ tệp .docx.

    Sai: tệp Notepad lưu với mã “Unicode” (UTF-16).
    Đúng: tệp lưu với mã “UTF-8”.
    """
    return _told(copy, FaultKind.UTF16, FaultKind.ENCODING, FaultKind.NUL)


@rule("header/empty", Severity.ERROR, unread=True)
def empty(copy: Copy) -> Iterator[Remark]:
    """Tệp trống.

    Tệp không có chữ nào, thường do lưu nhầm hoặc chép dở.

    Cách sửa: dán lại nội dung bài, hoặc xóa tệp.

    Sai: tệp chỉ có vài dòng trắng.
    Đúng: tệp có phần khai đầu bài và thân bài.
    """
    return _told(copy, FaultKind.EMPTY)


@rule("header/too-large", Severity.ERROR, unread=True)
def too_large(copy: Copy) -> Iterator[Remark]:
    """Tệp quá lớn.

    Một bài 2.500 chữ chỉ khoảng 20 KB. Tệp lớn gấp mười lần thế là có ảnh dán bên trong, hoặc gộp nhiều bài.

    Cách sửa: đưa ảnh ra assets/photos, tách mỗi bài một tệp.

    Sai: một tệp 3 MB chứa cả tập sách.
    Đúng: mỗi bài một tệp, ảnh để riêng.
    """
    return _told(copy, FaultKind.TOO_LARGE)


@rule("header/bom", Severity.WARNING, source=_UTF8, unread=True)
def bom(copy: Copy) -> Iterator[Remark]:
    """Đầu tệp có dấu BOM.

    Notepad cũ thêm ba byte vô hình vào đầu tệp; nhiều công cụ khác vì thế không thấy phần khai đầu bài.

    Cách sửa: để máy sửa, hoặc lưu lại với mã “UTF-8” (không phải “UTF-8 with BOM”).

    Sai: tệp lưu với mã “UTF-8 with BOM”.
    Đúng: tệp lưu với mã “UTF-8”.
    """
    return _told(copy, FaultKind.BOM)


@rule("header/line-ends", Severity.WARNING, unread=True)
def line_ends(copy: Copy) -> Iterator[Remark]:
    """Tệp xuống dòng theo kiểu Windows.

    Lẫn hai kiểu xuống dòng thì khi so hai bản của một bài, dòng nào cũng bị coi là đã sửa.

    Cách sửa: để máy sửa, hoặc chọn kiểu xuống dòng LF trong trình soạn thảo.

    Sai: mỗi dòng kết thúc bằng CR LF.
    Đúng: mỗi dòng kết thúc bằng LF.
    """
    return _told(copy, FaultKind.CRLF)


@rule("header/missing-fences", Severity.ERROR, unread=True)
def missing_fences(copy: Copy) -> Iterator[Remark]:
    """Tệp không có phần khai đầu bài.

    Máy biết tên bài, nhân vật, đơn vị… nhờ phần khai đứng giữa hai dòng “---” ở đầu tệp. Word hay tự đổi ba dấu gạch
    nối thành một gạch dài, khi đó máy không nhận ra.

    Cách sửa: gõ lại ba dấu gạch nối ở dòng đầu tệp và ở sau mục cuối cùng.

    Sai:
        —
        title: Giữ nhịp cầu sang sông
    Đúng:
        ---
        title: Giữ nhịp cầu sang sông
    """
    return _told(copy, FaultKind.NO_HEADER)


@rule("header/text-before", Severity.ERROR, unread=True)
def text_before(copy: Copy) -> Iterator[Remark]:
    """Có chữ đứng trước phần khai đầu bài.

    Dòng “---” thứ nhất phải là dòng đầu tiên có chữ của tệp; nếu không, cả phần khai bị coi là lời văn.

    Cách sửa: chuyển phần chữ ấy xuống thân bài hoặc xóa đi.

    Sai:
        Bài dự thi
        ---
        title: Giữ nhịp cầu sang sông
    Đúng:
        ---
        title: Giữ nhịp cầu sang sông
    """
    return _told(copy, FaultKind.TEXT_BEFORE)


@rule("header/open-fence", Severity.ERROR, unread=True)
def open_fence(copy: Copy) -> Iterator[Remark]:
    """Phần khai đầu bài không có dòng đóng.

    Thiếu dòng “---” thứ hai thì máy không biết phần khai hết ở đâu, thân bài bắt đầu từ đâu.

    Cách sửa: thêm một dòng chỉ có “---” sau mục cuối cùng.

    Sai:
        ---
        title: Giữ nhịp cầu sang sông
        Sáng nào bà cũng ra bến…
    Đúng:
        ---
        title: Giữ nhịp cầu sang sông
        ---
        Sáng nào bà cũng ra bến…
    """
    return _told(copy, FaultKind.OPEN_FENCE)


FILE_RULES = (
    unreadable,
    symlink,
    not_a_file,
    encoding,
    empty,
    too_large,
    bom,
    line_ends,
    missing_fences,
    text_before,
    open_fence,
)
