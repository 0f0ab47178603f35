"""``make bench``: speed as ratios against a peer in the same run.

Each row: what, how many stories, seconds and MB of ours, seconds and MB of the peer, the ratio of seconds.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.factory import REPOSITORY

from .book_row import add_book, book_table
from .check_row import check
from .peer_sites import missing
from .search_row import add_row, search_table
from .serve_row import add_served, serve_table
from .site_row import add_runs, beside, mkdocs, ours, site_table

SIZES = (1000, 3000, 10_000, 30_000)
SEARCHED = 10_000
"""Up to so many stories the search is asked in a browser, too."""
SERVED = 3000
CHECKED = 30_000
BOOK = 600
PHOTOS = 1
ONE_DOCUMENT = 600


def main() -> None:
    """Measure and print the tables."""
    options = _options()
    samples = REPOSITORY / "stories"
    console = Console(width=140)
    if options.sizes:
        _site(console, options.sizes, options.mkdocs, samples)
    if options.served:
        serving = serve_table()
        with tempfile.TemporaryDirectory() as folder:
            add_served(serving, Path(folder), options.served, samples)
        console.print(serving)
    if options.checked:
        console.print(_check_table(options.checked, samples))
    if options.book:
        book = book_table()
        with tempfile.TemporaryDirectory() as folder:
            add_book(
                book, Path(folder), options.book, samples, photos=options.photos, one_document=options.one_document
            )
        console.print(book)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = partial(parser.add_argument, type=int)
    add("--sizes", nargs="*", default=SIZES, help="numbers of stories of the site; none leaves it out")
    add("--served", default=SERVED, help="stories for the rows of serving; 0 leaves them out")
    add("--checked", default=CHECKED, help="stories for the row of the check; 0 leaves it out")
    add("--mkdocs", default=min(SIZES), help="up to so many stories plain MkDocs is measured, too")
    add("--book", default=BOOK, help="stories of the book; 0 leaves it out")
    add("--photos", default=PHOTOS, help="of so many stories of the book one has a photo; 0: none")
    add("--one-document", default=ONE_DOCUMENT, help="up to so many stories WeasyPrint makes the book in one piece")
    return parser.parse_args()


def _site(console: Console, sizes: Sequence[int], with_mkdocs: int, samples: Path) -> None:
    table, search = site_table(), search_table()
    for line in missing():
        console.print(line)
    for size in sizes:
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            runs = ours(Path(first), size, samples) | beside(Path(first), Path(second), size)
            # Lunr's index grows until a phone cannot hold it: the smallest size tells enough.
            peer = Path(second) / "mkdocs" if size <= max(with_mkdocs, min(sizes)) else None
            if peer is not None:
                runs["MkDocs + Material, cold"] = mkdocs(peer, size, samples)
            if size <= SEARCHED:
                add_row(search, size, Path(first), peer)
        add_runs(table, size, runs)
    console.print(table)
    console.print(search)


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
