"""Laws that hold for every text, not for chosen examples."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from builder.vietnamese.collate import collation_key, index_letter
from builder.vietnamese.fold import fold, fold_with_map
from builder.vietnamese.letters import ALPHABET, TONED
from builder.vietnamese.names import parse_name, person_key, split_honorific, suggest_name_case
from builder.vietnamese.normal import find_lookalikes, mend_lookalikes, nfc
from builder.vietnamese.slug import is_slug, slugify
from builder.vietnamese.tone import ToneStyle, detect_style, place_tones
from builder.vietnamese.typo import typeset
from builder.vietnamese.words import is_vietnamese_syllable, legacy_score, syllables, valid_share

_LETTERS = ALPHABET + ALPHABET.upper() + "".join(TONED)
_WORDS = """
hòa hoà thủy thuỷ khỏe Hoá ÚY quý mỹ kĩ Đỗ Ðức Ba Bà Vì ông Bà TS. PGS. Nghệ nhân TP. - – 2-9 5% 8 10 05 7
1992 2022 ngày tháng năm tuổi triệu đồng số 108/KH-UBND 06/11/2003 8h00 ё Å 한 が İ ß Σ
"""
_SINGLES = (" ", "\u00a0", "-", "–", ".", ",", "'", "_", "\u0301", "\u0323", "о", "Τ")
_PIECES = st.sampled_from([*_WORDS.split(), *_SINGLES])
_VIETNAMESE = st.text(st.sampled_from(_LETTERS + " -.,5"), max_size=24)
_JOINED = st.lists(_PIECES, max_size=10).map("".join) | st.lists(_PIECES, max_size=10).map(" ".join)
TEXTS = _VIETNAMESE | _JOINED | st.text(max_size=24)
STYLES = st.sampled_from(ToneStyle)


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@given(TEXTS)
def test_fold_is_idempotent_and_blind_to_normal_forms(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(_nfd(text)) == fold(nfc(text)) == folded


@given(TEXTS)
def test_fold_map_is_monotone_and_in_range(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert 0 <= folded.offsets[0] <= folded.offsets[-1] <= len(text)


@given(_VIETNAMESE, st.data())
def test_what_the_map_points_at_folds_to_the_hit(text: str, data: st.DataObject) -> None:
    folded = fold_with_map(text)
    index = data.draw(st.integers(0, len(folded.text)))
    start, end = folded.span(0, index)
    letters = fold(text[start:end]).replace(" ", "")
    assert letters.replace("y", "i") == folded.text[:index].replace(" ", "").replace("y", "i")


@given(TEXTS, STYLES)
def test_tone_placement_is_idempotent_and_composed(text: str, style: ToneStyle) -> None:
    placed = place_tones(text, style)
    assert place_tones(placed, style) == placed == nfc(placed)
    assert set(detect_style(placed)) <= {style}


@given(TEXTS, STYLES, STYLES)
def test_tone_placement_goes_round_trip(text: str, first: ToneStyle, then: ToneStyle) -> None:
    assert place_tones(place_tones(text, first), then) == place_tones(text, then)


@given(TEXTS, STYLES)
def test_tone_placement_changes_neither_fold_nor_order(text: str, style: ToneStyle) -> None:
    placed = place_tones(text, style)
    assert fold(placed) == fold(text)
    assert collation_key(placed).parts == collation_key(text).parts


@given(TEXTS)
def test_a_kept_phrase_survives(text: str) -> None:
    assert place_tones(text, ToneStyle.NEW, [text]) in {nfc(text), place_tones(text, ToneStyle.NEW)}


@given(TEXTS)
def test_key_is_blind_to_normal_forms(text: str) -> None:
    assert collation_key(_nfd(text)) == collation_key(text)
    assert person_key(_nfd(text)) == person_key(text)
    assert hash(collation_key(_nfd(text))) == hash(collation_key(text))
    assert index_letter(_nfd(text)) == index_letter(text)


@given(TEXTS, TEXTS)
def test_keys_are_equal_only_for_the_same_text(one: str, other: str) -> None:
    assert (collation_key(one) == collation_key(other)) == (nfc(one) == nfc(other))
    assert (person_key(one) == person_key(other)) == (nfc(one) == nfc(other))


@given(st.lists(TEXTS, max_size=8))
def test_sorting_has_one_outcome_and_whole_headings(texts: list[str]) -> None:
    unique = sorted({nfc(text) for text in texts})
    ordered = sorted(unique, key=collation_key)
    unique.reverse()
    assert sorted(unique, key=collation_key) == ordered
    headings = [index_letter(text) for text in ordered]
    runs = [head for place, head in enumerate(headings) if place == 0 or headings[place - 1] != head]
    assert len(runs) == len(set(runs))


@given(TEXTS)
@example("5 - 6 - 7")
@example("8 - 10 tuổi - 12 tuổi")
@example("1992 - 2022 - 2023")
def test_typeset_is_idempotent_and_only_touches_dashes_and_spaces(text: str) -> None:
    done = typeset(text)
    assert typeset(done) == done == nfc(done)
    plain = nfc(text).translate({0xA0: None, 0x20: None, 0x2013: "-"})
    assert done.translate({0xA0: None, 0x20: None, 0x2013: "-"}) == plain


@given(TEXTS)
def test_slugs_keep_to_their_alphabet(text: str) -> None:
    try:
        slug = slugify(text)
    except ValueError:
        return
    assert is_slug(slug)
    assert slugify(slug) == slug == slugify(_nfd(text))


@given(TEXTS)
def test_mending_leaves_nothing_to_mend(text: str) -> None:
    mended = mend_lookalikes(text)
    assert find_lookalikes(mended) == ()
    assert mend_lookalikes(mended) == mended


@given(TEXTS)
def test_names_lose_nothing(text: str) -> None:
    honorific, name = split_honorific(text)
    assert " ".join(nfc(text).split()).startswith(honorific)
    assert " ".join(nfc(text).split()).endswith(name)
    assert bool(parse_name(text).given) == bool(name)
    assert suggest_name_case(suggest_name_case(text)) == suggest_name_case(text)


@given(TEXTS)
def test_syllables_stand_where_they_say(text: str) -> None:
    for syllable in syllables(text):
        assert text[syllable.start : syllable.end] == syllable.text


@given(TEXTS)
def test_shares_are_shares(text: str) -> None:
    assert 0 <= valid_share(text) <= 1
    assert 0 <= legacy_score(text) <= 1


@given(_VIETNAMESE, STYLES)
def test_the_shape_of_a_syllable_does_not_hang_on_style(word: str, style: ToneStyle) -> None:
    assert is_vietnamese_syllable(place_tones(word, style)) == is_vietnamese_syllable(word)
