from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.manuscript.text_hash import text_hash

TITLE = "Giữ nhịp cầu sang sông"
BODY = "Bà Hoà khoẻ lại, bà bảo: “Cứ để đấy…”\n\nMười bốn năm nay (từ 2008), bà giữ 120 áo phao.\n"


def test_the_print_names_its_method_and_is_no_number() -> None:
    assert re.fullmatch(r"blake2b-[0-9a-f]{16}", text_hash(TITLE, BODY))
    assert text_hash(TITLE, BODY) == "blake2b-51bc2083313b6789"


@pytest.mark.parametrize(
    "mended",
    [
        unicodedata.normalize("NFD", BODY),
        BODY.replace("Hoà khoẻ", "Hòa khỏe"),
        BODY.replace(" ", "  "),
        BODY.replace(" ", "\u00a0"),
        BODY.replace(", bà", " ,bà"),
        BODY.replace("“", '"').replace("”", '"'),
        BODY.replace("…", "..."),
        BODY.replace("\n", "\r\n"),
        BODY.replace("\n\n", "\n"),
        f"\n\n{BODY}\n",
    ],
)
def test_what_nobody_approves_is_free(mended: str) -> None:
    assert text_hash(TITLE, mended) == text_hash(TITLE, BODY)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("120", "1.200"),
        ("120", "12 0"),
        ("Hoà", "Hoa"),
        ("bà bảo", "Bà bảo"),
        (", bà", "; bà"),
        (" lại", ""),
        ("…”", ".”"),
    ],
)
def test_every_word_figure_and_sign_counts(old: str, new: str) -> None:
    assert old in BODY
    assert text_hash(TITLE, BODY.replace(old, new, 1)) != text_hash(TITLE, BODY)


def test_the_title_counts_and_does_not_run_into_the_body() -> None:
    assert text_hash("Giữ nhịp cầu", BODY) != text_hash(TITLE, BODY)
    assert text_hash("Giữ nhịp", "cầu") != text_hash("Giữ", "nhịp cầu")


@given(st.text(), st.text())
def test_any_text_has_one_and_white_space_at_the_ends_is_none(title: str, body: str) -> None:
    assert text_hash(title, body) == text_hash(f" {title}", f"{body}\n")


def test_a_run_of_spaces_does_not_hold_it_up() -> None:
    assert text_hash(TITLE, " " * 500_000 + "x") == text_hash(TITLE, "x")
