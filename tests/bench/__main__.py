"""``make bench``: speed as ratios against a peer in the same run.

Each row: what, how many stories, seconds and MB of ours, seconds and MB of the peer, the ratio of seconds.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.factory import REPOSITORY

from .site_row import ours, peer

SIZES = (1000, 5000)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of stories")
    sizes = parser.parse_args().sizes
    table = Table(title="Website: hoa site beside plain MkDocs + Material (one entry in its navigation)")
    for column in ("stories", "ours cold", "ours, one edit", "MkDocs + Material", "ratio cold", "ratio edit"):
        table.add_column(column, justify="right")
    samples = REPOSITORY / "stories"
    for size in sizes:
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            cold, edit = ours(Path(first), size, samples)
            plain = peer(Path(second), size, samples)
        table.add_row(
            str(size),
            *(f"{r.seconds:.1f} s {r.megabytes:.0f} MB" for r in (cold, edit, plain)),
            f"{cold.seconds / plain.seconds:.2f}",
            f"{edit.seconds / plain.seconds:.2f}",
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
