from __future__ import annotations

from dataclasses import replace

import pytest

from builder.book.cover_back import BackRoom, people
from builder.book.cover_geometry import CoverGeometry
from builder.model import Length, Trim
from tests.book.making import stories

WORDS = ("Ba bài viết về những người tốt, việc tốt.", "Năm 2022. Mỗi người một bông hoa.")


def test_people_are_named_in_reading_order_while_they_are_few() -> None:
    held = stories(6)
    told = tuple(dict.fromkeys(story.person for story in held))
    assert people(held, WORDS, BackRoom(400)) == (told, 1)
    crowd = [replace(story, person=f"Nguyễn Thị Số {n}") for n, story in enumerate(stories(60))]
    assert people(crowd[:30], WORDS, BackRoom(400))[1] == 2
    assert people(crowd, WORDS, BackRoom(400)) == ((), 1)
    assert people(crowd[:30], WORDS, BackRoom(200)) == ((), 1)


def test_names_on_a_narrow_page_take_more_rows() -> None:
    crowd = [replace(story, person=f"Nguyễn Thị Ánh Tuyết Số {n}") for n, story in enumerate(stories(20))]
    assert people(crowd, WORDS, BackRoom(340))[1] == 2
    assert people(crowd, WORDS, BackRoom(340, 0.5)) == ((), 1)


@pytest.mark.parametrize(("codes", "free"), [(False, 145), (True, 119)])
def test_codes_take_room_from_the_words(codes: bool, free: float) -> None:  # noqa: FBT001  # a parameter of pytest's
    room = BackRoom.of(CoverGeometry(Trim(Length(145), Length(205)), Length(8), Length(3)), codes=codes)
    assert room.free == pytest.approx(Length(free).pt)
    assert room.share == 1


def test_a_sample_s_line_needs_room_of_its_own() -> None:
    assert BackRoom(40).holds(WORDS, sample=False)
    assert not BackRoom(40).holds(WORDS, sample=True)
