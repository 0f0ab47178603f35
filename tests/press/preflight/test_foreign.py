"""Files that other programs made: what is lawful in them passes, what leads somewhere is found."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String
from PIL import Image

from builder.press.preflight.complaints import all_told, told
from builder.press.preflight.demand import Profile
from builder.press.preflight.examine import examine
from builder.press.preflight.gallery import jpeg_damage
from builder.press.preflight.names import readable, spelled
from tests.press.preflight.making import DEMAND, good, picture, saved, spoiled


def test_an_intent_of_the_shop_s_own_needs_no_register(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        intent = pdf.Root.OutputIntents[0]
        del intent.RegistryName
        intent.OutputConditionIdentifier = String("Custom")

    path = tmp_path / "own.pdf"
    path.write_bytes(spoiled(change))
    assert examine(path, DEMAND).flaws == ()


def test_the_newer_kind_may_say_everything_in_its_metadata(tmp_path: Path) -> None:
    with Pdf.open(io.BytesIO(good())) as pdf:
        del pdf.trailer.Info
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as held:
            held["dc:title"] = "Sách thử"
            held["xmp:CreateDate"] = held["xmp:ModifyDate"] = "2024-01-01T00:00:00+07:00"
            held["pdf:Trapped"] = "False"
            held["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] = "PDF/X-4"
        made = saved(pdf, force_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    path = tmp_path / "newer.pdf"
    path.write_bytes(made)
    assert examine(path, replace(DEMAND, profile=Profile.X4)).flaws == ()
    assert "tự nhận là “PDF/X-4”" in " ".join(flaw.message for flaw in examine(path, DEMAND).flaws)


def test_the_newer_kind_must_carry_its_profile(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        del pdf.Root.OutputIntents[0].DestOutputProfile

    path = tmp_path / "bare.pdf"
    path.write_bytes(spoiled(change))
    flaws = examine(path, replace(DEMAND, profile=Profile.X4)).flaws
    assert [flaw.severity.value for flaw in flaws if flaw.check == "pdf/intent-profile"] == ["error"]


def _by_tree(pdf: Pdf, place: Array) -> Object:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("ba"), place])))
    return String("ba")


def _by_dictionary(pdf: Pdf, place: Array) -> Object:
    pdf.Root.Dests = Dictionary(ba=Dictionary(D=place))
    return Name("/ba")


@pytest.mark.parametrize("naming", [_by_tree, _by_dictionary])
def test_a_line_of_the_outline_leads_by_name(naming: object, tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        name = naming(pdf, Array([pdf.pages[2].obj, Name.Fit]))  # type: ignore[operator]
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Chương\nba", action=Dictionary(S=Name.GoTo, D=name)))

    path = tmp_path / "named.pdf"
    path.write_bytes(spoiled(change))
    seen = examine(path, DEMAND)
    assert (seen.flaws, seen.outline[-1].title, seen.outline[-1].page) == ((), "Chương ba", 2)


def test_a_raster_that_would_fill_the_memory_is_not_made(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[2].obj.UserUnit = 100

    path = tmp_path / "large.pdf"
    path.write_bytes(spoiled(change))
    told_of = {(flaw.check, flaw.page) for flaw in examine(path, DEMAND).flaws}
    assert told_of == {("pdf/user-unit", 2), ("pdf/raster", 2)}


def test_a_page_without_an_area_is_named(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[2].obj.MediaBox = Array([0, 0, 0, 0])

    path = tmp_path / "flat.pdf"
    path.write_bytes(spoiled(change))
    flaws = examine(path, DEMAND).flaws
    assert ("pdf/raster", 2) in {(flaw.check, flaw.page) for flaw in flaws}


@pytest.mark.parametrize("progressive", [False, True])
def test_a_sound_photo_is_no_fault(progressive: bool) -> None:  # noqa: FBT001  # a parameter of pytest's
    target = io.BytesIO()
    Image.effect_noise((40, 30), 50).convert("CMYK").save(target, "JPEG", progressive=progressive)
    data = target.getvalue()
    assert jpeg_damage(data, (40, 30), 4) == jpeg_damage(data + b"\0\0after", (40, 30), 4) == ""


@given(st.integers(0, len(picture()) - 3))
def test_a_photo_cut_anywhere_is_told(end: int) -> None:
    assert jpeg_damage(picture()[:end], (300, 200), 1) != ""


@given(st.binary())
def test_no_photo_is_too_broken_to_look_at(data: bytes) -> None:
    assert jpeg_damage(b"\xff\xd8" + data, (3, 2), 1) is not None


def test_names_of_other_scripts_are_found_among_keys_and_shown_plainly() -> None:
    name, held = Object.parse(b"/#CB#CE"), Object.parse(b"<</#CB#CE 1>>")
    assert held[spelled(name)] == 1
    assert readable(spelled(name)) == "/??"
    assert spelled(Dictionary()) == ""


@pytest.mark.parametrize(
    ("sentence", "ours"),
    [
        ("a.pdf: Attempting to reconstruct cross-reference table", "bảng vị trí các mục (xref) sai, phải dò cả tệp"),
        ("xref.pdf (object 19 0, offset 7): kid 3 MediaBox is undefined", "có trang không ghi khổ giấy (MediaBox)"),
        ("**** Error: Couldn't get page info.", "cây trang hỏng"),
        ("a.pdf (offset 9): Something nobody heard of.", "máy báo “Something nobody heard of”"),
    ],
)
def test_complaints_are_told_in_our_words(sentence: str, ours: str) -> None:
    assert told(sentence) == ours
    assert all_told([sentence, sentence]) == (ours,)
