import dataclasses
from typing import Any

import pytest

from builder.model import Length, Photo, Place, Span
from builder.vocabulary import load_vocabulary
from tests.factory import story


def test_a_length_knows_its_points() -> None:
    assert Length(25.4).pt == pytest.approx(72)
    assert Length.from_pt(72).mm == pytest.approx(25.4)
    assert Length(145).css == "145mm"


def test_a_span_never_ends_before_it_starts() -> None:
    assert Span(3, 5) == Span(3, 5, 3, 5)


def test_a_place_reads_from_small_to_large() -> None:
    vocabulary = load_vocabulary()
    ward = vocabulary.former_wards["quan-long-bien", "phuong-bo-de"]
    assert Place(vocabulary.districts["quan-long-bien"], ward).label == "phường Bồ Đề, quận Long Biên"


def test_a_former_ward_that_was_split_has_no_sole_successor() -> None:
    vocabulary = load_vocabulary()
    assert vocabulary.former_wards["quan-long-bien", "phuong-thach-ban"].sole_successor is None
    assert vocabulary.former_wards["quan-long-bien", "phuong-ngoc-lam"].sole_successor == "phuong-bo-de"


def test_land_without_people_does_not_split_a_ward() -> None:
    vocabulary = load_vocabulary()
    assert vocabulary.former_wards["quan-long-bien", "phuong-bo-de"].sole_successor == "phuong-bo-de"


@pytest.mark.parametrize(
    ("changes", "sample", "shown"),
    [
        ({}, False, True),
        ({"portrait": True}, False, False),
        ({"portrait": True}, True, True),
        ({"minor": True}, False, False),
        ({"minor": True}, True, False),
        ({"portrait": True, "minor": True}, True, False),
        ({"portrait": True, "consent": True}, False, True),
        ({"minor": True, "consent": True}, False, True),
    ],
)
def test_who_is_in_a_photo_must_have_agreed(
    changes: dict[str, Any],
    sample: bool,  # noqa: FBT001  # a case
    shown: bool,  # noqa: FBT001  # a case
) -> None:
    photo = Photo("x.jpg", "Bà cười bên giếng", **changes)
    assert (photo in dataclasses.replace(story(sample=sample), photos=(photo,)).shown_photos) is shown


def test_the_month_of_writing_chooses_the_flower() -> None:
    assert story(written_on="2022-06-01").month == 6
    assert story().month is None
