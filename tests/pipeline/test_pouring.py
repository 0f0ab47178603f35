"""Many pages by several processes, the rest meanwhile: the same files, remembered by the same keys."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from builder.pipeline import pouring
from builder.pipeline.outlet import Outlet
from builder.pipeline.pouring import MANY, Pouring
from builder.site import Page, Pending, PendingFiles, Shell, SiteFile
from tests.site.test_shell import shell_html

MADE = Pouring({2: Shell.parse(shell_html())}, b"common", lambda: None, lambda: None)


@pytest.fixture(autouse=True)
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes are begun as copies, whatever threads a library has begun in this one; pages ask for none of theirs."""
    monkeypatch.setattr(pouring, "may_fork", lambda: True)


def _page(number: int) -> Page:
    return Page(f"bai/{number}/", f"Bài {number}", "", "", f"<p>{number}</p>")


def _key(number: int, asked: list[int]) -> str:
    asked.append(number)
    return f"key {number}"


def _pages(count: int, asked: list[int]) -> list[Pending]:
    return [Pending(f"bai/{n}/", partial(_key, n, asked), partial(_page, n)) for n in range(count)]


def _outlet(folder: Path) -> Outlet:
    return Outlet(folder / "site", folder / "outlet.sqlite")


def _poured(folder: Path, count: int) -> tuple[dict[str, tuple[bytes, bytes]], list[int]]:
    """The files below a new folder with their keys, and of which pages this process asked for the keys."""
    asked: list[int] = []
    outlet = _outlet(folder)
    MADE.pour(_pages(count, asked), outlet, lambda: outlet.write("tep.txt", f"{os.getpid()}".encode(), b"kept"))
    outlet.close()
    written = {name: (written.key, (outlet.out / name).read_bytes()) for name, written in outlet.written.items()}
    assert written.pop("tep.txt") == (b"kept", f"{os.getpid()}".encode())
    return written, asked


def test_what_processes_may_not_share_is_closed_before_they_are_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    forked = os.fork
    monkeypatch.setattr(os, "fork", lambda: told.append("fork") or forked())  # type: ignore[func-returns-value]
    outlet = _outlet(tmp_path)
    replace(MADE, before=lambda: told.append("before")).pour(_pages(MANY, []), outlet)
    outlet.close()
    assert told[0] == "before"
    assert set(told[1:]) == {"fork"}


def test_many_processes_leave_what_one_leaves(tmp_path: Path) -> None:
    many, asked = _poured(tmp_path / "many", MANY)
    assert len(many) == MANY
    assert asked == []
    outlet = _outlet(tmp_path / "few")
    for page in _pages(MANY, []):
        MADE.pour([page], outlet)
    few = {name: (written.key, (outlet.out / name).read_bytes()) for name, written in outlet.written.items()}
    assert many == few


def test_what_lies_there_as_it_should_is_not_made_again(tmp_path: Path) -> None:
    _poured(tmp_path, MANY)
    outlet = _outlet(tmp_path)
    done: list[str] = []
    MADE.pour([Pending(f"bai/{n}/", f"key {n}", partial(_page, -1)) for n in range(MANY)], outlet)
    MADE.pour([], outlet, lambda: done.append("meanwhile"))
    assert len(outlet.written) == MANY
    assert done == ["meanwhile"]
    assert b"<p>7</p>" in (outlet.out / "bai" / "7" / "index.html").read_bytes()


def test_parts_of_files_are_done_before_the_files_are_made(tmp_path: Path) -> None:
    part = tmp_path / "part"
    files = PendingFiles(
        ("tim/",), "key", lambda: [SiteFile("tim/a", part.read_bytes())], (partial(part.write_bytes, b"1"),)
    )
    outlet = _outlet(tmp_path)
    MADE.pour([*_pages(MANY, []), files], outlet)
    assert (outlet.out / "tim" / "a").read_bytes() == b"1"
