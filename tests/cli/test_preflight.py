from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from pikepdf import Pdf

from builder.cli import hoa
from builder.cli.face import run
from builder.press.inspect import identity
from tests.factory import REPOSITORY
from tests.press.preflight.making import draw, good, spoiled

ASKED = ["--trim", "145x205", "--multiple", "4", "--fonts", "Literata"]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of ours with a screen-coloured line on its third page."""

    def change(pdf: Pdf) -> None:
        draw(pdf, 2, b"1 0 0 RG 100 100 m 200 200 l S")

    path = tmp_path / "tap-28-interior.pdf"
    path.write_bytes(spoiled(change))
    return path


def preflight(path: Path, *arguments: str) -> int:
    return run(hoa, ["preflight", str(path), *arguments, "--root", str(REPOSITORY)])


def test_a_good_file_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(good())
    assert preflight(path, *ASKED) == 0
    assert "In được: không có lỗi." in capsys.readouterr().out


def test_a_spoilt_file_ends_with_1_and_names_page_folio_and_part(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preflight(book, *ASKED) == 1
    shown = capsys.readouterr().out
    assert "trang 3 (ghi số 2), “Giếng nước”" in shown
    assert "[pdf/vector-rgb]" in shown


def write_map(book: Path, known: str, how: str = "sha256") -> None:
    held = {"folios": {"tap-28/a": 1, "tap-28/b": 3}, "titles": {"tap-28/b": "Bến sông"}, how: known}
    book.with_suffix(".json").write_text(json.dumps(held), encoding="utf-8")


def test_the_edition_tells_what_to_ask_and_its_map_the_story(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_map(book, hashlib.sha256(book.read_bytes()).hexdigest())
    assert preflight(book, "--edition", "tap-28", "--multiple", "4", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["asked"]["Khổ thành phẩm"] == "145 × 205 mm"
    (found,) = told["findings"]
    assert (found["page"], found["folio"], found["story_id"], found["story"]) == (3, "2", "tap-28/b", "Bến sông")


def test_a_proof_and_its_map_know_each_other_by_the_identity_the_file_names(book: Path) -> None:
    write_map(book, identity(book), "id")
    assert preflight(book, "--edition", "tap-28", "--multiple", "4") == 1


@pytest.mark.parametrize("how", ["sha256", "id"])
def test_a_map_of_another_file_is_refused(how: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_map(book, "0" * 64, how)
    assert preflight(book, "--edition", "tap-28") == 3
    assert "là của một tệp PDF khác" in capsys.readouterr().err


def test_a_broken_map_is_refused(book: Path) -> None:
    book.with_suffix(".json").write_text("[]", encoding="utf-8")
    assert preflight(book, "--edition", "tap-28") == 3


def test_the_report_can_be_a_page(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = book.with_name("report.html")
    assert preflight(book, *ASKED, "--format", "html", "--out", str(out)) == 1
    assert "Chưa in được: 1 lỗi" in capsys.readouterr().out
    assert "<h1>tap-28-interior.pdf</h1>" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "wrong", [["--trim", "to"], ["--blanks", "2-"], ["--tac", "900"], ["--profile", "x9"], ["--bleed", "-1"]]
)
def test_wrong_wishes_end_with_2(wrong: list[str], book: Path) -> None:
    assert preflight(book, *wrong) == 2


def test_an_unknown_edition_and_a_missing_file(book: Path) -> None:
    assert preflight(book, "--edition", "tap-99") == 3
    assert preflight(book.with_name("gone.pdf")) == 2


def test_without_ghostscript_it_ends_with_3(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert preflight(book, *ASKED) == 3
    assert "apt-get install ghostscript" in capsys.readouterr().err


def test_a_file_is_examined_outside_of_any_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(good())
    monkeypatch.chdir(tmp_path)
    assert run(hoa, ["preflight", str(path), *ASKED]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--trim", "0x0"], "mỗi cạnh từ 10 đến 2000 mm"),
        (["--blanks", "5-2"], "ghi số trang"),
        (["--blanks", "0"], "ghi số trang"),
        (["--tac", "50"], "nằm ngoài khoảng"),
        (["--profile", "x9"], "không phải một trong"),
    ],
)
def test_slips_of_the_keys_are_told(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(good())
    assert preflight(path, *arguments) == 2
    assert words in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_in_vietnamese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert preflight(tmp_path / "khong-co.pdf") == 2
    assert "không có “" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.pdf"
    path.write_bytes(good())
    assert preflight(path, *ASKED, "--out", str(path / "x.txt")) == 3
    assert "Không ghi được báo cáo" in capsys.readouterr().err
