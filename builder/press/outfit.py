"""What sheets are set with, and the keys they are kept under. To know these no engine is loaded."""

from __future__ import annotations

import ctypes
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from .fonts import SCHEME, Fonts
from .sheet import Pictures, Sheet

VERSION = "typeset-7"
"""Part of every key: change it when ``typeset`` changes its results."""

_FONT_URL = re.compile(rf"""url\(["']?{SCHEME}([^"')]+)["']?\)""")
_PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")


def font_names(style: str) -> list[str]:
    """The font files a style sheet names."""
    return _FONT_URL.findall(style)


@dataclass(frozen=True, slots=True)
class Outfit:
    """What all sheets of a book are set with: style, fonts, the way photos become ink or light.

    ``tagged`` sheets carry tags, which say what is a title, a paragraph, a picture. ``prepare`` readies the HTML of a
    sheet just before it is set; it must be a function of a module, so that workers find it. ``prepared_by`` changes
    whenever its results may change.
    """

    style: str
    fonts: Fonts
    separation: Pictures
    prepare: Callable[[str], str] = str
    prepared_by: str = ""
    tagged: bool = False


def keyed(sheets: Iterable[Sheet], outfit: Outfit) -> Iterator[tuple[bytes, Sheet]]:
    """Sheets, each with its key.

    That is a hash of all that can change how it is set: text, style, fonts, pictures, engines, this code.
    """
    around = hashlib.blake2b(digest_size=20)
    _add(around, *engine_versions(), outfit.prepared_by, outfit.style, outfit.fonts.digest.hex())
    for sheet in sheets:
        yield _key(around.copy(), sheet, outfit), sheet


def key(sheet: Sheet, outfit: Outfit) -> bytes:
    """The key of one sheet."""
    ((made, _),) = keyed([sheet], outfit)
    return made


def _key(total: hashlib.blake2b, sheet: Sheet, outfit: Outfit) -> bytes:
    _add(total, sheet.html, *(f"{i.url} {i.digest.hex()} {i.width}x{i.height}" for i in sheet.images))
    if sheet.images:
        _add(total, outfit.separation.digest)
    if outfit.tagged:
        _add(total, "tagged")
    return total.digest()


def _add(total: hashlib.blake2b, *parts: str) -> None:
    """Add parts, each with its length before it, so that no two lists of parts meet."""
    for part in parts:
        data = part.encode()
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)


@cache
def engine_versions() -> tuple[str, ...]:
    """All that sets type here, libraries of the machine included, each with its version."""
    return (VERSION, version("weasyprint"), version("pydyf"), version("pillow"), str(_pango_version()))


def _pango_version() -> int:
    """That of the library WeasyPrint loads."""
    for name in _PANGO:
        with suppress(OSError):
            return int(ctypes.CDLL(name).pango_version())
    from weasyprint.text.ffi import pango  # type: ignore[import-untyped]  # noqa: PLC0415 - it looks in more places

    return int(pango.pango_version())
