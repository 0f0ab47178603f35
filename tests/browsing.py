"""A browser for tests: the built site served on this machine, and pages that mind their manners."""

from __future__ import annotations

import functools
import gzip
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing."""


class PackingHandler(QuietHandler):
    """Serves as hosts do: text is compressed, and named files may be kept."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file in gzip where it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(path)
        if not path.is_file() or not kind.startswith(("text/", "application/j", "application/manifest", "image/svg")):
            super().do_GET()
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class QuietServer(ThreadingHTTPServer):
    """A server that does not mind a browser leaving in the middle of a page."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent."""


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    with QuietServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def chromium_path() -> str:
    """Debian's Chromium, or whichever the set-up found."""
    beside_python = Path(sys.executable).parent / "chromium"
    executable = str(beside_python) if beside_python.exists() else shutil.which("chromium")
    assert executable, "no chromium: run make setup"
    return executable


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser, without a window."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def well_behaved(browser: Browser, address: str, **context: Any) -> Iterator[Page]:
    """A page that minds its manners: no error in the console, no failed request, no request to another host."""
    complaints: list[str] = []
    room = browser.new_context(locale="vi-VN", **context)
    tab = room.new_page()
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on(
        "response", lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
    )
    tab.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    yield tab
    room.close()
    assert complaints == []
