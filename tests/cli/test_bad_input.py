"""Bad input of every kind, put on the disk and checked as a clerk would: none crashes, none passes in silence."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from builder.cli import hoa
from builder.cli.face import run
from tests.factory import make_root, story_text

STORY = "stories/tap-28/le-an.md"
GOOD = story_text(person="Lê An", title="Gọi")


def with_photo(file: str) -> str:
    return GOOD.replace("\n---\n", f"\nphotos:\n  - {{file: {file}, alt: Bà An đứng trên bến đò buổi sớm}}\n---\n", 1)


def with_lines(lines: str) -> str:
    return GOOD.replace("\n---\n", f"\n{lines}---\n", 1)


TEXTS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "header/empty"),
    "only a fence": (b"---\n", "header/open-fence"),
    "BOM": (b"\xef\xbb\xbf" + GOOD.encode(), "header/bom"),
    "UTF-16": (GOOD.encode("utf-16"), "header/encoding"),
    "windows-1258": (GOOD.replace("ế", "ê").encode("cp1258", "replace"), "header/encoding"),
    "NUL bytes": (GOOD.encode() + b"\0\0", "header/encoding"),
    "5 MB of one line": (GOOD.encode() + b"a" * 5_000_000, "header/too-large"),
    "10,000 keys": (with_lines("".join(f"k{n}: 1\n" for n in range(10_000))).encode(), "header/unknown-key"),
    "YAML bomb": (with_lines("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n").encode(), "header/anchor"),
    "nested lists": (with_lines(f"a: {'[' * 1000}x{']' * 1000}\n").encode(), "header/too-deep"),
    "a list for a header": (b"---\n- a\n- b\n---\nx\n", "header/not-a-list-of-fields"),
    "CRLF": (GOOD.replace("\n", "\r\n").encode(), "header/line-ends"),
    "mixed NFD": (GOOD.replace("Sáng", "Sa\u0301ng").encode(), "text/nfc"),
    "zero width": (GOOD.replace("giếng.", "giếng\u200b.").encode(), "text/invisible"),
    "bidi": (GOOD.replace("giếng.", "\u202egiếng.").encode(), "text/invisible"),
    "javascript link": ((GOOD + "\n[Xem](javascript:alert(1)) đây.\n").encode(), "link/unsafe"),
    "template code": ((GOOD + "\nBà có {{ 7*7 }} con gà.\n").encode(), "text/html"),
    "script": ((GOOD + "\n<script>alert(1)</script>\n").encode(), "text/html"),
    "a photo out of the folder": (with_photo("../../etc/passwd").encode(), "photo/path"),
    "a value cut at #": (GOOD.replace("title: Gọi", "title: Bến #2").encode(), "header/cut-value"),
}
NAMES = {
    "spaces": ("stories/tap-28/le an.md", "name/file"),
    "capitals": ("stories/tap-28/Le-An.md", "name/file"),
    "tone marks": ("stories/tap-28/lê-an.md", "name/file"),
    "a capital ending": ("stories/tap-28/le-an.MD", "file/stray"),
    "a Word file": ("stories/tap-28/le-an.docx", "file/stray"),
    "another folder": ("stories/le-an.md", "name/file"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path, {"tap-28/do-thi-hoa.md": story_text()})


def rules(root: Path, path: str = STORY) -> set[str]:
    """The rules that speak of a path; the check must end as it does with findings or without."""
    target = root / "found.json"
    code = run(hoa, ["check", "--format", "json", "--out", str(target), "--root", str(root)])
    found = json.loads(target.read_text(encoding="utf-8"))
    assert code == int(any(row["severity"] == "error" for row in found))
    return {row["rule"] for row in found if row["file"] == path}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text(name: str, root: Path) -> None:
    data, rule = TEXTS[name]
    (root / STORY).write_bytes(data)
    assert rule in rules(root)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name(name: str, root: Path) -> None:
    path, rule = NAMES[name]
    (root / path).write_text(GOOD, encoding="utf-8")
    assert rule in rules(root, path)


def test_two_files_that_differ_only_in_case(root: Path) -> None:
    for path in (STORY, "stories/tap-28/LE-AN.md"):
        (root / path).write_text(GOOD, encoding="utf-8")
    assert "name/file" in rules(root, "stories/tap-28/LE-AN.md")
    assert "duplicate/person-year" in rules(root) | rules(root, "stories/tap-28/LE-AN.md")


def test_a_loop_of_links_is_told_and_not_followed(root: Path) -> None:
    (root / "stories/tap-28/vong").symlink_to(root / "stories")
    assert rules(root, "stories/tap-28/vong") == {"file/stray"}


def test_a_linked_story(root: Path) -> None:
    (root / STORY).symlink_to("/etc/passwd")
    assert rules(root) == {"file/symlink"}


def test_a_folder_named_like_a_story(root: Path) -> None:
    (root / STORY).mkdir()
    assert rules(root) == {"file/not-a-file"}


def picture_text(path: Path) -> None:
    path.write_text("Bà An đứng trên bến.", encoding="utf-8")


def picture_bomb(path: Path) -> None:
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    pieces = ((b"IHDR", head), (b"IDAT", zlib.compress(b"0" * 99)), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in pieces)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


def picture_half(path: Path) -> None:
    Image.effect_noise((900, 700), 60).convert("RGB").save(path, "JPEG")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize(
    ("name", "make"), [("text.jpg", picture_text), ("bomb.png", picture_bomb), ("half.jpg", picture_half)]
)
def test_a_photo_that_is_none(name: str, make: Callable[[Path], None], root: Path) -> None:
    (root / "assets/photos/tap-28").mkdir(parents=True)
    make(root / "assets/photos/tap-28" / name)
    (root / STORY).write_text(with_photo(f"tap-28/{name}"), encoding="utf-8")
    assert rules(root) & {"photo/unreadable", "photo/too-large"}


def refuse(monkeypatch: pytest.MonkeyPatch, error: type[OSError]) -> None:
    """Reading the story fails, whoever asks: a test may run as root, whom no permission keeps out."""
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == Path(STORY).name:
            raise error(13, os.strerror(13))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)


@pytest.mark.parametrize("error", [PermissionError, FileNotFoundError], ids=["permissions", "vanished"])
def test_a_file_that_cannot_be_read_or_vanishes_during_the_run(
    error: type[OSError], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / STORY).write_text(GOOD, encoding="utf-8")
    refuse(monkeypatch, error)
    assert rules(root) == {"file/unreadable"}
