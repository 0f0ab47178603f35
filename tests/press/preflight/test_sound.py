"""Files that are unusual and sound: the gate lets them through."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from builder.model import BuilderError
from builder.press.preflight.demand import Demand, Profile
from builder.press.preflight.examine import examine
from tests.press.preflight.making import BLACK, BLEED, DEMAND, HEIGHT, WIDTH, draw, good, line, saved, spoiled


def checks(data: bytes, folder: Path, demand: Demand = DEMAND) -> list[str]:
    path = folder / "file.pdf"
    path.write_bytes(data)
    return [flaw.check for flaw in examine(path, demand).flaws]


def paints(content: bytes, **resources: dict[str, object]) -> Callable[[Pdf], None]:
    return lambda pdf: draw(pdf, 2, content, **resources)


def plate(name: str) -> Array:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0] * 4), C1=Array([0, 0, 0, 1]))
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, tint])


SOUND = {
    "black plate by name": paints(b"/K cs 1 scn 100 100 50 50 re f", ColorSpace={"K": plate("Black")}),
    "rich black in a large title": paints(line(30, b"0.4 0.3 0.3 1 k ", text="Giếng")),
    "small corners": paints(b"0 0 0 1 k 100 100 m 100.2 100 l 100.2 100.2 l 100 100.2 l f"),
    "a curve with a straight foot": paints(b"0 0 0 1 k 100 100 m 200 100 l 190 140 110 140 100 100 c f"),
    "white hairline": paints(b"0 0 0 0 K 0.1 w 100 100 m 200 100 l S"),
    "invisible screen text": paints(b"3 Tr " + line(4, b"1 0 0 rg ")),
    "colour set and not used": paints(b"1 0 0 rg 0 1 0 RG " + line()),
    "saved and given back": paints(b"q 1 0 0 rg Q " + line(colour=b"")),
    "too many restores": paints(b"Q Q " + line()),
    "black that overprints": paints(
        BLACK + b"/S gs 100 100 50 50 re f", ExtGState={"S": Dictionary(op=True, OP=True, OPM=1)}
    ),
    "fully opaque state": paints(
        b"/S gs " + line(), ExtGState={"S": Dictionary(ca=1, CA=1, BM=Name.Normal, SMask=Name("/None"))}
    ),
    "one pixel as a tint": paints(b"q 90 0 0 90 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"),
    "art that runs into the bleed": paints(b"0 0 0 0.3 k 0 100 60 60 re f"),
    "slanted art that runs into the bleed": paints(b"0 0 0 0.3 k 0 100 m 60 160 l 60 200 l 0 140 l f"),
    "registration marks off the page": paints(
        b"/A CS 1 SCN 0.5 w 2 0 m 2 6 l S", ColorSpace={"A": plate("All")}
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND.keys())
def test_sound_content_passes(change: Callable[[Pdf], None], tmp_path: Path) -> None:
    assert checks(spoiled(change), tmp_path) == []


def test_what_is_inherited_counts(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pages = pdf.Root.Pages
        pages.MediaBox, pages.Resources = pdf.pages[0].obj.MediaBox, pdf.pages[0].obj.Resources
        del pdf.pages[0].obj.MediaBox, pdf.pages[0].obj.Resources

    assert checks(spoiled(change), tmp_path) == []


def test_a_form_without_resources_takes_those_of_the_page(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        form = Stream(pdf, line(), Subtype=Name.Form, BBox=Array([0, 0, 400, 400]))
        draw(pdf, 2, b"/F Do", XObject={"F": pdf.make_indirect(form)})

    assert checks(spoiled(change), tmp_path) == []


def test_what_is_told_in_advance_passes(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.make_indirect(Stream(pdf, b""))
        draw(pdf, 2, b"/P cs 1 scn 100 100 50 50 re f", ColorSpace={"P": plate("Vàng kim")})

    data = spoiled(change)
    assert set(checks(data, tmp_path)) == {"pdf/blank", "pdf/spot"}
    assert checks(data, tmp_path, replace(DEMAND, blanks=frozenset({2}), spots=("Vàng kim",))) == []


def test_a_link_off_the_sheet_may_stay(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([-90, 50, -50, 70]))
        pdf.pages[2].obj.Annots = Array([pdf.make_indirect(mark)])

    assert checks(spoiled(change), tmp_path) == []


def newer(data: bytes) -> bytes:
    """The good file as PDF/X-4."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as held:
            held["dc:title"] = "Sách thử"
            held["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] = "PDF/X-4"
        return saved(pdf, force_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.generate)


def test_a_good_file_of_the_newer_kind_passes_with_what_it_may_hold(tmp_path: Path) -> None:
    demand = replace(DEMAND, profile=Profile.X4)
    state: dict[str, object] = {"S": Dictionary(ca=0.5, BM=Name.Multiply)}
    seen_through = newer(spoiled(paints(b"/S gs 0 0 0 0.5 k 100 100 50 50 re f", ExtGState=state)))
    assert checks(newer(good()), tmp_path, demand) == []
    assert checks(seen_through, tmp_path, demand) == []
    assert set(checks(good(), tmp_path, demand)) == {"pdf/x-identifier", "pdf/xmp"}


def test_without_pdf_x_neither_claim_nor_intent_is_asked_for(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        del pdf.Root.OutputIntents, pdf.trailer.Info

    assert checks(spoiled(change), tmp_path, replace(DEMAND, profile=Profile.NONE)) == []


def test_a_bleed_larger_than_asked_for_passes(tmp_path: Path) -> None:
    def change(pdf: Pdf) -> None:
        side = 10
        for page in pdf.pages:
            page.obj.MediaBox = page.obj.BleedBox = Array([0, 0, WIDTH + 2 * side, HEIGHT + 2 * side])
            left = BLEED.pt + side
            page.obj.TrimBox = Array([left, left, WIDTH + 2 * side - left, HEIGHT + 2 * side - left])
        del pdf.pages[1]  # its ground was made for the smaller sheet

    assert checks(spoiled(change), tmp_path, replace(DEMAND, multiple=3)) == []


def test_without_ghostscript_the_workshop_is_at_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BuilderError, match="ghostscript"):
        checks(good(), tmp_path)
