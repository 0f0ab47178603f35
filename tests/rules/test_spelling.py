from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.rules import Copy
from builder.rules.rule import Remark
from builder.rules.spelling import Spelt, dictionary_form, looked_up, unknown_word

Maker = Callable[..., Copy]
Write = Callable[..., str]


def told(copy: Copy, *unknown: str) -> list[Remark]:
    return list(unknown_word.check(Spelt(copy, frozenset(unknown))))


@pytest.mark.parametrize(
    ("words", "looked"),
    [
        ("Kéo xúc nguời, bà Brao.", {"xúc", "nguời"}),
        ("“nguời” xúc «đươcj»", {"xúc"}),
        ("> đươcj\n\nxúc", {"xúc"}),
        ("Xem https://hanoi.vn/abc xúc `code`.", {"xúc"}),
        ("Tổ phường xúc, hoa đỗ", {"xúc"}),
        ("Xới khỏe", {"khỏe"}),
        ("X xúc 12kg m2 a", {"xúc"}),
    ],
)
def test_which_words_are_looked_up(words: str, looked: set[str], make: Maker, write: Write) -> None:
    assert set(looked_up(make(write(body=f"{words}\n")))) == looked


def test_a_file_has_one_remark_at_the_first_place(make: Maker, write: Write) -> None:
    copy = make(write(body="Bà đươcj nguời quý, nguời thương.\n"))
    (remark,) = told(copy, "nguời", "đươcj")
    assert remark.message == "Từ điển không có: “đươcj” và “nguời” (2 chỗ)."
    assert (remark.span.line, remark.span.column, remark.span.end_column) == (13, 4, 8)
    assert remark.hint
    assert told(copy) == []


def test_a_file_full_of_unknown_words_is_told_of_in_short(make: Maker, write: Write) -> None:
    words = [f"{a}{b}q" for a in "bcdg" for b in "aeiouyăâêô"]
    (remark,) = told(make(write(body=" ".join(words) + "\n")), *words)
    assert "và 10 chữ nữa" in remark.message


def test_words_are_looked_up_in_the_spelling_of_the_dictionary(make: Maker, write: Write) -> None:
    assert dictionary_form("khỏe") == "khoẻ"
    (remark,) = told(make(write(body="Bà khỏe.\n")), "khoẻ")
    assert "“khỏe”" in remark.message
