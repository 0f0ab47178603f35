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
    """A hash over the sources of some of our packages and the versions of the engines they may call."""
    folders = sorted(_PACKAGE / package for package in packages)
    sources = (path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.py")))
    return digest(*(f"{name} {version(name)}" for name in _ENGINES), *sources)
