"""People's names: họ, đệm, tên, and the order of indexes.

Vietnamese reference lists sort by the given name (tên), the last word, without turning the name round:
"Nguyễn Văn An" stands under A. Ties go to the surname (họ), then the middle words (đệm). Names in religion
(Thích …) follow the same rule. Bodies and foreign names sort by their first word: use `body_key`.

What a name alone cannot tell stays the caller's: "Ông Ích Khiêm" has the surname Ông, yet reads as a title;
an editor who sets the honorific by hand is right.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from builder.vietnamese.collate import CollationKey, Part, collation_key, index_letter
from builder.vietnamese.honorifics import HONORIFICS, leading_titles, recase_titles
from builder.vietnamese.letters import LETTER, MARKS
from builder.vietnamese.normal import nfc

__all__ = [
    "HONORIFICS",
    "PersonKey",
    "PersonName",
    "body_heading",
    "body_key",
    "index_heading",
    "is_all_caps_name",
    "parse_name",
    "person_key",
    "split_honorific",
    "suggest_name_case",
]

_DOUBLE_SURNAMES: Final = (
    ("Công", "Tằng", "Tôn", "Nữ"),
    ("Công", "Huyền", "Tôn", "Nữ"),
    ("Tôn", "Nữ"),
    ("Tôn", "Thất"),
    ("Âu", "Dương"),
)
_LOWER_DOUBLE_SURNAMES: Final = tuple([word.lower() for word in surname] for surname in _DOUBLE_SURNAMES)
_LONGEST_SURNAME: Final = 4
_KEPT: Final = 1 << 16
"""Names are taken apart for the order, for indexes and for headings; so many are remembered."""
_ALIAS: Final = re.compile(r"\s*\([^()]*\)\s*$")
_RUN: Final = re.compile(rf"(?:{LETTER}|[{MARKS}])+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart; every part may be empty but `given`, which is so only for an empty name."""

    family: str
    middle: str
    given: str
    honorific: str = ""

    @property
    def full(self) -> str:
        """The name in its usual order, without the honorific."""
        return " ".join(part for part in (self.family, self.middle, self.given) if part)


class PersonKey(NamedTuple):
    """Sort key of a person: tên, họ, đệm, then the whole text so that no two texts tie."""

    given: tuple[Part, ...]
    family: tuple[Part, ...]
    middle: tuple[Part, ...]
    whole: CollationKey


def split_honorific(text: str) -> tuple[str, str]:
    """Cut the titles off a name: "PGS.TS. Bà Lê Thị A" gives ("PGS.TS. Bà", "Lê Thị A"); both NFC, trimmed."""
    clean = " ".join(nfc(text).split())
    start = leading_titles(clean)
    return clean[:start].rstrip(" ,:–-"), clean[start:]


@lru_cache(maxsize=_KEPT)
def parse_name(text: str) -> PersonName:
    """Take a name apart: one word is the given name; else first word họ, last word tên, the rest đệm.

    A closing alias in brackets is left out.
    """
    honorific, rest = split_honorific(text)
    words = _ALIAS.sub("", rest).split() or rest.split()
    if not words:
        return PersonName("", "", "", honorific)
    size = _surname_size(words)
    return PersonName(" ".join(words[:size]), " ".join(words[size:-1]), words[-1], honorific)


@lru_cache(maxsize=_KEPT)
def person_key(text: str) -> PersonKey:
    """Return the key that sorts people by tên, họ, đệm in Vietnamese order, titles left out."""
    name = parse_name(text)
    given, family, middle = (collation_key(part).parts for part in (name.given, name.family, name.middle))
    return PersonKey(given, family, middle, collation_key(text))


def index_heading(text: str) -> str:
    """Return the index letter a person stands under: that of the given name."""
    return index_letter(parse_name(text).given)


def body_key(text: str) -> CollationKey:
    """Return the key of a collective, a place or a foreign name: from its first word on."""
    return collation_key(text)


def body_heading(text: str) -> str:
    """Return the index letter of a collective: that of its first word."""
    return index_letter(text)


def is_all_caps_name(text: str) -> bool:
    """Tell whether the name proper is written in capitals; a lone initial ("Nguyễn Văn A") is no sign of it."""
    name = _ALIAS.sub("", split_honorific(text)[1])
    return name.isupper() and any(len(run) > 1 for run in _RUN.findall(name))


def suggest_name_case(text: str) -> str:
    """Write a name with one capital a word: "NGUYỄN THỊ HOA" gives "Nguyễn Thị Hoa"; known titles too."""
    honorific, name = split_honorific(text)
    mended = nfc(_RUN.sub(lambda run: run[0].capitalize(), name))
    return f"{recase_titles(honorific)} {mended}".strip()


def _surname_size(words: list[str]) -> int:
    lower = [word.lower() for word in words[:_LONGEST_SURNAME]]
    for surname in _LOWER_DOUBLE_SURNAMES:
        size = len(surname)
        if len(words) > size and lower[:size] == surname:
            return size
    return 1 if len(words) > 1 else 0
