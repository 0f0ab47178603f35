"""The print of a text's words: what an approval holds on to, so that a later change of a word shows.

Folded away is what nobody approves or refuses: the normal form, where the tone mark stands in hòa or hoà, white space
(also beside signs, so that mending “chữ ,chữ” is free), straight or curled quotes, three dots or one ellipsis. Every
word, every figure, every other sign and the case of the letters count.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

from builder.vietnamese.tone import ToneStyle, place_tones

_BYTES = 8
_PREFIX = "blake2b-"
_SPACE_AT_SIGN = re.compile(r" (?:(?=[^\w\s])|(?<=[^\w\s] ))")
_ALIKE = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "\ufeff": ""}
_ANY_ALIKE = re.compile(f"[{''.join(_ALIKE)}]")


def text_hash(story_title: str, body: str) -> str:
    """The print of a story's title and body: ``blake2b-`` and 16 hexadecimal digits.

    The prefix tells the method, and keeps YAML from taking sixteen digits for a number.
    """
    words = "\n".join(map(_normal, (story_title, body)))
    return _PREFIX + blake2b(words.encode("utf-8", "replace"), digest_size=_BYTES).hexdigest()


def _normal(text: str) -> str:
    alike = _ANY_ALIKE.sub(lambda sign: _ALIKE[sign[0]], text)
    return _SPACE_AT_SIGN.sub("", " ".join(map(_placed, alike.split())))


@lru_cache(maxsize=1 << 15)
def _placed(word: str) -> str:
    """A word with its tone mark where the hash wants it; stories share most of their words."""
    return place_tones(word, ToneStyle.OLD)
