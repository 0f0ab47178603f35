"""The book: cold, again after one edit, after an edit that adds pages; beside one WeasyPrint document."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from tests.factory import make_root

from .corpus import write_corpus
from .tree import TreeRun, run_tree

HOA = Path(sys.executable).with_name("hoa")
_EDITION = """title: Những bông hoa đẹp
subtitle: Toàn tập
kind: special
select: {years: 2009-2030}
sections: district
front: [half-title, title, imprint, contents]
back: [persons, colophon]
imprint: {regime: non-commercial, year: 2022}
sample: true
"""


@dataclass(frozen=True, slots=True)
class BookRuns:
    """Ours cold, after an edit, after one that adds pages; the same book as one document."""

    cold: TreeRun
    edit: TreeRun
    longer: TreeRun
    peer: TreeRun


def book_table() -> Table:
    """An empty table for ``add_book``."""
    table = Table(title="Book: hoa book --proof beside the same stories as one WeasyPrint document")
    for column in ("stories", "cold", "one edit", "pages more", "one document", "ratio cold", "ratio edit", "memory"):
        table.add_column(column, justify="right")
    return table


def add_book(table: Table, folder: Path, count: int, samples: Path) -> None:
    """Measure a book of so many stories and put a line into the table."""
    runs = measured(folder, count, samples)
    told = (f"{r.seconds:.1f} s {r.cpu:.1f} CPU {r.megabytes:.0f} MB" for r in (runs.cold, runs.edit, runs.longer))
    peer = f"{runs.peer.seconds:.1f} s {runs.peer.cpu:.1f} CPU {runs.peer.megabytes:.0f} MB"
    ratios = (
        runs.cold.seconds / runs.peer.seconds,
        runs.edit.seconds / runs.peer.seconds,
        runs.cold.megabytes / runs.peer.megabytes,
    )
    table.add_row(str(count), *told, peer, *(f"{ratio:.2f}" for ratio in ratios))


def measured(folder: Path, count: int, samples: Path) -> BookRuns:
    """Make a root of generated stories and its book, four times."""
    make_root(folder, {})
    write_corpus(folder, count, samples)
    edition = folder / "editions" / "toan-tap" / "edition.yml"
    edition.parent.mkdir()
    edition.write_text(_EDITION, encoding="utf-8")
    ours: list[str | Path] = [HOA, "book", "toan-tap", "--proof", "--root", folder]
    one: list[str | Path] = [sys.executable, "-m", "tests.bench.one_document", folder, "toan-tap", folder / "one.pdf"]
    cold = run_tree(ours, folder)
    story = sorted((folder / "stories").rglob("*.md"))[count // 2]
    text = story.read_text(encoding="utf-8")
    story.write_text(f"{text.rstrip()}!\n", encoding="utf-8")
    edit = run_tree(ours, folder)
    story.write_text(text + "\n" + text.split("\n---\n", 1)[1], encoding="utf-8")
    longer = run_tree(ours, folder)
    return BookRuns(cold, edit, longer, run_tree(one, folder))
