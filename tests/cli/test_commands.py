import json
from pathlib import Path

import click
import pytest

from builder.cli import hoa
from builder.cli.face import run
from builder.rules import RULES
from tests.factory import REPOSITORY, make_root, story_text

GUIDE = (REPOSITORY / "HUONG-DAN.md").read_text(encoding="utf-8")
ENGLISH = ("Usage", "Options", "Commands", "Show this message")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path, {"tap-28/do-thi-hoa.md": story_text()})


@pytest.mark.parametrize("name", sorted(hoa.commands))
def test_every_command_stands_in_the_editors_guide(name: str) -> None:
    assert f"`hoa {name}" in GUIDE


@pytest.mark.parametrize("name", ["", *sorted(hoa.commands)])
def test_help_is_vietnamese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hoa, [*name.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Cách dùng: hoa" in shown
    assert not [word for word in ENGLISH if word in shown]


@pytest.mark.parametrize("name", sorted(hoa.commands))
def test_every_command_takes_a_root(name: str) -> None:
    assert any("--root" in param.opts for param in hoa.commands[name].params if isinstance(param, click.Option))


def test_a_clean_stock_ends_with_0_and_the_counts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hoa, ["check", "--root", str(root)]) == 0
    assert "1 bài trong kho, 1 trên trang" in capsys.readouterr().out


def test_an_error_ends_with_1_and_names_file_line_and_column(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = story_text("Xin gọi số 0912.345.678 nhé.\n", person="Lê An", title="Gọi")
    (root / "stories/tap-28/le-an.md").write_text(bad, encoding="utf-8")
    assert run(hoa, ["check", "--format", "json", "--root", str(root)]) == 1
    (finding,) = [row for row in json.loads(capsys.readouterr().out) if row["severity"] == "error"]
    assert (finding["rule"], finding["file"], finding["line"], finding["column"]) == (
        "privacy/phone",
        "stories/tap-28/le-an.md",
        bad.split("\n").index("Xin gọi số 0912.345.678 nhé.") + 1,
        12,
    )


def test_checking_one_file_says_nothing_of_the_others(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "stories/tap-28/le-an.md").write_text(story_text("x 0912345678\n", person="Lê An"), encoding="utf-8")
    assert run(hoa, ["check", str(root / "stories/tap-28/do-thi-hoa.md"), "--root", str(root)]) == 0
    assert "0912" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--stge", "web"],
        ["check", "--stage", "x"],
        ["book"],
        ["check", "gone.md"],
        ["explain", "x/y"],
    ],
)
def test_a_wrong_command_ends_with_2_in_vietnamese(
    arguments: list[str], root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rooted = arguments if arguments == ["chek"] else [*arguments, "--root", str(root)]
    assert run(hoa, rooted) == 2
    assert capsys.readouterr().err


def test_a_broken_workshop_ends_with_3_in_one_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "editions/volumes.yml").write_text("volumes: [{number: x}]\n", encoding="utf-8")
    assert run(hoa, ["check", "--root", str(root)]) == 3
    assert "volumes.yml” không hợp lệ ở dòng 1" in capsys.readouterr().err


def test_an_unknown_book_ends_with_3(root: Path) -> None:
    assert run(hoa, ["book", "tap-99", "--root", str(root)]) == 3


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_can_be_explained(rule: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hoa, ["explain", rule, "--root", str(root)]) == 0
    assert rule in capsys.readouterr().out


NEW = {
    "--person": "Bùi Thị Én",
    "--title": "Chợ: một buổi sớm",
    "--unit": "Tổ 2",
    "--year": "2022",
    "--place": "Ba Đình",
    "--field": "Y đức",
    "--level": "thanh-pho",
}


def test_a_new_story_is_one_the_checker_accepts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [part for pair in NEW.items() for part in pair]
    assert run(hoa, ["new", *arguments, "--root", str(root)]) == 0
    path = root / "stories/tap-28/bui-thi-en.md"
    assert 'title: "Chợ: một buổi sớm"' in path.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(hoa, ["check", str(path), "--root", str(root)]) == 0
    assert "1 bản nháp" in capsys.readouterr().out


def test_a_new_story_never_overwrites(root: Path) -> None:
    arguments = [part for pair in (NEW | {"--person": "Đỗ Thị Hoà"}).items() for part in pair]
    before = (root / "stories/tap-28/do-thi-hoa.md").read_bytes()
    assert run(hoa, ["new", *arguments, "--root", str(root)]) == 3
    assert (root / "stories/tap-28/do-thi-hoa.md").read_bytes() == before
