"""The shape of a Vietnamese syllable: onset, rime, tone. Tells words from wreckage, not right from wrong.

A valid shape may still be a spelling mistake ("đơn đốc"); an invalid one is a foreign word, an
abbreviation, or text whose encoding broke ("dòch", "QU N"). So judge a text by its share of valid shapes.
"""

from functools import lru_cache
from typing import Final

from builder.vietnamese.letters import TONED, Tone, split_tone
from builder.vietnamese.normal import nfc


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_RIMES: Final = _set_of(
    """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong oong ooc op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
    """
)
_AFTER_QU: Final = _set_of(
    """
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây
    e en eo et ê êch ên ênh êt i ich inh it ôc ơ ơi y ych yên yêt ynh yt
    """
)
_AFTER_G_WITH_I: Final = _set_of("i in im iêc iêm iên iêng iêp iêt iêu")
_ONSETS: Final = _set_of("b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x")
_LONGEST_ONSET: Final = 3
_BEFORE_FRONT_ONLY: Final = frozenset({"k", "gh", "ngh"})
_NEVER_BEFORE_FRONT: Final = frozenset({"c", "g", "ng"})
_FRONT: Final = frozenset("eêiy")
_MARKED: Final = frozenset("ăâêôơư")
_SINGLE_VOWELS: Final = frozenset("aăâeêioôơuưy")
_STOPS: Final = ("c", "ch", "p", "t")
_STOP_TONES: Final = frozenset({Tone.SAC, Tone.NANG})
_EITHER_PLACE: Final = frozenset({"oa", "oe", "uy"})
_ON_SECOND: Final = frozenset({"oai", "oao", "oay", "oeo", "uya", "uyu"})


@lru_cache(maxsize=1 << 15)
def is_vietnamese_syllable(text: str) -> bool:
    """Tell whether one word has the shape of a Vietnamese syllable with its tone in a proper place.

    Both tone styles (hòa, hoà), i and y (kĩ, kỹ), any case and normal form will do. Tone marks are asked
    for: "hoc" without one is no syllable, since stop finals are only sắc or nặng.
    """
    word = nfc(text).lower()
    bare, tone = split_tone(word)
    places = [index for index, char in enumerate(word) if char in TONED]
    if len(places) > 1:
        return False
    return any(
        _tone_fits(rime, tone, places[0] - len(bare) + len(rime) if places else None) for rime in _readings(bare)
    )


def _readings(bare: str) -> list[str]:
    """List the rimes a toneless word may end in after a lawful onset; "gia" gives a, "xyz" nothing."""
    cuts = ((bare[:size], bare[size:]) for size in range(_LONGEST_ONSET + 1))
    return [rime for onset, rime in cuts if _lawful(onset, rime)]


def _lawful(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _AFTER_QU
    if rime not in _RIMES or not onset:
        return rime in _RIMES
    if onset == "gi":
        return rime[0] not in "iy"
    if onset == "g" and rime[0] == "i":
        return rime in _AFTER_G_WITH_I
    if onset not in _ONSETS or (rime[0] == "y" and rime != "y"):
        return False
    return onset not in (_NEVER_BEFORE_FRONT if rime[0] in _FRONT else _BEFORE_FRONT_ONLY)


def _tone_fits(rime: str, tone: Tone, place: int | None) -> bool:
    if rime.endswith(_STOPS) and tone not in _STOP_TONES:
        return False
    return place is None or place in _tone_places(rime)


def _tone_places(rime: str) -> tuple[int, ...]:
    """Give the indexes in a toneless rime where its tone may be written."""
    if rime in _EITHER_PLACE:
        return (0, 1)
    marked = [index for index, char in enumerate(rime) if char in _MARKED]
    if marked:  # the last: ươ takes it on ơ
        return (marked[-1],)
    vowels = [index for index, char in enumerate(rime) if char in _SINGLE_VOWELS]
    closed = len(vowels) < len(rime)
    if closed:
        return (vowels[-1],)
    return (1,) if rime in _ON_SECOND else (0,)
