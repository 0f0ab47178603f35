import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from builder.cli import hoa
from builder.cli.check import REPORT
from builder.cli.clock import HANOI
from builder.cli.face import run
from builder.pipeline import ALL_RULES, FORMS
from tests.factory import make_root, story_text

BAD = story_text("Xin gọi bà Ðỗ, số 0912.345.678 nhé.\n", person="Lê An", title="Gọi", field="Y đức")
AN = "stories/tap-28/le-an.md"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    root = make_root(tmp_path, {"tap-28/do-thi-hoa.md": story_text(), "tap-28/le-an.md": BAD})
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("path", [AN, "stories/tap-28/do-thi-hoa.md"])
def test_every_form_ends_with_the_same_code(form: str, path: str, root: Path) -> None:
    assert run(hoa, ["check", path, "--format", form]) == (1 if path == AN else 0)
    assert root.is_dir()


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_a_form_for_machines_is_all_there_is_on_standard_output(form: str, root: Path, capsys: Capture) -> None:
    run(hoa, ["check", "--format", form, "--root", str(root)])
    assert json.loads(capsys.readouterr().out)


def test_what_is_written_to_a_file_is_what_would_be_printed(root: Path, capsys: Capture) -> None:
    run(hoa, ["check", "--format", "sarif"])
    printed = capsys.readouterr().out
    assert run(hoa, ["check", "--format", "sarif", "--out", "ra/ket-qua.sarif"]) == 1
    assert (root / "ra/ket-qua.sarif").read_text(encoding="utf-8") == printed
    assert "Báo cáo: ra/ket-qua.sarif" in capsys.readouterr().out


def test_the_page_goes_below_build_unless_told(root: Path, capsys: Capture) -> None:
    assert run(hoa, ["check", "--format", "html"]) == 1
    page = (root / "build" / REPORT).read_text(encoding="utf-8")
    assert ">Gọi</h2>" in page
    assert "Lê An" in page
    assert "<mark>0912.345.678</mark>" in page
    assert str(root / "build" / REPORT) in capsys.readouterr().out
    assert not (root / "build" / "site").exists()


def test_the_same_stock_gives_the_same_page(root: Path) -> None:
    pages = []
    for name in ("a.html", "b.html"):
        run(hoa, ["check", "--format", "html", "--out", name])
        pages.append((root / name).read_bytes())
    assert pages[0] == pages[1]


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_file_name_that_is_no_text_is_spelt_out(form: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "tom-tat.md"))
    (root / os.fsdecode(b"stories/tap-28/l\xff.md")).write_text(BAD, encoding="utf-8")
    assert run(hoa, ["check", "--format", form, "--out", "ra", "--fix"]) == 1
    assert re.search(r"l(\\udcff|%FF)\.md", (root / "ra").read_text(encoding="utf-8"))


def test_a_place_nobody_can_write_to_ends_with_3(root: Path, capsys: Capture) -> None:
    (root / "tep").write_text("", encoding="utf-8")
    assert run(hoa, ["check", "--format", "json", "--out", "tep/ra.json"]) == 3
    assert "Không ghi được tệp" in capsys.readouterr().err


