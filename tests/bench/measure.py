"""One command, its wall time and the memory of its largest process."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of wall time and MB of the largest process's memory."""

    seconds: float
    megabytes: float


def run(command: Sequence[str | Path], folder: Path) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; the message carries what it printed.
    """
    log = folder / "bench.log"
    with log.open("w", encoding="utf-8") as out:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    if status != 0:
        msg = f"{' '.join(str(part) for part in command)} failed:\n{log.read_text(encoding='utf-8')[-2000:]}"
        raise RuntimeError(msg)
    return Run(seconds, usage.ru_maxrss / 1024)
