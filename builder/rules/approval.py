"""Rules on the way of a text to print."""

from __future__ import annotations

from collections.abc import Iterator

from builder.manuscript.text_hash import text_hash
from builder.model import Fix, Severity, Status
from builder.vietnamese.dates import table_date

from .copy import Copy
from .rule import Remark, rule


@rule(
    "approval/missing",
    Severity.INFO,
    source="Ban Tuyên giáo duyệt nội dung sách (Kế hoạch kỷ niệm 20 năm quận Long Biên)",
)
def missing(copy: Copy) -> Iterator[Remark]:
    """Bài chưa được duyệt đăng.

    Bài chỉ vào sách in khi cơ quan duyệt đã đồng ý bằng văn bản.

    Cách sửa: khi có văn bản duyệt, ghi cơ quan, số văn bản và ngày vào mục approved.

    Sai: không có mục approved.
    Đúng: `approved: {by: Ban Tuyên giáo Quận ủy, document: 12-CV/BTG, on: 2022-09-01}`
    """
    if copy.value_or_refused("approved") is None and copy.text("status") != Status.WITHDRAWN:
        span = copy.manuscript.span_of("status") if "status" in (copy.manuscript.header or {}) else copy.top
        hint = "Khi có văn bản duyệt, ghi cơ quan, số văn bản và ngày vào mục approved."
        yield Remark(span, "Bài chưa được duyệt đăng, chưa vào bản in.", hint)


@rule("approval/changed", Severity.WARNING, source="Bài in ra phải đúng là bài đã được duyệt")
def changed(copy: Copy) -> Iterator[Remark]:
    """Bài đã sửa sau khi duyệt.

    Mục text_hash giữ dấu vân của tên bài và thân bài lúc duyệt. Sửa một chữ, một con số là dấu vân đổi. Sửa dấu cách,
    dấu nháy, chỗ đặt dấu thanh thì không đổi.

    Cách sửa: gửi duyệt lại rồi ghi ngày và dấu vân mới; hoặc trả bài về đúng bản đã duyệt.

    Sai: sửa “100 áo phao” thành “1.000 áo phao” sau ngày duyệt.
    Đúng: sửa xong, gửi duyệt lại, ghi ngày và text_hash mới.
    """
    given = copy.text("approved", "text_hash")
    title = copy.text("title")
    if given is None or title is None:
        return
    now = text_hash(title, copy.manuscript.body)
    if given.lower() != now:
        day = copy.day("approved", "on")
        when = f" ngày {table_date(day)}" if day else ""
        hint = f"Gửi duyệt lại; khi có văn bản mới thì ghi ngày duyệt và text_hash: {now}"
        yield Remark(copy.manuscript.span_of("approved", "text_hash"), f"Bài đã sửa sau khi duyệt{when}.", hint)


@rule("approval/no-hash", Severity.INFO, source="Bài in ra phải đúng là bài đã được duyệt")
def no_hash(copy: Copy) -> Iterator[Remark]:
    """Bài đã duyệt chưa có dấu vân.

    Không có dấu vân (text_hash) thì sau này không ai biết bài có bị sửa sau khi duyệt hay không. Bài mẫu không cần.

    Cách sửa: đối chiếu với bản giấy đã duyệt, nếu đúng thì ghi dấu vân theo gợi ý.

    Sai: `approved: {by: Ban Tuyên giáo Quận ủy, on: 2022-09-01}`
    Đúng: `approved: {by: Ban Tuyên giáo Quận ủy, on: 2022-09-01, text_hash: blake2b-0f1e2d3c4b5a6978}`
    """
    title = copy.text("title")
    approved = isinstance(copy.value("approved"), dict) and copy.text("status") == Status.APPROVED
    if not approved or title is None or _sample(copy) or copy.value_or_refused("approved", "text_hash"):
        return
    now = text_hash(title, copy.manuscript.body)
    hint = f"Đối chiếu với bản giấy đã duyệt; nếu đúng thì ghi vào mục approved: text_hash: {now}"
    span = copy.manuscript.span_of_key("approved")
    yield Remark(span, "Bài đã duyệt chưa có dấu vân (text_hash).", hint, _adding(copy, now))


def _adding(copy: Copy, now: str) -> Fix | None:
    """Writes the print behind the last value of the approval, where that stands plainly on one line."""
    marks = copy.manuscript.marks
    inner = [mark for location, mark in marks.items() if location[0] == "approved" and location != ("approved",)]
    last = max(inner, key=lambda mark: mark.value, default=None)
    if last is None or last.value.line != last.value.end_line:
        return None
    line = copy.manuscript.text.split("\n")[last.value.line - 1]
    value = line[last.value.column - 1 : last.value.end_column]
    block = last.key.line != marks[("approved",)].key.line
    added = "\n" + " " * (last.key.column - 1) + f"text_hash: {now}" if block else f", text_hash: {now}"
    whole = not block or not line[last.value.end_column :].strip()
    return Fix(last.value, f"{value}{added}") if whole and value.strip() and value[0] not in "|>" else None


@rule("approval/verification", Severity.INFO, source="Thủ trưởng đơn vị thẩm định, ký, đóng dấu trước khi gửi bài")
def verification(copy: Copy) -> Iterator[Remark]:
    """Chưa ghi việc thẩm định của đơn vị.

    Bài gửi đi đã được thủ trưởng đơn vị hoặc chủ tịch phường, xã thẩm định. Ghi lại ai xác nhận, ngày nào; chữ ký và
    con dấu vẫn ở bản giấy. Bài mẫu không cần.

    Cách sửa: ghi cơ quan xác nhận và ngày vào mục verified.

    Sai: `status: approved` mà không có mục verified.
    Đúng: `verified: {by: Trường Tiểu học Ái Mộ, on: 2022-08-20}`
    """
    if copy.text("status") not in {Status.VERIFIED, Status.APPROVED} or _sample(copy):
        return
    hint = "Ghi cơ quan xác nhận và ngày vào mục verified."
    if copy.value_or_refused("verified") is None:
        span = copy.manuscript.span_of("status")
        yield Remark(span, "Bài chưa ghi việc thẩm định của đơn vị (mục verified).", hint)
    elif copy.value("verified") is not None and copy.text("verified", "on") is None:
        yield Remark(copy.manuscript.span_of_key("verified"), "Việc thẩm định chưa ghi ngày.", hint)


def _sample(copy: Copy) -> bool:
    """Samples tell of nobody: no unit has verified them, and their approval is a pattern to fill in."""
    return copy.value("sample") is True


APPROVAL_RULES = (missing, changed, no_hash, verification)
