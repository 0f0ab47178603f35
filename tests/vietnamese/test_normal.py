import unicodedata

import pytest

from builder.vietnamese.normal import (
    LOOKALIKES,
    InvisibleKind,
    Lookalike,
    find_invisible,
    find_lookalikes,
    mend_lookalikes,
    nfc,
)


def test_nfc_composes() -> None:
    assert nfc(unicodedata.normalize("NFD", "Nguyễn Thị Đượm")) == "Nguyễn Thị Đượm"


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("Ðức Giang", "Đức Giang"),
        ("Ɖông Anh", "Đông Anh"),
        ("ðường ɖi", "đường đi"),
        ("Hоа", "Hоа".replace("о", "o").replace("а", "a")),  # H Latin, оа Cyrillic
        ("cо\u0302ng", "công"),  # Cyrillic о under a combining circumflex
        ("Τâm", "Tâm"),  # Greek Tau
    ],
)
def test_lookalikes_are_mended(found: str, meant: str) -> None:
    assert mend_lookalikes(found) == meant


@pytest.mark.parametrize("text", ["Москва", "Ελλάδα", "Hà Nội – Москва", "β-caroten", "", "Đống Đa"])
def test_words_wholly_in_another_script_stay(text: str) -> None:
    assert mend_lookalikes(text) == text
    assert find_lookalikes(text) == ()


def test_lookalikes_are_found_with_their_place() -> None:
    assert find_lookalikes("Bà Ðức ở Hоà") == (Lookalike(3, "Ð", "Đ"), Lookalike(10, "о", "o"))


def test_every_lookalike_has_its_capital_listed() -> None:
    for found in LOOKALIKES:
        if found.islower():
            assert found.upper() in LOOKALIKES


@pytest.mark.parametrize(
    ("char", "kind"),
    [
        ("\u200b", InvisibleKind.ZERO_WIDTH),
        ("\ufeff", InvisibleKind.ZERO_WIDTH),
        ("\u2060", InvisibleKind.ZERO_WIDTH),
        ("\u202e", InvisibleKind.BIDI),
        ("\u200f", InvisibleKind.BIDI),
        ("\u00ad", InvisibleKind.SOFT_HYPHEN),
        ("\uf0b7", InvisibleKind.PRIVATE_USE),
        ("\ufffd", InvisibleKind.REPLACEMENT),
        ("\x0b", InvisibleKind.CONTROL),
        ("\x85", InvisibleKind.CONTROL),
        ("\u2028", InvisibleKind.CONTROL),
    ],
)
def test_invisible_characters_are_found(char: str, kind: InvisibleKind) -> None:
    (found,) = find_invisible(f"Hà{char}Nội")
    assert (found.index, found.found, found.kind) == (2, char, kind)
    assert found.code == f"U+{ord(char):04X}"


def test_plain_text_holds_nothing_invisible() -> None:
    assert find_invisible("Dòng một,\r\n\tdòng hai – “ba”\u00a0… 100%") == ()
    assert find_invisible("plain ascii") == ()
    assert len(find_invisible("\x07plain ascii")) == 1
