"""Large files: copied in long runs, inside the system where it can; their hash, their state, who else has one open."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_AT_ONCE = 1 << 26
"""So many bytes the system is asked to copy in one call."""
_BUFFER = 1 << 20


def copy_run(source: BinaryIO, start: int, end: int, target: BinaryIO) -> None:
    """Copy the bytes from ``start`` to ``end`` to where ``target`` is written.

    Raises:
        EOFError: the source ends before.
    """
    target.flush()
    at = target.tell()
    done = _inside(source.fileno(), target.fileno(), start, at, end - start)
    target.seek(at + done)
    source.seek(start + done)
    for place in range(start + done, end, _BUFFER):
        size = min(_BUFFER, end - place)
        data = source.read(size)
        if len(data) < size:
            raise EOFError
        target.write(data)


def _inside(source: int, target: int, start: int, at: int, size: int) -> int:
    """Let the system copy; how many bytes it did, which may be none where it cannot."""
    done = 0
    if sys.platform == "linux":
        try:
            while done < size:
                count = min(size - done, _AT_ONCE)
                step = os.copy_file_range(source, target, count, start + done, at + done)
                if step == 0:
                    break
                done += step
        except OSError:
            return done
    return done


def ours_alone(file: BinaryIO) -> bool:
    """Whether an open file may be written over unseen: it has one name, and nobody else has it open.

    The second is told where the system grants a lease on it (fcntl(2), F_SETLEASE); elsewhere the answer is no.
    """
    if sys.platform != "linux" or os.fstat(file.fileno()).st_nlink != 1:
        return False
    try:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError:
        return False
    return True


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Work in a folder while no other process does that asks in the same way; where a disk has no locks, at once."""
    if sys.platform == "win32":
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def file_state(path: Path | str) -> str:
    """A word for a file's state on disk, which changes whenever its bytes may have; empty where there is none.

    A link is a file of its own here, whatever it leads to.
    """
    try:
        return state_of(os.lstat(path))  # a site asks for tens of thousands: a path is made for none
    except OSError:
        return ""


def state_of(told: os.stat_result) -> str:
    """The word for the state of a file of which the system has told: size, times, and which file it is."""
    return f"{told.st_size} {told.st_mtime_ns} {told.st_ctime_ns} {told.st_ino}"


def file_sha256(path: Path) -> str:
    """The hash (SHA-256) of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
