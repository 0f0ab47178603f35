"""Counting and walking over words, and signs that a text was never converted to Unicode.

A *chữ* is a syllable written apart, which is what Vietnamese editors count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from builder.vietnamese.letters import LETTER, MARKS
from builder.vietnamese.normal import nfc
from builder.vietnamese.syllable import is_vietnamese_syllable

__all__ = [
    "Syllable",
    "count_words",
    "is_vietnamese_syllable",
    "legacy_score",
    "looks_like_legacy",
    "syllables",
    "valid_share",
]

_WORD: Final = re.compile(rf"{LETTER}(?:{LETTER}|[{MARKS}])*")
_COUNTED: Final = re.compile(r"\S*[^\W_]\S*")

# TCVN3 and VNI bytes read as Latin-1. None of these letters is Vietnamese; the signs only count when they
# stand against a letter, as no sign of punctuation does ("«" and "»" when between two).
_ALIEN_LETTER: Final = "[µªºäåæçëîïñöøûüÿßÄÅÆÇËÎÏÑÖØÛÜŸÞþ×÷]"
_ALIEN_SIGN: Final = "[¡¢£¤¥¦§¨©¬®¯¶·¸¹¼½¾]"
_ALIEN: Final = re.compile(
    rf"(?<={LETTER}){_ALIEN_LETTER}|{_ALIEN_LETTER}(?={LETTER})"
    rf"|(?<={LETTER}){_ALIEN_SIGN}|{_ALIEN_SIGN}(?={LETTER})"
    rf"|(?<={LETTER})[«»](?={LETTER})"
)
_LEGACY_SHARE: Final = 0.15
_LEGACY_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Syllable:
    """One run of letters and where it stands: `source[start:end] == text`, in code points."""

    text: str
    start: int
    end: int


def count_words(text: str) -> int:
    """Count chữ: runs between white space that hold a letter or a figure; a lone dash is none."""
    return sum(1 for _ in _COUNTED.finditer(text))


def syllables(text: str) -> Iterator[Syllable]:
    """Walk over the runs of letters; hyphens, apostrophes, figures and signs part them."""
    return (Syllable(match[0], match.start(), match.end()) for match in _WORD.finditer(text))


def valid_share(text: str) -> float:
    """Give the share, 0 to 1, of runs of letters shaped like Vietnamese syllables; 1 if there is none.

    Sound prose lies above 0.95, a plan full of abbreviations a little lower; text with lost letters, or
    without its marks, far below.
    """
    verdicts = [is_vietnamese_syllable(match[0]) for match in _WORD.finditer(text)]
    return sum(verdicts) / len(verdicts) if verdicts else 1.0


def legacy_score(text: str) -> float:
    """Give the share, 0 to 1, of words that look like TCVN3 or VNI bytes read as Latin-1.

    Such a word holds a letter no Vietnamese word has ("Hµ", "Nguyeãn"), or has marked letters in a shape
    no syllable has ("dòch", "Néi").
    """
    words = _lettered_words(text)
    return sum(map(_is_residue, words)) / len(words) if words else 0.0


def looks_like_legacy(text: str) -> bool:
    """Tell whether a text still is in a legacy encoding: at least 3 words and 15 % of all show it."""
    words = _lettered_words(text)
    residue = sum(map(_is_residue, words))
    return residue >= _LEGACY_WORDS and residue >= _LEGACY_SHARE * len(words)


def _lettered_words(text: str) -> list[str]:
    return [word for word in nfc(text).split() if _WORD.search(word)]


@lru_cache(maxsize=1 << 15)
def _is_residue(word: str) -> bool:
    if word.isascii():
        return False
    if _ALIEN.search(word):
        return True
    # In TCVN3 the soft hyphen is the letter ư, so what it hides is read as one word.
    runs = _WORD.findall(word.replace("\u00ad", ""))
    return any(not run.isascii() and len(run) > 1 and not _shaped(run) for run in runs)


def _shaped(run: str) -> bool:
    return is_vietnamese_syllable(run) or run.isupper()
