"""The shell: the theme's real page, rendered once with marks in it, into which every page is poured.

Rendering the theme's templates costs about ten milliseconds a page; joining strings costs a few microseconds. Links in
the shell are relative, so there is one shell for each depth of address.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType
from typing import Final

from builder.model import BuilderError

from .doors import DOORS, SIDE_DOORS
from .page import Page
from .share import SITE_CARD

DEPTHS: Final = range(5)
"""The depths of address that occur, from the home page to the second page of a shelf."""

_FIELDS: Final = ("title", "description", "path", "head", "css_class", "body", "card", "kind")
_SECTIONS: Final = tuple(f"section:{door.code}" for door in (*DOORS, *SIDE_DOORS))
_NEEDED: Final = ("title", "description", "head", "css_class", "body")


def _mark(name: str) -> str:
    return f"[[hoa:{name}]]"


MARKS: Final[Mapping[str, str]] = MappingProxyType({name: _mark(name) for name in (*_FIELDS, *_SECTIONS)})
"""What the theme is given in place of each value. ``section:<code>`` stands inside a menu link's tag."""

_ANY_MARK: Final = re.compile(r"\[\[hoa:([a-z_:-]+)\]\]")


@dataclass(frozen=True, slots=True)
class Shell:
    """Text and marks in turn: ``texts`` has one entry more than ``names``."""

    texts: tuple[str, ...]
    names: tuple[str, ...]
    _menus: dict[tuple[str, bool], tuple[tuple[bytes, ...], tuple[str, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def parse(cls, html: str) -> Shell:
        """Take a rendered shell apart.

        Raises:
            BuilderError: a mark is missing, which means that the theme no longer shows that part of a page.
        """
        pieces = _ANY_MARK.split(html)
        texts, names = tuple(pieces[::2]), tuple(pieces[1::2])
        missing = [name for name in _NEEDED if name not in names]
        if missing or (unknown := [name for name in names if name not in MARKS]):
            wrong = ", ".join(missing or unknown)
            msg = f"Khung trang không nhận ra các chỗ: {wrong}."
            raise BuilderError(msg, "Xem lại các tệp trong theme/site/overrides và phiên bản mkdocs-material.")
        return cls(texts, names)

    def pour(self, page: Page) -> str:
        """The finished HTML of a page."""
        return self.encoded(page).decode()

    def encoded(self, page: Page) -> bytes:
        """The finished HTML of a page in UTF-8. The shell, most of it, is encoded once."""
        texts, names = self._coloured(page.section, door=page.path == f"{page.section}/")
        values = {
            "title": escape(page.full_title),
            "description": escape(page.description),
            "path": escape(page.path),
            "head": page.head,
            "css_class": escape(page.css_class),
            "body": page.body,
            "card": escape(page.card or SITE_CARD.path),
            "kind": page.kind,
        }
        parts = [texts[0]]
        for name, text in zip(names, texts[1:], strict=True):
            parts += (values[name].encode(), text)
        return b"".join(parts)

    def _coloured(self, section: str, *, door: bool) -> tuple[tuple[bytes, ...], tuple[str, ...]]:
        """The shell for pages of a section, or for the page its door leads to: the menu's marks are filled in."""
        found = self._menus.get((section, door))
        if found is None:
            here = ' aria-current="page"' if door else ' aria-current="true"'
            texts, names = [self.texts[0]], []
            for name, text in zip(self.names, self.texts[1:], strict=True):
                if name in _FIELDS:
                    names.append(name)
                    texts.append(text)
                else:
                    texts[-1] += (here if name == f"section:{section}" else "") + text
            found = self._menus[section, door] = (tuple(text.encode() for text in texts), tuple(names))
        return found
