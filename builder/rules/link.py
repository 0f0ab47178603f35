"""Rules against what does not belong in a story: HTML, template code, links that harm or break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Fix, Severity

from .copy import Copy, passages
from .markdown import references
from .rule import Remark, rule
from .words import quote

_HTML = re.compile(
    r"<(?:!--|!\[CDATA\[|[!?][A-Za-z]|/?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$))[^<>]*>?"
    r"|\bon[a-z]{3,20}\s*=\s*[\"'`]"
    r"|\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|\{#.*?(?:[#}]\}|$|\})",
    re.MULTILINE,
)
_HTML_SIGNS = ("<", "{{", "{%", "{#", "=")
_HARMFUL = ("javascript:", "vbscript:", "data:", "file:")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x20\u00ad\u200b-\u200f\u2060\ufeff]")


@rule("text/html", Severity.ERROR, source="Bài viết là chữ thuần; mã lạ có thể chạy trong trình duyệt của người đọc")
def html(copy: Copy) -> Iterator[Remark]:
    """Có mã HTML hoặc mã mẫu trong bài.

    Bài in ra sách, trang web và sách điện tử từ cùng một bản chữ; thẻ HTML chỉ dùng được ở một nơi, và mã lạ có thể
    gây hại. Dấu {{ }} và {% %} là mã của phần mềm khác.

    Cách sửa: xóa thẻ; muốn in đậm thì viết **chữ**, in nghiêng thì viết *chữ*, xuống đoạn thì để một dòng trắng.

    Sai: `<b>Bà Hoa</b><br>`
    Đúng: `**Bà Hoa**`
    """
    for passage in passages(copy):
        if not any(sign in passage.text for sign in _HTML_SIGNS):
            continue
        for found in _HTML.finditer(passage.text):
            what = "mã mẫu" if found[0].startswith("{") else "mã HTML"
            hint = "Xóa mã này; in đậm viết **chữ**, in nghiêng viết *chữ*."
            yield Remark(passage.span(*found.span()), f"Trong bài có {what} {quote(found[0])}.", hint)


@rule("link/unsafe", Severity.ERROR)
def unsafe(copy: Copy) -> Iterator[Remark]:
    """Liên kết không an toàn.

    Liên kết javascript:, data:, file: chạy mã hoặc mở tệp trên máy người đọc, nên bị cấm. Liên kết http: không mã hóa
    và liên kết nội bộ chỉ là cảnh báo; máy bỏ liên kết, giữ lại chữ.

    Cách sửa: dùng địa chỉ https:// đầy đủ, hoặc bỏ liên kết.

    Sai: `[xem thêm](javascript:alert(1))`
    Đúng: `[xem thêm](https://hanoi.gov.vn/)`
    """
    for reference in references(copy.manuscript.body):
        target = _HIDDEN.sub("", reference.target)
        span = copy.body.span(reference.start, reference.end)
        if target.lower().startswith(_HARMFUL):
            if not reference.image:
                yield Remark(span, f"Liên kết {quote(reference.target)} có thể gây hại.", "Xóa liên kết, giữ lại chữ.")
        elif reference.image or target.lower().startswith("https://"):
            continue
        elif target.lower().startswith("http://"):
            secure = "https" + target[4:]
            hint = f"Thử {secure}; nếu không mở được thì bỏ liên kết."
            yield Remark(
                span, f"Liên kết {quote(target)} không mã hóa.", hint, Fix(span, secure), severity=Severity.WARNING
            )
        else:
            kind = "không phải địa chỉ trang web" if _SCHEME.match(target) else "không dẫn ra trang nào"
            message = f"Liên kết {quote(reference.target)} {kind}."
            yield Remark(span, message, "Ghi địa chỉ https:// đầy đủ, hoặc bỏ liên kết.", severity=Severity.WARNING)


LINK_RULES = (html, unsafe)
