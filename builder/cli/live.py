"""A web server for one's own machine: shows the site's folder, and tells open pages when it has changed."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from builder.model import BuilderError

_LISTEN = "/-/doi"
_SCRIPT = "/-/doi.js"
_PATIENCE_S = 25.0
"""So long an open page waits for news before it asks again: proxies and browsers cut longer requests."""
_PROOF = re.compile(r"/sach/([a-z0-9-]+)/ban-thao(/|\.pdf)")
_PROOF_PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Bản thảo sách {edition}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>
  html, body, iframe {{ margin: 0; width: 100%; height: 100%; border: 0; }}
  p {{ font: 1rem/1.5 serif; padding: 2rem; }}
</style>
</head><body>{body}</body></html>"""
_CLIENT = f"""\
const wait = async (seen) => {{
  try {{
    const answer = await fetch("{_LISTEN}?" + seen, {{cache: "no-store"}});
    const now = await answer.text();
    if (seen && now !== seen) location.reload();
    else wait(now);
  }} catch {{
    setTimeout(wait, 1000, seen);
  }}
}};
wait("");
"""


class State:
    """The number of the site's present state; open pages wait for the next one."""

    def __init__(self) -> None:
        self._number = 1
        self._changed = threading.Condition()

    def advance(self) -> None:
        """Tell all who wait that the site has changed."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, seen: str) -> str:
        """The present state, as soon as it is another than ``seen`` or patience is at its end."""
        with self._changed:
            self._changed.wait_for(lambda: str(self._number) != seen, timeout=_PATIENCE_S)
            return str(self._number)


Proof = Callable[[str], Path]
"""The PDF of a book's proof by the book's name; raises ``BuilderError`` where there is none to show."""


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site; pages with the script that listens for changes."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, state: State, proof: Proof, **named: object) -> None:
        self._state = state
        self._proof = proof
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # what the server hands to its handler

    def do_GET(self) -> None:
        """Answer a request."""
        path, _, seen = self.path.partition("?")
        if path == _LISTEN:
            self._answer(self._state.after(seen).encode(), "text/plain")
        elif path == _SCRIPT:
            self._answer(_CLIENT.encode(), "text/javascript")
        elif path == "/sw.js":
            # What a worker keeps would hide an edit.
            self.send_error(HTTPStatus.NOT_FOUND)
        elif found := _PROOF.fullmatch(path):
            self._answer_proof(*found.groups())
        else:
            self._answer_file(path)

    def _answer_proof(self, edition: str, ending: str) -> None:
        """The proof of a book: a page that shows it and follows its changes, or the PDF itself."""
        try:
            pdf = self._proof(edition)
        except BuilderError as error:
            body = f"<p>{escape(error.message)}<br>{escape(error.remedy)}</p>"
            self._answer_page(_PROOF_PAGE.format(edition=edition, body=body).encode(), HTTPStatus.NOT_FOUND)
            return
        if ending == ".pdf":
            self._answer(pdf.read_bytes(), "application/pdf")
        else:
            frame = f'<iframe src="../ban-thao.pdf" title="Bản thảo sách {edition}"></iframe>'
            self._answer_page(_PROOF_PAGE.format(edition=edition, body=frame).encode())

    def _answer_file(self, path: str) -> None:
        file = Path(self.translate_path(path))
        page = file / "index.html" if file.is_dir() and path.endswith("/") else file
        found = page.is_file()
        if not found and not file.is_dir():
            page = Path(self.directory) / "404.html"
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        self._answer_page(page.read_bytes(), HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)

    def _answer_page(self, html: bytes, status: HTTPStatus = HTTPStatus.OK) -> None:
        script = f'<script src="{_SCRIPT}" defer></script></body>'.encode()
        self._answer(html.replace(b"</body>", script), "text/html; charset=utf-8", status)

    def _answer(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Requests are nobody's concern here."""


def server(folder: Path, host: str, port: int, state: State, proof: Proof) -> ThreadingHTTPServer:
    """A server of ``folder`` and of the books' proofs, ``/sach/<name>/ban-thao/``; port 0 takes a free one.

    Raises:
        OSError: the address is taken or not this machine's.
    """
    made = ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder), state=state, proof=proof))
    made.daemon_threads = True
    return made
