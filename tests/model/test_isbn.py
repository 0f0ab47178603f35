import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import IsbnError, parse_isbn
from builder.model.isbn import check_digit

TWELVE = st.tuples(st.sampled_from(["978", "979"]), st.text("0123456789", min_size=9, max_size=9)).map("".join)


@pytest.mark.parametrize(
    ("text", "digits", "shown"),
    [
        ("978-604-55-9560-2", "9786045595602", "978-604-55-9560-2"),
        ("ISBN 978-604-55-9560-2", "9786045595602", "978-604-55-9560-2"),
        ("isbn-13: 978 604 55 9560 2", "9786045595602", "978 604 55 9560 2"),
        ("978–604–55–9560–2", "9786045595602", "978–604–55–9560–2"),
        ("9780306406157", "9780306406157", "9780306406157"),
    ],
)
def test_an_isbn_keeps_its_hyphens_for_print(text: str, digits: str, shown: str) -> None:
    isbn = parse_isbn(text)
    assert (isbn.digits, isbn.text) == (digits, shown)


@given(TWELVE)
def test_twelve_digits_and_their_check_digit_are_an_isbn_and_no_other_digit_is(first: str) -> None:
    right = check_digit(first)
    assert parse_isbn(first + right).digits == first + right
    for wrong in set("0123456789") - {right}:
        with pytest.raises(IsbnError, match=f"tính ra phải là {right}") as caught:
            parse_isbn(first + wrong)
        assert caught.value.right == right


@given(TWELVE, st.integers(3, 11), st.integers(1, 9))
def test_any_one_digit_misread_is_noticed(first: str, place: int, shift: int) -> None:
    whole = first + check_digit(first)
    misread = whole[:place] + str((int(whole[place]) + shift) % 10) + whole[place + 1 :]
    with pytest.raises(IsbnError):
        parse_isbn(misread)


@pytest.mark.parametrize(
    "text",
    ["", "978", "604-55-9560-2", "978-604-55-9560-22", "978-604-55-956O-2", "٩٧٨٦٠٤٥٥٩٥٦٠٢", "977-604-55-9560-2"],
)
def test_what_is_no_isbn_is_told_why_without_a_digit_to_put_right(text: str) -> None:
    with pytest.raises(IsbnError) as caught:
        parse_isbn(text)
    assert caught.value.right == ""
