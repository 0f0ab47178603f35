"""Which words of a running text carry their tone in the other place than a style wants, and which of them are names.

A name is spelt as its bearer spells it, so no style touches it. Capitals tell a name from a word – except at the head
of a sentence, where only the names known from elsewhere tell them apart.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from builder.vietnamese.letters import NOT_BEFORE, TONED
from builder.vietnamese.tone import ToneStyle, place_tones


def _toned(vowels: str) -> str:
    return "".join(char for char, (bare, _) in TONED.items() if bare in vowels)


_OTHER: Final = {
    ToneStyle.OLD: re.compile(f"[oOuU](?:(?<=[oO])[{_toned('aAeE')}]|(?<![qQ].)(?<=[uU])[{_toned('yY')}]){NOT_BEFORE}"),
    ToneStyle.NEW: re.compile(
        f"[{_toned('oOuU')}](?:(?<=[{_toned('oO')}])[aAeE]|(?<![qQ].)(?<=[{_toned('uU')}])[yY]){NOT_BEFORE}"
    ),
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOWER_NEXT: Final = re.compile(r"\s+(?P<next>[^\W\d_])")
_OFFICE: Final = re.compile(r"(?:uỷ|ủy)\s(?:ban|viên)", re.IGNORECASE)
_OPENING: Final = " \t\n\u00a0“‘\"'(*_–—-"
_ENDS: Final = (".", "?", "!", "…", ":", "”")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A word in the other style, and whether it is surely a name, or may be one at the head of a sentence.

    ``start`` counts code points of the text from 0.
    """

    found: str
    right: str
    start: int
    named: bool
    first: bool


def maybe_misplaced(text: str, style: ToneStyle) -> bool:
    """Whether it pays to look closer; far cheaper than `misplaced`."""
    return _OTHER[style].search(text) is not None


def misplaced(text: str, style: ToneStyle) -> Iterator[Misplaced]:
    """The words of a paragraph (NFC) that are not in `style`, names among them; see `no_names`."""
    mended = place_tones(text, style)
    if mended == text or len(mended) != len(text):
        return
    for match in _WORD.finditer(text):
        right = mended[slice(*match.span())]
        if right != match[0]:
            named, first = _standing(text, match)
            yield Misplaced(match[0], right, match.start(), named, first)


def no_names(found: Iterable[Misplaced], names: Collection[str]) -> Iterator[Misplaced]:
    """Those that are no names.

    Args:
        found: what was found in a whole text: a name told by its place in one sentence is known in all.
        names: the single words of names known beforehand.
    """
    held = list(found)
    known = {*names, *(one.found for one in held if one.named)}
    return (one for one in held if not one.named and not (one.first and one.found in known))


def _standing(text: str, word: re.Match[str]) -> tuple[bool, bool]:
    """Whether a word is surely a name; else whether it heads a sentence, where a name cannot be told from a word."""
    if word[0][0].islower() or _OFFICE.match(text, word.start()):
        return False, False
    following = _LOWER_NEXT.match(text, word.end())
    before = text[: word.start()].rstrip(_OPENING)
    first = not before or before.endswith(_ENDS) or text[: word.start()].rstrip(" “(*_").endswith("\n")
    shouted = len(word[0]) > 1 and word[0].isupper()
    return shouted or not first or bool(following and following["next"].isupper()), first
