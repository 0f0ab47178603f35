"""The check of a whole stock: cold, again with nothing changed, and one file; the ratio is to the cold run."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.factory import make_root

from .corpus import write_corpus
from .measure import Run, run

HOA = Path(sys.executable).with_name("hoa")


def check(folder: Path, count: int, samples: Path) -> tuple[Run, Run, Run]:
    """Cold, warm, and one story in a stock of its own, start-up of the command included."""
    make_root(folder / "all", {})
    write_corpus(folder / "all", count, samples)
    command: list[str | Path] = [HOA, "check", "--format", "json", "--out", folder / "found.json", "--root"]
    cold = run([*command, folder / "all"], folder)
    warm = run([*command, folder / "all"], folder)
    make_root(folder / "one", {})
    write_corpus(folder / "one", 1, samples)
    return cold, warm, run([*command, folder / "one"], folder)
