"""The book: cold, after edits from a fresh command and in the watching one; beside one WeasyPrint document and Typst.

Ours makes a proof ready for the press: photos in four inks, plates, planned pages, every page read back. The document
by WeasyPrint is the same HTML with the same photos in one piece; Typst is told the same texts in its own words and
measured alone. Both pass photos through as they come from the camera, which no press takes. To put them into inks is
measured by itself, and where ours does so it is compared with a peer for whom somebody has done it.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pikepdf
from rich.table import Table

from tests.factory import REPOSITORY

from .book_corpus import EDITION, Shape, write_book
from .measure import Run, run
from .typst_book import BOOK, COMPILE

HOA = Path(sys.executable).with_name("hoa")
HERE = Path(__file__).parent
INSTALL = "make bench"
"""How to get Typst where it is missing."""
_COLD = "ours, cold (peers with inks)"
_WEASYPRINT, _TYPST, _INKS = "one WeasyPrint document", "Typst", "photos put into inks"


@dataclass(frozen=True, slots=True)
class BookRun:
    """What one way of making the book took, and the pages of the book it made; or why it was not measured."""

    run: Run | None
    pages: int = 0
    why_not: str = ""


def book_table() -> Table:
    """An empty table for ``add_book``."""
    table = Table(title="Book: hoa book --proof beside the same stories as one WeasyPrint document and in Typst")
    table.add_column("stories", justify="right")
    table.add_column("what", no_wrap=True)
    ratios = ("one doc.\n/ this", "the same\nin CPU", "this\n/ Typst", "the same\nin CPU", "the same\nin MB")
    for column in ("pages", "seconds", "CPU", "memory", *ratios):
        table.add_column(column, justify="right")
    return table


def add_book(  # noqa: PLR0913 - the table and what is measured
    table: Table, folder: Path, count: int, samples: Path, *, photos: int, one_document: int
) -> None:
    """Measure a book of so many stories, of ``photos`` one with a photo, and put its lines into the table.

    Above ``one_document`` stories WeasyPrint is not asked for the book in one piece: it takes minutes and gigabytes.
    """
    write_book(folder, count, samples, Shape(photos=photos))
    runs = dict(_ours(folder, count))
    runs[_WEASYPRINT] = _one_document(folder) if count <= one_document else _not(f"not above {one_document}")
    runs[_TYPST] = _typst(folder) if find_spec("typst") else _not(f"not installed: {INSTALL}")
    runs[_INKS] = inks = _inks(folder)
    for name, told in runs.items():
        peers = (runs[_WEASYPRINT].run, runs[_TYPST].run)
        one, typst = (_both(peer, inks.run) for peer in peers) if name == _COLD else peers
        if told.run is None:
            table.add_row(str(count), f"{name}: {told.why_not}")
        else:
            table.add_row(str(count), name, str(told.pages or ""), *_cells(told.run, one, typst))
    table.add_section()


def _both(one: Run | None, other: Run | None) -> Run | None:
    """One after the other."""
    if one is None or other is None:
        return None
    return Run(one.seconds + other.seconds, max(one.megabytes, other.megabytes), one.cpu + other.cpu)


def _cells(this: Run, one: Run | None, typst: Run | None) -> Iterator[str]:
    yield from (f"{this.seconds:.2f} s", f"{this.cpu:.1f} s", f"{this.megabytes:.0f} MB")
    yield from (f"{one.seconds / this.seconds:.1f}", f"{one.cpu / this.cpu:.1f}") if one else ("", "")
    if typst:
        ratios = (this.seconds / typst.seconds, this.cpu / typst.cpu, this.megabytes / typst.megabytes)
        yield from (f"{ratio:.2f}" for ratio in ratios)


def _not(why: str) -> BookRun:
    return BookRun(None, why_not=why)


def _ours(folder: Path, count: int) -> Iterator[tuple[str, BookRun]]:
    """Cold; all pages anew after a change of style, photos kept; edits from a fresh command, then while watching.

    Kept photos are in four inks already. One edit leaves the pages as many as they were,
    the other adds some.
    """
    command: list[str | Path] = [HOA, "book", EDITION, "--proof", "--root", folder]
    told = folder / "build" / "books" / EDITION / f"{EDITION}-proof.json"

    def made() -> BookRun:
        return BookRun(run(command, folder), json.loads(told.read_text(encoding="utf-8"))["pages"])

    yield _COLD, made()
    _change_style(folder)
    yield "ours, photos kept", made()
    story = sorted((folder / "stories").rglob("*.md"))[count // 2]
    text = story.read_text(encoding="utf-8")
    story.write_text(f"{text.rstrip()}!\n", encoding="utf-8")
    yield "ours, one edit", made()
    story.write_text(text + text.split("\n---\n", 1)[1], encoding="utf-8")
    yield "ours, pages more", made()
    story.write_text(text, encoding="utf-8")
    watched = folder / "watched.json"
    whole = run([sys.executable, HERE / "watch_edits.py", folder, EDITION, story, watched], folder)
    for name, one in json.loads(watched.read_text(encoding="utf-8")).items():
        yield f"ours, {name}, watching", BookRun(Run(one["seconds"], whole.megabytes, one["cpu"]), one["pages"])


def _change_style(folder: Path) -> None:
    """Give a root a theme of its own, with something in its style that changes no page."""
    theme = folder / "theme"
    own = shutil.copytree(theme, folder / "own")
    with (own / "book" / "book.css").open("a", encoding="utf-8") as style:
        style.write("\n/* as before */\n")
    theme.unlink()
    own.rename(theme)


def _one_document(folder: Path) -> BookRun:
    target = folder / "one.pdf"
    return BookRun(run([sys.executable, HERE / "one_document.py", folder, EDITION, target], folder), _pages(target))


def _typst(folder: Path) -> BookRun:
    source, target = folder / "typst", folder / "typst.pdf"
    # Making the source is no part of it. Its module needs our tests' packages: the repository is where it starts.
    run([sys.executable, "-m", "tests.bench.typst_book", folder, EDITION, source], REPOSITORY)
    fonts = REPOSITORY / "assets" / "fonts"
    return BookRun(run([sys.executable, "-c", COMPILE, source / BOOK, target, fonts], folder), _pages(target))


def _inks(folder: Path) -> BookRun:
    return BookRun(run([sys.executable, HERE / "inks.py", folder, EDITION, folder / "inks"], folder))


def _pages(path: Path) -> int:
    with pikepdf.Pdf.open(path) as pdf:
        return len(pdf.pages)
