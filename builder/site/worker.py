"""Reading without a network: the page that says so, and the service worker that keeps what was read."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from typing import Final

from builder.model import BuilderError

from . import addresses
from .kit import Kit
from .page import Page, SiteFile

WORKER_FILE: Final = "sw.js"
"""At the root, for a worker serves the folder it lies in; never renamed, for browsers ask for it under its old name."""

_TITLE: Final = "Đang ngoại tuyến"
_ASKED: Final = re.compile(r'<(?:link|script)\b[^>]*?\s(?:href|src)="((?:\.\./)+[^"?#]+\.[a-z0-9]+)"')
_PLACES: Final = ("version", "shell", "offline")


def offline_page(kit: Kit) -> Page:
    """What is shown for a page that is not kept: the list of those that are."""
    path = f"{addresses.OFFLINE}/"
    body = kit.page("offline.html", path, title=_TITLE)
    script = f'<script type="module" src="../{kit.assets["kept.js"]}"></script>'
    head = f'<meta name="robots" content="noindex">\n{script}'
    lead = "Máy đang không có mạng: những trang đã mở vẫn đọc được."
    return Page(path, _TITLE, lead, "", body, "page-offline", head)


def worker_file(source: str, offline: str) -> SiteFile:
    """The worker, told what to keep from the first: the offline page and all that page asks for.

    Its version is that of what it keeps, so a browser takes a new worker exactly when something of that has changed.

    Args:
        source: the worker with ``[[hoa:…]]`` in place of its version, its list and the offline page's address.
        offline: the finished HTML of the offline page.

    Raises:
        BuilderError: the source lacks one of its places.
    """
    page = f"{addresses.OFFLINE}/"
    asked = {posixpath.normpath(posixpath.join(page, link)) for link in _ASKED.findall(offline)}
    shell = sorted(path for path in asked if "/icons/" not in path)  # only an installed site shows them
    version = hashlib.blake2b("\0".join([source, offline, *shell]).encode(), digest_size=6).hexdigest()
    values = {"version": json.dumps(version), "shell": json.dumps(shell), "offline": json.dumps(page)}
    for name in _PLACES:
        place = f'"[[hoa:{name}]]"'
        if place not in source:
            msg = f"Tệp theme/site/worker.js thiếu chỗ {place}."
            raise BuilderError(msg, "Xem lại tệp ấy.")
        source = source.replace(place, values[name])
    return SiteFile(WORKER_FILE, source.encode())
