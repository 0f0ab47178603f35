import unicodedata

import pytest

from builder.vietnamese.tone import ToneStyle, detect_style, place_tones

PAIRS = """
hòa hoà|hóa hoá|hỏa hoả|họa hoạ|tỏa toả|tọa toạ|tòa toà|khóa khoá|khỏa khoả|thỏa thoả|xóa xoá|xõa xoã|lóa loá
dọa doạ|đọa đoạ|góa goá|lõa loã|òa oà|óa oá|nhòa nhoà|lòa loà|chóa choá|đóa đoá|khỏe khoẻ|khóe khoé|lóe loé
xòe xoè|hòe hoè|tóe toé|nhòe nhoè|chóe choé|đóe đoé|ọe oẹ|thủy thuỷ|thúy thuý|thụy thuỵ|thùy thuỳ|ủy uỷ|úy uý
hủy huỷ|lũy luỹ|lúy luý|tùy tuỳ|tủy tuỷ|túy tuý|tụy tuỵ|chùy chuỳ|trụy truỵ|suy suy|hòa hoà|Hòa Hoà|HÒA HOÀ
Thủy Thuỷ|THỦY THUỶ|Khỏe Khoẻ|Úy Uý|ÚY UÝ|ngúy nguý|ngụy nguỵ|nhụy nhuỵ|lụy luỵ|bủy buỷ
"""
SAME = """
quý quỳ quỷ quỹ quỵ quà quả quá quạ que quẻ quẹ gì giặt giếng của mùa múa lúa tuổi tuần hoàn hoành hoàng hoài
khoảng toán loạn choán khoét hoẹt thuyền nguyễn huế huệ tuế thuở khuya khuỷu huýt uỵch huỳnh tuýt luýnh
ngoáy xoáy ngoại ngoảnh ngoằn mía cứa tủi núi lúi búi hoa khoe uy đói ói
"""


def _pairs() -> list[tuple[str, str]]:
    lines = PAIRS.split("\n")
    return [(pair.split()[0], pair.split()[1]) for line in lines for pair in line.split("|") if pair]


@pytest.mark.parametrize(("old", "new"), _pairs())
def test_each_style_is_reached_from_either(old: str, new: str) -> None:
    for text in (old, new, unicodedata.normalize("NFD", old)):
        assert place_tones(text, ToneStyle.OLD) == old
        assert place_tones(text, ToneStyle.NEW) == new


@pytest.mark.parametrize("word", SAME.split())
def test_syllables_without_a_choice_stay(word: str) -> None:
    assert place_tones(word, ToneStyle.OLD) == word
    assert place_tones(word, ToneStyle.NEW) == word
    assert not detect_style(word)


@pytest.mark.parametrize("word", ["Zoé", "Chloé", "Joé", "hoà2", "x_Hoa"])
def test_foreign_and_mixed_words_stay(word: str) -> None:
    assert place_tones(word, ToneStyle.OLD) == word


def test_running_text_with_marks_of_markdown() -> None:
    assert place_tones("Ủy ban, **hòa** _thủy_ (hóa).", ToneStyle.NEW) == "Uỷ ban, **hoà** _thuỷ_ (hoá)."


def test_kept_phrases_are_never_touched() -> None:
    text = "Bà Nguyễn Thị Hòa và HÒA giữ hòa khí ở Hòa Bình; NGUYỄN THỊ HÒA."
    keep = ("Nguyễn Thị Hòa", unicodedata.normalize("NFD", "Hòa"))
    expected = "Bà Nguyễn Thị Hòa và HÒA giữ hoà khí ở Hòa Bình; NGUYỄN THỊ HÒA."
    assert place_tones(text, ToneStyle.NEW, keep) == expected
    assert place_tones("Thị  Hòa", ToneStyle.NEW, ["Thị Hòa"]) == "Thị  Hòa"
    assert place_tones("hòa", ToneStyle.NEW, ["", " "]) == "hoà"


def test_a_kept_phrase_is_a_whole_phrase() -> None:
    assert place_tones("Xuân Thủy Tiên", ToneStyle.NEW, ["ân Thủy"]) == "Xuân Thuỷ Tiên"


def test_styles_are_counted() -> None:
    assert detect_style("hòa thủy hoá quý") == {ToneStyle.OLD: 2, ToneStyle.NEW: 1}
