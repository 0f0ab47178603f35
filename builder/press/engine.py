"""Bringing in the engine: WeasyPrint takes half a second to load, so it is loaded when something has to be set."""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from builder.forking import may_fork

if TYPE_CHECKING:
    from .outfit import Outfit
    from .sheet import Files
    from .typeset import Typesetter

_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
"""What WeasyPrint cannot do without, by the names Linux has for it."""


def typesetter(outfit: Outfit, files: Files | None = None) -> Typesetter:
    """One who sets sheets in an outfit, and keeps photos as files."""
    with _no_search():
        from .typeset import Typesetter  # noqa: PLC0415 - see above

    return Typesetter(outfit, files)


def load_engine() -> None:
    """Load the engine."""
    with _no_search():
        from . import typeset  # noqa: F401, PLC0415 - see above


def ready_to_be_copied() -> bool:
    """Load the engine if this process can then be copied (forked) with it; whether it can."""
    if not may_fork():
        return False
    load_engine()
    return True


@contextmanager
def _no_search() -> Iterator[None]:
    """Spare WeasyPrint the search for its libraries where they are found by name.

    It asks for each by names of other systems first, for which a dozen programs (ldconfig, gcc, ld) are run in vain.
    """
    if not _at_hand():
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = _nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _nothing(name: str) -> None:
    """What a search finds."""


def _at_hand() -> bool:
    if sys.platform != "linux" or "weasyprint" in sys.modules:
        return False
    try:
        for name in _LIBRARIES:
            ctypes.CDLL(name)
    except OSError:
        return False
    return True
