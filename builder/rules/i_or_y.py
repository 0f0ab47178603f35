"""One way to write a syllable that may end in i or y: kĩ or kỹ, lí or lý – but not both in one story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from builder.model import Severity

from .copy import Copy
from .prose import Kind, all_prose, place, unquoted, words_of
from .rule import Remark, rule
from .words import quote, word_set

_PAIRS = (
    ("kĩ", "kỹ"),
    ("kì", "kỳ"),
    ("kí", "ký"),
    ("kỉ", "kỷ"),
    ("kị", "kỵ"),
    ("lí", "lý"),
    ("mĩ", "mỹ"),
    ("sĩ", "sỹ"),
    ("tỉ", "tỷ"),
    ("tị", "tỵ"),
    ("hi", "hy"),
    ("hỉ", "hỷ"),
    ("ti", "ty"),
    ("quí", "quý"),
    ("quì", "quỳ"),
    ("quỉ", "quỷ"),
    ("quĩ", "quỹ"),
    ("quị", "quỵ"),
)
"""Not li and ly: “va li”, “li ti”, “cách ly”, “ly nước” are different words, each written in its own way."""
_FORMS = frozenset(form for pair in _PAIRS for form in pair)
_ALWAYS_BEFORE: Mapping[str, frozenset[str]] = {
    "kì": word_set("cọ cạch kèo cụi cục lưng ghét kì"),
    "kí": word_set("lô kí"),
    "lí": word_set("nhí lắc la lơi tí"),
    "tỉ": word_set("mỉ mẩn tê thí"),
    "tị": word_set("nạnh hiềm"),
}
"""What a form is only ever written with: before these words it is no choice (“tỉ mỉ”, “kì cọ”)."""
_ALWAYS_AFTER: Mapping[str, frozenset[str]] = {
    "kí": word_set("một hai ba bốn năm sáu bảy tám chín mười mươi chục trăm mấy vài nửa từng cân kí"),
    "tị": word_set("ghen hiềm suy tí"),
    "kì": word_set("cò kì"),
}
_CHOICE_BEFORE = word_set("vọng sinh hữu")
_CHOICE_AFTER = word_set("công")
"""Where alone hi and hy, ti and ty are a choice: “hi vọng”, “công ti”."""
_WORD = re.compile(r"[^\W_]+")


@rule("text/i-or-y", Severity.INFO, source="Cả hai lối đều đúng; một bài nên theo một lối")
def i_or_y(copy: Copy) -> Iterator[Remark]:
    """Một chữ khi viết i, khi viết y.

    Kĩ hay kỹ, lí hay lý đều đúng, nhưng trong một bài nên giữ một cách. Tên người, tên cơ quan, lời trích trong “ ” giữ
    nguyên; những chữ chỉ có một cách viết (tỉ mỉ, li ti, kì cọ) không tính. Máy không tự sửa.

    Cách sửa: đổi những chỗ ít hơn theo những chỗ nhiều hơn.

    Sai: `Bà dạy kỹ năng bơi, chỉ từng kĩ thuật nhỏ.`
    Đúng: `Bà dạy kỹ năng bơi, chỉ từng kỹ thuật nhỏ.`
    """
    words = words_of(copy.manuscript.text)
    if not any(words.issuperset(pair) for pair in _PAIRS):
        return
    found = _found(copy)
    for pair in _PAIRS:
        rare, usual = sorted(pair, key=lambda form: len(found[form]))
        if found[rare]:
            span = place(copy, found[rare][0], found[rare][0] + len(rare))
            counts = f"{len(found[rare])} chỗ viết {quote(rare)}, {len(found[usual])} chỗ viết {quote(usual)}"
            yield Remark(span, f"Trong bài có {counts}.", "Cách nào cũng đúng; cả bài nên theo một cách.")


def _found(copy: Copy) -> Mapping[str, list[int]]:
    """Where each form stands as a word of free choice. Capitals begin names too often to be counted."""
    found = defaultdict(list)
    for part in all_prose(copy):
        if part.kind is Kind.QUOTE:
            continue
        tokens = list(_WORD.finditer(unquoted(part.text)))
        for number, token in enumerate(tokens):
            form = token[0]
            if form in _FORMS:
                before = tokens[number - 1][0].lower() if number else ""
                after = tokens[number + 1][0].lower() if number + 1 < len(tokens) else ""
                if not _settled(form, before, after):
                    found[form].append(part.start + token.start())
    return found


def _settled(form: str, before: str, after: str) -> bool:
    """Whether the words around leave no choice."""
    if form in {"hi", "hy"}:
        return after not in _CHOICE_BEFORE
    if form in {"ti", "ty"}:
        return before not in _CHOICE_AFTER
    counted = before in _ALWAYS_AFTER.get(form, ()) or (form == "kí" and before.isdecimal())
    return counted or after in _ALWAYS_BEFORE.get(form, ())


I_OR_Y_RULES = (i_or_y,)
