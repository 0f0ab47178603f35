"""Rules on photos that look into the files: what they say, and when they say nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book import PageGeometry, PhotoFile
from builder.book.pictures import figure, portrait
from builder.manuscript import read
from builder.model import Finding, Length, Photo, Severity, Trim, Volume
from builder.model.length import MM_PER_INCH
from builder.model.picture import (
    Device,
    PictureFacts,
    Trouble,
    TroubleKind,
    slot_for,
)
from builder.rules import Copy, check_copy, make_copy
from builder.rules.photo_traces import telling
from builder.vocabulary import Vocabulary

FILE = "tap-28/do-thi-hoa-1.jpg"
GOOD = PictureFacts(1800, 1200, "JPEG", "RGB", size_bytes=400_000, digest="a1")
PAGE = PageGeometry(Trim(Length(145), Length(205)), Length(3))

Write = Callable[..., str]
View = Callable[..., Copy]
Look = Callable[..., dict[str, Finding]]


@pytest.fixture
def view(vocabulary: Vocabulary, volumes: Mapping[int, Volume], write: Write) -> View:
    """A story with one photo, with more lines on it and more fields after it."""

    def view(facts: PictureFacts | None, more: str = "", extra: str = "", file: str = FILE) -> Copy:
        photos = f"photos:\n  - file: {file}\n    alt: Bà Hoa đứng trên bến\n{more}"
        manuscript = read("stories/tap-28/do-thi-hoa.md", write(extra=photos + extra).encode())
        return make_copy(manuscript, vocabulary, volumes, frozenset({file}), {file: facts} if facts else {})

    return view


@pytest.fixture
def look(view: View) -> Look:
    """The photo findings on such a story, by rule."""

    def look(*args: object, **options: object) -> dict[str, Finding]:
        found = [finding for finding in check_copy(view(*args, **options)) if finding.rule.startswith("photo/")]
        assert len({finding.rule for finding in found}) == len(found)
        return {finding.rule: finding for finding in found}

    return look


def met(kind: TroubleKind, detail: str = "") -> PictureFacts:
    return replace(GOOD, trouble=Trouble(kind, detail))


def test_nothing_is_said_of_a_good_photo_nor_of_one_not_looked_into(look: Look) -> None:
    assert look(GOOD) == {}
    assert look(None) == {}


@pytest.mark.parametrize("kind", TroubleKind)
def test_a_file_in_trouble_gets_one_error_and_no_other_word(look: Look, kind: TroubleKind) -> None:
    facts = replace(met(kind, "PNG"), width_px=100, height_px=100, mode="CMYK", has_gps=True, device=Device(serial="1"))
    (finding,) = look(facts).values()
    assert finding.severity is Severity.ERROR
    assert finding.rule == ("photo/too-large" if kind is TroubleKind.TOO_LARGE else "photo/unreadable")
    assert "{" not in finding.message + finding.hint
    assert finding.hint


@pytest.mark.parametrize(
    ("facts", "message", "hint"),
    [
        (met(TroubleKind.EMPTY), "Tệp ảnh “tap-28/do-thi-hoa-1.jpg” trống, không có gì bên trong.", "Chép lại"),
        (met(TroubleKind.DISGUISED, "PNG"), "thật ra là tệp PNG, không phải .jpg.", "Đổi đuôi tệp thành .png"),
        (met(TroubleKind.DISGUISED, "HEIC"), "thật ra là tệp HEIC, không phải .jpg.", "lưu lại (xuất) dạng JPEG"),
        (met(TroubleKind.UNSUPPORTED, "TIFF"), "thuộc dạng TIFF; bộ sách chỉ dùng ảnh JPEG và PNG.", "dạng JPEG"),
        (
            replace(met(TroubleKind.TOO_MANY_PIXELS), width_px=30_000, height_px=30_000),
            "có 30.000 × 30.000 điểm ảnh, quá 100 triệu điểm.",
            "4.000",
        ),
    ],
)
def test_what_is_said_of_files(look: Look, facts: PictureFacts, message: str, hint: str) -> None:
    finding = look(facts)["photo/unreadable"]
    assert finding.message.endswith(message)
    assert hint in finding.hint


def test_the_weight_of_a_file_is_told_in_megabytes(look: Look) -> None:
    facts = replace(met(TroubleKind.TOO_LARGE), size_bytes=25_480_000)
    assert look(facts)["photo/too-large"].message == "Ảnh “tap-28/do-thi-hoa-1.jpg” nặng 24,3 MB, quá 20 MB."


@pytest.mark.parametrize(
    ("size", "more", "rule", "said"),
    [
        ((1000, 667), "", "photo/resolution", "Ảnh in rộng 10,9 cm chỉ đạt 233 ppi (cần 300)."),
        ((640, 427), "", "photo/too-small", "Ảnh in rộng 10,9 cm chỉ đạt 149 ppi (cần 300)."),
        ((600, 800), "", "photo/resolution", "Ảnh in rộng 6,9 cm chỉ đạt 222 ppi (cần 300)."),
        (
            (450, 600),
            "    portrait: true\n    consent: true\n",
            "photo/resolution",
            "Ảnh in rộng 4,4 cm chỉ đạt 257 ppi (cần 300).",
        ),
    ],
)
def test_sharpness_is_that_of_the_printed_size(
    look: Look, size: tuple[int, int], more: str, rule: str, said: str
) -> None:
    found = look(replace(GOOD, width_px=size[0], height_px=size[1]), more)
    assert [(name, f.message, f.severity) for name, f in found.items()] == [(rule, said, Severity.WARNING)]


def test_the_pixels_asked_for_are_enough(look: Look) -> None:
    hint = look(replace(GOOD, width_px=1000, height_px=667))["photo/resolution"].hint
    assert hint == "Xin ảnh gốc rộng ít nhất 1.288 điểm ảnh; ảnh này rộng 1.000."
    assert look(replace(GOOD, width_px=1288, height_px=859)) == {}


@given(st.integers(1, 9000), st.integers(1, 9000))
def test_the_slots_are_those_of_the_book(width: int, height: int) -> None:
    for place in (portrait, figure):
        picture = place(Photo("a.jpg", "ảnh"), PhotoFile("a.jpg", b"", width, height), PAGE)
        filling = slot_for(width, height, portrait=place is portrait).printed_width(width, height)
        smallest = Length(width * MM_PER_INCH / 150)  # a tiny photo stands smaller than its slot
        assert min(filling.mm, smallest.mm) == pytest.approx(picture.size[0].mm, abs=0.1)


@pytest.mark.parametrize(
    ("mode", "severity"), [("CMYK", Severity.WARNING), ("I;16", Severity.ERROR), ("F", Severity.ERROR)]
)
def test_colours_the_book_cannot_print_are_errors(look: Look, mode: str, severity: Severity) -> None:
    found = look(replace(GOOD, mode=mode))
    assert {name: finding.severity for name, finding in found.items()} == {"photo/colour": severity}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_colours_all_can_show(look: Look, mode: str) -> None:
    assert look(replace(GOOD, mode=mode)) == {}


def test_findings_do_not_repeat_what_the_file_betrays(look: Look) -> None:
    device = Device("Canon", "Canon EOS R6", "SERIAL-77", "Trần Bình")
    found = look(replace(GOOD, has_gps=True, device=device))
    assert set(found) == {"photo/location", "photo/device"}
    assert found["photo/device"].message == (
        "Ảnh “tap-28/do-thi-hoa-1.jpg” còn ghi số máy và tên người chụp hoặc chủ máy (máy Canon EOS R6)."
    )
    for finding in found.values():
        assert finding.severity is Severity.WARNING
        assert "hoa check --fix" in finding.hint
        assert "SERIAL-77" not in finding.message + finding.hint
        assert "Bình" not in finding.message + finding.hint


@pytest.mark.parametrize(
    ("facts", "more", "rules"),
    [
        (replace(GOOD, has_gps=True), "", {"photo/location"}),
        (replace(GOOD, device=Device(serial="1")), "", {"photo/device"}),
        (replace(GOOD, device=Device(author="Lê An")), "", {"photo/device"}),
        (replace(GOOD, device=Device(author="Lê An")), "    credit: 'Ảnh: LÊ AN'\n", set()),
        (replace(GOOD, device=Device("Canon", "EOS")), "", set()),
        (replace(met(TroubleKind.DAMAGED), has_gps=True), "", {"photo/unreadable"}),
    ],
)
def test_who_and_where(look: Look, facts: PictureFacts, more: str, rules: set[str]) -> None:
    assert set(look(facts, more)) == rules


@pytest.mark.parametrize(
    ("facts", "there"),
    [
        (replace(GOOD, has_gps=True), True),
        (replace(GOOD, device=Device(author="Lê An")), True),
        (replace(met(TroubleKind.DAMAGED), has_gps=True), False),
        (GOOD, False),
    ],
)
def test_what_is_to_be_stripped_is_what_the_rules_speak_of(view: View, facts: PictureFacts, *, there: bool) -> None:
    assert telling(view(facts)) == (frozenset({FILE}) if there else frozenset())


def test_a_child_outweighs_a_portrait(look: Look) -> None:
    found = look(GOOD, "    portrait: true\n    minor: true\n")
    assert [(name, finding.severity) for name, finding in found.items()] == [("photo/minor-consent", Severity.WARNING)]


@pytest.mark.parametrize("more", ["    consent: chưa\n    minor: true\n", "    minor: có\n    portrait: true\n"])
def test_a_flag_that_cannot_be_read_is_left_to_the_schema(look: Look, more: str) -> None:
    assert "photo/minor-consent" not in look(GOOD, more)


def test_samples_need_no_consent_for_portraits_but_for_children(look: Look) -> None:
    assert look(GOOD, "    portrait: true\n", "sample: true\n") == {}
    assert set(look(GOOD, "    minor: true\n", "sample: true\n")) == {"photo/minor-consent"}


def test_a_file_declared_twice_is_looked_at_once(look: Look) -> None:
    again = f"  - file: {FILE}\n    alt: Bà Hoa đứng trên bến đò\n"
    found = look(replace(GOOD, has_gps=True), again)
    assert set(found) == {"photo/location", "photo/duplicate-file"}


def test_a_path_out_of_the_folder_gets_its_own_finding_alone(look: Look) -> None:
    assert set(look(None, file="../../etc/passwd")) == {"photo/path"}
