"""The same stories in Hugo and in Eleventy: our shell as their layout, story pages, listings of sixty; no search."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

from builder.site import DOORS, SERIES, SIDE_DOORS
from builder.vocabulary import load_vocabulary
from tests.factory import REPOSITORY

from .corpus import sentences, story
from .measure import Run, run

PEERS = Path(__file__).with_name("peers")
NODE = Path(sys.executable).with_name("node")
ELEVENTY = REPOSITORY / "tests" / "node" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
INSTALL = {"Hugo": "apt-get install hugo", "Eleventy": "make setup"}
"""How to get a peer that is missing."""

_UP = re.compile(r'(href|src|action)="\.\.(?:/([^"]*))?"')
_NUMBER = re.compile(r"^(year|volume): (\d+)$", re.MULTILINE)
_KINDS = {"volume": "Tập", "district": "Địa bàn", "field": "Lĩnh vực", "year": "Năm", "award_level": "Cấp khen"}
_HUGO_MARKS = {
    "title": f"{{{{ .Title }}}} – {SERIES}",
    "description": "{{ .Params.person }}, {{ .Params.unit }}",
    "path": "{{ .RelPermalink }}",
    "css_class": "page-{{ .Kind }}",
    "body": '{{ block "main" . }}{{ end }}',
} | {
    f"section:{door.code}": f'{{{{ if eq .Section "{door.code}" }}}} aria-current="true"{{{{ end }}}}'
    for door in (*DOORS, *SIDE_DOORS)
}


def missing() -> list[str]:
    """One line for each peer that is not on this machine: what to type to get it."""
    there = {"Hugo": shutil.which("hugo") is not None, "Eleventy": NODE.is_file() and ELEVENTY.is_file()}
    return [
        f"{name} is not installed and was left out; to measure it: {INSTALL[name]}" for name in there if not there[name]
    ]


def hugo(root: Path, folder: Path, count: int) -> Run | None:
    """Hugo, cold, beside our built site in ``root``; None where there is no Hugo."""
    if shutil.which("hugo") is None:
        return None
    hugo_source(root, folder, count)
    told = run(["hugo", "--quiet"], folder)
    check_pages(folder / "public" / "bai", count)
    return told


def hugo_source(root: Path, folder: Path, count: int) -> None:
    """What Hugo makes the same site of, beside our built site in ``root``."""
    shutil.copytree(PEERS / "hugo", folder, dirs_exist_ok=True)
    base = re.sub(r"\[\[hoa:([a-z_:-]+)\]\]", lambda mark: _HUGO_MARKS.get(mark[1], ""), _shell(root))
    (folder / "layouts" / "_default" / "baseof.html").write_text(base, encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "labels.json").write_text(json.dumps(_labels()), encoding="utf-8")
    _write_stories(folder / "content" / "bai", count)
    for volume in (folder / "content" / "bai").iterdir():
        (volume / "_index.md").write_text("---\n_build: {render: never}\n---\n", encoding="utf-8")
    _dress(root, folder / "static")


def eleventy(root: Path, folder: Path, count: int) -> Run | None:
    """Eleventy, cold, beside our built site in ``root``; None where it is not installed."""
    if not NODE.is_file() or not ELEVENTY.is_file():
        return None
    shutil.copytree(PEERS / "eleventy", folder, dirs_exist_ok=True)
    (folder / "shell.html").write_text(_shell(root), encoding="utf-8")
    (folder / "labels.json").write_text(json.dumps(_labels()), encoding="utf-8")
    _write_stories(folder / "src" / "bai", count)
    _dress(root, folder / "static")
    told = run([NODE, ELEVENTY, "--quiet"], folder)
    check_pages(folder / "public" / "bai", count)
    return told


def check_pages(made: Path, count: int) -> None:
    """Count the pages of stories below ``made``: one folder a volume, one a story.

    Raises:
        RuntimeError: there are more or fewer than stories.
    """
    pages = len(list(made.glob("tap-*/*/index.html")))
    if pages != count:
        msg = f"{made}: {count} stories went in and {pages} pages came out"
        raise RuntimeError(msg)


def _shell(root: Path) -> str:
    """The shell our own site was poured into, its links from the host's root so that it fits every depth."""
    (kept,) = (root / ".cache").glob("shells-*.json")
    shell = json.loads(kept.read_text(encoding="utf-8"))["shells"]["1"]
    return _UP.sub(lambda link: f'{link[1]}="/{link[2] or ""}"', shell)


def _labels() -> dict[str, str]:
    """The names of districts, fields, award levels and ways of filing by their codes."""
    vocabulary = load_vocabulary()
    lists = (vocabulary.districts, vocabulary.fields, vocabulary.award_levels)
    return _KINDS | {code: term.label for terms in lists for code, term in terms.items()}


def _write_stories(folder: Path, count: int) -> None:
    """The same files as ours, numbers as text, for a shelf's code is text."""
    pool = sentences(REPOSITORY / "stories")
    for number in range(count):
        path, text = story(number, pool)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(_NUMBER.sub(r'\1: "\2"', text), encoding="utf-8")


def _dress(root: Path, static: Path) -> None:
    """Styles, fonts and scripts as our site has them."""
    for name in ("giao-dien", "assets"):
        shutil.copytree(root / "build" / "site" / name, static / name)
