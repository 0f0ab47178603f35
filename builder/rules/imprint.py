"""Rules on the imprint page: what the law wants printed in a book, and a number that proves itself.

The lists follow article 27 of the Law on Publishing, clause 1, as read; which of it stands on the cover and which on
the imprint page (clause 2) was not read in the source, so no rule rests on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.manuscript import EditionHeader, label_of
from builder.model import Imprint, IsbnError, Severity, parse_isbn
from builder.vietnamese.tone import ToneStyle, place_tones

from .edition_rules import Draft
from .rule import Remark, Scope, rule
from .words import listed, quote

_LAW = "Luật Xuất bản 19/2012/QH13, Điều 27 khoản 1"
_ISBN_LAW = f"{_LAW}; Thông tư 05/2016/TT-BTTTT, Điều 4"
_LICENSED_LAW = "Luật Xuất bản 19/2012/QH13, Điều 27; Nghị định 138/2025/NĐ-CP"
_LATER = "Điền khi có giấy tờ; chưa có thì để trống, máy không tự đặt ra."


@dataclass(frozen=True, slots=True)
class Duty:
    """Something a book must tell: a field of ``imprint``, or a line of its credits whose role matches ``roles``."""

    label: str
    key: str = ""
    roles: str = ""
    law: str = _LAW

    def missing(self, imprint: Imprint) -> bool:
        """Whether the imprint does not tell it."""
        if self.key:
            return getattr(imprint, self.key) in ("", None)
        told = (place_tones(credit.role, ToneStyle.OLD).casefold() for credit in imprint.credits)
        return not any(re.search(self.roles, said) for said in told)

    @property
    def place(self) -> str:
        """Where to write it."""
        return f"imprint.{self.key}" if self.key else "imprint.credits"


def _field(key: str, law: str = _LAW) -> Duty:
    label = label_of(("imprint", key), EditionHeader)
    return Duty(label[:1].lower() + label[1:] if not label[:2].isupper() else label, key, law=law)


_PRINTING = ("print_run", "printer", "deposit")
DUTIES = {
    "publisher": (
        Duty("tác giả, người biên soạn hoặc chủ biên", roles="tác giả|biên soạn|chủ biên|tuyển chọn"),
        _field("publisher"),
        _field("year"),
        Duty("người chịu trách nhiệm xuất bản", roles="trách nhiệm xuất bản|giám đốc"),
        Duty("người chịu trách nhiệm nội dung", roles="trách nhiệm nội dung|tổng biên tập"),
        Duty("biên tập viên", roles="^(người )?biên tập( viên)?$"),
        _field("registration"),
        _field("decision"),
        Duty("người trình bày, minh họa", roles="trình bày|minh họa|thiết kế|^vẽ"),
        Duty("người biên tập kỹ thuật", roles="k[ỹĩ] thuật"),
        Duty("người sửa bản in", roles="(sửa|đọc) bản in"),
        *map(_field, _PRINTING),
        _field("isbn", _ISBN_LAW),
        _field("price"),
    ),
    "non-commercial": (
        _field("publisher", _LICENSED_LAW),
        Duty("người chịu trách nhiệm xuất bản", roles="trách nhiệm|chủ biên|trưởng ban", law=_LICENSED_LAW),
        _field("licence", _LICENSED_LAW),
        *(_field(key, _LICENSED_LAW) for key in _PRINTING),
        _field("year", _LICENSED_LAW),
    ),
}
"""What each regime must tell. That a licensed document is not for sale the press prints by itself."""


def _gaps(draft: Draft) -> list[Duty]:
    book = draft.read.edition
    return [duty for duty in DUTIES[book.imprint.regime] if duty.missing(book.imprint)] if book else []


def _sample(draft: Draft) -> bool:
    return draft.read.edition is not None and draft.read.edition.sample


@rule("edition/imprint", Severity.INFO, scope=Scope.EDITION, source=_LAW)
def imprint(draft: Draft) -> Iterator[Remark]:
    """Trang xi-nhê thiếu một điều luật buộc ghi.

    Luật Xuất bản buộc sách qua nhà xuất bản ghi người biên soạn, nhà xuất bản, năm, người chịu trách nhiệm xuất bản và
    nội dung, biên tập viên, số xác nhận đăng ký, số quyết định, người trình bày, biên tập kỹ thuật, sửa bản in, số
    lượng in, cơ sở in và địa chỉ, nộp lưu chiểu, ISBN, giá hoặc “sách không bán”. Tài liệu không kinh doanh ghi cơ quan
    được cấp phép, người chịu trách nhiệm, số giấy phép, số lượng in, cơ sở in, nộp lưu chiểu; máy tự in “Xuất bản phẩm
    không bán”. Khi in, thiếu điều nào là một cảnh báo, không phải lỗi: xin giấy phép cũng cần bản in thử.

    Cách sửa: điền khi có giấy tờ; tên người ghi ở mục credits, mỗi dòng một vai trò.

    Sai: `imprint: {regime: publisher, year: 2022}`
    Đúng: mục imprint có đủ registration, decision, isbn, print_run, printer, deposit, price và các dòng credits.
    """
    if not _sample(draft):
        span = draft.read.file.span_of_key("imprint")
        for duty in _gaps(draft):
            yield Remark(span, f"Trang xi-nhê thiếu {duty.label} ({duty.place}): {duty.law}.", _LATER)


@rule("edition/imprint-sample", Severity.INFO, scope=Scope.EDITION, source=_LAW)
def imprint_sample(draft: Draft) -> Iterator[Remark]:
    """Sách mẫu chưa có giấy tờ xuất bản.

    Sách mẫu không có số đăng ký, ISBN, giấy phép, và không ai được đặt ra cho nó. Lời nhắc này chỉ kể những gì một cuốn
    sách thật sẽ phải ghi theo Luật Xuất bản 19/2012/QH13, Điều 27.

    Cách sửa: khi làm sách thật, bỏ dòng sample và điền theo giấy tờ.

    Sai: `sample: true` và mục imprint chỉ có regime và year.
    Đúng: sách thật, không có dòng sample, mục imprint điền đủ.
    """
    gaps = [duty.label for duty in _gaps(draft)] if _sample(draft) else []
    if gaps:
        span = draft.read.file.span_of_key("imprint")
        law = "Luật Xuất bản 19/2012/QH13, Điều 27"
        yield Remark(span, f"Sách mẫu còn để trống những điều {law} buộc ghi: {listed(gaps)}.", _LATER)


@rule("edition/isbn", Severity.ERROR, scope=Scope.EDITION, source="ISO 2108; Thông tư 05/2016/TT-BTTTT, Điều 7")
def isbn(draft: Draft) -> Iterator[Remark]:
    """ISBN sai.

    Mười hai chữ số đầu cho ra chữ số thứ mười ba; chép lầm một số là mã vạch trên bìa không đọc được, hoặc đọc ra sách
    khác. Số của Việt Nam bắt đầu bằng 978-604.

    Cách sửa: chép lại ISBN đúng như giấy tờ của nhà xuất bản; đừng chỉ sửa chữ số cuối cho khớp.

    Sai: `isbn: 978-604-55-9560-3`
    Đúng: `isbn: 978-604-55-9560-2`
    """
    book = draft.read.edition
    if book is None or not book.imprint.isbn:
        return
    span = draft.read.file.span_of("imprint", "isbn")
    try:
        parse_isbn(book.imprint.isbn)
    except IsbnError as error:
        hint = "Chép lại ISBN đúng như giấy tờ của nhà xuất bản."
        yield Remark(span, f"{quote(book.imprint.isbn)} không phải ISBN: {error}.", hint)


IMPRINT_RULES = (imprint, imprint_sample, isbn)
