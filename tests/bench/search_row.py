"""Search beside Material's Lunr: both sites in a browser, on one line of 10 Mbit/s and 40 ms, empty cache.

Run with a root, it prints how long the index takes, cold and after one edit, and the memory of doing so.
"""

from __future__ import annotations

import gzip
import json
import os
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright
from rich.table import Table

from builder.catalogue import Library
from builder.pipeline import load
from builder.render import plain_text
from builder.site import Kit, PhotoView
from builder.site.search import search_files
from builder.vietnamese.fold import fold
from builder.workspace import Cache, digest, find_root, template_environment
from tests.factory import REPOSITORY

NETWORK = {"offline": False, "latency": 40, "downloadThroughput": 1_250_000, "uploadThroughput": 1_250_000}
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"} | {
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
}
COMMON = "co mot nguoi cho den khong"
SEARCH = ("/tim-kiem/", "/giao-dien/search/", "/search/", "/assets/javascripts/workers/")


@dataclass(frozen=True, slots=True)
class Index:
    """Seconds of a cold index, of one after an edit, and MB of the process that made it (with the loaded stories)."""

    cold: float
    edit: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Answers:
    """Milliseconds from opening to the first answer, and after a key when warm; kB for the first, and for the first one
    of words that stand in nearly every text; right ones."""

    first: float
    key: float
    kilobytes: float
    common: float
    right: int


@dataclass(frozen=True, slots=True)
class Way:
    """How a site is asked: the page, its field (and what opens it), its state, its results."""

    page: str
    field: str
    state: str
    final: str
    result: str


OURS = Way("tim-kiem/", ".finder-field", "[data-finder-status]", r"^(Thấy \d|Không thấy)", ".result")
PEER = Way("", ".md-search__input", ".md-search-result__meta", r"\d|Không tìm thấy", ".md-search-result__item")


def search_table() -> Table:
    """An empty table for ``add_row``."""
    title = "Search: 10 Mbit/s and 40 ms, empty cache; index made cold, after one edit, and its memory"
    table = Table(title=title)
    for column in (
        "stories",
        "",
        "index",
        "first answer",
        "after a key",
        "for the first",
        "of common words",
        "right, typed without marks",
    ):
        table.add_column(column, justify="right")
    return table


def add_row(table: Table, size: int, root: Path, peer: Path | None) -> None:
    """Measure the built sites below ``root`` (ours) and ``peer``, where there is one, and put a line each down."""
    index = index_runs(root)
    wanted = queries(root)
    made = f"{index.cold:.1f} s, {index.edit:.1f} s, {index.megabytes} MB"
    lines = [("hoa", made, ask(root / "build" / "site", OURS, wanted))]
    if peer is not None:
        lines.append(("MkDocs + Material (Lunr)", "in its build", ask(peer / "site", PEER, wanted)))
    for name, work, answers in lines:
        times = (
            f"{answers.first:.0f} ms",
            f"{answers.key:.0f} ms",
            f"{answers.kilobytes:.0f} kB",
            f"{answers.common:.0f} kB",
        )
        table.add_row(str(size), name, work, *times, f"{answers.right} of {len(wanted)}")


def index_runs(root: Path) -> Index:
    """Make the index of a root in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.search_row", str(root)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Index(**json.loads(done.stdout))


def queries(folder: Path) -> tuple[str, str]:
    """A name and a phrase of four words from a story, both without marks."""
    path = min((folder / "stories").rglob("*.md"))
    head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
    name = head.split("person: ", 1)[1].split("\n", 1)[0]
    words = plain_text(body).split()
    fours = (words[at : at + 4] for at in range(len(words)))
    return fold(name), fold(" ".join(next(four for four in fours if all(word.isalpha() for word in four))))


def ask(site: Path, way: Way, wanted: tuple[str, str]) -> Answers:
    """Ask a site in a browser. The first run only warms the server's compression."""
    with _served(site) as (address, sent), _browser() as browser:
        _first(browser, address, way, wanted[0])
        runs = []
        for query in wanted:
            sent.clear()
            page, first = _first(browser, address, way, query)
            size = _searched(sent)
            right = _right(page, way, query)
            keys = [_type(page, way, query[:end]) for end in range(max(3, len(query) - 4), len(query) + 1)]
            runs.append(Answers(first, median(keys), size, 0, int(right)))
            page.context.close()
        sent.clear()
        page, _ = _first(browser, address, way, COMMON)
        page.wait_for_timeout(500)  # for the excerpts
        page.context.close()
        common = _searched(sent)
    return Answers(
        max(run.first for run in runs),
        max(run.key for run in runs),
        max(run.kilobytes for run in runs),
        common,
        sum(run.right for run in runs),
    )


