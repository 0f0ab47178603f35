"""One page of every kind the built site has, found by looking: a new kind is tested the day it appears."""

from __future__ import annotations

import re
from pathlib import Path

_CLASS = re.compile(r'<div class="leaf ([\w -]*)" id="noi-dung"')


def page_kinds(site: Path) -> dict[str, str]:
    """For each kind (the class of its leaf) the address of its largest page, relative to the site."""
    largest: dict[str, tuple[int, str]] = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        found = _CLASS.search(html)
        assert found, path
        name = path.relative_to(site).as_posix()
        kind = "404" if name == "404.html" else found[1].strip()
        largest[kind] = max(largest.get(kind, (0, "")), (len(html), name.removesuffix("index.html")))
    return {kind: address for kind, (_, address) in sorted(largest.items())}
