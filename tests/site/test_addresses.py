from __future__ import annotations

import pytest

from builder.site.addresses import letter_code, letter_path, paged, story_path
from builder.vietnamese.letters import ALPHABET
from tests.factory import story


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("A", "a"),
        ("Ă", "aw"),
        ("Â", "aa"),
        ("Đ", "dd"),
        ("Ê", "ee"),
        ("Ô", "oo"),
        ("Ơ", "ow"),
        ("Ư", "uw"),
        ("#", "khac"),
    ],
)
def test_a_letter_is_addressed_as_telex_types_it(letter: str, code: str) -> None:
    assert letter_code(letter) == code


def test_no_two_letters_share_an_address() -> None:
    codes = [letter_code(letter.upper()) for letter in ALPHABET]
    assert len(set(codes)) == len(ALPHABET)
    assert all(code.isascii() and code.islower() for code in codes)


def test_collectives_never_meet_a_letter() -> None:
    assert "tap-the" not in {letter_code(letter.upper()) for letter in ALPHABET}


def test_addresses_of_stories_letters_and_further_pages() -> None:
    assert story_path(story("tap-28/do-thi-hoa")) == "bai/tap-28/do-thi-hoa/"
    assert letter_path("Đ") == "nhan-vat/dd/"
    assert paged("tap/tap-28/", 1) == "tap/tap-28/"
    assert paged("tap/tap-28/", 2) == "tap/tap-28/2/"