def _searched(sent: Counter[str]) -> float:
    """The kB sent for searching alone."""
    return sum(count for path, count in sent.items() if path.startswith(SEARCH)) / 1000


def _right(page: Page, way: Way, query: str) -> bool:
    """Whether the first answer shows what was asked for; its excerpt may come a moment later."""
    shown = page.locator(way.result)
    for _ in range(20):
        if shown.count() and query in fold(shown.first.inner_text()):
            return True
        page.wait_for_timeout(50)
    return False


def _first(browser: Browser, address: str, way: Way, query: str) -> tuple[Page, float]:
    page = browser.new_context().new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    start = time.perf_counter()
    page.goto(address + way.page, wait_until="domcontentloaded")
    _type(page, way, query)
    return page, (time.perf_counter() - start) * 1000


def _type(page: Page, way: Way, text: str) -> float:
    """Milliseconds from a change of the field to the final state."""
    found: float = page.evaluate(TYPE, [way.field, way.state, way.final, way.result, text])
    return found


TYPE = """([field, state, final, result, text]) => new Promise((resolve) => {
  const input = document.querySelector(field);
  const told = document.querySelector(state);
  const before = told.textContent;
  let touched = false;
  const start = performance.now();
  const look = () => {
    touched ||= told.textContent !== before;
    if (touched && new RegExp(final).test(told.textContent)) {
      seen.disconnect();
      resolve(performance.now() - start);
    }
  };
  const seen = new MutationObserver(() => { touched = true; look(); });
  seen.observe(told, { childList: true, characterData: true, subtree: true });
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})"""


@contextmanager
def _browser() -> Iterator[Browser]:
    beside_python = Path(sys.executable).parent / "chromium"
    executable = str(beside_python) if beside_python.exists() else shutil.which("chromium")
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: a browser that leaves a page while it loads is no error."""


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, Counter[str]]]:
    """A server as hosts are: it compresses text. It counts the bytes it sent, by path."""
    sent: Counter[str] = Counter()
    ready: dict[Path, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = self.path.split("?", maxsplit=1)[0]
            path = site / name.lstrip("/") / ("index.html" if name.endswith("/") else "")
            if not path.is_file():
                self.send_error(404)
                return
            kind = TYPES.get(path.suffix)
            if path not in ready:
                data = path.read_bytes()
                ready[path] = gzip.compress(data, 6, mtime=0) if kind else data
            self.send_response(200)
            self.send_header("Content-Type", kind or "application/octet-stream")
            self.send_header("Content-Length", str(len(ready[path])))
            if kind:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(ready[path])
            sent[name] += len(ready[path])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
            pass

    with _Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def _make_all(stories: Library, kept: Callable[[str, Callable[[], str]], str]) -> None:
    nothing = template_environment(REPOSITORY / "theme" / "site" / "templates")
    kit = Kit(stories, (), nothing, {}, kept, lambda photo: PhotoView(photo.file, 1, 1), {})
    for files in search_files(kit):
        list(files.make())


def _index_once(root: Path) -> Index:
    stories = load(find_root(root)).library
    store = root / ".cache" / "bench.sqlite"
    store.unlink(missing_ok=True)
    with Cache(store) as cache:

        def kept(key: str, make: Callable[[], str]) -> str:
            return cache.bytes(digest(key), lambda: make().encode()).decode()

        start = time.perf_counter()
        _make_all(stories, kept)
        cold = time.perf_counter() - start
        edited = min((root / "stories").rglob("*.md"))
        before = edited.read_text(encoding="utf-8")
        edited.write_text(f"{before}\nThêm một câu.\n", encoding="utf-8")
        stories = load(find_root(root)).library
        edited.write_text(before, encoding="utf-8")
        start = time.perf_counter()
        _make_all(stories, kept)
        edit = time.perf_counter() - start
    return Index(cold, edit, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    made = _index_once(Path(sys.argv[1]))
    os.write(1, json.dumps({"cold": made.cold, "edit": made.edit, "megabytes": made.megabytes}).encode())
