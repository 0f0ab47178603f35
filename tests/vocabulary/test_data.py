"""The files agree with themselves, with each other and with what the sources count."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from builder.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
DATA = files("builder.vocabulary") / "data"
LAST_DAY = date(2025, 6, 30)


def slug(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in decomposed if not unicodedata.combining(c))))


def test_counts() -> None:
    assert len(VOCABULARY.award_levels) == 5
    assert len(VOCABULARY.awards) == 25
    assert len(VOCABULARY.fields) == 12
    assert len(VOCABULARY.movements) == 12
    assert len(VOCABULARY.unit_kinds) == 12
    assert len(VOCABULARY.districts) == 33
    assert len(VOCABULARY.districts_on(LAST_DAY)) == 30
    assert Counter(ward.kind for ward in VOCABULARY.wards.values()) == {"phường": 51, "xã": 75}
    assert len(VOCABULARY.former_wards) == 526


def test_pairs_of_former_and_present_wards() -> None:
    extents = [s.extent for former in VOCABULARY.former_wards.values() for s in former.successors]
    assert Counter(extents) == {"whole": 327, "part": 407, "area_only": 61}


@pytest.mark.parametrize("name", [entry.name for entry in DATA.iterdir()])
def test_every_file_is_in_composed_form(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


@pytest.mark.parametrize("listed", ["fields", "award_levels", "movements", "unit_kinds"])
def test_terms_are_ranked_in_file_order_and_sourced(listed: str) -> None:
    terms = getattr(VOCABULARY, listed)
    assert [term.rank for term in terms.values()] == list(range(1, len(terms) + 1))
    assert all(code == term.code == slug(code) for code, term in terms.items())
    assert all(term.label and term.source for term in terms.values())
    assert len({slug(term.label) for term in terms.values()}) == len(terms)


def test_levels_run_from_the_state_down_to_the_unit() -> None:
    assert list(VOCABULARY.award_levels) == ["nha-nuoc", "thanh-pho", "quan-huyen", "xa-phuong", "co-so"]


def test_awards_have_a_level_a_recipient_and_a_source() -> None:
    without_level = set(VOCABULARY.awards) - set(VOCABULARY.levels_of_awards)
    assert without_level == {"chua-khen"}
    recipients = {"ca-nhan", "tap-the", "ho-gia-dinh", "tac-gia"}
    for code, award in VOCABULARY.awards.items():
        assert award.given_to
        assert set(award.given_to) <= recipients
        assert award.source
        assert award.confidence in {"high", "medium", "n/a"}
        assert award.grantor or code in without_level


def test_place_codes_carry_the_kind() -> None:
    labels = {district.label: district.code for district in VOCABULARY.districts.values()}
    labels |= {ward.label: ward.code for ward in VOCABULARY.wards.values()}
    labels |= {former.label: former.code for former in VOCABULARY.former_wards.values()}
    assert all(code == slug(label) for label, code in labels.items())


def test_districts_refer_to_districts_and_follow_one_another() -> None:
    for district in VOCABULARY.districts.values():
        assert set(district.predecessors) <= set(VOCABULARY.districts)
        assert not (district.predecessors and district.origin)
        assert district.source
        assert district.confidence in {"high", "medium"}
        assert district.valid_from <= district.works_from <= district.works_until
        assert district.valid_from < district.valid_to <= district.works_until <= LAST_DAY
        for code in district.predecessors:
            assert VOCABULARY.districts[code].valid_from < district.valid_from
            assert VOCABULARY.districts[code].works_until.year >= district.valid_from.year


def test_wards_refer_to_the_last_districts() -> None:
    last = {district.code for district in VOCABULARY.districts_on(LAST_DAY)}
    for ward in VOCABULARY.wards.values():
        assert set(ward.former_districts) <= last
        assert ward.main_former_district == ward.former_districts[0]
    assert {ward.main_former_district for ward in VOCABULARY.wards.values()} == last
    assert {former.district for former in VOCABULARY.former_wards.values()} == last


def test_wards_stand_in_the_order_of_their_numbers_one_a_clause() -> None:
    numbers = [ward.number for ward in VOCABULARY.wards.values()]
    assert numbers == sorted(set(numbers))
    assert {int(ward.clause) for ward in VOCABULARY.wards.values()} == set(range(1, 127))


def test_main_former_district_is_that_of_the_part_whose_number_the_ward_inherited() -> None:
    district_of = {former.number: former.district for former in VOCABULARY.former_wards.values()}
    assert len(district_of) == 526
    assert all(district_of[ward.number] == ward.main_former_district for ward in VOCABULARY.wards.values())


def test_former_districts_are_those_whose_people_came() -> None:
    came: dict[str, set[str]] = {code: set() for code in VOCABULARY.wards}
    for former in VOCABULARY.former_wards.values():
        for step in former.successors:
            if step.extent != "area_only":
                came[step.ward].add(former.district)
    assert came == {code: set(ward.former_districts) for code, ward in VOCABULARY.wards.items()}


def test_a_former_ward_is_taken_in_whole_once_or_divided() -> None:
    for (district, code), former in VOCABULARY.former_wards.items():
        extents = Counter(step.extent for step in former.successors)
        assert (district, code) == (former.district, former.code)
        assert extents["whole"] + min(extents["part"], 1) == 1
        assert len({step.ward for step in former.successors}) == len(former.successors)


def test_most_district_names_live_on_as_wards() -> None:
    living = {slug(ward.name) for ward in VOCABULARY.wards.values()}
    gone = {d.code for d in VOCABULARY.districts_on(LAST_DAY) if slug(d.name) not in living}
    assert gone == {"quan-bac-tu-liem", "quan-nam-tu-liem"}


def test_fourteen_former_labels_occur_twice() -> None:
    labels = Counter(former.label for former in VOCABULARY.former_wards.values())
    assert Counter(labels.values()) == {1: 498, 2: 14}
    assert labels["phường Minh Khai"] == 2
