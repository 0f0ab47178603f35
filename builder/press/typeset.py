"""Setting a document with WeasyPrint: HTML in, PDF out, and every complaint of the engine is an error.

WeasyPrint passes in silence over a missing glyph (another font of the machine steps in), a missing picture or an
unknown property (a line in its log). In a book each of these is a spoilt page, so here each stops the work.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pydyf  # type: ignore[import-untyped]  # ships no types
import weasyprint  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import (  # type: ignore[import-untyped]
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

from builder.model import BuilderError

from .even import even
from .faces import FontsApart
from .flat import put_back, set_aside
from .fonts import SCHEME
from .leaf import cut, packed
from .made_photo import MadePhoto
from .outfit import Outfit
from .quick import quickened
from .rooms import FIGURE_SPACE, close_rooms
from .sheet import Files, PrintImage, Sheet
from .stranded import settled
from .tail import ended_well

if TYPE_CHECKING:
    from collections.abc import Iterator


class Typesetter:
    """Sets sheets in one style. The fonts and the parsed style are shared by all of them."""

    def __init__(self, outfit: Outfit, files: Files | None = None) -> None:
        self._outfit = outfit
        self._files = files
        self._programs: dict[str, str] = {}
        self._configuration = FontConfiguration()
        self._images = _Fetcher({})
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
        with _complaints(sheet.name), quickened():
            document, drawings = self._laid_out(sheet, {i.url: i.jpeg(self._outfit.separation) for i in sheet.images})
            made: bytes = document.write_pdf(finisher=partial(_finish, drawings), pdf_tags=self._outfit.tagged)
        return made

    def cut(self, sheet: Sheet) -> tuple[bytes, dict[bytes, MadePhoto]]:
        """Set a sheet and cut it: its leaf, packed; its photos, which lie in their files, by what they came from.

        Raises:
            BuilderError: as ``set``; a font is none of the house's, or something shines through.
        """
        photos = {image.url: image.made or self._made(image) for image in sheet.images}
        with _complaints(sheet.name), quickened():
            document, drawings = self._laid_out(sheet, {url: photo.stand_in for url, photo in photos.items()})
            used = document.fonts = FontsApart()
            # written to be read again at once
            pdf = document.write_pdf(finisher=partial(_finish, drawings), uncompressed_pdf=True)
        leaf = cut(pdf, sheet.name, used.faces(sheet.name, self._outfit.fonts, self._programs))
        return packed(leaf), {image.origin(self._outfit.separation): photos[image.url] for image in sheet.images}

    def _made(self, image: PrintImage) -> MadePhoto:
        """Make a photo and keep it.

        Raises:
            RuntimeError: there is nowhere to keep it.
        """
        if self._files is None:
            msg = "who cuts sheets with photos must say where these are kept"
            raise RuntimeError(msg)
        jpeg = image.jpeg(self._outfit.separation)
        photo = MadePhoto.of(jpeg)
        self._files.keep(photo.known, jpeg)
        return photo

    def _laid_out(self, sheet: Sheet, images: Mapping[str, bytes]) -> tuple[weasyprint.Document, list[bytes]]:
        """A sheet laid out with images by their addresses, and the drawings that are still to be put on its pages."""
        html, drawings = set_aside(self._outfit.prepare(sheet.html))
        self._check_letters(sheet.name, html)
        self._images.files = images
        source = weasyprint.HTML(string=html, url_fetcher=self._images, base_url="sheet:")
        how = {"stylesheets": [self._style], "pdf_tags": self._outfit.tagged}
        render = partial(source.render, self._configuration, **how)
        document = ended_well(source, render, settled(source, render))
        even(document)
        if FIGURE_SPACE in html:
            close_rooms(document)
        self._images.files = {}
        return document, drawings

    def _check_letters(self, name: str, html: str) -> None:
        strange = sorted(set(html) - self._outfit.fonts.letters - _UNSEEN)
        if strange:
            named = ", ".join(f"“{char}” (U+{ord(char):04X})" for char in strange[:8])
            msg = f"Phông chữ của sách không có {named}: {name}."
            raise BuilderError(msg, "Thay bằng chữ khác trong bài.")


def _finish(drawings: Sequence[bytes], _: weasyprint.Document, pdf: pydyf.PDF) -> None:
    put_back(pdf, drawings)


_UNSEEN = frozenset("\n\r\t\u2007\u2009\u200a\u200b\u200c\u200d\u2060\ufeff\u00ad")


class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Gives what it was given and nothing else: no disk, no network."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self.files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ANN401, ARG002 - WeasyPrint's own
        if url not in self.files:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self.files[url])


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
