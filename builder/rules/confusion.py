"""Words mistaken for others: each is a sound syllable, so no speller sees it. The list is data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from builder.model import Fix, Severity
from builder.vietnamese.letters import NOT_AFTER, NOT_BEFORE

from .copy import Copy, Passage
from .prose import legacy_lines, words_of
from .rule import Remark, rule
from .words import quote

_FAR = 40
_KEYS = frozenset({"wrong", "right", "source", "before", "after", "unless_before", "unless_after"})


@dataclass(frozen=True, slots=True)
class Confusion:
    """A wrong phrase, what was meant, the words around it that prove or disprove it, and who says so."""

    wrong: str
    words: tuple[str, ...]
    right: str
    source: str
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None

    def spots(self, text: str) -> Iterator[re.Match[str]]:
        """Where the phrase stands and cannot be right."""
        for match in self.pattern.finditer(text):
            ahead = text[max(0, match.start() - _FAR) : match.start()]
            proven = self.before is None or self.before.search(ahead)
            if proven and not (self.unless_before and self.unless_before.search(ahead)):
                yield match


@cache
def confusions() -> tuple[Confusion, ...]:
    """The packaged list. Raises ValueError on an entry with an unknown key or none of a needed one."""
    text = (files("builder.rules") / "data" / "confusion.toml").read_text(encoding="utf-8")
    return tuple(_confusion(entry) for entry in tomllib.loads(text)["confusion"])


def _confusion(entry: dict[str, str]) -> Confusion:
    if not {"wrong", "right", "source"} <= set(entry) <= _KEYS:
        msg = f"an entry of the confusion list is malformed: {entry!r}"
        raise ValueError(msg)
    after = f"(?={entry['after']})" if "after" in entry else ""
    unless = f"(?!{entry['unless_after']})" if "unless_after" in entry else ""
    words = re.escape(entry["wrong"]).replace(r"\ ", "[ \u00a0]")
    pattern = re.compile(f"{NOT_AFTER}{words}{NOT_BEFORE}{after}{unless}", re.IGNORECASE)
    before, unless_before = (_ending(entry.get(key)) for key in ("before", "unless_before"))
    return Confusion(
        entry["wrong"], tuple(entry["wrong"].split()), entry["right"], entry["source"], pattern, before, unless_before
    )


def _ending(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{pattern})$", re.IGNORECASE) if pattern else None


@rule("text/confusion", Severity.WARNING, source="Danh sách chữ hay nhầm: builder/rules/data/confusion.toml")
def confusion(copy: Copy) -> Iterator[Remark]:
    """Chữ dễ nhầm với chữ khác.

    Máy quét và bàn tay hay nhầm những chữ gần giống nhau: “đơn đốc” thay cho “đôn đốc”, “quân ủy” thay cho “quận ủy”,
    “chia sẽ” thay cho “chia sẻ”. Chữ nào cũng đúng hình, nên máy soát chính tả không thấy.

    Cách sửa: đọc lại cả câu rồi sửa theo gợi ý.

    Sai: `Phòng Nội vụ đơn đốc các phường.`
    Đúng: `Phòng Nội vụ đôn đốc các phường.`
    """
    text = copy.manuscript.text
    if legacy_lines(text):
        return
    passage = Passage(text)
    words, lowered = words_of(text), text.lower().replace("\u00a0", " ")
    told: set[int] = set()
    for entry in confusions():
        if not words.issuperset(entry.words) or entry.wrong not in lowered:
            continue
        for match in entry.spots(text):
            if match.start() in told:
                continue
            told.add(match.start())
            span = passage.span(*match.span())
            right = _cased(entry.right, match[0])
            message = f"{quote(match[0])} có lẽ là {quote(right)}."
            yield Remark(span, message, f"Đọc lại cả câu; nếu nhầm thì viết {quote(right)}.", Fix(span, right))


def _cased(right: str, found: str) -> str:
    """The right phrase with the capitals of the wrong one."""
    if found.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if found[0].isupper() else right


CONFUSION_RULES = (confusion,)
