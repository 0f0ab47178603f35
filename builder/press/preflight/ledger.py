"""Which fonts the pages use, and which codes of each: kept while content is read, judged afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pikepdf import Dictionary, Name, Object

from .names import spelled

_TAG = 7
"""Six capitals and a plus before the name of a subset."""


@dataclass(slots=True)
class UsedFont:
    """A font with the codes shown in it (two bytes each where ``wide``) and the pages (index from 0) it is on."""

    font: Object
    name: str
    kind: str
    wide: bool
    codes: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)

    def show(self, text: bytes, page: int) -> None:
        """Note a shown string."""
        self.pages.add(page)
        if self.wide:
            self.codes.update(high << 8 | low for high, low in zip(text[::2], text[1::2], strict=False))
        else:
            self.codes.update(text)


class FontLedger:
    """All fonts of a document, each once however many resource dictionaries name it."""

    def __init__(self) -> None:
        self._fonts: dict[object, UsedFont] = {}

    def used(self, font: Object) -> UsedFont:
        """The entry of a font."""
        key: object = font.objgen if font.is_indirect else font.unparse()
        if key not in self._fonts:
            self._fonts[key] = _entry(font)
        return self._fonts[key]

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts in which something is shown, in order of first use."""
        return [used for used in self._fonts.values() if used.pages]


def descendant(font: Object) -> Object:
    """The font that holds the descriptor: of a composite font its one descendant."""
    inner = font.get("/DescendantFonts")
    return inner[0] if inner is not None and len(inner) and isinstance(inner[0], Dictionary) else font


def plain_name(name: str) -> str:
    """A font's name without slash and without the tag of a subset."""
    bare = name.lstrip("/")
    return bare[_TAG:] if len(bare) > _TAG and bare[_TAG - 1] == "+" and bare[: _TAG - 1].isupper() else bare


def _entry(font: Object) -> UsedFont:
    inner = descendant(font)
    name = font.get("/BaseFont", inner.get("/BaseFont", font.get("/Name", Name("/?"))))
    composite = font.get("/Subtype") == Name.Type0
    return UsedFont(font, plain_name(spelled(name)), spelled(inner.get("/Subtype", "/?"))[1:], composite)
