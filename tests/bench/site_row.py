"""The website beside plain MkDocs + Material with the same stories as pages, in one run."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.factory import make_root

from .corpus import write_corpus
from .measure import Run, run

BIN = Path(sys.executable).parent
PEER = """
site_name: Những bông hoa đẹp
theme: {name: material, language: vi, font: false}
plugins: [search]
nav: [index.md]
not_in_nav: "*"
validation: {nav: {omitted_files: ignore}}
"""


def ours(folder: Path, count: int, samples: Path) -> tuple[Run, Run]:
    """A cold build of the site, and a second one after one story was edited."""
    make_root(folder, {})
    write_corpus(folder, count, samples)
    command: list[str | Path] = [BIN / "hoa", "site", "--root", folder]
    cold = run(command, folder)
    pages = len(list((folder / "build" / "site" / "bai").rglob("index.html")))
    if pages != count:
        msg = f"{count} stories went in and {pages} pages came out"
        raise RuntimeError(msg)
    edited = next((folder / "stories").rglob("*.md"))
    edited.write_text(edited.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    return cold, run(command, folder)


def peer(folder: Path, count: int, samples: Path) -> Run:
    """Plain MkDocs + Material, in its fastest set-up: one entry in the navigation."""
    write_corpus(folder, count, samples)
    (folder / "stories").rename(folder / "docs")
    (folder / "docs" / "index.md").write_text("# Những bông hoa đẹp\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PEER, encoding="utf-8")
    return run([BIN / "mkdocs", "build", "--quiet"], folder)
