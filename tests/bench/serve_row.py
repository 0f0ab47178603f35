"""The site while one writes: from saving a story until its page shows it, in ``hoa serve`` and in ``hugo server``.

An edited text is waited for on the page of its story, an edited title on the listing of its year, too. What is asked is
what a browser would ask: the page, by HTTP, again and again until it has changed.
"""

from __future__ import annotations

import http.client
import itertools
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from rich.table import Table

from tests.factory import make_root

from .corpus import write_corpus
from .peer_sites import hugo_source

HOA = Path(sys.executable).with_name("hoa")
SITE: tuple[str | Path, ...] = (HOA, "site", "--root")
_EDITS = ("một", "hai", "ba", "bốn", "năm")
"""In words: a number would be tied to the word before it."""
_CALM_S = 3.0
"""Between two edits: what the first one made necessary beside its page is done by then."""
_PATIENCE_S = 120.0
_LOOK_S = 0.004


@dataclass(frozen=True, slots=True)
class Served:
    """Seconds until an edited text is on its page; until an edited title is there; until it is on a listing."""

    text: float
    title: float
    listing: float


@dataclass(frozen=True, slots=True)
class _Server:
    """A server at work: its port, the file of the story that is edited, its page, where listings of its year begin."""

    port: int
    file: Path
    page: str
    shelf: str
    following: str

    def fetched(self, path: str) -> str:
        """What it answers; empty where it answers with an error, or not yet at all."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE_S)) as line:
            try:
                line.request("GET", quote(path))
                answer = line.getresponse()
                told = answer.read().decode()
            except OSError:
                return ""
            return told if answer.status == http.client.OK else ""

    def until(self, path: str, words: str) -> float:
        """Seconds until a page holds these words.

        Raises:
            RuntimeError: it never did.
        """
        start = time.perf_counter()
        while words not in self.fetched(path):
            if time.perf_counter() - start > _PATIENCE_S:
                msg = f"“{words}” did not appear on {path}"
                raise RuntimeError(msg)
            time.sleep(_LOOK_S)
        return time.perf_counter() - start

    def listing(self, words: str) -> str:
        """The page of the year's listings that holds these words."""
        further = (f"{self.shelf}{self.following.format(number=number)}" for number in itertools.count(2))
        for path in itertools.chain([self.shelf], further):
            told = self.fetched(path)
            if not told:
                break
            if words in told:
                return path
        msg = f"no listing below {self.shelf} shows “{words}”"
        raise RuntimeError(msg)


def serve_table() -> Table:
    """An empty table for ``add_served``."""
    table = Table(title="Serving: from saving a story to the page that shows it")
    for column in ("stories", "", "edited text, on its page", "edited title, on its page", "and on its listing"):
        table.add_column(column, justify="right")
    return table


def add_served(table: Table, folder: Path, count: int, samples: Path) -> None:
    """Measure with so many stories and put a line for each server into the table."""
    root, peer = folder / "ours", folder / "hugo"
    make_root(root, {})
    write_corpus(root, count, samples)
    subprocess.run([*SITE, root], check=True, capture_output=True)
    hugo_there = shutil.which("hugo") is not None
    if hugo_there:  # it wears the shell of the site that has just been made
        hugo_source(root, peer, count)
    rows = {"hoa serve": _ours(root)} | ({"hugo server": _hugo(peer)} if hugo_there else {})
    for name, told in rows.items():
        times = (f"{seconds * 1000:.0f} ms" for seconds in (told.text, told.title, told.listing))
        table.add_row(str(count), name, *times)


def _ours(root: Path) -> Served:
    port = _free_port()
    file = _story(root / "stories")
    command: list[str | Path] = [HOA, "serve", "--address", f"127.0.0.1:{port}", "--root", root]
    shelf = f"/nam/{_year(file)}/"
    with _running(command, root):
        return _measured(_Server(port, file, f"/bai/{file.parent.name}/{file.stem}/", shelf, "{number}/"))


def _hugo(folder: Path) -> Served:
    port = _free_port()
    file = _story(folder / "content" / "bai")
    command: list[str | Path] = ["hugo", "server", "--port", str(port), "--quiet", "--disableLiveReload"]
    with _running(command, folder):
        page, shelf = f"/bai/{file.parent.name}/{file.stem}/", f"/year/{_year(file)}/"
        return _measured(_Server(port, file, page, shelf, "page/{number}/"))


def _measured(server: _Server) -> Served:
    text = server.file.read_text(encoding="utf-8")
    title = re.search(r"^title: (.+)$", text, re.MULTILINE)
    if title is None:
        msg = f"{server.file} has no title"
        raise RuntimeError(msg)
    server.until(server.page, title[1])
    listing = server.listing(title[1])
    texts, titles, listings = [], [], []
    for number in _EDITS:
        words = f"Câu thêm {number}."
        texts.append(_edited(server, f"{text}\n{words}\n", server.page, words))
        words = f"{title[1]} lần {number}"  # at its end: listings in order of titles keep their order
        titles.append(_edited(server, text.replace(title[1], words, 1), server.page, words))
        listings.append(titles[-1] + server.until(listing, words))
        _edited(server, text, listing, f"{title[1]}<")
    return Served(median(texts), median(titles), median(listings))


def _edited(server: _Server, text: str, page: str, words: str) -> float:
    """Seconds until a page holds these words once the story has this text; the server was at rest before."""
    time.sleep(_CALM_S)
    server.file.write_text(text, encoding="utf-8")
    return server.until(page, words)


def _story(folder: Path) -> Path:
    """A story in the middle of the stock."""
    files = sorted(file for file in folder.rglob("*.md") if not file.name.startswith("_"))
    return files[len(files) // 2]


def _year(file: Path) -> str:
    found = re.search(r'^year: "?(\d+)', file.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _running(command: Sequence[str | Path], folder: Path) -> Iterator[None]:
    process = subprocess.Popen(
        [str(part) for part in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()
