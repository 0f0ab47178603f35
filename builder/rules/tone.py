"""One way to place tone marks in the whole series: hòa, thủy, khỏe, or hoà, thuỷ, khoẻ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model import Fix, Severity
from builder.vietnamese.tone import ToneStyle, detect_style
from builder.vietnamese.tone_words import Misplaced, maybe_misplaced, misplaced, no_names

from .copy import Copy
from .prose import Kind, all_prose, place, unquoted
from .rule import Remark, rule
from .words import quote

STYLE = ToneStyle.OLD
"""The style of the series: what laws, newspapers and most of the stories sent in are written in."""


@rule("text/tone-placement", Severity.WARNING, source="Quy ước của bộ sách: hòa, thủy, khỏe; tên người giữ nguyên")
def tone_placement(copy: Copy) -> Iterator[Remark]:
    """Đặt dấu thanh khác kiểu của bộ sách.

    Cả bộ sách đặt dấu theo kiểu quen dùng trong văn bản pháp luật và báo chí: hòa, tỏa, thủy, khỏe. Hai kiểu lẫn
    trong một cuốn làm hỏng tìm kiếm và trông cẩu thả. Tên riêng, lời trích và tên tác phẩm trong “ ” giữ nguyên.

    Một cuốn sách có thể theo kiểu khác, nếu nhà xuất bản muốn: ghi `text: {tone: moi}` trong edition.yml thì máy đổi
    cả cuốn sang hoà, toả, thuỷ, khoẻ lúc dàn trang. Không sửa bài trong kho vì thế: một bài có thể vào hai cuốn khác
    kiểu nhau.

    Cách sửa: để máy sửa.

    Sai: `Bà khoẻ lại, đi hoà giải trong tổ.`
    Đúng: `Bà khỏe lại, đi hòa giải trong tổ.`
    """
    told = list(no_names(_misplaced(copy), _names(copy)))
    mixed = _mixed(copy) if told else ""
    for number, one in enumerate(told):
        span = place(copy, one.start, one.start + len(one.found))
        message = f"{quote(one.found)} nên viết {quote(one.right)} cho thống nhất."
        fix = Fix(span, one.right, safe=True)
        yield Remark(span, message + ("" if number else mixed), "Để máy đổi chỗ đặt dấu; tên người thì giữ.", fix)


def _misplaced(copy: Copy) -> Iterator[Misplaced]:
    if not maybe_misplaced(copy.manuscript.text, STYLE):
        return
    for part in all_prose(copy):
        if part.kind is not Kind.QUOTE and maybe_misplaced(part.text, STYLE):
            for one in misplaced(unquoted(part.text), STYLE):
                yield replace(one, start=part.start + one.start)


def _names(copy: Copy) -> set[str]:
    """The words of the names in the header: after “bà Hoà ra bến” comes “Hoà cười”."""
    aliases = [copy.text("aliases", number) for number in range(copy.size("aliases"))]
    names = (copy.text("person"), copy.text("author"), *aliases)
    return {word for name in names if name for word in name.split()}


def _mixed(copy: Copy) -> str:
    """What to say of a file written in both styles."""
    counts = detect_style("\n".join(part.text for part in all_prose(copy)))
    usual, other = counts[STYLE], counts.total() - counts[STYLE]
    return f" Cả bài lẫn hai kiểu đặt dấu: {usual} chữ theo kiểu của sách, {other} chữ theo kiểu kia." if usual else ""


TONE_RULES = (tone_placement,)
