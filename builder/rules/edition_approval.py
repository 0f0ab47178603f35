"""Rules on the way of a book to print: somebody has approved it as a whole, and it is still what they approved."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity
from builder.vietnamese.dates import table_date

from .edition_rules import Draft
from .rule import Remark, Scope, rule

_SOURCE = "Ban Tuyên giáo duyệt nội dung sách (Kế hoạch kỷ niệm 20 năm quận Long Biên)"


@rule("approval/edition-missing", Severity.INFO, scope=Scope.EDITION, source=_SOURCE)
def edition_missing(draft: Draft) -> Iterator[Remark]:
    """Sách chưa được duyệt in.

    Từng bài đã duyệt chưa phải cả cuốn đã duyệt: lời nói đầu, cách chọn bài, thứ tự, tên sách cũng phải có văn bản
    đồng ý. Chưa có thì chỉ in được bản thảo. Dấu vân (text_hash) giữ đúng bản đã duyệt; sách mẫu không cần dấu vân.

    Cách sửa: khi có văn bản duyệt, ghi cơ quan, số văn bản, ngày và dấu vân vào mục approval.

    Sai: không có mục approval.
    Đúng: `approval: {by: Ban Tuyên giáo, document: 15-CV/BTG, on: 2022-09-10, text_hash: blake2b-0f1e2d3c4b5a6978}`
    """
    book = draft.read.edition
    if book is None:
        return
    if book.approval is None:
        span = draft.read.file.span_of_key("imprint")
        hint = "Khi có văn bản duyệt, ghi cơ quan, số văn bản, ngày và dấu vân vào mục approval."
        yield Remark(span, "Sách chưa được duyệt in.", hint)
    elif not book.approval.text_hash and not book.sample:
        now = f": {draft.text_hash}" if draft.text_hash else ""
        hint = f"Đối chiếu với bản giấy đã duyệt; nếu đúng thì ghi vào mục approval: text_hash{now}"
        yield Remark(draft.read.file.span_of_key("approval"), "Mục duyệt in chưa có dấu vân (text_hash).", hint)


@rule("approval/edition-changed", Severity.WARNING, scope=Scope.EDITION, source="Sách in ra phải đúng là sách đã duyệt")
def edition_changed(draft: Draft) -> Iterator[Remark]:
    """Sách đã thay đổi sau khi duyệt.

    Dấu vân của sách giữ mọi bài được chọn (cả tên người, đơn vị, khen thưởng, chú thích ảnh), lời nói đầu, tên sách,
    dịp kỷ niệm, thứ tự các phần, lời bìa 4. Thêm, bớt, sửa một bài là dấu vân đổi. Điền trang xi-nhê, đổi giấy, đổi
    cách in thì không đổi.

    Cách sửa: gửi duyệt lại rồi ghi ngày và dấu vân mới; hoặc trả sách về đúng bản đã duyệt.

    Sai: thêm một bài vào tập sau ngày duyệt.
    Đúng: thêm xong, gửi duyệt lại, ghi ngày và text_hash mới.
    """
    book = draft.read.edition
    if book is None or book.approval is None or draft.text_hash is None:
        return
    given, day = book.approval.text_hash, book.approval.on
    if given and given.lower() != draft.text_hash:
        when = f" ngày {table_date(day)}" if day else ""
        hint = f"Gửi duyệt lại; khi có văn bản mới thì ghi ngày duyệt và text_hash: {draft.text_hash}"
        yield Remark(draft.read.file.span_of("approval", "text_hash"), f"Sách đã thay đổi sau khi duyệt{when}.", hint)


EDITION_APPROVAL_RULES = (edition_missing, edition_changed)
