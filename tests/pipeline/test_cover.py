"""Covers as files, looked at by witnesses with no part in making them: poppler, Ghostscript, a reader of bar codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from builder.model import Binding, BuilderError, Cover, Imprint, Length, PrintSpec
from builder.pipeline.bookwork import book_kit
from builder.pipeline.cover import MadeCover, address_of, make_cover
from builder.pipeline.preflight import demand_of, preflight
from builder.pipeline.workshop import Workshop, load, read_editions
from builder.workspace import find_root
from tests.book.making import plan_of, stories
from tests.factory import REPOSITORY, make_root, story_text
from tests.press.making import Memory, share_above
from tests.press.printing import run

MM = 72 / 25.4
ADDRESS = "https://nhung-bong-hoa-dep.example/sach/sach-thu/"
SPEC = PrintSpec(paper_gsm=80, paper_bulk=1.25)
LICENSED = Imprint("non-commercial", publisher="UBND quận Long Biên", licence="12/GP-SVHTT", year=2023)
EDITION = """\
title: Những bông hoa đẹp
kind: special
select: {volumes: [28]}
imprint: {regime: publisher, isbn: 978-604-55-9560-2}
print: {paper_gsm: 80, paper_bulk: 1.25}
"""


@dataclass(frozen=True)
class Bound:
    """A cover, also as a file."""

    made: MadeCover
    path: Path

    @property
    def text(self) -> str:
        """Its words, with plain spaces."""
        return run("pdftotext", "-layout", self.path, "-").replace("\u00a0", " ")


def house(folder: Path, edition: str = EDITION) -> Workshop:
    """A root with one story and one book."""
    root = make_root(folder, {"tap-28/do-thi-hoa.md": story_text()})
    (root / "editions" / "sach-thu").mkdir()
    (root / "editions" / "sach-thu" / "edition.yml").write_text(edition, encoding="utf-8")
    return load(find_root(root))


def cover(folder: Path, pages: int = 400, edition: str = EDITION, **changes: Any) -> Bound:
    """The cover of a book of three stories."""
    values: dict[str, Any] = {"print": SPEC, "cover": Cover(url=ADDRESS)} | changes
    workshop = house(folder, edition)
    made = make_cover(workshop, plan_of(*stories(3), **values), pages, book_kit(workshop.root, Memory()))
    path = folder / "sach-thu-cover.pdf"
    path.write_bytes(made.pdf)
    return Bound(made, path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Bound:
    """A publisher's cover with bars, QR code and words on its spine."""
    return cover(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def licensed(tmp_path_factory: pytest.TempPathFactory) -> Bound:
    """A licensed document, stapled, with crop and fold marks."""
    spec = replace(SPEC, binding=Binding.STAPLED, marks=True)
    told = EDITION.replace("{paper_gsm", "{binding: ghim, marks: true, paper_gsm")
    return cover(tmp_path_factory.mktemp("licensed"), 48, told, imprint=LICENSED, cover=Cover(), print=spec)


def test_bars_and_qr_code_are_read_by_a_reader(whole: Bound, tmp_path: Path) -> None:
    run("pdftoppm", "-r", 300, "-gray", "-singlefile", whole.path, tmp_path / "seen")
    told = run("zbarimg", "-q", "--nodbus", tmp_path / "seen.pgm").split()
    assert sorted(told) == ["EAN-13:9786045595602", f"QR-Code:{ADDRESS}"]


BARS_MM = (100.0, 166.0, 130.0, 180.0)
"""Within the bars of the code, from the upper left corner of the sheet with its bleed."""
SPINE_MM = (148.5, 10.0, 168.0, 200.0)


def test_bars_are_black_ink_on_bare_paper(whole: Bound, tmp_path: Path) -> None:
    plates = separated(whole.path, tmp_path)
    assert 0.3 < inked(plates["Black"], BARS_MM) < 0.7
    assert all(inked(plates[name], BARS_MM) == 0 for name in ("Cyan", "Magenta", "Yellow"))


def test_words_are_black_alone_but_for_the_accent(whole: Bound) -> None:
    with pikepdf.Pdf.open(whole.path) as pdf:
        painted = {tuple(map(float, step.operands)) for step in steps(pdf, "k", "sc", "scn") if len(step.operands) == 4}
        assert not list(steps(pdf, "rg", "RG", "g", "G", "sh"))
    blacks = {inks for inks in painted if inks[3] > 0.85}
    assert blacks == {(0, 0, 0, 1)}


def steps(pdf: pikepdf.Pdf, *operators: str) -> list[Any]:
    """The steps of a page and its forms with certain operators."""
    page = pdf.pages[0]
    forms = [form for _, form in page.resources.get("/XObject", pikepdf.Dictionary()).items()]
    streams: list[Any] = [page, *forms]
    parsed = (step for stream in streams for step in pikepdf.parse_content_stream(stream))
    return [step for step in parsed if str(step.operator) in operators]


def test_the_accent_lies_over_the_spine_and_reaches_round_it(whole: Bound, tmp_path: Path) -> None:
    plates = separated(whole.path, tmp_path)
    assert inked(plates["Magenta"], SPINE_MM) > 0.9
    assert inked(plates["Magenta"], (145.0, 100.0, 148.0, 200.0)) == 1
    assert inked(plates["Magenta"], (168.8, 100.0, 172.0, 200.0)) == 1


def test_ink_reaches_the_edge_of_the_bleed_and_holds_the_limit(whole: Bound, tmp_path: Path) -> None:
    run(
        "gs",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=tiff32nc",
        "-r72",
        f"-sOutputFile={tmp_path / 'a.tif'}",
        whole.path,
    )
    with Image.open(tmp_path / "a.tif") as image:
        assert share_above(image, 300) == 0
        wide, high = image.size
        for corner in ((0, 0), (wide - 1, 0), (0, high - 1), (wide - 1, high - 1)):
            assert image.getpixel(corner) != (0, 0, 0, 0)


def separated(path: Path, folder: Path) -> dict[str, Path]:
    """The plates of a page at 300 dots an inch."""
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", "-r300", f"-sOutputFile={folder / 'page.tif'}", path)
    return {name: folder / f"page({name}).tif" for name in ("Cyan", "Magenta", "Yellow", "Black")}


def inked(plate: Path, box: tuple[float, ...]) -> float:
    """The share of a box (mm) on which a plate lays any ink."""
    with Image.open(plate) as image:
        left, top, right, bottom = (round(side / 25.4 * 300) for side in box)
        held = image.convert("L").crop((left, top, right, bottom)).histogram()
    return sum(held[:250]) / sum(held)


def boxes(path: Path) -> dict[str, list[float]]:
    """The boxes of the page in points."""
    told = run("pdfinfo", "-box", path)
    return {m[1]: [float(side) for side in m[2].split()] for m in re.finditer(r"(\w+)Box: +([\d. ]+)", told)}


def test_the_sheet_is_trimmed_to_back_spine_and_front(whole: Bound) -> None:
    found = boxes(whole.path)
    assert whole.made.spine == Length(20.8)
    assert found["Trim"] == pytest.approx([3 * MM, 3 * MM, (3 + 310.8) * MM, 208 * MM], abs=0.01)
    assert found["Bleed"] == found["Media"] == pytest.approx([0, 0, 316.8 * MM, 211 * MM], abs=0.01)


def test_nothing_is_left_off_a_cover_that_knows_all(whole: Bound) -> None:
    assert whole.made.messages == ()
    for told in ("Những bông hoa đẹp · Tập 28", "Sách không bán", "ISBN 978-604-55-9560-2", "9 786045 595602"):
        assert told in whole.text


def test_a_licensed_document_names_its_licence_and_is_not_for_sale(licensed: Bound) -> None:
    assert "Giấy phép xuất bản số: 12/GP-SVHTT" in licensed.text
    assert licensed.text.count("Xuất bản phẩm không bán") == 1
    assert "ISBN" not in licensed.text


def test_a_stapled_sheet_has_crop_marks_and_one_fold(licensed: Bound, tmp_path: Path) -> None:
    found = boxes(licensed.path)
    assert licensed.made.spine == Length(0)
    assert found["Trim"] == pytest.approx([10 * MM, 10 * MM, 300 * MM, 215 * MM], abs=0.01)
    plates = separated(licensed.path, tmp_path)
    for plate in plates.values():
        assert 0.1 < inked(plate, (154.9, 2.5, 155.1, 6.5)) < 0.95
        assert inked(plate, (100.0, 2.5, 150.0, 6.5)) == 0


def test_a_thin_book_has_no_words_on_its_spine_and_says_so(tmp_path: Path) -> None:
    thin = cover(tmp_path, 64)
    assert thin.made.messages == ("Gáy rộng 4 mm, hẹp hơn 4,5 mm: bỏ chữ trên gáy.",)
    assert "Những bông hoa đẹp · Tập 28" not in thin.text


def test_two_builds_are_the_same_bytes(tmp_path: Path, whole: Bound) -> None:
    assert cover(tmp_path).made.pdf == whole.made.pdf


@pytest.mark.parametrize(("name", "pages"), [("whole", 400), ("licensed", 48)])
def test_preflight_finds_nothing(name: str, pages: int, request: pytest.FixtureRequest) -> None:
    bound: Bound = request.getfixturevalue(name)
    bound.path.with_name("sach-thu-interior.json").write_text(f'{{"pages": {pages}}}', encoding="utf-8")
    demand = demand_of(find_root(bound.path), "sach-thu", bound.path)
    report = preflight(bound.path, demand, lambda _, __: None, ours=True)
    assert [note.message for note in report.notes] == []


def test_preflight_asks_of_a_cover_the_size_its_interior_gives_it(tmp_path: Path) -> None:
    root = house(tmp_path).root
    file = tmp_path / "sach-thu-cover.pdf"
    with pytest.raises(BuilderError, match="dày bao nhiêu trang"):
        demand_of(root, "sach-thu", file)
    made = root.build / "books" / "sach-thu" / "sach-thu-interior.json"
    made.parent.mkdir(parents=True)
    made.write_text('{"pages": 400}', encoding="utf-8")
    demand = demand_of(root, "sach-thu", file)
    assert demand.trim is not None
    assert (demand.trim.width, demand.multiple) == (Length(310.8), 1)
    file.with_name("sach-thu-interior.json").write_text('{"pages": 200}', encoding="utf-8")
    nearer = demand_of(root, "sach-thu", file).trim
    assert nearer is not None
    assert nearer.width == Length(300.8)
    file.with_name("sach-thu-interior.json").write_text("[]", encoding="utf-8")
    with pytest.raises(BuilderError, match="không đọc được"):
        demand_of(root, "sach-thu", file)
    interior = demand_of(root, "sach-thu", tmp_path / "sach-thu-interior.pdf").trim
    assert interior is not None
    assert interior.width == Length(145)


def test_the_address_is_the_edition_s_own_or_its_place_on_the_site(tmp_path: Path) -> None:
    root = house(tmp_path).root
    plan = plan_of(*stories(1))
    (tmp_path / "mkdocs.yml").write_text('site_url: ""\nplugins: [{hoa: {stage: !ENV [HOA_STAGE, web]}}]\n')
    assert address_of(root, plan) == ""
    (tmp_path / "mkdocs.yml").write_text("site_url: https://a.example/hoa\n")
    assert address_of(root, plan) == "https://a.example/hoa/sach/sach-thu/"
    assert address_of(root, plan_of(*stories(1), cover=Cover(url=ADDRESS))) == ADDRESS


@pytest.mark.parametrize("edition", ["tap-28", "tap-29", "long-bien-20-nam"])
def test_the_sample_books_tell_the_paper_and_their_own_words(edition: str) -> None:
    read = read_editions(find_root(REPOSITORY))[edition].edition
    assert read is not None
    assert read.cover.blurb
    assert read.print.paper_gsm == 80
