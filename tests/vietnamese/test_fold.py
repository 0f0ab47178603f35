import unicodedata

import pytest

from builder.vietnamese.fold import fold, fold_with_map


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đỗ Thị Hoà", "do thi hoa"),
        ("Nguyễn  Văn\n Ấm ", "nguyen van am"),
        ("Ðức Giang", "duc giang"),
        ("Mỹ Đình", "mi dinh"),
        ("qui định, quý vị", "qui dinh, qui vi"),
        ("thuý – thúy", "thuy – thuy"),
        ("y tế, ý kiến", "y te, y kien"),
        ("tay tai tây", "tay tai tay"),
        ("yêu, Kyoto, city", "yeu, kyoto, city"),
        ("108/KH-UBND", "108/kh-ubnd"),
        ("", ""),
        (" \u0301 ", ""),
        ("a \u0301 b", "a b"),
        ("Москва", "москва"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold_with_map(text).text == folded


@pytest.mark.parametrize(
    "pair",
    [
        "kĩ kỹ", "Mĩ Mỹ", "lí lý", "sĩ sỹ", "tỉ tỷ", "quí quý", "quỉ quỷ", "qui quy", "hi hy", "vị vỵ", "thi thy",
        "hòa hoà", "khỏe khoẻ", "thủy thuỷ", "Ðông Đông", "kì kỳ", "chí chý", "ngĩ ngỹ", "nhi nhy", "trị trỵ",
    ],
)  # fmt: skip
def test_spellings_of_one_word_meet(pair: str) -> None:
    one, other = pair.split()
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "pair", ["thui thuy", "tui tuy", "hai hay", "tai tay", "khui khuy", "i y", "lui luy", "mai may", "quai quay"]
)
def test_different_words_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert fold(one) != fold(other)


def test_the_map_finds_the_hit_in_the_original() -> None:
    original = "Bà  Nguyễn Thị Hoà, quận Đống Đa"
    for text in (original, unicodedata.normalize("NFD", original)):
        folded = fold_with_map(text)
        start = folded.text.index("nguyen thi hoa")
        begin, end = folded.span(start, start + len("nguyen thi hoa"))
        assert unicodedata.normalize("NFC", text[begin:end]) == "Nguyễn Thị Hoà"
        start = folded.text.index("dong da")
        begin, end = folded.span(start, len(folded.text))
        assert unicodedata.normalize("NFC", text[begin:end]) == "Đống Đa"


def test_the_map_of_nothing() -> None:
    assert fold_with_map("  ").offsets == (0,)
    assert fold_with_map("Á").offsets == (0, 1)
