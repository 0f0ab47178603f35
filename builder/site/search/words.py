"""The words of a story as the index counts them: each as its folded form and as it was spelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from builder.model import Story
from builder.render import plain_text
from builder.vietnamese.fold import fold

Cached = Callable[[str, Callable[[], str]], str]

WORD: Final = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
"""A run of letters and digits with their marks, as ``[\\p{L}\\p{N}]`` with marks is in the browser."""

_TONES: Final = re.compile(r"[\u0300\u0301\u0303\u0309\u0323]")


class _Terms(dict[str, str]):
    def __missing__(self, word: str) -> str:
        folded = fold(word)
        self[word] = made = f"{folded} {spelled(word)}" if folded else ""
        return made


def terms() -> Mapping[str, str]:
    """From a word to its term “folded spelled”, the empty one for a stray mark; a library has few different words."""
    return _Terms()


def spelled(word: str) -> str:
    """Small letters with their marks in NFD, the tone last: hòa and hoà are the same, hoa is not."""
    low = unicodedata.normalize("NFD", word).lower()
    return _TONES.sub("", low) + "".join(_TONES.findall(low))


def searched_text(story: Story, cached: Cached) -> str:
    """What of a story is found by its words beside the names table: its text, then captions and what else it says.

    One paragraph a line, in NFC.
    """
    body = cached(f"words\n{story.body}", lambda: plain_text(story.body))
    return unicodedata.normalize("NFC", "\n".join([body, *filter(None, _asides(story))]))


def _asides(story: Story) -> Iterator[str]:
    yield from (story.summary, story.position, story.nominated_by)
    yield from (award.kind.label for award in story.awards)
    yield from (movement.label for movement in story.movements)
    for photo in story.shown_photos:
        yield from (photo.alt, photo.caption)
