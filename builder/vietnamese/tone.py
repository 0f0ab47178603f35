"""Where the tone mark stands in an open syllable: hòa, khỏe, thủy (old) or hoà, khoẻ, thuỷ (new).

The two styles differ only in open syllables ending in -oa, -oe, -uy. After q the u belongs to the
consonant, so "quý" is the same in both. School books follow the new style (QĐ 1989/QĐ-BGDĐT, 2018,
Art. 8); laws and most newspapers keep the old. An edition chooses one; nobody's name is ever respelt.
"""

import re
from collections import Counter
from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache
from typing import Final

from builder.vietnamese.letters import NOT_AFTER, NOT_BEFORE, TONED, with_tone
from builder.vietnamese.normal import nfc


class ToneStyle(StrEnum):
    """The two ways to place a tone on -oa, -oe, -uy."""

    OLD = "old"
    NEW = "new"


def _toned(vowels: str) -> str:
    return "".join(char for char, (bare, _) in TONED.items() if bare in vowels)


# Only Vietnamese onsets: "Zoé" and "Chloé" are not ours to respell. No q: see above.
_ONSET: Final = "(?:b|ch?|d|đ|gh?|h|kh?|l|m|ngh?|nh?|ph?|r|s|th?|tr|v|x)?"
_OLD: Final = f"[{_toned('oO')}][aAeE]|[{_toned('uU')}][yY]"
_NEW: Final = f"[oO][{_toned('aAeE')}]|[uU][{_toned('yY')}]"
_SYLLABLE: Final = rf"{NOT_AFTER}{_ONSET}(?:(?P<old>{_OLD})|(?P<new>{_NEW})){NOT_BEFORE}"
_PLAIN: Final = re.compile(_SYLLABLE, re.IGNORECASE)


def place_tones(text: str, style: ToneStyle, keep: Collection[str] = ()) -> str:
    """Move the tone of open -oa, -oe, -uy syllables to where `style` puts it; case stays, NFC comes out.

    Args:
        text: running text.
        style: the style wanted.
        keep: phrases never touched (names of people and places), matched as whole words, as given or in
            capitals. A lower-case word is another word: "Hoà" kept leaves "hoà bình" free to change.
    """
    pattern = _pattern(tuple(sorted(map(nfc, keep), key=lambda phrase: (-len(phrase), phrase))))

    def placed(match: re.Match[str]) -> str:
        pair = match["old"] or match["new"]
        return match[0][:-2] + _move(pair, style) if pair else match[0]

    return pattern.sub(placed, nfc(text))


def detect_style(text: str) -> Counter[ToneStyle]:
    """Count the syllables written in each style; those the styles agree on count for neither."""
    found = _PLAIN.finditer(nfc(text))
    return Counter(ToneStyle.OLD if match["old"] else ToneStyle.NEW for match in found)


def _move(pair: str, style: ToneStyle) -> str:
    (first, tone), (second, other) = (TONED.get(char, (char, None)) for char in pair)
    moved = tone or other
    if moved is None:
        return pair
    return with_tone(first, moved) + second if style is ToneStyle.OLD else first + with_tone(second, moved)


@lru_cache(maxsize=1024)
def _pattern(keep: tuple[str, ...]) -> re.Pattern[str]:
    phrases = [words for phrase in keep if (words := phrase.split())]
    if not phrases:
        return _PLAIN
    either = "|".join(
        r"\s+".join(map(re.escape, form)) for words in phrases for form in (words, [word.upper() for word in words])
    )
    # The kept phrase stands first: where both could match, it wins. Its case is exact, the syllable's free.
    return re.compile(rf"{NOT_AFTER}(?:{either}){NOT_BEFORE}|(?i:{_SYLLABLE})")
