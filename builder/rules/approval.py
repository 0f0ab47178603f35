"""Rules on the way of a text to print."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model import Severity, Status

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


APPROVAL_RULES = (missing,)
