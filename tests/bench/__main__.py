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

from .book_row import add_book, book_table
from .check_row import check
from .peer_sites import missing
from .search_row import add_row, search_table
from .site_row import add_runs, beside, mkdocs, ours, site_table

SIZES = (1000, 10_000)
CHECKED = 30_000
BOOK = 120


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of stories")
    parser.add_argument(
        "--checked", type=int, default=CHECKED, help="stories for the row of the check; 0 leaves it out"
    )
    parser.add_argument(
        "--mkdocs", type=int, default=min(SIZES), help="up to so many stories plain MkDocs is measured, too"
    )
    parser.add_argument("--book", type=int, default=BOOK, help="stories of the book; 0 leaves it out")
    options = parser.parse_args()
    sizes = options.sizes
    samples = REPOSITORY / "stories"
    table, search = site_table(), search_table()
    console = Console(width=140)
    for line in missing():
        console.print(line)
    for size in sizes:
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            runs = ours(Path(first), size, samples) | beside(Path(first), Path(second), size)
            if size <= max(options.mkdocs, min(sizes)):
                runs["MkDocs + Material, cold"] = mkdocs(Path(second) / "mkdocs", size, samples)
            if size == min(sizes):  # Lunr's index grows until a phone cannot hold it; the smallest size tells enough
                add_row(search, size, Path(first), Path(second) / "mkdocs")
        add_runs(table, size, runs)
    console.print(table)
    console.print(search)
    if options.checked:
        console.print(_check_table(options.checked, samples))
    if options.book:
        book = book_table()
        with tempfile.TemporaryDirectory() as folder:
            add_book(book, Path(folder), options.book, samples)
        console.print(book)


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
