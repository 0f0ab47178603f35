"""What a print shop looks at first: standard, inks, pictures, boxes, marks. Ghostscript separates, poppler lists."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from builder.book.front import PROOF_LINE
from builder.pipeline.bookwork import bind
from tests.press.making import Memory, condition, share_above
from tests.press.printing import Print, run, words

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
MM = 72 / 25.4


def plates(path: Path, folio: int, folder: Path, dpi: int = 72) -> dict[str, float]:
    """The heaviest ink (0 to 1) on each plate of a page, separated as a platesetter would."""
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{dpi}", f"-dFirstPage={folio}",
        f"-dLastPage={folio}", "-o", folder / "page.tif", path)  # fmt: skip
    found: dict[str, float] = {}
    for plate in PLATES:
        with Image.open(folder / f"page({plate}).tif") as image:
            least, _ = image.convert("L").getextrema()
            assert isinstance(least, int)
            found[plate] = 1 - least / 255
    return found


def xmp(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The properties of the packet by their local names, with their namespace's last word."""
    found = {}
    for description in ET.fromstring(pdf.Root.Metadata.read_bytes()).iter():  # noqa: S314 - our own file
        if description.tag.startswith("{http://") and description.text and description.text.strip():
            space, name = description.tag[1:].split("}")
            found[f"{space.rstrip('/').split('/')[-1]}:{name}"] = description.text
    return found


def test_the_book_is_pdf_x_1a(printed: Print) -> None:
    with pikepdf.Pdf.open(printed.path) as pdf:
        assert pdf.pdf_version == "1.4"
        assert pdf.docinfo.GTS_PDFXVersion == pdf.docinfo.GTS_PDFXConformance == "PDF/X-1a:2003"
        assert pdf.docinfo.Trapped == pikepdf.Name("/False")
        assert not [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Type") in
                    (pikepdf.Name.ObjStm, pikepdf.Name.XRef)]  # fmt: skip
        told = xmp(pdf)
    assert told["1.3:GTS_PDFXVersion"] == told["1.3:GTS_PDFXConformance"] == "PDF/X-1a:2003"
    assert b"\nxref\n" in printed.bound.pdf
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", printed.path)


def test_another_standard_is_declared_when_asked_for(marked_proof: Print) -> None:
    with pikepdf.Pdf.open(marked_proof.path) as pdf:
        assert pdf.pdf_version == "1.6"
        assert pdf.docinfo.GTS_PDFXVersion == "PDF/X-4"
        assert "/GTS_PDFXConformance" not in pdf.docinfo
        assert xmp(pdf)["id:GTS_PDFXVersion"] == "PDF/X-4"
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", marked_proof.path)


def test_information_and_metadata_say_the_same(printed: Print) -> None:
    with pikepdf.Pdf.open(printed.path) as pdf:
        info, told = pdf.docinfo, xmp(pdf)
        assert pdf.Root.Metadata.Subtype == pikepdf.Name.XML
        assert "/Filter" not in pdf.Root.Metadata
    assert (told["1.1:format"], told["1.3:Trapped"]) == ("application/pdf", "False")
    assert told["22-rdf-syntax-ns#:li"] in {str(info.Title), str(info.Author)}
    assert told["1.0:CreatorTool"] == info.Creator == "hoa"
    assert told["1.3:Producer"] == info.Producer
    assert told["1.0:CreateDate"] == told["1.0:ModifyDate"] == "2024-01-01T00:00:00+07:00"
    assert info.CreationDate == info.ModDate == "D:20240101000000+07'00'"


def test_the_output_intent_names_the_condition_and_carries_its_profile(printed: Print) -> None:
    with pikepdf.Pdf.open(printed.path) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == pikepdf.Name.GTS_PDFX
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        profile = intent.DestOutputProfile.read_bytes()
        assert intent.DestOutputProfile.N == 4
    assert profile == condition().profile
    assert ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space == "CMYK"


def test_the_id_follows_from_the_content(printed: Print, in_black: Print) -> None:
    with pikepdf.Pdf.open(printed.path) as one, pikepdf.Pdf.open(in_black.path) as other:
        assert len(bytes(one.trailer.ID[0])) == 16
        assert bytes(one.trailer.ID[1]) != bytes(other.trailer.ID[1])
        assert xmp(one)["mm:DocumentID"] == xmp(other)["mm:DocumentID"]
        assert xmp(one)["mm:InstanceID"] != xmp(other)["mm:InstanceID"]


def test_text_is_on_the_black_plate_alone(printed: Print, tmp_path: Path) -> None:
    found = plates(printed.path, printed.bound.folios["tap-28/bai-3"] + 1, tmp_path)
    assert found["Black"] > 0.9
    assert found["Cyan"] == found["Magenta"] == found["Yellow"] == 0


