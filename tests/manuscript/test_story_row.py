from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from builder.manuscript.story_row import RowReader, row_of
from builder.model import Approval, Award, Photo, Place, Story
from builder.pipeline import load
from builder.vocabulary import load_vocabulary
from builder.workspace import find_root
from tests.factory import REPOSITORY, story

WORKSHOP = load(find_root(REPOSITORY))
READER = RowReader(WORKSHOP.vocabulary, WORKSHOP.volumes)


@pytest.mark.parametrize("told", list(WORKSHOP.stories.values()), ids=lambda told: told.id)
def test_every_sample_comes_back_as_it_was(told: Story) -> None:
    again = READER.story(row_of(told), told.body)
    assert again == told
    assert again.body_line == told.body_line


def test_a_story_with_everything_in_it_comes_back() -> None:
    lists = load_vocabulary()
    former = next(ward for ward in lists.former_wards.values() if ward.district == "quan-long-bien")
    full = dataclasses.replace(
        story(volume=28),
        volume=WORKSHOP.volumes[28],
        place=Place(lists.districts["quan-long-bien"], former, lists.today_of(former)),
        aliases=("Út", "Bà “giếng”"),
        awards=(Award(next(iter(lists.awards.values())), "4512/QĐ-UBND", date(2022, 10, 10)),),
        movements=tuple(lists.movements.values())[:2],
        photos=(Photo("tap-28/a.jpg", "Bà", "Chú thích", "Lê An", portrait=True, consent=True),),
        verified=Approval("Phòng Nội vụ", date(2022, 9, 1)),
        approved=Approval("Hội đồng", None, "Số 1", "blake2b-0123456789abcdef"),
    )
    assert READER.story(row_of(full), full.body) == full


def test_a_row_holds_every_field_of_a_story_but_its_body() -> None:
    told = dataclasses.fields(Story)
    assert row_of(story()).count(",") >= len(told) - 2
    changed = {field.name for field in told if field.name != "body"}
    assert changed == {name for name in dir(story()) if name in changed}
