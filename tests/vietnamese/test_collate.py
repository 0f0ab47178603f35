import csv
import unicodedata
from pathlib import Path

import pytest

from builder.vietnamese.collate import collation_key, index_letter

_TABLE = Path(__file__).with_name("collation_pairs.csv")


def _pairs() -> list[tuple[str, str]]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(row["first"], row["second"]) for row in csv.DictReader(lines)]


def test_the_table_is_whole() -> None:
    assert len(_pairs()) == 37


@pytest.mark.parametrize(("first", "second"), _pairs())
def test_pairs_of_the_dictionary(first: str, second: str) -> None:
    assert collation_key(first).parts < collation_key(second).parts
    decomposed = unicodedata.normalize("NFD", second)
    assert collation_key(first) < collation_key(decomposed) == collation_key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tổ 2", "Tổ 10"),
        ("Tổ 02", "Tổ 10"),
        ("Tập 9", "Tập 28"),
        ("5 năm", "An"),
        ("Hà", "Hà Nội"),
        ("hoa", "Hoa"),
        ("Hoa a", "hoa b"),  # capitals only settle ties
        ("An-Bình", "An Ca"),
        ("Đắk Lắk", "Đắk Nông"),
        ("Vân", "Wien"),
        ("Xuân", "Ý Lan"),
        ("Ý Lan", "Zara"),
        ("Ρόδος", "An"),
        ("1" * 5000, "2" * 5000),
        ("", "a"),
    ],
)
def test_other_pairs(first: str, second: str) -> None:
    assert collation_key(first) < collation_key(second)


def test_tone_placement_and_lookalikes_tie_in_the_dictionary_order() -> None:
    assert collation_key("Hòa").parts == collation_key("Hoà").parts
    assert collation_key("Ðức").parts == collation_key("Đức").parts
    assert collation_key("Hòa") != collation_key("Hoà")
    assert collation_key("Thủy, Ứng-Hòa").parts == collation_key("Thuỷ Ứng Hoà").parts


def test_arabic_digits_count_as_numbers() -> None:
    assert collation_key("Tổ ٢").parts == collation_key("Tổ 2").parts


def test_one_outcome_whatever_the_start() -> None:
    words = [word for pair in _pairs() for word in pair] + ["Hòa", "hoà", "HOÀ"]
    expected = sorted(words, key=collation_key)
    for turn in range(1, len(words), 7):
        turned = words[turn:] + words[:turn]
        assert sorted(turned, key=collation_key) == expected


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Đỗ An", "Đ"), ("Ðức", "Đ"), ("ăn", "Ă"), ("Ấm", "Â"), ("Ệ", "Ê"), ("ộp", "Ô"), ("Ợ", "Ơ"), ("ự", "Ư"),
        ("Ỷ", "Y"), ("“Hoa”", "H"), ("– Ba", "B"), ("1 tháng", "#"), ("", "#"), ("–", "#"), ("Ω", "#"), ("Wien", "W"),
        ("Éva", "E"), ("Öst", "O"), ("Ñ", "N"), ("zz", "Z"), ("fa", "F"), ("Jo", "J"), ("漢", "#"), ("ü", "U"),
    ],
)  # fmt: skip
def test_index_letters(text: str, letter: str) -> None:
    assert index_letter(text) == letter
    assert index_letter(unicodedata.normalize("NFD", text)) == letter
