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
    return digest(*_engines(), *(_sources(package) for package in sorted(packages)))


@cache
def _engines() -> tuple[str, ...]:
    return tuple(f"{name} {version(name)}" for name in _ENGINES)


@cache
def _sources(package: str) -> bytes:
    """A hash over one package: many fingerprints share it, and it is read once."""
    files = (path for path in sorted((_PACKAGE / package).rglob("*")) if path.is_file() and path.suffix != ".pyc")
    return digest(*(path.read_bytes() for path in files))
