"""The Vietnamese alphabet, its five tone marks and the regex pieces the other modules share.

Source of the order: Vũ Xuân Lương, Vietnam Lexicography Centre, "Quy tắc ABC": 29 letters, with f, j, w
and z in their Latin places, and tones in the order ngang, huyền, hỏi, ngã, sắc, nặng.
"""

import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final

ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
VOWELS: Final = "aăâeêioôơuưy"


class Tone(IntEnum):
    """The six tones, numbered in dictionary order."""

    NGANG = 0
    HUYEN = 1
    HOI = 2
    NGA = 3
    SAC = 4
    NANG = 5


TONE_MARKS: Final[Mapping[str, Tone]] = MappingProxyType(
    {
        "\u0300": Tone.HUYEN,
        "\u0309": Tone.HOI,
        "\u0303": Tone.NGA,
        "\u0301": Tone.SAC,
        "\u0323": Tone.NANG,
    }
)
"""Combining mark to tone; the level tone has no mark."""

VOWEL_MARKS: Final = "\u0302\u0306\u031b"
"""Circumflex, breve, horn: marks that make a different letter, not a different tone."""

MARKS: Final = "\u0300-\u036f"
"""Body of a regex class holding every combining mark a Latin letter can carry."""

LETTER: Final = r"[^\W\d_]"
"""Regex for one letter of any script (combining marks excluded)."""

NOT_AFTER: Final = rf"(?<![^\W_])(?<![{MARKS}])"
"""Regex: a word may start here. The underscore is no letter: it is Markdown emphasis."""

NOT_BEFORE: Final = rf"(?![^\W_]|[{MARKS}])"
"""Regex: a word may end here."""

_MARK_OF: Final = {tone: mark for mark, tone in TONE_MARKS.items()}


def with_tone(vowel: str, tone: Tone) -> str:
    """Put a tone on a bare vowel letter, composed (NFC); the level tone returns it as it is."""
    return unicodedata.normalize("NFC", vowel + _MARK_OF.get(tone, ""))


TONED: Final[Mapping[str, tuple[str, Tone]]] = MappingProxyType(
    {
        with_tone(vowel, tone): (vowel, tone)
        for vowel in VOWELS + VOWELS.upper()
        for tone in Tone
        if tone is not Tone.NGANG
    }
)
"""Every composed vowel that carries a tone, to its bare letter and the tone: "Ệ" to ("Ê", NANG)."""

CAPITALS: Final = ALPHABET.upper() + "".join(letter for letter in TONED if letter.isupper())
"""Every Vietnamese capital, toned ones included, as the body of a regex class."""


def split_tone(text: str) -> tuple[str, Tone]:
    """Take the tone off one NFC syllable: "nghiễm" gives ("nghiêm", NGA).

    Of several tones, which no Vietnamese syllable has, the first counts and all are removed.
    """
    tone = next((TONED[char][1] for char in text if char in TONED), Tone.NGANG)
    return "".join(TONED[char][0] if char in TONED else char for char in text), tone


def is_mark(char: str) -> bool:
    """Tell whether one code point is a combining mark of the Latin block (U+0300 to U+036F)."""
    return "\u0300" <= char <= "\u036f"
