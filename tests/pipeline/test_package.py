"""The package of a book: all its files, true to one another, or the last good ones."""

import hashlib
import io
import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from pikepdf import Pdf

from builder.edition import edition_hash
from builder.model import BuilderError
from builder.pipeline import Package, Stage, Workshop, load, make_package
from builder.press.archive_checks import archive_faults
from builder.workspace import find_root, one_at_a_time
from tests.factory import make_root, story_text

EDITION = """
title: Những bông hoa đẹp
subtitle: Quận Long Biên
kind: special
unit: Quận Long Biên
select: {volumes: [28]}
sections: none
summary: Hai chuyện về cái giếng đầu ngõ.
imprint: {regime: non-commercial, print_run: 1516, year: 2022}
print: {signature: 8, paper: Giấy ngà 80 g/m², contact: "Phòng Nội vụ, 024 3827 1234"}
"""
BODY = "Bà kể chuyện cái giếng, năm 1992 sâu 12 m, nước trong như mắt mèo.\n\n" * 40
STORIES = {
    "tap-28/do-thi-hoa.md": story_text(BODY),
    "tap-28/le-an.md": story_text(BODY.replace("giếng", "ao"), person="Lê An", title="Cái ao làng"),
}
ALL = (
    "cover.pdf", "interior.json", "interior.pdf", "job-ticket.json", "job-ticket.pdf", "licence-sheet.pdf",
    "preflight.html", "preflight.json", "screen.pdf",
)  # fmt: skip


def workshop(folder: Path, edition: str = EDITION) -> Workshop:
    """A book of two stories, approved as it stands."""
    root = folder if (folder / "mkdocs.yml").is_file() else make_root(folder, STORIES)
    path = root / "editions" / "thu" / "edition.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(edition, encoding="utf-8")
    held = load(find_root(root), stage=Stage.DRAFT)
    book = held.editions["thu"].edition
    assert book is not None
    approval = f"approval: {{by: Ban biên soạn, document: Văn bản 1, on: 2022-09-10, text_hash: {_hash(held)}}}\n"
    path.write_text(edition + approval, encoding="utf-8")
    return load(find_root(root))


def _hash(held: Workshop) -> str:
    book = held.editions["thu"].edition
    assert book is not None
    return edition_hash(book, held.library.stories)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return make_package(workshop(tmp_path_factory.mktemp("package")), "thu")


@pytest.fixture(scope="module")
def folder(made: Package) -> Path:
    return made.book.path.parent


