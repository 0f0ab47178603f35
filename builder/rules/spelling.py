"""Words that stand in no dictionary: only for information, and only where a speller was asked.

The dictionary is not the project's: the words it does not know come in as an argument, like the facts of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.model import Severity
from builder.vietnamese.tone import ToneStyle, place_tones
from builder.vocabulary import Vocabulary

from .copy import Copy
from .prose import Kind, all_prose, place, unquoted
from .rule import Remark, rule
from .words import listed, quote

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_TELLING = ("person", "unit", "position", "honorific", "author", "nominated_by")
_MOST = 30
"""How many words one finding names."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """A file, and which of its words (see ``dictionary_form``) no dictionary holds."""

    copy: Copy
    unknown: frozenset[str]


def dictionary_form(word: str) -> str:
    """A word as it is looked up: Debian's dictionary knows the new tone placement only."""
    return place_tones(word, ToneStyle.NEW)


def looked_up(copy: Copy) -> Mapping[str, list[int]]:
    """The words to look up, as they are written, with their places (code points of the file from 0).

    Capitals begin names and quotations keep the words of others; what the header and the closed lists say is known.
    """
    known = _listed(copy.vocabulary) | _of_header(copy)
    found: dict[str, list[int]] = {}
    for part in all_prose(copy):
        if part.kind is not Kind.QUOTE:
            for match in _WORD.finditer(unquoted(part.text)):
                word = match[0]
                if len(word) > 1 and word.islower() and word not in known:
                    found.setdefault(word, []).append(part.start + match.start())
    return found


def _of_header(copy: Copy) -> frozenset[str]:
    texts = (copy.text(key) or "" for key in _TELLING)
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=2)
def _words(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for label in labels for word in _WORD.findall(label.lower()))


def _listed(vocabulary: Vocabulary) -> frozenset[str]:
    lists = (vocabulary.fields, vocabulary.awards, vocabulary.movements, vocabulary.districts, vocabulary.wards)
    return _words(tuple(entry.label for entries in lists for entry in entries.values()))


@rule("text/unknown-word", Severity.INFO, source="Từ điển vi_VN của hunspell, nếu máy có cài")
def unknown_word(spelt: Spelt) -> Iterator[Remark]:
    """Chữ không có trong từ điển.

    Chỉ báo khi gọi `hoa check --spell` và máy có cài hunspell cùng từ điển tiếng Việt. Từ điển thiếu nhiều chữ đúng,
    nên đây chỉ là danh sách để mắt người liếc qua: mỗi bài một lời báo, không chặn việc gì. Tên riêng, lời trích
    trong “ ” và chữ có trong các danh mục không tính.

    Cách sửa: chữ nào gõ nhầm thì sửa; tiếng nghề, tiếng địa phương, từ mượn thì để nguyên.

    Sai: `Trong ngõ, nguời nào cũng đươcj bà giúp.`
    Đúng: `Trong ngõ, người nào cũng được bà giúp.`
    """
    found = looked_up(spelt.copy)
    told = {word: places for word, places in found.items() if dictionary_form(word) in spelt.unknown}
    if told:
        first, start = min(((word, places[0]) for word, places in told.items()), key=lambda one: one[1])
        span = place(spelt.copy, start, start + len(first))
        more = f" và {len(told) - _MOST} chữ nữa" if len(told) > _MOST else ""
        names = listed(_counted(word, len(places)) for word, places in list(told.items())[:_MOST])
        yield Remark(span, f"Từ điển không có: {names}{more}.", "Chữ gõ nhầm thì sửa; tiếng nghề, từ mượn thì để.")


def _counted(word: str, places: int) -> str:
    return quote(word) if places == 1 else f"{quote(word)} ({places} chỗ)"
