"""The folder of a site: written where it will stand when it is new, and nothing half-written is ever trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pipeline.outlet import Outlet
from builder.workspace import file_state


def outlet(folder: Path) -> Outlet:
    return Outlet(folder / "site", folder / "outlet.sqlite")


def test_what_a_new_folder_is_filled_with_is_known_by_the_next_build(tmp_path: Path) -> None:
    first = outlet(tmp_path)
    first.write("a/index.html", b"1", b"key")
    first.put("b.txt", b"2")
    first.close()
    assert sorted(path.name for path in (tmp_path / "site").rglob("*")) == ["a", "b.txt", "index.html"]
    assert first.written["a/index.html"].left == file_state(tmp_path / "site" / "a" / "index.html")
    again = outlet(tmp_path)
    assert again.holds("a/index.html", b"key")
    assert not again.holds("a/index.html", b"other")


@pytest.mark.parametrize("torn", [b"", b"who", b"WHOLE"])
def test_a_file_left_half_written_by_a_build_that_ended_is_written_again(tmp_path: Path, torn: bytes) -> None:
    outlet(tmp_path).write("a/index.html", b"whole", b"key")
    file = tmp_path / "site" / "a" / "index.html"
    file.write_bytes(torn)
    again = outlet(tmp_path)
    assert not again.holds("a/index.html", b"key")
    again.write("a/index.html", b"whole", b"key")
    again.close()
    assert file.read_bytes() == b"whole"
    assert [path.name for path in file.parent.iterdir()] == ["index.html"]


def test_a_file_written_twice_in_a_new_folder_is_what_was_written_last(tmp_path: Path) -> None:
    new = outlet(tmp_path)
    new.write("a.txt", b"1")
    new.write("a.txt", b"22")
    new.close()
    assert (tmp_path / "site" / "a.txt").read_bytes() == b"22"
    assert new.written["a.txt"].left == file_state(tmp_path / "site" / "a.txt")


def test_in_a_folder_that_was_there_a_file_is_put_into_place_whole(tmp_path: Path) -> None:
    outlet(tmp_path).write("a.txt", b"1")
    file = tmp_path / "site" / "a.txt"
    (tmp_path / "other").hardlink_to(file)
    outlet(tmp_path).write("a.txt", b"2")
    assert file.read_bytes() == b"2"
    assert (tmp_path / "other").read_bytes() == b"1"
