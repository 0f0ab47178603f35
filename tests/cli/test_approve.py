from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import hoa
from builder.cli.face import run
from tests.factory import make_root, story_text

GOOD = "stories/tap-28/do-thi-hoa.md"
BAD = "stories/tap-28/le-an.md"
BODY = "Sáng nào bà cũng ra giếng từ lúc năm giờ, múc nước cho cả ngõ.\n\n" * 60
CONSENT = ["--by", "Ban Tuyên giáo Quận ủy", "--document", "12-CV/BTG", "--on", "2022-09-01"]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bad = story_text("Xin gọi số 0912.345.678 nhé.\n" + BODY, person="Lê An", title="Gọi")
    root = make_root(tmp_path, {"tap-28/do-thi-hoa.md": story_text(BODY, status="verified"), "tap-28/le-an.md": bad})
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("name", ["tap-28/do-thi-hoa", GOOD, "./" + GOOD])
def test_an_approval_makes_a_story_ready_for_print(name: str, root: Path, capsys: Capture) -> None:
    assert run(hoa, ["check", GOOD, "--stage", "print"]) == 1
    assert run(hoa, ["approve", name, *CONSENT]) == 0
    assert f"Đã ghi duyệt 1 tệp: {GOOD}." in capsys.readouterr().out
    assert run(hoa, ["check", GOOD, "--stage", "print"]) == 0
    assert "status: approved\n" in (root / GOOD).read_text(encoding="utf-8")


def test_a_change_after_the_approval_shows_until_it_is_approved_again(root: Path, capsys: Capture) -> None:
    run(hoa, ["approve", GOOD, *CONSENT])
    text = (root / GOOD).read_text(encoding="utf-8")
    (root / GOOD).write_text(text.replace("năm giờ", "sáu giờ", 1), encoding="utf-8")
    assert run(hoa, ["check", GOOD, "--stage", "print"]) == 1
    assert "Bài đã sửa sau khi duyệt ngày 01/09/2022" in capsys.readouterr().out
    assert run(hoa, ["approve", GOOD, *CONSENT[:4], "--on", "2022-10-02"]) == 0
    assert run(hoa, ["check", GOOD, "--stage", "print"]) == 0


def test_twice_is_once(root: Path, capsys: Capture) -> None:
    run(hoa, ["approve", GOOD, *CONSENT])
    before = (root / GOOD).read_bytes()
    assert run(hoa, ["approve", GOOD, *CONSENT]) == 0
    assert "như thế từ trước" in capsys.readouterr().out
    assert (root / GOOD).read_bytes() == before


def test_an_error_in_one_story_keeps_all_from_being_approved(root: Path, capsys: Capture) -> None:
    before = (root / GOOD).read_bytes()
    assert run(hoa, ["approve", GOOD, BAD, *CONSENT]) == 1
    told = capsys.readouterr().out
    assert "privacy/phone" in told
    assert "approval/missing" not in told
    assert (root / GOOD).read_bytes() == before


def test_a_difference_writes_nothing(root: Path, capsys: Capture) -> None:
    before = (root / GOOD).read_bytes()
    assert run(hoa, ["approve", GOOD, *CONSENT, "--diff"]) == 0
    assert "+  document: 12-CV/BTG" in capsys.readouterr().out
    assert (root / GOOD).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["stories/tap-28/khong-co.md", *CONSENT],
        ["stories", *CONSENT],
        ["../../etc/passwd", *CONSENT],
        [GOOD, *CONSENT[:4]],
        [GOOD, *CONSENT[:4], "--on", "2999-09-01"],
        [GOOD, *CONSENT[:4], "--on", "1/9/2022"],
        [GOOD, "--by", " ", *CONSENT[2:]],
        CONSENT,
        [GOOD, "--edition", "tap-28", *CONSENT],
    ],
)
def test_what_is_not_told_rightly_is_a_wrong_command(arguments: list[str], root: Path) -> None:
    before = (root / GOOD).read_bytes()
    assert run(hoa, ["approve", *arguments]) == 2
    assert (root / GOOD).read_bytes() == before


EDITION = "editions/tap-28/edition.yml"
BOOK = "title: Sách\nkind: volume\nvolume: 28\nselect: {volumes: [28]}\nimprint: {regime: publisher}\nfront: [title]\n"


def test_a_book_is_approved_when_its_stories_are(root: Path, capsys: Capture) -> None:
    (root / BAD).unlink()
    (root / EDITION).parent.mkdir()
    (root / EDITION).write_text(BOOK, encoding="utf-8")
    assert run(hoa, ["approve", "--edition", "tap-28", *CONSENT]) == 3
    assert "tap-28/do-thi-hoa (chưa duyệt)" in capsys.readouterr().err
    run(hoa, ["approve", GOOD, *CONSENT])
    assert run(hoa, ["approve", "--edition", "tap-28", *CONSENT]) == 0
    assert run(hoa, ["check", "--stage", "print"]) == 0
    text = (root / GOOD).read_text(encoding="utf-8")
    (root / GOOD).write_text(text.replace("unit: Tổ", "unit: Khu"), encoding="utf-8")
    capsys.readouterr()
    assert run(hoa, ["check", EDITION, "--stage", "print"]) == 1
    assert "Sách đã thay đổi sau khi duyệt ngày 01/09/2022" in capsys.readouterr().out