def test_github_gets_the_full_list_where_it_asks_for_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    summary = root / "tom-tat.md"
    summary.write_text("Bước trước.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run(hoa, ["check", "--format", "json"])
    assert summary.read_text(encoding="utf-8") == "Bước trước.\n"
    assert run(hoa, ["check", "--format", "github"]) == 1
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Bước trước.\n## Kết quả soát: 3 lỗi")
    assert capsys.readouterr().out.count("::error ") == 3


def test_the_print_stage_weighs_more(root: Path, capsys: Capture) -> None:
    path = "stories/tap-28/do-thi-hoa.md"
    assert run(hoa, ["check", path]) == 0
    assert run(hoa, ["check", path, "--stage", "print"]) == 1
    assert "lỗi  Bài chưa được duyệt đăng" in capsys.readouterr().out
    assert root.is_dir()


def test_fixing_writes_what_is_certain_and_tells_what_is_left(root: Path, capsys: Capture) -> None:
    assert run(hoa, ["check", "--fix"]) == 1
    told = capsys.readouterr()
    assert f"Đã sửa 1 tệp: {AN}." in told.err
    assert "privacy/phone" in told.out
    assert "text/lookalike" not in told.out
    after = (root / AN).read_text(encoding="utf-8")
    assert after == BAD.replace("Ð", "Đ").replace("Y đức", "y-duc")
    run(hoa, ["check", "--fix"])
    assert not capsys.readouterr().err
    assert (root / AN).read_text(encoding="utf-8") == after


def test_the_report_offers_to_fix_what_it_can(root: Path, capsys: Capture) -> None:
    run(hoa, ["check"])
    assert "Máy sửa được 2 chỗ" in capsys.readouterr().out
    run(hoa, ["check", "--fix"])
    assert "Máy sửa được" not in capsys.readouterr().out
    assert root.is_dir()


def test_only_the_files_asked_for_are_fixed(root: Path) -> None:
    before = (root / AN).read_bytes()
    run(hoa, ["check", "stories/tap-28/do-thi-hoa.md", "--fix"])
    assert (root / AN).read_bytes() == before


def test_guesses_are_used_only_when_asked_for(root: Path) -> None:
    (root / AN).write_text(BAD.replace("title:", "titel:"), encoding="utf-8")
    run(hoa, ["check", "--fix"])
    assert "titel:" in (root / AN).read_text(encoding="utf-8")
    run(hoa, ["check", "--fix-all"])
    assert "titel:" not in (root / AN).read_text(encoding="utf-8")


def test_a_difference_writes_nothing_and_can_be_applied(root: Path, capsys: Capture) -> None:
    before = (root / AN).read_bytes()
    assert run(hoa, ["check", "--fix", "--diff"]) == 1
    patch = capsys.readouterr().out
    assert (root / AN).read_bytes() == before
    subprocess.run(["git", "apply", "-"], input=patch.encode(), cwd=root, check=True)
    applied = (root / AN).read_bytes()
    (root / AN).write_bytes(before)
    run(hoa, ["check", "--fix"])
    assert (root / AN).read_bytes() == applied


def test_a_difference_alone_is_a_wrong_command(root: Path, capsys: Capture) -> None:
    assert run(hoa, ["check", "--diff"]) == 2
    assert "--fix" in capsys.readouterr().err
    assert root.is_dir()


@pytest.mark.parametrize(("until", "rule"), [("2000-01-01", "suppression/expired"), ("2999-01-01", "")])
def test_a_suppression_runs_out_by_the_clock(until: str, rule: str, root: Path, capsys: Capture) -> None:
    entry = f"{{rule: privacy/phone, path: 'stories/*', reason: Số trực ban, who: Ban biên tập, until: {until}}}"
    (root / "stories/bo-qua.yml").write_text(f"suppressions: [{entry}]\n", encoding="utf-8")
    run(hoa, ["check", "--format", "json"])
    rules = {row["rule"] for row in json.loads(capsys.readouterr().out)}
    assert ("privacy/phone" in rules) == bool(rule)
    assert {found for found in rules if found.startswith("suppression/")} == ({rule} if rule else set())


def test_the_day_is_the_one_in_hanoi() -> None:
    assert HANOI.utcoffset(None).total_seconds() == 7 * 3600


def test_the_whole_root_may_be_named(root: Path, capsys: Capture) -> None:
    assert run(hoa, ["check", "."]) == 1
    assert "privacy/phone" in capsys.readouterr().out
    assert root.is_dir()


@pytest.mark.parametrize("rule", sorted(ALL_RULES))
def test_every_rule_can_be_explained(rule: str, root: Path, capsys: Capture) -> None:
    assert run(hoa, ["explain", rule, "--root", str(root)]) == 0
    assert rule in capsys.readouterr().out


def test_the_list_of_rules_has_them_all(root: Path, capsys: Capture) -> None:
    assert run(hoa, ["explain", "--root", str(root)]) == 0
    shown = capsys.readouterr().out
    assert all(f"{rule}  " in shown for rule in ALL_RULES)


def test_fixing_takes_the_place_out_of_a_photo_and_leaves_its_pixels(root: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (21.0, 2.0, 0.5), 3: "E", 4: (105.0, 51.0, 1.0)})
    photo = root / "assets" / "photos" / "tap-28" / "x.jpg"
    photo.parent.mkdir(parents=True)
    Image.new("RGB", (1600, 1200), "#2f6b4f").save(photo, exif=exif)
    pixels = decoded(photo)
    entry = "photos:\n  - {file: tap-28/x.jpg, alt: Bà Hoà múc nước bên giếng đầu ngõ}\n"
    story = root / "stories" / "tap-28" / "le-an.md"
    story.write_text(story_text(person="Lê An", title="Ảnh").replace("---\n\n", f"{entry}---\n\n"), encoding="utf-8")
    assert "photo/location" in {row["rule"] for row in found(root)}
    run(hoa, ["check", "--fix", "--root", str(root)])
    assert "photo/location" not in {row["rule"] for row in found(root)}
    assert decoded(photo) == pixels
    assert b"GPS" not in photo.read_bytes()
    assert b"Exif" not in photo.read_bytes()


def decoded(path: Path) -> bytes:
    with Image.open(path) as image:
        return image.tobytes()


def found(root: Path) -> list[dict[str, str]]:
    target = root / "found.json"
    run(hoa, ["check", "--format", "json", "--out", str(target), "--root", str(root)])
    rows: list[dict[str, str]] = json.loads(target.read_text(encoding="utf-8"))
    return rows
