"""Search folding: every spelling of a word meets its other spellings, and few words meet other words.

The rule, in order:

1. decompose (NFC and NFD text fold alike), mend look-alike letters;
2. drop every combining mark: tones, circumflex, breve, horn; so hoà = hòa without further ado;
3. lower case, one code point at a time; đ becomes d;
4. a word that is one Vietnamese onset (or "qu") followed by y and nothing else ends in i instead:
   kỹ = kĩ, Mỹ = Mĩ, lý = lí, quý = quí. Kept: "y" alone (y tế), -uy (thuý is not thui), -ay, -ây (tay is
   not tai), and any y inside a word (Kyoto, yêu);
5. runs of white space become one space; none at either end. All else is kept.

Folding a folded text changes nothing. Folded text in scripts that decompose (Hangul) stays decomposed.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from builder.vietnamese.letters import is_mark
from builder.vietnamese.normal import substitute_lookalikes

_FINAL_Y: Final = re.compile(r"(?<![^\W_])((?:b|ch?|d|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x))y(?![^\W_])")
_CHUNK: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    `offsets[i]` is where the character behind `text[i]` starts in the original, in code points; one more
    entry at the end tells where the last character stops. The offsets never decrease.
    """

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the slice of the original behind `text[start:end]`, combining marks included."""
        return self.offsets[start], self.offsets[end]


def fold(text: str) -> str:
    """Fold a text for searching and matching; see the module for the rule."""
    return " ".join(filter(None, map(_folded, text.split())))


def fold_with_map(text: str) -> Folded:
    """Fold a text and keep, for each folded code point, its place in the original (for highlighting)."""
    pieces: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in _CHUNK.finditer(text):
        folded, places = _fold_chunk(match[0])
        if not folded:  # a stray mark, nothing more
            continue
        if pieces:
            pieces.append(" ")
            offsets.append(end)
        pieces.append(folded)
        offsets.extend(match.start() + place for place in places)
        end = match.end()
    return Folded("".join(pieces), (*offsets, end))


@lru_cache(maxsize=1 << 16)
def _folded(chunk: str) -> str:
    """The folded run alone: most of what is folded asks for no places, and so for nothing but a look-up."""
    return _fold_chunk(chunk)[0]


@lru_cache(maxsize=1 << 16)
def _fold_chunk(chunk: str) -> tuple[str, tuple[int, ...]]:
    """Fold one run of non-space characters; the second value maps each folded code point into the run.

    Cached: a library holds millions of words, and few different ones.
    """
    decomposed, starts = [], []
    for start, segment in _segments(chunk):
        decomposed.append(segment)
        starts.extend([start] * len(segment))
    mended = substitute_lookalikes("".join(decomposed))
    kept = [
        (lower, start)
        for char, start in zip(mended, starts, strict=True)
        if not is_mark(char)
        for lower in char.lower()
        if not is_mark(lower)
    ]
    text = "".join(lower for lower, _ in kept).replace("đ", "d")
    return _FINAL_Y.sub(r"\1i", text), tuple(start for _, start in kept)


def _segments(chunk: str) -> Iterator[tuple[int, str]]:
    """Yield each character with the marks that follow it: its offset and its decomposed form (NFD)."""
    start = 0
    for index in range(1, len(chunk) + 1):
        if index == len(chunk) or not _continues(chunk[index]):
            yield start, unicodedata.normalize("NFD", chunk[start:index])
            start = index


def _continues(char: str) -> bool:
    # Ask the first code point of the decomposition: a few Tibetan signs are starters only when composed.
    return char > "\u02ff" and unicodedata.combining(unicodedata.normalize("NFD", char)[0]) > 0
