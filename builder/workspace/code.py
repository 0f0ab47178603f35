"""The program's own fingerprint: what was kept by another version of the code is not used again."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from .cache import digest

_PACKAGE = Path(__file__).parent.parent
_ENGINES = ("jinja2", "markdown-it-py", "pillow", "weasyprint", "pydyf", "pikepdf")


@cache
def code_fingerprint() -> bytes:
    """A hash over the sources of the program and the versions of the engines it calls."""
    sources = (path.read_bytes() for path in sorted(_PACKAGE.rglob("*.py")))
    return digest(*(f"{name} {version(name)}" for name in _ENGINES), *sources)
