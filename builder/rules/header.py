"""Rules on how the header is written: its lines must mean to the machine what they mean to the writer."""

from __future__ import annotations

from collections.abc import Iterator

from builder.manuscript import FaultKind
from builder.model import Severity

from .copy import Copy
from .fault_words import word_fault
from .rule import Remark, rule

_YAML = "YAML 1.2 (yaml.org), bản rút gọn: không neo, không thẻ, không đổi kiểu ngầm"


def _told(copy: Copy, *kinds: FaultKind) -> Iterator[Remark]:
    return (word_fault(fault, copy.manuscript.text) for fault in copy.faults(*kinds))


@rule("header/syntax", Severity.ERROR, source=_YAML, unread=True)
def syntax(copy: Copy) -> Iterator[Remark]:
    """Phần khai đầu bài có dòng không đọc được.

    Mỗi mục ghi trên một dòng “tên mục: giá trị”. Dấu hai chấm ở giữa câu, dấu nháy hay dấu lạ ở đầu câu, dòng thụt
    vào bằng phím Tab làm máy hiểu sai.

    Cách sửa: đặt cả câu trong dấu nháy kép; lời trích bên trong dùng dấu “ ”.

    Sai: `title: Bà Hoa: người giữ bến`
    Đúng: `title: "Bà Hoa: người giữ bến"`
    """
    return _told(copy, FaultKind.SYNTAX)


@rule("header/not-a-list-of-fields", Severity.ERROR, source=_YAML, unread=True)
def not_fields(copy: Copy) -> Iterator[Remark]:
    """Phần khai đầu bài không gồm các mục.

    Giữa hai dòng “---” phải là các dòng “tên mục: giá trị”, không phải một câu văn hay một danh sách.

    Cách sửa: chép phần khai từ mẫu bài mới rồi điền vào.

    Sai: `Giữ nhịp cầu sang sông`
    Đúng: `title: Giữ nhịp cầu sang sông`
    """
    return _told(copy, FaultKind.NOT_MAPPING, FaultKind.BAD_KEY)


@rule("header/too-deep", Severity.ERROR, source=_YAML, unread=True)
def too_deep(copy: Copy) -> Iterator[Remark]:
    """Các mục lồng vào nhau quá sâu.

    Phần khai của một bài chỉ có hai tầng: mục, và các dòng của một khen thưởng hay một ảnh. Sâu hơn tám tầng là do
    chép nhầm.

    Cách sửa: ghi lại mục ấy theo mẫu bài mới.

    Sai: `awards: [[[[[[[[bang-khen]]]]]]]]`
    Đúng: `awards: [{award: bang-khen-chu-tich-tp}]`
    """
    return _told(copy, FaultKind.TOO_DEEP)


@rule("header/duplicate-key", Severity.ERROR, source=_YAML, unread=True)
def duplicate_key(copy: Copy) -> Iterator[Remark]:
    """Một mục được ghi hai lần.

    Máy chỉ giữ một giá trị, và không ai biết giá trị nào là đúng.

    Cách sửa: giữ dòng đúng, xóa dòng kia.

    Sai:
        year: 2022
        year: 2023
    Đúng:
        year: 2022
    """
    return _told(copy, FaultKind.DUPLICATE_KEY)


@rule("header/anchor", Severity.ERROR, source=_YAML, unread=True)
def anchor(copy: Copy) -> Iterator[Remark]:
    """Câu bắt đầu bằng dấu & hoặc *.

    Trong phần khai, hai dấu ấy ở đầu câu là lệnh “nhớ lại” và “chép lại”; bộ sách không dùng lệnh.

    Cách sửa: đặt cả câu trong dấu nháy kép.

    Sai: `title: *Sao trên mũ`
    Đúng: `title: "*Sao trên mũ"`
    """
    return _told(copy, FaultKind.ANCHOR)


@rule("header/tag", Severity.ERROR, source=_YAML, unread=True)
def tag(copy: Copy) -> Iterator[Remark]:
    """Câu bắt đầu bằng dấu !.

    Trong phần khai, dấu ! ở đầu câu là lệnh đổi kiểu dữ liệu; bộ sách không dùng lệnh.

    Cách sửa: đặt cả câu trong dấu nháy kép, hoặc bỏ dấu !.

    Sai: `title: !Xin chào`
    Đúng: `title: "!Xin chào"`
    """
    return _told(copy, FaultKind.TAG)


@rule("header/ambiguous", Severity.ERROR, source=_YAML, unread=True)
def ambiguous(copy: Copy) -> Iterator[Remark]:
    """Giá trị mà mỗi máy hiểu một khác.

    Có phần mềm hiểu no là “sai”, 08 là số hệ tám, 8:30 là 510. Ghi rõ thì máy nào cũng hiểu như nhau.

    Cách sửa: ghi true hoặc false; số không có 0 ở đầu; những thứ khác đặt trong dấu nháy kép.

    Sai: `sample: yes`
    Đúng: `sample: true`
    """
    return _told(copy, FaultKind.AMBIGUOUS)


HEADER_RULES = (syntax, not_fields, too_deep, duplicate_key, anchor, tag, ambiguous)
