from __future__ import annotations

import dataclasses

import pytest

from builder.flower import for_story, seed_of
from builder.model import Place
from builder.site.card import capital, card_of, full_name, place_line, place_today
from builder.vocabulary import load_vocabulary
from tests.factory import story


def test_a_card_names_person_deed_place_and_year() -> None:
    told = story(honorific="PGS.TS.")
    card = card_of(told)
    assert (card.name, card.title, card.meta) == ("PGS.TS. Đỗ Thị Hoà", "Giếng nước đầu ngõ", "Quận Long Biên, 2022")
    assert card.path == "bai/tap-28/do-thi-hoa/"
    assert card.flower == f"hoa/small/{for_story(told.id, told.month)}-{seed_of(told.id)}.svg"


def test_where_the_place_is_known_the_field_stands_in_its_stead() -> None:
    assert card_of(story(), by_field=True).meta == "Người tốt, việc tốt, 2022"


@pytest.mark.parametrize(
    ("unit", "line"),
    [
        ("Trường Tiểu học Sông Hồng", "Trường Tiểu học Sông Hồng, phường Bồ Đề, quận Long Biên"),
        ("Tổ dân phố số 6, phường Bồ Đề", "Tổ dân phố số 6, phường Bồ Đề, quận Long Biên"),
        ("Công an Quận Long Biên", "Công an Quận Long Biên, phường Bồ Đề"),
    ],
)
def test_no_part_of_a_place_is_said_twice(unit: str, line: str) -> None:
    assert place_line(story(unit=unit, ward="phuong-bo-de")) == line


def test_today_is_told_only_where_the_name_has_changed() -> None:
    vocabulary = load_vocabulary()
    wards = {ward.label: ward for ward in vocabulary.wards.values()}
    told = story(ward="phuong-bo-de")
    district, then = told.place.district, told.place.ward
    same = dataclasses.replace(told, place=Place(district, then, today=wards["phường Bồ Đề"]))
    other = dataclasses.replace(told, place=Place(district, then, today=wards["phường Long Biên"]))
    assert place_today(same) == ""
    assert place_today(other) == "nay thuộc phường Long Biên"
    assert place_today(story()) == ""


def test_names_and_capitals() -> None:
    assert full_name(story()) == "Đỗ Thị Hoà"
    assert capital("đội cứu hộ") == "Đội cứu hộ"
    assert capital("") == ""
