"""From what someone typed to a code of a closed list: the exact label, or the nearest guess."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import Protocol

#: Below this likeness (difflib's ratio, 0 to 1) a guess would mislead rather than help.
_CUTOFF = 0.72

#: A shorter text stands within too many entries by chance.
_FEWEST_LETTERS = 4

#: The three letters that look like đ and do not decompose: đ U+0111, ð U+00F0, ɖ U+0256.
_BARRED_D = str.maketrans("đðɖ", "ddd")

_KIND = re.compile(r"^(?:quan|q|huyen|h|thi xa|tx|thanh pho|tp|phuong|p|xa|x|thi tran|tt) (?=.)")


class Labelled(Protocol):
    """Anything of a closed list."""

    @property
    def label(self) -> str:
        """The words people read."""


def match_label(text: str, mapping: Mapping[str, Labelled]) -> str | None:
    """The code whose label is this text, apart from case, marks and punctuation; None if none or several are."""
    wanted = _fold(text)
    found = [code for code, item in mapping.items() if _fold(item.label) == wanted]
    return found[0] if len(found) == 1 else None


def suggest(text: str, mapping: Mapping[str, Labelled]) -> str | None:
    """The code most likely meant by a text that is no code, or None.

    Tried in turn, first on the text as it stands and then without a leading “quận”, “xã” … : the text is a code, a
    label or a bare name; it is a stretch of words of one entry only; it is a near miss.
    """
    wanted = _fold(text)
    if not wanted:
        return None
    forms = {code: _forms(code, item) for code, item in mapping.items()}
    tries = dict.fromkeys((wanted, _KIND.sub("", wanted)))
    guesses = (guess(attempt, forms) for guess in (_same, _within) for attempt in tries)
    return next((code for code in guesses if code), None) or _nearest(wanted, forms)


def _fold(text: str) -> str:
    """Lower-case Latin letters and digits, one space between words: “Quận Đống Đa” → “quan dong da”."""
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_BARRED_D))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _forms(code: str, item: Labelled) -> tuple[str, ...]:
    """What an entry may be called: its code, its label and, for a place, its name without the kind."""
    return tuple(dict.fromkeys(_fold(form) for form in (code, item.label, getattr(item, "name", "")) if form))


def _same(wanted: str, forms: Mapping[str, tuple[str, ...]]) -> str | None:
    return next((code for code, names in forms.items() if wanted in names), None)


def _within(wanted: str, forms: Mapping[str, tuple[str, ...]]) -> str | None:
    if len(wanted) < _FEWEST_LETTERS:
        return None
    found = [code for code, names in forms.items() if any(f" {wanted} " in f" {name} " for name in names)]
    return found[0] if len(found) == 1 else None


def _nearest(wanted: str, forms: Mapping[str, tuple[str, ...]]) -> str | None:
    owners = {name: code for code, names in reversed(list(forms.items())) for name in names}
    near = difflib.get_close_matches(wanted, owners, n=1, cutoff=_CUTOFF)
    return owners[near[0]] if near else None
