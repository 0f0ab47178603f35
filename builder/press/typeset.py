"""Setting a document with WeasyPrint: HTML in, PDF out, and every complaint of the engine is an error.

WeasyPrint passes in silence over a missing glyph (another font of the machine steps in), a missing picture or an
unknown property (a line in its log). In a book each of these is a spoilt page, so here each stops the work.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import PIL
import pydyf  # type: ignore[import-untyped]  # ships no types
import weasyprint  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.ffi import pango  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import (  # type: ignore[import-untyped]
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

from builder.model import BuilderError

from .flat import put_back, set_aside
from .fonts import SCHEME, Fonts
from .leaf import cut, packed
from .sheet import Pictures, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "typeset-2"
"""Part of every key: change it when this file changes its results."""

_FONT_URL = re.compile(rf"""url\(["']?{SCHEME}([^"')]+)["']?\)""")


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


def key(sheet: Sheet, outfit: Outfit) -> bytes:
    """A hash of all that can change how a sheet is set: text, style, fonts, pictures, engines, this code."""
    total = hashlib.blake2b(digest_size=20)
    parts = [*engine_versions(), outfit.prepared_by, outfit.style, outfit.fonts.digest.hex(), sheet.html]
    parts += [f"{i.url} {i.digest.hex()} {i.width}x{i.height}" for i in sheet.images]
    parts += [outfit.separation.digest] if sheet.images else []
    parts += ["tagged"] if outfit.tagged else []
    for part in parts:
        data = part.encode()
        total.update(len(data).to_bytes(8, "big") + data)
    return total.digest()


@cache
def engine_versions() -> tuple[str, ...]:
    """All that sets type here, libraries of the machine included, each with its version."""
    return (
        VERSION,
        weasyprint.__version__,
        pydyf.__version__,
        PIL.__version__,
        str(pango.pango_version()),
    )


class Typesetter:
    """Sets sheets in one style. The fonts and the parsed style are shared by all of them."""

    def __init__(self, outfit: Outfit) -> None:
        self._outfit = outfit
        self._programs: dict[str, str] = {}
        self._configuration = FontConfiguration()
        fetcher = _Fetcher({f"{SCHEME}{name}": data for name, data in outfit.fonts.files.items()})
        with _complaints("kiểu chữ của sách"):
            self._style = weasyprint.CSS(
                string=outfit.style, font_config=self._configuration, url_fetcher=fetcher, base_url=SCHEME
            )

    def set(self, sheet: Sheet) -> bytes:
        """Set a sheet.

        Raises:
            BuilderError: a character no font has, a picture that cannot be had, anything the engine warns of.
        """
        html, drawings = set_aside(self._outfit.prepare(sheet.html))
        self._check_letters(sheet.name, html)
        inked = self._outfit.separation
        images = {i.url: inked.jpeg(Path(i.path), i.width, i.height) for i in sheet.images}
        with _complaints(sheet.name):
            document = weasyprint.HTML(string=html, url_fetcher=_Fetcher(images), base_url="sheet:")
            made: bytes = document.write_pdf(
                finisher=lambda _, pdf: put_back(pdf, drawings),
                stylesheets=[self._style],
                font_config=self._configuration,
                pdf_tags=self._outfit.tagged,
            )
        return made

    def cut(self, sheet: Sheet) -> tuple[bytes, bytes]:
        """Set a sheet and cut it: its PDF, its leaf (packed).

        Raises:
            BuilderError: as ``set``; a font is none of the house's, or something shines through.
        """
        made = self.set(sheet)
        return made, packed(cut(made, sheet.name, self._outfit.fonts, self._programs))

    def _check_letters(self, name: str, html: str) -> None:
        strange = sorted(set(html) - self._outfit.fonts.letters - _UNSEEN)
        if strange:
            named = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in strange[:8])
            msg = f"Phông chữ của sách không có {named}: {name}."
            raise BuilderError(msg, "Thay bằng chữ khác trong bài.")


_UNSEEN = frozenset("\n\r\t\u200b\u200c\u200d\u2060\ufeff\u00ad")


class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Gives what it was given and nothing else: no disk, no network."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ANN401, ARG002 - WeasyPrint's own
        if url not in self._files:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self._files[url])


@contextmanager
def _complaints(name: str) -> Iterator[None]:
    """Turn what WeasyPrint logs into an error that names the document."""
    logger = logging.getLogger("weasyprint")
    heard = _Listener()
    logger.addHandler(heard)
    try:
        yield
    except FatalURLFetchingError as error:
        msg = f"Không có tệp “{error}”: {name}."
        raise BuilderError(msg, "Kiểm tra tên tệp ảnh trong bài, tên phông trong kiểu chữ.") from error
    finally:
        logger.removeHandler(heard)
    if heard.lines:
        msg = f"Máy dàn trang không bằng lòng với {name}: {heard.lines[0]}"
        raise BuilderError(msg, "Sửa chỗ ấy trong bài hoặc trong theme/book.")


class _Listener(logging.Handler):
    """Keeps the lines of a log from warnings up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
