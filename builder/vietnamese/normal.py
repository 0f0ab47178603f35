"""Code points: one form for each letter, look-alike letters, characters nobody can see.

Unicode normal forms do not join U+00D0 (eth) with U+0110 (Đ), though print shows the same letter; old
keyboards and converted documents are full of it. Cyrillic and Greek letters slip in from foreign layouts.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from builder.vietnamese.letters import LETTER, MARKS

_D_FAMILY: Final = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}

# Found letters in one string, the Latin letter meant at the same place in the other. A small letter is
# listed only if its capital is too, so that lower-casing never brings forth a new look-alike (fold needs it).
_CYRILLIC: Final = ("АВЕЅІЈКМНОРСТУХԚԜаеѕіјкорсухԛԝ", "ABESIJKMHOPCTYXQWaesijkopcyxqw")
_GREEK: Final = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABEZHIKMNOPTYXov")
_FOREIGN: Final = dict(zip(*_CYRILLIC, strict=True)) | dict(zip(*_GREEK, strict=True))

LOOKALIKES: Final[Mapping[str, str]] = MappingProxyType(_D_FAMILY | _FOREIGN)
"""A letter that looks Vietnamese, to the letter that was meant."""

_ANY: Final = re.compile(f"[{''.join(LOOKALIKES)}]")
_ANY_FOREIGN: Final = re.compile(f"[{''.join(_FOREIGN)}]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")
_WORD: Final = re.compile(rf"(?:{LETTER}|[{MARKS}])+")
_D_TABLE: Final = str.maketrans(_D_FAMILY)
_ALL_TABLE: Final = str.maketrans(dict(LOOKALIKES))


@dataclass(frozen=True, slots=True)
class Lookalike:
    """One letter that is not the letter it looks like; `index` counts code points from 0."""

    index: int
    found: str
    meant: str


class InvisibleKind(StrEnum):
    """Why a character does not belong in a manuscript."""

    ZERO_WIDTH = "zero-width"
    BIDI = "bidi"
    SOFT_HYPHEN = "soft-hyphen"
    PRIVATE_USE = "private-use"
    REPLACEMENT = "replacement"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Invisible:
    """One character a reader cannot see or a printer cannot print; `index` counts code points from 0."""

    index: int
    found: str
    kind: InvisibleKind

    @property
    def code(self) -> str:
        """The code point in the usual spelling: "U+200B"."""
        return f"U+{ord(self.found):04X}"


def nfc(text: str) -> str:
    """Return the composed form (NFC), the only form the press stores."""
    return unicodedata.normalize("NFC", text)


def substitute_lookalikes(text: str) -> str:
    """Replace look-alikes code point for code point: the length and every offset stay.

    The Đ family is always replaced; Cyrillic and Greek only in words that also hold a Latin letter, so that
    a real Russian or Greek word stays what it is.
    """
    if not _ANY.search(text):
        return text
    mended = text.translate(_D_TABLE)
    return _WORD.sub(_substitute_word, mended) if _ANY_FOREIGN.search(mended) else mended


def mend_lookalikes(text: str) -> str:
    """Replace look-alikes as `substitute_lookalikes` does, then compose; untouched text comes back as it is."""
    mended = substitute_lookalikes(text)
    return text if mended == text else nfc(mended)


def find_lookalikes(text: str) -> tuple[Lookalike, ...]:
    """List the letters `mend_lookalikes` would replace, in order."""
    mended = substitute_lookalikes(text)
    if mended == text:
        return ()
    pairs = zip(text, mended, strict=True)
    return tuple(Lookalike(i, found, meant) for i, (found, meant) in enumerate(pairs) if found != meant)


def find_invisible(text: str) -> tuple[Invisible, ...]:
    """List zero-width and bidi characters, soft hyphens, private use, U+FFFD and controls, in order.

    Tab, line feed and carriage return are text. The soft hyphen has its own kind because it may be the
    letter ư of a TCVN3 font: never drop it unseen.
    """
    kinds = {char: kind for char in set(text) if (kind := _invisible_kind(char))}
    if not kinds:
        return ()
    return tuple(Invisible(i, char, kinds[char]) for i, char in enumerate(text) if char in kinds)


def _substitute_word(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(_ALL_TABLE) if _LATIN.search(word) else word


_ZERO_WIDTH: Final = frozenset("\u034f\u115f\u1160\u3164\uffa0") | {chr(c) for c in range(0xFE00, 0xFE10)}
_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BY_CATEGORY: Final = {
    "Cf": InvisibleKind.ZERO_WIDTH,
    "Co": InvisibleKind.PRIVATE_USE,
    "Cc": InvisibleKind.CONTROL,
    "Zl": InvisibleKind.CONTROL,
    "Zp": InvisibleKind.CONTROL,
    "Cs": InvisibleKind.REPLACEMENT,
}


def _invisible_kind(char: str) -> InvisibleKind | None:
    if char in "\t\n\r" or " " <= char <= "~":
        return None
    if char == "\u00ad":
        return InvisibleKind.SOFT_HYPHEN
    if char == "\ufffd":
        return InvisibleKind.REPLACEMENT
    if char in _BIDI:
        return InvisibleKind.BIDI
    if char in _ZERO_WIDTH:
        return InvisibleKind.ZERO_WIDTH
    return _BY_CATEGORY.get(unicodedata.category(char))
