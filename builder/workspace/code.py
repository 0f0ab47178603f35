"""The program's own fingerprint: what was kept by another version of the code is not used again."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from .cache import digest

_PACKAGE = Path(__file__).parent.parent
_ENGINES = ("jinja2", "markdown-it-py", "pillow")


@cache
def code_fingerprint(*packages: str) -> bytes:
    """A hash over the sources and data of some of our packages and the versions of the engines they may call."""
    files = (path for package in sorted(packages) for path in sorted((_PACKAGE / package).rglob("*")))
    sources = (path.read_bytes() for path in files if path.is_file() and path.suffix != ".pyc")
    return digest(*(f"{name} {version(name)}" for name in _ENGINES), *sources)
