"""Words written twice, as happens where a sentence was mended or a page was joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.model import Fix, Severity
from builder.vietnamese.syllable import is_vietnamese_syllable

from .copy import Copy
from .prose import Kind, all_prose, place, unquoted
from .rule import Remark, rule
from .words import quote, word_set

_TOKEN = re.compile(r"\S+")
_LONGEST = 8
_MARKS = ".,;:!?…)”’*_"
_FUNCTION_WORDS = word_set(
    "các những của và cho với thì mà như theo được bị đã đang cũng vẫn hoặc nhưng vì nếu bởi tuy rằng nhằm thuộc "
    "trên dưới"
)
"""Words that are never said twice on purpose. A full word said twice is a word of its own (xanh xanh, ngày ngày, từ
từ); and two that meet by chance at a joint (để để dành, ở ở, trong trong) are left out."""
_EMPHATIC = word_set("từng mỗi cả rất một càng mau nhanh mãi dần hết lại thật nữa đi không")
"""First words of phrases said twice on purpose: từng bước từng bước, mãi mãi mãi mãi, rất nhiều rất nhiều."""
_TWO = 2


@rule("text/doubled", Severity.WARNING)
def doubled(copy: Copy) -> Iterator[Remark]:
    """Có chữ hoặc cụm chữ viết lặp.

    Sửa câu dở dang hay chép nối trang thường để lại một cụm hai lần liền: “lựa chọn 50 lựa chọn 50 bài”. Từ láy (xanh
    xanh, ngày ngày, từ từ) và lời nói trong “ ” không tính.

    Cách sửa: xóa phần lặp.

    Sai: `Bà nhắc các các cháu cài quai áo.`
    Đúng: `Bà nhắc các cháu cài quai áo.`
    """
    for part in all_prose(copy):
        if part.kind is Kind.QUOTE:
            continue
        start = part.start
        for line in unquoted(part.text).split("\n"):
            yield from _in_line(copy, line, start)
            start += len(line) + 1


def _in_line(copy: Copy, line: str, start: int) -> Iterator[Remark]:
    tokens = line.lower().split()
    repeats = list(_repeats(tokens))
    if not repeats:
        return
    spots = [match.span() for match in _TOKEN.finditer(line)]
    for first, size in repeats:
        begin, middle = spots[first][0], spots[first + size - 1][1]
        again, end = spots[first + size][0], spots[first + 2 * size - 1][0] + len(tokens[first + size - 1])
        words = line[begin:middle]
        span = place(copy, start + again, start + end)
        fix = Fix(place(copy, start + begin, start + end), words)
        yield Remark(span, f"{quote(words)} được viết hai lần liền.", "Xóa phần lặp.", fix)


def _repeats(tokens: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a run of tokens is said twice in a row: the first token's index and how many tokens the run has."""
    seen: dict[str, int] = {}
    done = 0
    for index, token in enumerate(tokens):
        if (
            index
            and index > done
            and tokens[index - 1] in _FUNCTION_WORDS
            and token.rstrip(_MARKS) == tokens[index - 1]
        ):
            yield index - 1, 1
            done = index + 1
        first = seen.get(token, -1)
        size = index - first
        if done <= first and _TWO <= size <= _LONGEST and _said_twice(tokens, first, size):
            yield first, size
            done = index + size
        seen[token] = index


def _said_twice(tokens: Sequence[str], first: int, size: int) -> bool:
    phrase, again = tokens[first : first + size], tokens[first + size : first + 2 * size]
    if len(again) < size or phrase[:-1] != again[:-1] or again[-1].rstrip(_MARKS) != phrase[-1]:
        return False
    return all(token.isalnum() for token in phrase) and not _meant(phrase)


def _meant(phrase: Sequence[str]) -> bool:
    """Whether two syllables are said twice on purpose: in emphasis, or as sounds are imitated (tí tách tí tách)."""
    if len(phrase) != _TWO:
        return False
    one, two = phrase
    alike = is_vietnamese_syllable(one) and is_vietnamese_syllable(two) and (one[0] == two[0] or one[-2:] == two[-2:])
    return one == two or one in _EMPHATIC or alike


REPEAT_RULES = (doubled,)
