"""What a page may load and run: its own files, and nothing else. No inline script or style, no other host.

The policy stands in every page, for many hosts let nobody set headers. A ``meta`` element cannot forbid framing; hosts
that read a file ``_headers`` are told the rest there, and that whatever is named by its content never changes.
"""

from __future__ import annotations

from typing import Final

from .assets import ASSETS
from .page import SiteFile
from .worker import WORKER_FILE

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'"
)
"""CSP Level 3; ``default-src 'none'`` forbids objects and frames too. JSON-LD is data, which no browser executes."""


def headers_file() -> SiteFile:
    """``_headers``, as Netlify, Cloudflare Pages and others read it."""
    every = (
        f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "X-Content-Type-Options: nosniff",
    )
    for_ever = ("Cache-Control: public, max-age=31536000, immutable",)
    never = ("Cache-Control: no-cache",)
    rules = {"/*": every, f"/{WORKER_FILE}": never, f"/{ASSETS}/*": for_ever, "/assets/stylesheets/*": for_ever}
    text = "\n".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules.items())
    return SiteFile("_headers", text.encode())
