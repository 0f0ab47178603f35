"""Golden pages: kept beside the tests, rewritten by ``HOA_GOLDEN=1 pytest tests/site``."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def golden(name: str, html: str) -> str:
    """The kept text of a page, after rewriting it if asked to."""
    path = _FOLDER / name
    if os.environ.get("HOA_GOLDEN"):
        path.write_text(html, encoding="utf-8")
    return path.read_text(encoding="utf-8")
