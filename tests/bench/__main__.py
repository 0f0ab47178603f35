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

from .check_row import check
from .search_row import add_row, search_table
from .site_row import ours, peer

SIZES = (1000, 5000)
CHECKED = 30_000


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of stories")
    parser.add_argument(
        "--checked", type=int, default=CHECKED, help="stories for the row of the check; 0 leaves it out"
    )
    options = parser.parse_args()
    sizes = options.sizes
    table = Table(title="Website: hoa site beside plain MkDocs + Material (one entry in its navigation)")
    for column in ("stories", "ours cold", "ours, one edit", "MkDocs + Material", "ratio cold", "ratio edit"):
        table.add_column(column, justify="right")
    samples = REPOSITORY / "stories"
    search = search_table()
    for size in sizes:
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            cold, edit = ours(Path(first), size, samples)
            plain = peer(Path(second), size, samples)
            if size == min(sizes):  # Lunr's index grows until a phone cannot hold it; the smallest size tells enough
                add_row(search, size, Path(first), Path(second))
        table.add_row(
            str(size),
            *(f"{r.seconds:.1f} s {r.megabytes:.0f} MB" for r in (cold, edit, plain)),
            f"{cold.seconds / plain.seconds:.2f}",
            f"{edit.seconds / plain.seconds:.2f}",
        )
    console = Console(width=140)
    console.print(table)
    console.print(search)
    if options.checked:
        console.print(_check_table(options.checked, samples))


def _check_table(count: int, samples: Path) -> Table:
    table = Table(title="Check: a whole stock cold, again with nothing changed, and one file from a cold start")
    for column in ("stories", "cold", "warm", "one file", "ratio warm"):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        cold, warm, one = check(Path(folder), count, samples)
    runs = (f"{r.seconds:.1f} s {r.megabytes:.0f} MB" for r in (cold, warm, one))
    table.add_row(str(count), *runs, f"{warm.seconds / cold.seconds:.2f}")
    return table


if __name__ == "__main__":
    main()
