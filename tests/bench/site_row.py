"""The website beside Hugo, Eleventy and plain MkDocs + Material with the same stories, in one run.

Ours is told seven ways: all from nothing (check, drawings, index, pages); pages alone, what was found and drawn before
being kept, as the peers make them; the same with the texts kept, too, as they were converted before; the same with the
files of the search; one text edited; one title edited; one text edited where there is no search. The peers check
nothing, draw nothing and, but for MkDocs, have no search.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from rich.table import Table

from tests.factory import make_root

from .corpus import write_corpus
from .measure import Run, run
from .peer_sites import check_pages, eleventy, hugo

BIN = Path(sys.executable).parent
MKDOCS = """
site_name: Những bông hoa đẹp
theme: {name: material, language: vi, font: false}
plugins: [search]
nav: [index.md]
not_in_nav: "*"
validation: {nav: {omitted_files: ignore}}
"""
_OF_PAGES = ("site-*.sqlite*", "shells-*.json")
"""What the cache holds of the folder the site is written into."""


def ours(folder: Path, count: int, samples: Path) -> dict[str, Run]:
    """Our seven ways, by name."""
    make_root(folder, {})
    write_corpus(folder, count, samples)
    command: list[str | Path] = [BIN / "hoa", "site", "--root", folder]
    bare: list[str | Path] = [sys.executable, Path(__file__).with_name("without_search.py")]
    runs = {}
    for name, words in (
        ("ours, cold", command),
        ("ours, pages, no search", [*bare, "converted", "--root", folder]),
        ("ours, pages, texts kept", [*bare, "--root", folder]),
        ("ours, pages and search", command),
    ):
        _forget_pages(folder)
        runs[name] = run(words, folder)
        check_pages(folder / "build" / "site" / "bai", count)
    edited = sorted((folder / "stories").rglob("*.md"))[count // 2]
    text = edited.read_text(encoding="utf-8")
    edited.write_text(f"{text}\nThêm một câu.\n", encoding="utf-8")
    runs["ours, one text edited"] = run(command, folder)
    edited.write_text(text.replace("title: ", "title: Lại nói ", 1), encoding="utf-8")
    runs["ours, one title edited"] = run(command, folder)
    run([*bare, "--root", folder], folder)  # from here on there are no files of the search
    edited.write_text(text, encoding="utf-8")
    run([*bare, "--root", folder], folder)
    edited.write_text(f"{text}\nThêm một câu.\n", encoding="utf-8")
    runs["ours, one text edited, no search"] = run([*bare, "--root", folder], folder)
    return runs


def _forget_pages(folder: Path) -> None:
    """Put the site aside and forget what is remembered of it; what was found, drawn and indexed stays.

    Aside, not away: where files have just been deleted by the thousand, some file systems make new ones five times as
    slowly, which would be told of us and not of the peers, who write into a place where nothing was.
    """
    if (folder / "build").exists():
        aside = folder / "aside"
        aside.mkdir(exist_ok=True)
        (folder / "build").rename(aside / str(len(list(aside.iterdir()))))
    for pattern in _OF_PAGES:
        for path in (folder / ".cache").glob(pattern):
            path.unlink()


def mkdocs(folder: Path, count: int, samples: Path) -> Run:
    """Plain MkDocs + Material with its search, in its fastest set-up: one entry in the navigation."""
    write_corpus(folder, count, samples)
    (folder / "stories").rename(folder / "docs")
    (folder / "docs" / "index.md").write_text("# Những bông hoa đẹp\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    told = run([BIN / "mkdocs", "build", "--quiet"], folder)
    check_pages(folder / "site", count)
    return told


def beside(root: Path, folder: Path, count: int) -> dict[str, Run]:
    """Hugo and Eleventy beside our built site in ``root``, as far as they are installed."""
    found = {
        "Hugo, cold": hugo(root, folder / "hugo", count),
        "Eleventy, cold": eleventy(root, folder / "eleventy", count),
    }
    return {name: told for name, told in found.items() if told is not None}


def site_table() -> Table:
    """An empty table for ``add_runs``."""
    table = Table(
        title="Website: hoa site beside Hugo and Eleventy (no search, no check) and MkDocs + Material (its search)"
    )
    table.add_column("stories", justify="right")
    table.add_column("what")
    for column in ("seconds", "a thousand", "processor", "memory", "seconds / Hugo", "processor / Hugo"):
        table.add_column(column, justify="right")
    return table


def add_runs(table: Table, count: int, runs: Mapping[str, Run]) -> None:
    """Add what was measured with ``count`` stories."""
    base = runs.get("Hugo, cold")
    for name, told in runs.items():
        ratios = (told.seconds / base.seconds, told.cpu / base.cpu) if base else ()
        table.add_row(
            str(count),
            name,
            f"{told.seconds:.2f} s",
            f"{told.seconds / count * 1000:.2f} s",
            f"{told.cpu:.1f} s",
            f"{told.megabytes:.0f} MB",
            *(f"{ratio:.2f}" for ratio in ratios),
        )
    table.add_section()
