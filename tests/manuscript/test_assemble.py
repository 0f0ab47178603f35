from __future__ import annotations

from collections.abc import Mapping

import pytest

from builder.manuscript import StoryHeader, assemble, read, validate
from builder.model import Story, Volume
from builder.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
VOLUMES: Mapping[int, Volume] = {28: Volume(28, (2022,)), 32: Volume(32, (2026,))}
LINES = {
    "title": "Giữ nhi\u0323p cầu",
    "person": "Đỗ Thị Hoa",
    "unit": "Tổ 7",
    "district": "quan-long-bien",
    "ward": "phuong-ngoc-thuy",
    "field": "nguoi-tot-viec-tot",
    "award_level": "thanh-pho",
    "year": "2022",
    "volume": "28",
    "awards": "[{award: huan-chuong, decision: 12/QĐ, date: 2022-10-05}]",
    "movements": "[vi-nguoi-ngheo]",
    "photos": "[{file: tap-28/a.jpg, alt: Bà Hoa, portrait: true}]",
    "approved": "{by: Ban Tuyên giáo, on: 2022-09-01}",
}


def story(**changed: str | None) -> Story | None:
    lines = {key: value for key, value in {**LINES, **changed}.items() if value is not None}
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    manuscript = read("stories/tap-28/do-thi-hoa.md", f"---\n{text}---\n\nBà ra bê\u0301n.\n\n".encode())
    assert manuscript.header is not None
    header = validate(manuscript.header)
    assert isinstance(header, StoryHeader)
    return assemble(manuscript, header, VOCABULARY, VOLUMES)


def test_codes_become_terms_and_text_is_composed() -> None:
    told = story()
    assert told is not None
    assert (told.id, told.path) == ("tap-28/do-thi-hoa", "stories/tap-28/do-thi-hoa.md")
    assert (told.title, told.body) == ("Giữ nhịp cầu", "Bà ra bến.\n")
    assert told.field.label == "Người tốt, việc tốt"
    assert [award.kind.code for award in told.awards] == ["huan-chuong"]
    assert [movement.code for movement in told.movements] == ["vi-nguoi-ngheo"]
    assert told.portrait is told.photos[0]
    assert told.approved is not None
    assert told.body_line == 16


def test_a_former_ward_knows_its_ward_of_today() -> None:
    told = story()
    assert told is not None
    assert told.place.label == "phường Ngọc Thụy, quận Long Biên"
    assert told.place.today is not None
    assert told.place.today.code == "phuong-bo-de"


def test_since_2025_a_ward_stands_alone() -> None:
    told = story(district=None, ward="phuong-bo-de", year="2026", volume="32")
    assert told is not None
    assert (told.place.label, told.place.chapter.code) == ("phường Bồ Đề", "phuong-bo-de")


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("field", "la"),
        ("award_level", "la"),
        ("district", "la"),
        ("movements", "[la]"),
        ("awards", "[{award: la}]"),
        ("volume", "7"),
    ],
)
def test_a_code_in_no_list_leaves_no_story(key: str, code: str) -> None:
    assert story(**{key: code}) is None


def test_a_story_without_a_place_is_none() -> None:
    assert story(district=None, ward=None) is None
