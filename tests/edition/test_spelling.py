"""A book in the other style: its words change, its names and quotations do not, the stored stories never do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.edition import edition_hash, plan
from builder.edition.spelling import respelt
from builder.manuscript import edition_from, read_yaml
from builder.manuscript.text_hash import text_hash
from builder.model import Cover, Edition, Photo, TonePlacement
from builder.vietnamese.fold import fold
from tests.factory import library, story

BOOK = "title: Sách\nkind: special\nselect: {volumes: [28]}\nimprint: {regime: non-commercial}\nfront: [loi-noi-dau]\n"


def edition(tone: str = "") -> Edition:
    text = BOOK + (f"text: {{tone: {tone}}}\n" if tone else "")
    read = edition_from(read_yaml("editions/x/edition.yml", text.encode()), "x", {"loi-noi-dau": "Hòa vào nhau."})
    assert read.edition is not None, read.issues
    return read.edition


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bà khỏe lại, đi hòa giải.", "Bà khoẻ lại, đi hoà giải."),
        ("Hòa giải xong.", "Hoà giải xong."),
        ("## Hòa giải trong tổ", "## Hoà giải trong tổ"),
        ("- Tỏa ra mà tìm!", "- Toả ra mà tìm!"),
        ("Chị Thúy đến. Thúy cười, tàu thủy chạy.", "Chị Thúy đến. Thúy cười, tàu thuỷ chạy."),
        ("Quê ở Thanh Hóa.", "Quê ở Thanh Hóa."),
        ("Bà bảo: “Hòa với nhau cho khỏe.”", "Bà bảo: “Hòa với nhau cho khỏe.”"),
        ("> Sông hòa vào biển.\n\nSông hòa.", "> Sông hòa vào biển.\n\nSông hoà."),
        ("Xem [trang hòa](https://hanoi.gov.vn/hòa).", "Xem [trang hoà](https://hanoi.gov.vn/hòa)."),
        ("Ủy viên Ủy ban, quý lắm.", "Uỷ viên Uỷ ban, quý lắm."),
        ("", ""),
    ],
)
def test_words_are_respelt_and_names_left(words: str, expected: str) -> None:
    assert respelt(story(body=words), TonePlacement.NEW).body == expected


def test_all_that_is_prose_is_respelt_and_nothing_that_is_a_name() -> None:
    before = story(
        title="Người hòa giải", summary="Bà Hòa. Hòa khỏe.", person="Đỗ Thị Hòa", unit="Tổ hòa giải", body="Hòa cười.\n"
    )
    photo = Photo("a.jpg", "Tàu thủy", "Tàu thủy")
    made = respelt(replace(before, photos=(photo,)), TonePlacement.NEW)
    assert (made.title, made.summary, made.body) == ("Người hoà giải", "Bà Hòa. Hòa khoẻ.", "Hòa cười.\n")
    assert (made.person, made.unit) == ("Đỗ Thị Hòa", "Tổ hòa giải")
    assert [(p.caption, p.alt) for p in made.photos] == [("Tàu thuỷ", "Tàu thủy")]


def test_two_books_of_different_styles_share_a_story() -> None:
    stock = library(story(body="Bà khỏe. Ông khoẻ.\n"))
    bodies = {tone: plan(edition(tone), stock).stories[0].body for tone in ("", "cu", "moi")}
    assert bodies == {"": "Bà khỏe. Ông khoẻ.\n", "cu": "Bà khỏe. Ông khỏe.\n", "moi": "Bà khoẻ. Ông khoẻ.\n"}
    assert stock.stories[0].body == "Bà khỏe. Ông khoẻ.\n"


def test_the_book_s_own_texts_are_in_its_style() -> None:
    assert plan(edition("moi"), library(story())).edition.texts == (("loi-noi-dau", "Hoà vào nhau."),)
    assert plan(edition(), library(story())).edition.texts == (("loi-noi-dau", "Hòa vào nhau."),)
    covered = replace(edition("moi"), cover=Cover(blurb="Hòa vào nhau."))
    assert plan(covered, library(story())).edition.cover.blurb == "Hoà vào nhau."


def test_an_unknown_style_is_refused() -> None:
    read = edition_from(read_yaml("editions/x/edition.yml", f"{BOOK}text: {{tone: xua}}\n".encode()), "x", {})
    assert [issue.location for issue in read.issues] == [("text", "tone")]


SYLLABLES = st.sampled_from(
    (
        *[
            "hòa",
            "hoà",
            "Hòa",
            "Hoà",
            "khỏe",
            "khoẻ",
            "thủy",
            "thuỷ",
            "Thủy",
            "quý",
            "quỳ",
            "ủy",
            "uỷ",
            "bà",
            "ra",
            ".",
            ",",
            "“",
            "”",
            ">",
            "-",
            "(",
            ")",
            "#",
            "`",
            "&hoà;",
        ],
        "\n",
        "\n\n",
    )
)


@given(words=st.lists(SYLLABLES, max_size=30).map(" ".join), tone=st.sampled_from(TonePlacement))
def test_nothing_but_tone_marks_moves_and_an_approval_still_holds(words: str, tone: TonePlacement) -> None:
    before = story(body=words)
    made = respelt(before, tone)
    assert fold(made.body) == fold(words)
    assert respelt(made, tone) == made
    assert text_hash(made.title, made.body) == text_hash(before.title, before.body)
    assert edition_hash(edition(), [made]) == edition_hash(edition(), [before])
