"""Dictionary order. Never the machine's locale: the same list on every machine.

Source: Vũ Xuân Lương, Vietnam Lexicography Centre, "Quy tắc ABC": compare syllable by syllable from the
left; within a syllable letters first, then the tone; small letters before capitals. So "Ba Vì" stands
before "Bà Rịa", which no whole-string collation (ICU, glibc) gets right. Numbers sort by value, before
letters. Where the tone mark is written does not count: Hòa and Hoà are the same syllable.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from builder.vietnamese.letters import ALPHABET, LETTER, MARKS, TONE_MARKS, VOWEL_MARKS, Tone, is_mark
from builder.vietnamese.normal import nfc, substitute_lookalikes

Part: TypeAlias = tuple[int, str, int]
"""One syllable or number: its class, then what compares next, then the tone."""

_NUMBER, _SYLLABLE = 0, 1

# Ranks live above every real letter, so letters we do not know (Greek, Han) sort before "a", beside the
# numbers: the "#" group of an index stays in one piece at the front.
_RANK: Final = {letter: chr(0x10FF00 + place) for place, letter in enumerate(ALPHABET)}
_TOKEN: Final = re.compile(rf"\d+|{LETTER}(?:{LETTER}|[{MARKS}])*")
_OTHER_HEADING: Final = "#"


class CollationKey(NamedTuple):
    """A sort key: compare, hash and store it; look inside only to ask whether two words tie.

    `parts` is the dictionary order proper. `case` (small before capital) and `text` (NFC) only settle
    ties, so that two different texts never compare equal and every sort has one outcome.
    """

    parts: tuple[Part, ...]
    case: str
    text: str


def collation_key(text: str) -> CollationKey:
    """Return the key that sorts `text` in Vietnamese dictionary order; spaces and punctuation separate."""
    parts: list[Part] = []
    cases: list[str] = []
    for chunk in text.split():
        chunk_parts, case = _chunk_key(chunk)
        parts += chunk_parts
        cases.append(case)
    return CollationKey(tuple(parts), "".join(cases), nfc(text))


def index_letter(text: str) -> str:
    """Return the capital a text stands under in an index: A, Ă, Â, B …; "#" if it starts with no such letter."""
    for chunk in text.split():
        parts, _ = _chunk_key(chunk)
        if parts:
            return _heading(parts[0])
    return _OTHER_HEADING


def _heading(part: Part) -> str:
    kind, letters, _ = part
    place = ord(letters[0]) - 0x10FF00 if kind == _SYLLABLE else -1
    return ALPHABET[place].upper() if place >= 0 else _OTHER_HEADING


@lru_cache(maxsize=1 << 16)
def _chunk_key(chunk: str) -> tuple[tuple[Part, ...], str]:
    decomposed = substitute_lookalikes(unicodedata.normalize("NFD", chunk))
    parts: list[Part] = []
    case: list[str] = []
    for token in _TOKEN.findall(decomposed):
        if token[0].isdecimal():
            parts.append(_number(token))
        else:
            letters, tone = _take_apart(token)
            parts.append((_SYLLABLE, "".join(map(_rank, letters.lower())), tone))
            case += ["1" if letter.isupper() else "0" for letter in letters]
    return tuple(parts), "".join(case)


def _number(digits: str) -> Part:
    """Order whole numbers of any length as text: the length of the digits, then the digits."""
    value = "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0")
    return (_NUMBER, f"{len(value):09}{value}", 0)


def _take_apart(token: str) -> tuple[str, Tone]:
    """Split a decomposed syllable into its letters (composed, toneless) and its tone."""
    tone = next((TONE_MARKS[char] for char in token if char in TONE_MARKS), Tone.NGANG)
    kept = (char for char in token if char in VOWEL_MARKS or not is_mark(char))
    return nfc("".join(kept)), tone


def _rank(letter: str) -> str:
    if letter in _RANK:
        return _RANK[letter]
    if is_mark(letter):  # a circumflex on a consonant: not a letter of ours
        return ""
    return _RANK.get(unicodedata.normalize("NFD", letter)[0], letter)
