"""One command with all processes it starts: wall time, CPU time, and the most memory they ever held together."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class TreeRun:
    """Seconds by the clock, seconds of CPU, MB at the peak; shared pages are counted once (PSS)."""

    seconds: float
    cpu: float
    megabytes: float


def run_tree(command: Sequence[str | Path], folder: Path) -> TreeRun:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; the message carries what it printed.
    """
    log = folder / "bench.log"
    before, peak, start = os.times(), 0, time.perf_counter()
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=subprocess.STDOUT)
        while process.poll() is None:
            peak = max(peak, sum(map(_held, _family(process.pid))))
            time.sleep(_EVERY)
    seconds, after = time.perf_counter() - start, os.times()
    if process.returncode != 0:
        msg = f"{' '.join(map(str, command))} failed:\n{log.read_text(encoding='utf-8')[-2000:]}"
        raise RuntimeError(msg)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return TreeRun(seconds, cpu, peak / 1024)


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for one in found:
        try:
            threads = list(Path(f"/proc/{one}/task").iterdir())
            found += [int(child) for thread in threads for child in (thread / "children").read_text().split()]
        except OSError:  # it has ended meanwhile
            continue
    return found


def _held(pid: int) -> int:
    """KB a process holds, its share of what it shares."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