def test_photos_and_flowers_are_on_four_plates_and_hold_the_limit(printed: Print, tmp_path: Path) -> None:
    assert all(ink > 0.2 for ink in plates(printed.path, printed.bound.folios["tap-28/bai-4"], tmp_path).values())
    run("pdfimages", "-j", printed.path, tmp_path / "photo")
    jpegs = sorted(tmp_path.glob("photo*.jpg"))
    assert len(jpegs) == 3
    for jpeg in jpegs:
        with Image.open(jpeg) as image:
            assert image.mode == "CMYK"
            assert share_above(image, 300) <= 0.0001


def test_a_black_book_has_one_plate(in_black: Print, tmp_path: Path) -> None:
    inks = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov", "-r50", "-o", "-", in_black.path).splitlines()
    assert len(inks) == in_black.bound.pages
    for line in inks:
        cyan, magenta, yellow, black = (float(part) for part in line.split()[:4])
        assert cyan == magenta == yellow == 0
        assert black > 0
    assert plates(in_black.path, 2, tmp_path)["Black"] > 0.3
    rows = [line.split() for line in run("pdfimages", "-list", in_black.path).splitlines()[2:]]
    assert [row[5:9] for row in rows] == [["gray", "1", "8", "jpeg"]] * 3
    for operands in colours(in_black):
        assert operands[:3] == [0, 0, 0]


def colours(book: Print) -> list[list[float]]:
    """Every CMYK colour set anywhere in a book."""
    found = []
    with pikepdf.Pdf.open(book.path) as pdf:
        for page in pdf.pages:
            for step in pikepdf.parse_content_stream(page):
                operator = str(step.operator)
                assert operator not in {"rg", "RG", "g", "G"}
                if operator in {"k", "K", "scn", "SCN", "sc", "SC"}:
                    found.append([float(value) for value in step.operands])
    assert found
    return found


def test_all_pages_of_a_proof_say_so_in_black(marked_proof: Print, printed: Print) -> None:
    assert all(words(page).count(words(PROOF_LINE)) == 2 for page in marked_proof.pages)
    assert len(marked_proof.pages) == marked_proof.bound.pages
    assert not any(words(PROOF_LINE) in words(page) for page in printed.pages)
    where = run("pdftotext", "-bbox", "-f", 5, "-l", 5, marked_proof.path, "-")
    tops = [float(top) for top in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">KHÔNG<', where)]
    assert [10 < top / MM < 16.4 or 208 < top / MM < 215 for top in tops] == [True, True]


def test_marks_stand_off_the_trim_in_every_ink(marked_proof: Print, tmp_path: Path) -> None:
    told = run("pdfinfo", "-box", "-f", 1, "-l", 1, marked_proof.path)
    boxes = {m[1]: [float(side) for side in m[2].split()] for m in re.finditer(r"(\w+)Box: +([\d. ]+)", told)}
    assert boxes["Media"] == pytest.approx([0, 0, 165 * MM, 225 * MM], abs=0.01)
    assert boxes["Bleed"] == pytest.approx([7 * MM, 7 * MM, 158 * MM, 218 * MM], abs=0.01)
    assert boxes["Trim"] == pytest.approx([10 * MM, 10 * MM, 155 * MM, 215 * MM], abs=0.01)
    plates(marked_proof.path, 1, tmp_path, dpi=254)
    for plate in PLATES:
        with Image.open(tmp_path / f"page({plate}).tif") as image:
            # ten dots a millimetre: the mark left of the upper edge, which lies 10 mm below that of the sheet
            marks = image.convert("L").crop((0, 90, 90, 110)).point(lambda ink: 255 if ink < 128 else 0).getbbox()
            assert marks is not None
            assert marks[0] == pytest.approx(20, abs=1)
            assert marks[2] == pytest.approx(70, abs=1)
            assert marks[3] - marks[1] <= 2


def test_no_mark_and_no_wider_sheet_unless_asked_for(printed: Print) -> None:
    with pikepdf.Pdf.open(printed.path) as pdf:
        assert all("/ColorSpace" not in page.obj.Resources for page in pdf.pages)


@pytest.mark.parametrize("name", ["in_black", "marked_proof"])
def test_two_builds_are_the_same_bytes(name: str, request: pytest.FixtureRequest) -> None:
    book: Print = request.getfixturevalue(name)
    kit = book.kit
    again = bind(book.plan, type(kit)(**(vars(kit) | {"store": Memory()})), proof=name == "marked_proof")
    assert again.pdf == book.bound.pdf
