"""One command: its wall time, its processor time, and the memory of its whole tree of processes."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import Self

_SOON, _LATER = 0.1, 0.5
"""Seconds between two looks at the memory: of a command that has just begun, and of a long one."""
_FIRST = 20
"""Looks after which a command is a long one. A look at large processes costs hundredths of a second of a core."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of wall time, the greatest MB the tree of processes held at once, seconds of processors.

    Memory is the sum of proportional shares (PSS): what processes share counts once. Processor time, user and system
    of the command and all it started, is the steadier figure where others use the machine.
    """

    seconds: float
    megabytes: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.cpu:.1f} cpu) {self.megabytes:.0f} MB"


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; the message carries what it printed.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if status != 0:
            out.seek(0)
            msg = f"{' '.join(str(part) for part in command)} failed:\n{out.read()[-2000:]}"
            raise RuntimeError(msg)
    # A command shorter than one look is known by its own greatest memory.
    return Run(seconds, watch.most or usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


class _Watch:
    """Looks at a tree of processes again and again from a thread; ``most`` is the greatest MB it saw."""

    def __init__(self, process: int) -> None:
        self.most = 0.0
        self._process = process
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        waits = chain(repeat(_SOON, _FIRST), repeat(_LATER))
        while not self._done.wait(next(waits)):
            self.most = max(self.most, sum(map(_share, _tree(self._process))) / 1024)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def _tree(process: int) -> Iterator[int]:
    """A process and all it started."""
    yield process
    for file in _children(process):
        for child in _words(file):
            yield from _tree(int(child))


def _children(process: int) -> list[Path]:
    """The files, one for each thread of a process, that name what the thread started."""
    try:
        return list(Path(f"/proc/{process}/task").glob("*/children"))
    except OSError:
        return []


def _share(process: int) -> int:
    """The proportional share of memory of a process in kB; nothing once it has ended."""
    words = _words(Path(f"/proc/{process}/smaps_rollup"))
    return int(words[words.index("Pss:") + 1]) if "Pss:" in words else 0


def _words(file: Path) -> list[str]:
    """The words of a file of a process that may end meanwhile."""
    try:
        return file.read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return []
