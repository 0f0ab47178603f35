from pathlib import Path

import pytest

from builder.manuscript import FaultKind
from builder.model import BuilderError
from builder.workspace import (
    Cache,
    Root,
    digest,
    find_root,
    photo_names,
    read_story,
    story_files,
    straight,
    write_atomic,
    write_new,
)
from tests.factory import story_text


@pytest.fixture
def root(tmp_path: Path) -> Root:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "stories" / "tap-28").mkdir(parents=True)
    (tmp_path / "stories" / "tap-28" / "a.md").write_text(story_text(), encoding="utf-8")
    return find_root(tmp_path)


def test_the_root_is_found_from_below(root: Root) -> None:
    assert find_root(root.stories / "tap-28") == root


def test_no_root_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(BuilderError, match="--root"):
        find_root(tmp_path)


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "tap-28/../../x.jpg", "out.jpg"])
def test_a_photo_outside_its_folder_is_locked_out(root: Root, name: str) -> None:
    root.photos.mkdir(parents=True)
    (root.photos / "out.jpg").symlink_to("/etc/passwd")
    with pytest.raises(BuilderError, match="nằm ngoài"):
        root.photo(name)
    assert root.photo("tap-28/x.jpg") == root.photos / "tap-28" / "x.jpg"


def test_a_photo_behind_a_link_that_stays_inside_is_found(root: Root) -> None:
    (root.photos / "tap-28").mkdir(parents=True)
    (root.photos / "cu").symlink_to(root.photos / "tap-28")
    assert not straight(root.photos, "cu/x.jpg")
    assert straight(root.photos, "tap-28/x.jpg")
    assert root.photo("cu/x.jpg") == root.photos / "cu" / "x.jpg"


def test_photos_are_named_as_they_lie_and_links_left_out(root: Root) -> None:
    for name in ("tap-28/a.jpg", "tap-28/sâu/b.png", ".c.jpg"):
        (root.photos / name).parent.mkdir(parents=True, exist_ok=True)
        (root.photos / name).touch()
    (root.photos / "tap-29").symlink_to(root.photos / "tap-28")
    (root.photos / "d.jpg").symlink_to("/etc/passwd")
    assert photo_names(root) == {"tap-28/a.jpg", "tap-28/sâu/b.png", ".c.jpg"}


def test_story_files_are_sorted_and_hidden_ones_left_out(root: Root) -> None:
    for name in ("tap-29/b.md", "tap-29/.c.md", ".git/d.md", "tap-29/e.txt"):
        path = root.stories / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert [root.relative(path) for path in story_files(root)] == ["stories/tap-28/a.md", "stories/tap-29/b.md"]


def test_a_loop_of_links_ends(root: Root) -> None:
    (root.stories / "tap-28" / "lap").symlink_to(root.stories)
    assert len(story_files(root)) == 1


def faults_of(root: Root, path: Path) -> list[FaultKind]:
    return [fault.kind for fault in read_story(root, path).faults]


def test_a_linked_story_is_not_read(root: Root) -> None:
    link = root.stories / "b.md"
    link.symlink_to("/etc/passwd")
    assert link in story_files(root)
    assert faults_of(root, link) == [FaultKind.SYMLINK]


def test_a_folder_named_like_a_story_is_found_and_named(root: Root) -> None:
    folder = root.stories / "tap-28" / "x.md"
    folder.mkdir()
    assert folder in story_files(root)
    assert faults_of(root, folder) == [FaultKind.NOT_A_FILE]


def test_a_story_that_vanished_is_a_fault_and_no_crash(root: Root) -> None:
    assert faults_of(root, root.stories / "gone.md") == [FaultKind.UNREADABLE]


def test_writing_leaves_no_part_behind_and_tells_whether_it_changed_anything(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_atomic(path, b"1")
    stamp = path.stat().st_mtime_ns
    assert not write_atomic(path, b"1")
    assert path.stat().st_mtime_ns == stamp
    assert write_atomic(path, b"2")
    assert [entry.name for entry in path.parent.iterdir()] == ["b.txt"]


def test_a_new_file_is_written_where_it_will_stand_and_another_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    told = write_new(str(path), b"1")
    assert told is not None
    assert (told.st_size, told.st_mtime_ns) == (1, path.stat().st_mtime_ns)
    assert write_new(str(path), b"22") is None
    assert path.read_bytes() == b"1"


def test_the_cache_keeps_and_makes_once(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"value"

    for _ in range(2):
        with Cache(tmp_path / "c.sqlite") as cache:
            assert cache.bytes(digest("key"), make) == b"value"
    assert made == [1]


def test_a_damaged_cache_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"not a database, but long enough to look like one" * 40)
    with Cache(path) as cache:
        assert cache.get(digest("key")) is None


def test_parts_of_a_key_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")
