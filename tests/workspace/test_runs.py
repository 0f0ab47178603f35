import hashlib
import os
import sys
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from builder.workspace import copy_run, file_sha256, file_state, one_at_a_time, ours_alone, runs, state_of

if sys.platform == "linux":
    import fcntl

DATA = bytes(range(256)) * 40_000


@pytest.fixture(params=["by the system", "by us"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "by us":
        monkeypatch.setattr(runs, "_inside", lambda *_: 0)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(("start", "end"), [(0, len(DATA)), (3, 1_500_003), (7, 7)])
def test_a_run_is_copied_to_where_the_target_is_written(start: int, end: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DATA)
    with (tmp_path / "a").open("rb") as source, (tmp_path / "b").open("w+b") as target:
        target.write(b"before")
        copy_run(source, start, end, target)
        target.write(b"after")
    assert (tmp_path / "b").read_bytes() == b"before" + DATA[start:end] + b"after"


@pytest.mark.usefixtures("way")
def test_a_file_that_ends_too_soon_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"short")
    with (tmp_path / "a").open("rb") as source, (tmp_path / "b").open("w+b") as target, pytest.raises(EOFError):
        copy_run(source, 0, 9, target)


def leases_are_granted(file: BinaryIO) -> bool:
    """Whether the system and the disk of the test can tell who has a file open."""
    if sys.platform != "linux":
        return False
    try:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError:
        return False
    return True


def test_a_file_is_ours_alone_until_someone_opens_or_names_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("w+b") as file:
        assert ours_alone(file) == leases_are_granted(file)
        with path.open("rb"):
            assert not ours_alone(file)
        assert ours_alone(file) == leases_are_granted(file)
        (tmp_path / "b").hardlink_to(path)
        assert not ours_alone(file)


def test_who_works_in_a_folder_keeps_others_waiting(tmp_path: Path) -> None:
    seen: list[str] = []

    def other() -> None:
        with one_at_a_time(tmp_path):
            seen.append("other")

    with one_at_a_time(tmp_path):
        waiting = Thread(target=other)
        waiting.start()
        waiting.join(0.05)
        seen.append("first")
    waiting.join()
    assert seen == ["first", "other"]


def test_a_state_tells_of_changes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert file_state(path) == ""
    path.write_bytes(b"one")
    before = file_state(path)
    assert before == file_state(path)
    os.utime(path, (1, 1))
    assert file_state(path) != before


def test_a_file_put_in_the_place_of_another_is_another(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    for file in (path, other):
        file.write_bytes(b"same")
        os.utime(file, ns=(10**18, 10**18))
    before = file_state(path)
    other.replace(path)
    assert file_state(path) != before
    assert file_state(str(path)) == state_of(path.stat())


def test_a_link_is_not_what_it_leads_to(tmp_path: Path) -> None:
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(b"one")
    link.symlink_to(path)
    assert file_state(link) not in {"", file_state(path)}


def test_the_hash_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DATA)
    assert file_sha256(tmp_path / "a") == hashlib.sha256(DATA).hexdigest()
