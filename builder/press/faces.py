"""The fonts a document was drawn with, taken from the engine's hands: no program of theirs is cut or written.

A book gives each of its fonts one program in the end (``union``). Until then it is enough to know which file a font
is, which of its glyphs are drawn, how wide they are and what they stand for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .fonts import Fonts
from .union import Face, house_file


class FontsApart(dict[int, Any]):
    """The fonts of a WeasyPrint document that are not written with it: whoever asks for all of them is given none."""

    def values(self) -> Any:  # noqa: ANN401 - what a dictionary gives here has no name
        """None of them."""
        return {}.values()

    def faces(self, name: str, fonts: Fonts, known: dict[str, str]) -> Mapping[str, Face]:
        """What was drawn with each, by the names pages call them.

        Args:
            name: what messages call the document.
            fonts: the fonts of the house.
            known: remembers which font is which file, from one document to the next.

        Raises:
            BuilderError: a font is none of the house's.
        """
        faces: dict[str, Face] = {}
        for font in super().values():
            base = font.name.decode()
            if base not in known:
                known[base] = house_file(fonts, font.file_content, base, name)
            face = faces.setdefault(f"/{font.hash}", Face(known[base]))
            face.widths.update(sorted(font.widths.items()))
            face.texts.update(sorted(font.to_unicode.items()))
        return faces
