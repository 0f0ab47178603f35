"""What was read is read again only when it changed; what is kept is what a fresh look would find."""

from __future__ import annotations

import io
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from builder.forking import may_fork
from builder.manuscript import read
from builder.model import BuilderError
from builder.pipeline import reading
from builder.pipeline.reading import STORE_FILE, Surroundings, read_stock
from builder.pipeline.records import Record
from builder.pipeline.workshop import load, read_volumes
from builder.rules import Rule, Stock, check_copy, check_stock
from builder.workspace import Root, find_root, photo_names
from tests.factory import make_root, story_text

PHOTOS = "photos:\n  - {file: tap-28/a.jpg, alt: Bà Hoà bên giếng, consent: true}\n---"
STORIES = {
    "tap-28/bai-1.md": story_text(),
    "tap-28/bai-2.md": story_text("Gọi 0912.345.678.\n", person="Lê An"),
    "tap-28/bai-3.md": story_text(field="khong-co"),
    "tap-28/bai-4.md": "không có phần khai báo",
    "tap-28/bai-5.md": story_text(person="Lê Bình", title="Năm").replace("\n---", f"\n{PHOTOS}", 1),
}
LONG = " ".join(f"Một đoạn dài số {n} để so." for n in range(60))
LONG_AGO_NS = 1_000_000_000_000_000_000


@pytest.fixture
def root(tmp_path: Path) -> Root:
    found = find_root(make_root(tmp_path, STORIES))
    put_photo(found, 60)
    return found


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the stories whose bytes are made into a manuscript, as it happens."""
    seen: list[str] = []

    def noted(path: str, data: bytes) -> object:
        seen.append(Path(path).stem)
        return read(path, data)

    monkeypatch.setattr(reading, "read", noted)
    return seen


def put_photo(root: Root, width: int) -> None:
    data = io.BytesIO()
    Image.linear_gradient("L").resize((width, 40)).save(data, "JPEG")
    path = root.photos / "tap-28" / "a.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())


def records(root: Root) -> tuple[Record, ...]:
    return read_stock(Surroundings(root, read_volumes(root), photo_names(root)))[0]


def test_what_is_kept_is_what_a_fresh_look_finds(root: Root) -> None:
    workshop = load(root)
    fresh = [check_copy(copy) for copy in workshop.copies(record.path for record in workshop.records)]
    assert any(fresh)
    assert [record.findings for record in workshop.records] == fresh
    again = load(root)
    assert [record.findings for record in again.records] == fresh
    assert again.findings == workshop.findings
    assert again.stories == workshop.stories
    assert len(again.stories) == 3


def test_an_unchanged_file_is_not_read_again(root: Root, opened: list[str]) -> None:
    first = records(root)
    assert len(opened) == 5
    assert records(root) == first
    assert len(opened) == 5


def test_a_touched_file_is_compared_and_not_checked_again(root: Root, opened: list[str]) -> None:
    first = records(root)
    (root.stories / "tap-28" / "bai-1.md").touch()
    assert records(root) == first
    assert len(opened) == 5


def test_a_change_that_keeps_size_and_time_is_seen(root: Root) -> None:
    """Within one tick of the disk's clock a file can change and look the same: it is compared until it has settled."""
    path = root.stories / "tap-28" / "bai-1.md"
    text = path.read_text(encoding="utf-8")
    os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS))
    records(root)
    path.write_text(text.replace("year: 2022", "year: 2032"), encoding="utf-8")
    os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS))
    assert any(finding.rule.startswith("volume/") for finding in records(root)[0].findings)


def test_only_an_edited_file_is_read_again_and_a_removed_one_forgotten(root: Root, opened: list[str]) -> None:
    records(root)
    opened.clear()
    (root.stories / "tap-28" / "bai-2.md").write_text(story_text(person="Lê An"), encoding="utf-8")
    (root.stories / "tap-28" / "bai-4.md").unlink()
    found = {record.id: record for record in records(root)}
    assert opened == ["bai-2"]
    assert "tap-28/bai-4" not in found
    assert not any(finding.rule == "privacy/phone" for finding in found["tap-28/bai-2"].findings)


def test_a_new_photo_is_a_new_look_at_its_story_alone(root: Root, opened: list[str]) -> None:
    records(root)
    opened.clear()
    put_photo(root, 50)
    records(root)
    assert opened == ["bai-5"]


def test_a_photo_that_comes_is_seen_by_the_story_that_misses_it(root: Root, opened: list[str]) -> None:
    (root.photos / "tap-28" / "a.jpg").unlink()
    before = records(root)[4]
    opened.clear()
    put_photo(root, 60)
    after = records(root)[4]
    assert opened == ["bai-5"]
    assert {f.rule for f in before.findings} - {f.rule for f in after.findings} == {"photo/missing"}


