from dataclasses import replace
from datetime import date

import pytest

from builder.edition import edition_hash
from builder.model import (
    Cover,
    Credit,
    Edition,
    Imprint,
    Occasion,
    Photo,
    PrintSpec,
    SectionBy,
    Selection,
    Status,
    Story,
)
from tests.book.making import edition, stories
from tests.factory import story

BOOK = edition(selection=Selection(volumes=(28,)))
STORIES = stories(4)
NOW = edition_hash(BOOK, STORIES)


def test_the_print_has_a_form_yaml_takes_for_text() -> None:
    assert NOW.startswith("blake2b-")
    assert len(NOW) == 24


def test_order_other_books_and_withdrawn_stories_leave_no_trace() -> None:
    other = story("tap-29/le-an", volume=29, year=2023)
    withdrawn = story("tap-28/le-binh", status="withdrawn")
    assert edition_hash(BOOK, [other, *reversed(STORIES), withdrawn, *STORIES]) == NOW


@pytest.mark.parametrize(
    "changes",
    [
        {"body": "Khác.\n"},
        {"title": "Khác"},
        {"person": "Lê Thị Khác"},
        {"honorific": "Nhà giáo"},
        {"unit": "Tổ khác"},
        {"year": 2021},
        {"author": "Người khác"},
        {"written_on": date(2022, 1, 1)},
        {"aliases": ("Tư",)},
        {"photos": (Photo("a.jpg", "Ảnh", "Chú thích."),)},
        {"sample": True},
        {"status": Status.WITHDRAWN},
        {"id": "tap-28/khac"},
    ],
)
def test_whatever_a_reader_would_see_changed_in_a_story_shows(changes: dict[str, object]) -> None:
    assert edition_hash(BOOK, [*STORIES[1:], replace(STORIES[0], **changes)]) != NOW  # type: ignore[arg-type]


def test_a_story_more_or_less_shows() -> None:
    assert edition_hash(BOOK, STORIES[1:]) != NOW
    assert edition_hash(BOOK, [*STORIES, story()]) != NOW


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Khác"},
        {"subtitle": ""},
        {"occasion": Occasion("ngày khác", date(2003, 11, 6), date(2023, 11, 6))},
        {"sections": SectionBy.FIELD},
        {"front": ("title", "contents")},
        {"back": ("persons",)},
        {"texts": (("loi-noi-dau", "# Lời nói đầu\n\nKhác.\n"),)},
        {"sample": True},
        {"cover": Cover(blurb="Khác.")},
    ],
)
def test_whatever_a_reader_would_see_changed_in_the_book_shows(changes: dict[str, object]) -> None:
    assert edition_hash(_changed(changes), STORIES) != NOW


@pytest.mark.parametrize(
    "changes",
    [
        {"print": PrintSpec(paper="Giấy khác")},
        {"accent": "river"},
        {"imprint": Imprint("publisher", credits=(Credit("Biên tập", "Lê C"),))},
        {"selection": Selection(volumes=(28,), years=(2022, 2022))},
        {"texts": (*BOOK.texts, ("khong-dung", "Chữ."))},
    ],
)
def test_papers_the_shop_and_unused_texts_leave_no_trace(changes: dict[str, object]) -> None:
    assert edition_hash(_changed(changes), STORIES) == NOW


def test_what_nobody_approves_or_refuses_leaves_no_trace() -> None:
    held: list[Story] = [replace(told, body=told.body.replace("“", '"').replace("”", '"')) for told in STORIES]
    assert held != STORIES
    assert edition_hash(BOOK, held) == NOW


def _changed(changes: dict[str, object]) -> Edition:
    return replace(BOOK, **changes)  # type: ignore[arg-type]


def test_another_picture_under_the_same_name_shows() -> None:
    held = [replace(STORIES[0], photos=(Photo("a.jpg", "Ảnh", "Chú thích."),)), *STORIES[1:]]
    one, same, other = (edition_hash(BOOK, held, {"a.jpg": known, "b.jpg": any_}) for known, any_ in ("xx", "xy", "yx"))
    assert one == same
    assert len({one, other, edition_hash(BOOK, held)}) == 3
