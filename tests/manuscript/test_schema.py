from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from builder.manuscript import Issue, StoryHeader, field_at, fields_of, is_blank, label_of, model_at, validate
from builder.manuscript.edition_schema import CreditHeader, EditionHeader
from builder.manuscript.schema import AwardHeader

HEADER: Mapping[str, object] = {
    "title": "Giữ nhịp cầu sang sông",
    "person": "Đỗ Thị Hoa",
    "unit": "Tổ 7",
    "district": "quan-long-bien",
    "field": "nguoi-tot-viec-tot",
    "award_level": "thanh-pho",
    "year": 2022,
    "volume": 28,
}


def valid(**fields: object) -> StoryHeader:
    header = validate({**HEADER, **fields})
    assert isinstance(header, StoryHeader)
    return header


def issues(**fields: object) -> list[tuple[tuple[str | int, ...], str]]:
    found = validate({**HEADER, **fields})
    assert isinstance(found, tuple)
    return [(issue.location, issue.kind) for issue in found]


def test_a_header_with_what_is_required() -> None:
    header = valid()
    assert (header.year, header.ward, header.awards, header.sample) == (2022, None, (), False)


def test_dates_and_aliases() -> None:
    header = valid(awards=[{"award": "huan-chuong", "date": "2022-10-05"}], written_on="2022-08-15")
    assert header.awards[0].day == date(2022, 10, 5)
    assert header.written_on == date(2022, 8, 15)


@pytest.mark.parametrize("blank", [None, "", "  \n"])
def test_a_field_left_blank_is_a_field_left_out(blank: object) -> None:
    header = valid(
        ward=blank,
        subject=blank,
        sample=blank,
        movements=blank,
        awards=[{"award": "huan-chuong", "decision": blank, "date": blank}],
        photos=[{"file": "a.jpg", "alt": "Bà Hoa", "caption": blank, "consent": blank}],
    )
    assert header.awards[0].decision == ""
    assert header.photos[0].caption == ""
    assert issues(title=blank) == [(("title",), "missing")]


def test_items_of_lists_keep_their_places() -> None:
    assert issues(aliases=["", "Hoa", 7]) == [(("aliases", 0), "string_too_short"), (("aliases", 2), "string_type")]


def test_all_issues_at_once_each_with_its_place_and_value() -> None:
    found = validate({**HEADER, "title": 1975, "year": 1890, "la": "x", "awards": [{"date": "5/10/2022"}]})
    assert isinstance(found, tuple)
    assert {(i.location, i.kind, str(i.value)) for i in found if i.kind != "missing"} == {
        (("title",), "string_type", "1975"),
        (("year",), "greater_than_equal", "1890"),
        (("la",), "extra_forbidden", "x"),
        (("awards", 0, "date"), "date_form", "5/10/2022"),
    }
    assert Issue(("awards", 0, "award"), "missing", {"date": "5/10/2022"}, {}) in found


@pytest.mark.parametrize(
    ("day", "kind"), [("2022-02-30", "date_impossible"), ("2022-2-3", "date_form"), (2022, "date_form")]
)
def test_a_day_is_written_in_full_and_exists(day: object, kind: str) -> None:
    assert issues(written_on=day) == [(("written_on",), kind)]


def test_a_name_stands_on_one_line() -> None:
    assert issues(person="Đỗ\nHoa") == [(("person",), "string_pattern_mismatch")]


@pytest.mark.parametrize(
    ("value", "blank"), [(None, True), ("", True), (" ", True), (0, False), (False, False), ([], False)]
)
def test_blank(value: object, blank: object) -> None:
    assert is_blank(value) is blank


@pytest.mark.parametrize(
    ("location", "label"),
    [
        (("title",), "Tên bài"),
        (("awards",), "Khen thưởng"),
        (("awards", 0), "Khen thưởng"),
        (("awards", 0, "date"), "Ngày quyết định"),
        (("photos", 3, "alt"), "Mô tả ảnh"),
        (("approved", "by"), "Người hoặc cơ quan"),
        (("movements", 1), "Phong trào thi đua"),
        (("la",), "la"),
        (("awards", 0, "la"), "la"),
        (("title", "la"), "la"),
        ((), ""),
    ],
)
def test_labels(location: tuple[str | int, ...], label: str) -> None:
    assert label_of(location) == label


def test_labels_of_an_edition() -> None:
    assert label_of(("imprint", "credits", 0, "role"), EditionHeader) == "Vai trò"
    assert label_of(("print", "trim"), EditionHeader) == "Khổ thành phẩm"


def test_the_schema_below_a_location() -> None:
    assert model_at(()) is StoryHeader
    assert model_at(("awards", 0)) is AwardHeader
    assert model_at(("title",)) is None
    assert model_at(("imprint", "credits", 1), EditionHeader) is CreditHeader
    assert field_at(("la",)) is None


def test_every_field_has_a_label_of_its_own() -> None:
    titles = [info.title for info in fields_of(StoryHeader).values()]
    assert all(titles)
    assert len(set(titles)) == len(titles)