def test_another_register_of_volumes_is_another_check(root: Root, opened: list[str]) -> None:
    records(root)
    volumes = root.editions / "volumes.yml"
    lines = volumes.read_text(encoding="utf-8").replace("number: 28", "number: 128")
    volumes.write_text(lines, encoding="utf-8")
    assert any(finding.rule == "volume/unregistered" for finding in records(root)[0].findings)
    assert len(opened) == 10


@pytest.mark.parametrize("copied", [True, False])
def test_workers_find_what_one_process_finds(root: Root, monkeypatch: pytest.MonkeyPatch, *, copied: bool) -> None:
    first = records(root)
    (root.cache / STORE_FILE).unlink()
    monkeypatch.setattr(reading, "MANY", 2)
    monkeypatch.setattr(reading, "may_fork", lambda: copied and hasattr(os, "fork"))
    assert records(root) == first


def test_no_store_is_open_when_a_process_is_copied(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's locks are not copied with what it knows of them."""
    asked: list[list[str]] = []

    def noted() -> bool:
        asked.append([name for name in open_files() if name.startswith(str(root.cache))])
        return may_fork()

    monkeypatch.setattr(reading, "MANY", 2)
    monkeypatch.setattr(reading, "may_fork", noted)
    records(root)
    assert asked == [[]]


def open_files() -> Iterator[str]:
    """The files this process has open, where the system tells of them."""
    for handle in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):
            yield str(handle.readlink())


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE seen SET told = '[{]'",
        "UPDATE entries SET entry = '1'; UPDATE rows SET story = '['",
        "DELETE FROM bodies",
    ],
)
def test_what_is_damaged_is_made_anew(root: Root, damage: str) -> None:
    first = load(root)
    expected = (first.findings, first.stories)
    database = sqlite3.connect(root.cache / STORE_FILE)
    database.executescript(damage)
    database.executescript("DELETE FROM notes")
    database.close()
    again = load(root)
    assert (again.findings, again.stories) == expected


def test_a_text_that_was_edited_and_lost_from_the_store_is_told(root: Root) -> None:
    load(root)
    stories = load(root).stories
    assert stories["stories/tap-28/bai-1.md"].body == stories["stories/tap-28/bai-1.md"].body
    (root.stories / "tap-28" / "bai-1.md").write_text(story_text("Khác hẳn.\n"), encoding="utf-8")
    load(root)
    with pytest.raises(BuilderError, match="vừa được sửa"):
        _ = stories["stories/tap-28/bai-1.md"].body


def test_a_store_that_is_no_database_is_begun_anew(root: Root) -> None:
    first = records(root)
    (root.cache / STORE_FILE).write_bytes(b"no database at all, but long enough to be read as one " * 40)
    assert records(root) == first


def test_findings_on_the_stock_are_kept_until_a_file_changes(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(root).findings
    monkeypatch.setattr("builder.pipeline.stock_check.check_stock", lambda *_: pytest.fail("checked again"))
    assert load(root).findings == first
    monkeypatch.undo()
    (root.stories / "tap-28" / "bai-6.md").write_text(story_text(), encoding="utf-8")
    assert any(finding.rule == "duplicate/person-year" for finding in load(root).findings)


def test_an_edited_text_is_compared_anew_and_nothing_else(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root).findings  # noqa: B018  # they are kept from now on
    asked: list[str] = []

    def noted(stock: Stock, rules: Sequence[Rule[Stock]]) -> object:
        asked.extend(rule.id for rule in rules)
        return check_stock(stock, rules)

    monkeypatch.setattr("builder.pipeline.stock_check.check_stock", noted)
    (root.stories / "tap-28" / "bai-2.md").write_text(story_text(f"{LONG}\n", person="Lê An"), encoding="utf-8")
    load(root).findings  # noqa: B018  # as above
    assert asked == ["duplicate/text"]


def test_a_file_that_is_gone_between_two_looks_is_told(root: Root) -> None:
    (root.stories / "tap-28" / "bai-1.md").unlink()
    (root.stories / "tap-28" / "bai-1.md").symlink_to("/nowhere")
    for _ in range(2):
        assert [finding.rule for finding in records(root)[0].findings] == ["file/symlink"]


def test_other_work_is_done_while_workers_read(root: Root, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    load(root, meanwhile=lambda: done.append("few"))
    assert done == []
    (root.cache / STORE_FILE).unlink()
    monkeypatch.setattr(reading, "MANY", 2)
    many = load(root, meanwhile=lambda: done.append("many"))
    assert done == ["many"]
    assert len(many.records) == len(STORIES)
