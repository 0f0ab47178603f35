"""From what an editor typed to the code meant."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Term
from builder.vocabulary import load_vocabulary, match_label, suggest

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "listed", "code"),
    [
        ("Thành phố", "award_levels", "thanh-pho"),
        ("cấp nhà nước", "award_levels", "nha-nuoc"),
        ("Quận", "award_levels", "quan-huyen"),
        ("Quận Long Biên", "districts", "quan-long-bien"),
        ("long bien", "districts", "quan-long-bien"),
        ("Q. Long Biên", "districts", "quan-long-bien"),
        ("quan-long-bein", "districts", "quan-long-bien"),
        ("huyen-long-bien", "districts", "quan-long-bien"),
        ("quận Ðống Đa", "districts", "quan-dong-da"),
        ("long bien", "wards", "phuong-long-bien"),
        ("xã Phương Liệt", "wards", "phuong-phuong-liet"),
        ("y-duk", "fields", "y-duc"),
        ("Nhân sỹ, trí thức", "fields", "nhan-si-tri-thuc"),
        ("Nông thôn mới", "fields", "nong-thon-moi"),
        ("Covid", "movements", "phong-chong-covid-19"),
        ("Bằng khen của Thủ tướng", "awards", "bang-khen-thu-tuong"),
        ("khí tượng thủy văn", "fields", None),
        ("", "fields", None),
        ("…", "fields", None),
    ],
)
def test_suggest(text: str, listed: str, code: str | None) -> None:
    assert suggest(text, getattr(VOCABULARY, listed)) == code


def test_suggest_among_the_wards_of_one_district() -> None:
    assert suggest("phuong-bode", VOCABULARY.former_wards_of("quan-long-bien")) == "phuong-bo-de"


def test_a_stretch_of_words_shared_by_several_entries_names_none_of_them() -> None:
    terms = {code: Term(code, label) for code, label in (("a", "Giải thưởng lớn mùa xuân"), ("b", "Giải thưởng nhỏ"))}
    assert suggest("thưởng", terms) is None
    assert suggest("mùa xuân", terms) == "a"


@pytest.mark.parametrize(
    "listed", ["fields", "award_levels", "movements", "unit_kinds", "awards", "districts", "wards"]
)
def test_every_code_and_label_leads_home(listed: str) -> None:
    entries = getattr(VOCABULARY, listed)
    for code, entry in entries.items():
        assert suggest(code, entries) == code
        assert suggest(entry.label, entries) == code
        assert match_label(entry.label, entries) == code


@given(st.sampled_from(sorted(VOCABULARY.districts)), st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_labels_match_in_any_case_and_normal_form(code: str, form: str, upper: bool) -> None:  # noqa: FBT001 -- drawn
    label = VOCABULARY.districts[code].label
    typed = unicodedata.normalize(form, label.upper() if upper else label)  # type: ignore[arg-type]  # a drawn str
    assert match_label(typed, VOCABULARY.districts) == code


@pytest.mark.parametrize("text", ["Long Biên", "quận", "", "quan-long"])
def test_less_than_a_label_is_no_match(text: str) -> None:
    assert match_label(text, VOCABULARY.districts) is None


def test_a_label_shared_by_two_entries_is_no_match() -> None:
    twins = {code: Term(code, label) for code, label in (("lang", "phường Láng"), ("lang-2", "phường Lạng"))}
    assert match_label("phường Láng", twins) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_the_answer_is_a_code_or_none(text: str) -> None:
    assert suggest(text, VOCABULARY.fields) in {None, *VOCABULARY.fields}
