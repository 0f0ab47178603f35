"""One way to place tone marks in the whole series: hòa, thủy, khỏe, or hoà, thuỷ, khoẻ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model import Fix, Severity
from builder.vietnamese.letters import NOT_BEFORE, TONED
from builder.vietnamese.tone import ToneStyle, detect_style, place_tones

from .copy import Copy
from .prose import Kind, all_prose, place, unquoted
from .rule import Remark, rule
from .words import quote

STYLE = ToneStyle.OLD
"""The style of the series: what laws, newspapers and most of the stories sent in are written in."""


def _toned(vowels: str) -> str:
    return "".join(char for char, (bare, _) in TONED.items() if bare in vowels)


_OTHER = re.compile(
    f"[oOuU](?:(?<=[oO])[{_toned('aAeE')}]|(?<![qQ].)(?<=[uU])[{_toned('yY')}]){NOT_BEFORE}"
    if STYLE is ToneStyle.OLD
    else f"[{_toned('oOuU')}](?:(?<=[{_toned('oO')}])[aAeE]|(?<![qQ].)(?<=[{_toned('uU')}])[yY]){NOT_BEFORE}"
)
_WORD = re.compile(r"[^\W\d_]+")
_LOWER_NEXT = re.compile(r"\s+(?P<next>[^\W\d_])")
_OFFICE = re.compile(r"(?:uỷ|ủy)\s(?:ban|viên)", re.IGNORECASE)
_OPENING = " \t\n\u00a0“‘\"'(*_–—-"
_ENDS = (".", "?", "!", "…", ":", "”")


@dataclass(frozen=True, slots=True)
class _Misplaced:
    """A word in the other style, and whether it is surely a name, or may be one at the head of a sentence."""

    found: str
    right: str
    start: int
    named: bool
    first: bool


@rule("text/tone-placement", Severity.WARNING, source="Quy ước của bộ sách: hòa, thủy, khỏe; tên người giữ nguyên")
def tone_placement(copy: Copy) -> Iterator[Remark]:
    """Đặt dấu thanh khác kiểu của bộ sách.

    Cả bộ sách đặt dấu theo kiểu quen dùng trong văn bản pháp luật và báo chí: hòa, tỏa, thủy, khỏe. Hai kiểu lẫn
    trong một cuốn làm hỏng tìm kiếm và trông cẩu thả. Tên riêng, lời trích và tên tác phẩm trong “ ” giữ nguyên.

    Cách sửa: để máy sửa.

    Sai: `Bà khoẻ lại, đi hoà giải trong tổ.`
    Đúng: `Bà khỏe lại, đi hòa giải trong tổ.`
    """
    found = list(_misplaced(copy))
    names = _names(copy) | {one.found for one in found if one.named}
    told = [one for one in found if not one.named and not (one.first and one.found in names)]
    mixed = _mixed(copy) if told else ""
    for number, one in enumerate(told):
        span = place(copy, one.start, one.start + len(one.found))
        message = f"{quote(one.found)} nên viết {quote(one.right)} cho thống nhất."
        fix = Fix(span, one.right, safe=True)
        yield Remark(span, message + ("" if number else mixed), "Để máy đổi chỗ đặt dấu; tên người thì giữ.", fix)


def _misplaced(copy: Copy) -> Iterator[_Misplaced]:
    if not _OTHER.search(copy.manuscript.text):
        return
    for part in all_prose(copy):
        if part.kind is Kind.QUOTE or not _OTHER.search(part.text):
            continue
        text = unquoted(part.text)
        mended = place_tones(text, STYLE)
        if mended == text or len(mended) != len(text):
            continue
        for match in _WORD.finditer(text):
            right = mended[slice(*match.span())]
            if right != match[0]:
                named, first = _standing(text, match)
                yield _Misplaced(match[0], right, part.start + match.start(), named, first)


def _standing(text: str, word: re.Match[str]) -> tuple[bool, bool]:
    """Whether a word is surely a name; else whether it heads a sentence, where a name cannot be told from a word."""
    if word[0][0].islower() or _OFFICE.match(text, word.start()):
        return False, False
    following = _LOWER_NEXT.match(text, word.end())
    before = text[: word.start()].rstrip(_OPENING)
    first = not before or before.endswith(_ENDS) or text[: word.start()].rstrip(" “(*_").endswith("\n")
    shouted = len(word[0]) > 1 and word[0].isupper()
    return shouted or not first or bool(following and following["next"].isupper()), first


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