def contents(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_file_is_there_and_told_and_nothing_else_is_left(made: Package, folder: Path) -> None:
    assert list(contents(folder)) == [f"thu-{end}" for end in ALL]
    assert {file.path.name for file in made.files} == set(contents(folder))
    assert [path.name for path in folder.parent.iterdir()] == ["thu"]
    assert made.passed
    assert made.verdicts[0].startswith("thu-interior.pdf: In được")
    assert made.verdicts[1].startswith("thu-cover.pdf: In được")
    assert any("ISBN" in note or "Gáy" in note for note in made.notes)
    assert any("Điều 27 Luật Xuất bản" in note and "editions/thu/edition.yml" in note for note in made.notes)


def test_the_ticket_tells_of_the_files_as_they_are(made: Package, folder: Path) -> None:
    ticket = json.loads((folder / "thu-job-ticket.json").read_text(encoding="utf-8"))
    assert [file["name"] for file in ticket["files"]] == ["thu-interior.pdf", "thu-cover.pdf"]
    for file in ticket["files"]:
        data = (folder / file["name"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        with Pdf.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) == file["pages"]
            left, bottom, right, top = (float(side) for side in pdf.pages[0].obj.TrimBox)
        sides = [(right - left) * 25.4 / 72, (top - bottom) * 25.4 / 72]
        assert file["trim_mm"] == pytest.approx(sides, abs=0.01)
    assert ticket["interior"]["pages"] == made.book.pages
    assert ticket["files"][1]["trim_mm"][0] == pytest.approx(2 * 145 + ticket["cover"]["spine_mm"])
    assert ticket["preflight"]["passed"]
    assert ticket["print_run"] == 1516


def test_the_paper_ticket_says_the_same_on_one_page(folder: Path) -> None:
    text = subprocess.run(["pdftotext", folder / "thu-job-ticket.pdf", "-"], capture_output=True, check=True).stdout
    told = re.sub(r"\s+", " ", text.decode())
    data = (folder / "thu-interior.pdf").read_bytes()
    assert hashlib.sha256(data).hexdigest() in told.replace(" ", "")
    for words in ("Phiếu đặt in", "1.516 bản", "Phòng Nội vụ, 024 3827 1234", "4/4", "4/0", "PDF/X-1a:2003", "FOGRA39"):
        assert words in told
    assert text.count(b"\f") == 1


def test_the_licence_sheet_is_made_for_what_is_not_sold(folder: Path) -> None:
    command = ["pdftotext", str(folder / "thu-licence-sheet.pdf"), "-"]
    told = re.sub(r"\s+", " ", subprocess.run(command, capture_output=True, check=True).stdout.decode())
    assert "Hai chuyện về cái giếng đầu ngõ." in told
    assert "Mẫu số 04, Nghị định 138/2025" in told
    assert "14,5 × 20,5 cm" in told


@pytest.mark.parametrize("end", ["screen.pdf", "job-ticket.pdf", "licence-sheet.pdf"])
def test_what_is_read_on_a_screen_is_fit_for_keeping(folder: Path, end: str) -> None:
    assert archive_faults((folder / f"thu-{end}").read_bytes()) == ()


def test_the_report_is_of_interior_and_cover(folder: Path) -> None:
    told = json.loads((folder / "thu-preflight.json").read_text(encoding="utf-8"))
    assert told["passed"]
    assert [file["file"] for file in told["files"]] == ["thu-interior.pdf", "thu-cover.pdf"]
    page = (folder / "thu-preflight.html").read_text(encoding="utf-8")
    assert page.count("<article>") == 2


def test_a_book_stands_beside_a_map_of_its_stories(made: Package, folder: Path) -> None:
    told = json.loads((folder / "thu-interior.json").read_text(encoding="utf-8"))
    assert told["titles"] == {"tap-28/do-thi-hoa": "Giếng nước đầu ngõ", "tap-28/le-an": "Cái ao làng"}
    assert told["pages"] == made.book.pages
    assert told["sha256"] == hashlib.sha256((folder / "thu-interior.pdf").read_bytes()).hexdigest()


def test_the_same_book_is_the_same_package(folder: Path, tmp_path: Path) -> None:
    again = make_package(workshop(tmp_path), "thu")
    assert contents(again.book.path.parent) == contents(folder)


def test_a_failed_build_leaves_the_last_package_as_it_was(
    made: Package, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    stock = load(find_root(folder))

    def no_ticket(*_: object) -> bytes:
        msg = "Máy in phiếu hỏng."
        raise BuilderError(msg, "Sửa máy.")

    monkeypatch.setattr("builder.pipeline.tickets.ticket_pdf", no_ticket)
    with pytest.raises(BuilderError, match="Máy in phiếu hỏng"):
        make_package(stock, "thu", variant="pdf/x-4")
    assert contents(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["thu"]
    assert made.book.path.is_file()


def test_another_package_takes_the_place_of_the_last_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "build" / "books" / "thu"
    target.mkdir(parents=True)
    for name in ("thu-licence-sheet.pdf", "thu-proof.pdf", "thu.epub"):
        (target / name).write_bytes(b"old")
    sold = EDITION.replace("regime: non-commercial", "regime: publisher")
    made = make_package(workshop(tmp_path, sold), "thu", variant="pdf/x-4")
    assert not (target / "thu-licence-sheet.pdf").exists()  # it was the last package's
    assert (target / "thu-proof.pdf").read_bytes() == (target / "thu.epub").read_bytes() == b"old"
    for end in ("interior", "cover"):
        with Pdf.open(target / f"thu-{end}.pdf") as pdf:
            assert str(pdf.docinfo.GTS_PDFXVersion) == "PDF/X-4"
    assert json.loads((target / "thu-job-ticket.json").read_text(encoding="utf-8"))["standard"] == "PDF/X-4"
    assert made.passed


def test_errors_before_print_are_told_and_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from builder.pipeline import preflight  # noqa: PLC0415 - what is replaced

    asked = preflight.demand_of
    monkeypatch.setattr(
        "builder.pipeline.preflight.demand_of", lambda *args: replace(asked(*args), ink_limit=10, multiple=1)
    )
    made = make_package(workshop(tmp_path), "thu")
    assert not made.passed
    assert any("Chưa in được" in line for line in made.verdicts)
    ticket = json.loads((made.book.path.parent / "thu-job-ticket.json").read_text(encoding="utf-8"))
    assert not ticket["preflight"]["passed"]
    assert "chưa in được" in ticket["preflight"]["verdict"]


def test_who_makes_the_same_book_waits_for_the_first(made: Package, folder: Path) -> None:
    before, stock, done = contents(folder), load(find_root(folder)), []
    second = Thread(target=lambda: done.append(make_package(stock, "thu")))
    with one_at_a_time(folder):
        second.start()
        second.join(0.5)
        assert second.is_alive()
        assert [path.name for path in folder.parent.iterdir()] == ["thu"]
    second.join(60)
    assert [package.verdicts for package in done] == [made.verdicts]
    assert contents(folder) == before
