from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.manuscript import StoryHeader, fields_of
from builder.model import Finding
from builder.rules.schema_rules import list_of
from builder.vocabulary import Vocabulary

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def test_a_clean_story_gives_no_finding(check: Check, write: Write) -> None:
    assert check(write()) == ()


def test_five_planted_faults_give_five_findings_each_at_its_place(check: Check, write: Write) -> None:
    body = "Sáng nào bà Hoa cũng ra bến.\n" * 60 + "Ai cần thì gọi 0912.345.678 nhé.\n"
    text = write(title=None, district="quan-long-bin", extra="written_on: 20/5/2022\nchuc_vu: Lái đò\n", body=body)
    assert [(f.rule, f.span.line, f.span.column) for f in check(text)] == [
        ("header/missing", 2, 1),
        ("header/vocabulary", 4, 11),
        ("header/value", 10, 13),
        ("header/unknown-key", 11, 1),
        ("privacy/phone", 74, 16),
    ]


def test_an_unknown_key_that_must_be_the_missing_one_is_one_finding(check: Check, write: Write) -> None:
    (finding,) = check(write(person=None, extra="persn: Đỗ Thị Hoa\n"))
    assert finding.rule == "header/unknown-key"
    assert finding.fix is not None
    assert finding.fix.replacement == "person"


@pytest.mark.parametrize(("key", "meant"), [("Nhân vật", "person"), ("tieu-de", None), ("award-level", "award_level")])
def test_labels_and_near_misses_are_recognised(key: str, meant: str | None, check: Check, write: Write) -> None:
    fields = {meant: None} if meant else {}
    finding = next(f for f in check(write(extra=f"{key}: x\n", **fields)) if f.rule == "header/unknown-key")
    assert (finding.fix.replacement if finding.fix else None) == meant


def test_a_key_that_is_there_already_is_not_proposed_again(check: Check, write: Write) -> None:
    (finding,) = check(write(extra="persn: Đỗ Thị Hoa\n"))
    assert finding.fix is None


def test_of_ten_thousand_unknown_keys_twenty_are_told(check: Check, write: Write) -> None:
    findings = check(write(extra="".join(f"la{n}: x\n" for n in range(10_000))))
    assert len(findings) == 21
    assert findings[-1].message == "Còn 9980 mục lạ nữa."


def test_of_thousands_of_unknown_codes_twenty_are_told(check: Check, write: Write) -> None:
    findings = check(write(extra=f"movements: [{'la, ' * 5000}la]\n"))
    assert len(findings) == 21
    assert findings[-1].message == "Còn 4981 chỗ nữa như thế."


@pytest.mark.parametrize(
    ("extra", "replacement"),
    [
        ("written_on: 20/5/2025\n", "2025-05-20"),
        ("written_on: 20.5.2025\n", "2025-05-20"),
        ("written_on: ngày 20 tháng 5 năm 2025\n", "2025-05-20"),
        ("written_on: 2025-5-20\n", "2025-05-20"),
        ("written_on: 2025/05/20\n", "2025-05-20"),
        ("written_on: tháng 5\n", None),
        ("written_on: 2025-02-29\n", None),
        ("author: 1975\n", '"1975"'),
        ("author: true\n", '"true"'),
        ("sample: có\n", "true"),
        ("sample: chưa\n", "false"),
        ("sample: chắc thế\n", None),
        ("movements: vi-nguoi-ngheo, an-toan-thuc-pham\n", "[vi-nguoi-ngheo, an-toan-thuc-pham]"),
        ("aliases: {a: b}\n", None),
        ("awards: [huan-chuong]\n", None),
        ("verified: có\n", None),
        ("author: |\n  Lê An\n  Bùi Bình\nsample: true\n", None),
    ],
)
def test_a_value_of_the_wrong_form_is_written_anew_where_its_meaning_is_sure(
    extra: str, replacement: str | None, check: Check, write: Write
) -> None:
    (finding,) = check(write(extra=extra))
    assert finding.rule == "header/value"
    assert (finding.fix.replacement if finding.fix else None) == replacement
    assert finding.hint.startswith("Cần ")


@pytest.mark.parametrize(
    ("extra", "hint"),
    [
        (
            "photos: [{file: a.jpg, alt: Bà Hoa đứng trên bến}" + ", {file: a.jpg, alt: Bà Hoa trên bến}" * 40 + "]\n",
            "40",
        ),
        (f"author: {'a' * 301}\n", "300"),
        ("aliases: ['']\n", "không để trống"),
    ],
)
def test_limits_are_told(extra: str, hint: str, check: Check, write: Write) -> None:
    finding = next(f for f in check(write(extra=extra)) if f.rule == "header/value")
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("fields", "proposed"),
    [
        ({"field": "Người tốt, việc tốt"}, ("nguoi-tot-viec-tot", True)),
        ({"field": "“người tốt, việc tốt”"}, ("nguoi-tot-viec-tot", True)),
        ({"award_level": "CẤP THÀNH PHỐ"}, ("thanh-pho", True)),
        ({"award_level": "thanh pho"}, ("thanh-pho", False)),
        ({"district": "Quận Long Biên"}, ("quan-long-bien", True)),
        ({"district": "Long Biên"}, ("quan-long-bien", False)),
        ({"extra": "subject: Tập thể\n"}, ("tap-the", True)),
        ({"extra": "status: Đã rút\n"}, ("withdrawn", True)),
        ({"extra": "ward: Phường Bồ Đề\n"}, ("phuong-bo-de", True)),
        ({"extra": "awards:\n  - award: Bằng khen của Thủ tướng Chính phủ\n"}, ("bang-khen-thu-tuong", True)),
    ],
)
def test_a_label_stands_for_its_code(
    fields: dict[str, str], proposed: tuple[str, bool], check: Check, write: Write
) -> None:
    finding = next(f for f in check(write(**fields)) if f.rule == "header/vocabulary")
    assert finding.fix is not None
    assert (finding.fix.replacement, finding.fix.safe) == proposed


def test_codes_that_begin_alike_are_offered(check: Check, write: Write) -> None:
    (finding,) = check(write(extra="awards: [{award: bang-khen}]\n"))
    assert "bang-khen-thu-tuong" in finding.hint
    assert "bang-khen-chu-tich-tp" in finding.hint
    assert "huan-chuong" not in finding.hint


def test_a_short_list_is_shown_whole(check: Check, write: Write, vocabulary: Vocabulary) -> None:
    (finding,) = check(write(field="xyz"))
    assert all(code in finding.hint for code in vocabulary.fields)


def test_the_rules_know_every_list_the_schema_names(vocabulary: Vocabulary) -> None:
    extras = [info.json_schema_extra for info in fields_of(StoryHeader).values()]
    names = {str(extra["vocabulary"]) for extra in extras if isinstance(extra, dict) and "vocabulary" in extra}
    assert all(list_of(vocabulary, name) for name in names - {"wards"})


def test_a_fault_in_one_field_does_not_hide_what_is_wrong_with_another(check: Check, write: Write) -> None:
    rules = {f.rule for f in check(write(title=None, volume="27", district="quan-x", extra="photos: [{file: /a}]\n"))}
    assert rules == {"header/missing", "header/vocabulary", "volume/year", "name/file", "photo/path"}
