from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from builder.manuscript import EditionFile
from builder.model import Finding, Severity, Volume
from builder.rules import check_edition
from builder.vocabulary import Vocabulary

Reader = Callable[..., EditionFile]
Checker = Callable[..., tuple[Finding, ...]]

BOOK = """\
title: Những bông hoa đẹp
kind: anniversary
unit: Quận Long Biên
occasion: {name: ngày thành lập quận, anchor: 2003-11-06, on: 2023-11-06}
select: {districts: [quan-long-bien], years: 2003-2023}
front: [half-title, title, imprint, loi-noi-dau, contents]
back: [persons, units, colophon]
imprint: {regime: non-commercial, publisher: UBND quận Long Biên, licence: 12/GP, print_run: 300, printer: In Sông Hồng,
  deposit: quý IV, year: 2023, price: Sách không bán, credits: [{role: Trưởng ban biên soạn, name: Lê Văn An}]}
approval: {by: Ban Tuyên giáo Quận ủy, on: 2023-10-10, text_hash: blake2b-0f1e2d3c4b5a6978}
"""


@pytest.fixture
def check(edition: Reader, vocabulary: Vocabulary, volumes: Mapping[int, Volume]) -> Checker:
    def check(text: str | bytes, texts: tuple[str, ...] = ("loi-noi-dau",)) -> tuple[Finding, ...]:
        return check_edition(edition(text, texts), vocabulary, ("tap-28/do-thi-hoa",), volumes)

    return check


def test_a_clean_edition_gives_no_finding(check: Checker) -> None:
    assert check(BOOK) == ()


@pytest.mark.parametrize(
    ("old", "new", "rule", "replacement"),
    [
        ("title:", "titel:", "edition/unknown-key", "title"),
        ("districts:", "distrits:", "edition/unknown-key", "districts"),
        ("2003-11-06,", "6/11/2003,", "edition/value", "2003-11-06"),
        ("2003-2023", "từ 2003", "edition/value", None),
        ("anniversary", "Sách kỷ niệm", "edition/vocabulary", "anniversary"),
        ("quan-long-bien", "Long Biên", "edition/vocabulary", "quan-long-bien"),
        ("persons,", "person,", "edition/part", "persons"),
        ("half-title", "half-titel", "edition/part", "half-title"),
        ("loi-noi-dau", "loi-tua", "edition/text-missing", None),
        ("regime: non-commercial, ", "", "edition/missing", None),
        ("occasion:", "sample: false\nx_:", "edition/unknown-key", None),
    ],
)
def test_one_finding_a_slip(old: str, new: str, rule: str, replacement: str | None, check: Checker) -> None:
    text = BOOK.replace(old, new, 1)
    (finding,) = check(text)
    assert finding.rule == rule
    assert (finding.fix.replacement if finding.fix else None) == replacement
    line = text.split("\n")[finding.span.line - 1]
    assert rule == "edition/missing" or new.rstrip(":,").split()[-1] in line


def test_a_ward_a_level_and_a_story_may_be_chosen_by_their_codes(check: Checker) -> None:
    chosen = "districts: [phuong-bo-de, huyen-gia-lam], awards: [thanh-pho, huan-chuong], ids: [tap-28/do-thi-hoa]"
    assert check(BOOK.replace("districts: [quan-long-bien]", chosen)) == ()


def test_an_anniversary_needs_its_occasion_and_a_volume_its_number(check: Checker) -> None:
    lines = [line for line in BOOK.split("\n") if not line.startswith("occasion")]
    for text, key in (("\n".join(lines), "occasion"), (BOOK.replace("anniversary", "volume"), "volume")):
        (finding,) = check(text)
        assert (finding.rule, finding.span.line) == ("edition/missing", 2)
        assert f"({key})" in finding.message


def test_every_gap_of_the_imprint_page_is_a_note_with_the_article_of_the_law(check: Checker) -> None:
    licence, run = check(BOOK.replace("licence: 12/GP, print_run: 300, ", ""))
    assert {(found.rule, found.severity) for found in (licence, run)} == {("edition/imprint", Severity.INFO)}
    assert "số giấy phép xuất bản (imprint.licence)" in licence.message
    assert "số lượng in (imprint.print_run)" in run.message
    assert all("Luật Xuất bản 19/2012/QH13, Điều 27" in found.message for found in (licence, run))


def test_a_sample_has_no_papers_and_one_note_tells_which(check: Checker) -> None:
    (finding,) = check(BOOK.replace("licence: 12/GP, print_run: 300, ", "") + "sample: true\n")
    assert (finding.rule, finding.severity) == ("edition/imprint-sample", Severity.INFO)
    assert "số giấy phép xuất bản và số lượng in" in finding.message
    assert "Điều 27" in finding.message


def test_a_publisher_s_book_names_its_people_and_numbers(check: Checker) -> None:
    found = check(BOOK.replace("non-commercial", "publisher"))
    told = " ".join(finding.message for finding in found)
    for label in ("biên tập viên", "sửa bản in", "số xác nhận đăng ký", "số quyết định", "ISBN (imprint.isbn)"):
        assert label in told
    assert "Thông tư 05/2016/TT-BTTTT" in told
    assert "giấy phép" not in told


@pytest.mark.parametrize(
    ("isbn", "why"),
    [
        ("978-604-55-9560-7", "tính ra phải là 2"),
        ("978-604-55-9560", "đúng 13 chữ số"),
        ("977-604-55-9560-2", "978 hoặc 979"),
        ("978-604-55-956O-2", "đúng 13 chữ số"),
    ],
)
def test_a_wrong_isbn_is_an_error_that_says_why(isbn: str, why: str, check: Checker) -> None:
    (finding,) = check(BOOK.replace("print_run:", f"isbn: {isbn}, print_run:"))
    assert (finding.rule, finding.severity) == ("edition/isbn", Severity.ERROR)
    assert why in finding.message


@pytest.mark.parametrize("data", [b"", b"- a\n", b"title: a: b\n", b"\xff\xfe", b"a: &x b\n", b"title: \xe9\n"])
def test_an_unreadable_edition_gives_one_finding(data: bytes, check: Checker) -> None:
    (finding,) = check(data)
    assert (finding.rule, finding.severity) == ("edition/file", Severity.ERROR)


def test_an_unquoted_colon_is_quoted(check: Checker) -> None:
    (finding,) = check(BOOK.replace("Những bông hoa đẹp", "Hoa: tập một"))
    assert finding.fix is not None
    assert finding.fix.replacement == '"Hoa: tập một"'


def test_harmless_faults_are_told_with_the_rest(check: Checker) -> None:
    findings = check(b"\xef\xbb\xbf" + BOOK.replace("\n", "\r\n").encode() + b"sample: no\r\n")
    assert [(f.rule, f.severity) for f in findings] == [
        ("edition/file", Severity.WARNING),
        ("edition/file", Severity.WARNING),
        ("edition/file", Severity.ERROR),
    ]


def test_without_the_register_volumes_are_not_judged(edition: Reader, vocabulary: Vocabulary) -> None:
    read = edition(BOOK.replace("districts: [quan-long-bien]", "volumes: [99]"), ("loi-noi-dau",))
    assert check_edition(read, vocabulary, ()) == ()
