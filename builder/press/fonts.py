"""The fonts of the house: whole TrueType files, named as style sheets call them, and the letters they all have."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from builder.model import BuilderError

SCHEME = "font:"
_POSTSCRIPT_NAME = 6
_FILES = 32
"""Fonts that are remembered."""
_DROPPED = ("GSUB", "GPOS", "GDEF", "STAT", "DSIG", "meta")


@dataclass(frozen=True, slots=True)
class FontFacts:
    """What a PDF says of a font beside its program."""

    name: str
    box: tuple[int, ...]
    italic_angle: int
    ascent: int
    descent: int
    cap_height: int


@dataclass(frozen=True)
class Fonts:
    """Font files below a folder, by path relative to it (``literata/Literata-Regular.ttf``)."""

    files: Mapping[str, bytes]

    @classmethod
    def below(cls, folder: Path, names: Iterable[str]) -> Fonts:
        """Read the fonts a style sheet names.

        Raises:
            BuilderError: a file is missing or is no font.
        """
        files = {}
        for name in sorted(set(names)):
            try:
                files[name] = (folder / name).read_bytes()
                _characters(files[name])
            except (OSError, TTLibError) as error:
                msg = f"Phông chữ “{name}” không có hoặc hỏng."
                raise BuilderError(msg, f"Chép lại tệp ấy vào {folder.name}.") from error
        return cls(files)

    @cached_property
    def digest(self) -> bytes:
        """A hash of all names and bytes."""
        total = hashlib.blake2b(digest_size=20)
        for name, data in sorted(self.files.items()):
            total.update(f"{name}\0{len(data)}\0".encode() + data)
        return total.digest()

    @cached_property
    def letters(self) -> frozenset[str]:
        """The characters that every one of the fonts has, so that no choice of face can miss one."""
        held = [_characters(data) for data in self.files.values()]
        return frozenset(map(chr, frozenset.intersection(*held))) if held else frozenset()

    @cached_property
    def by_postscript_name(self) -> Mapping[str, str]:
        """File names by the name a font gives itself (``Literata-SemiBold``)."""
        return {postscript_name(data): name for name, data in self.files.items()}

    def facts(self, name: str) -> FontFacts:
        """The measures of a font in thousandths of its size, as PDF states them."""
        return _facts(self.files[name])

    def subset(self, name: str, glyphs: Iterable[int]) -> bytes:
        """A font with only these glyphs, each keeping its number; the same input gives the same bytes."""
        options = subset.Options(
            retain_gids=True,
            hinting=False,
            notdef_outline=True,
            layout_features=[],
            name_IDs=[_POSTSCRIPT_NAME],
        )
        font = TTFont(io.BytesIO(self.files[name]), recalcTimestamp=False)
        for table in _DROPPED:  # a PDF is shaped already; taking layout tables apart would take most of the time
            if table in font:
                del font[table]
        subsetter = subset.Subsetter(options)
        subsetter.populate(gids=sorted({0, *glyphs}))
        subsetter.subset(font)
        target = io.BytesIO()
        font.save(target)
        return target.getvalue()


@lru_cache(maxsize=_FILES)
def _characters(data: bytes) -> frozenset[int]:
    """What a font has; none is looked into again by a process that makes a book twice.

    Raises:
        TTLibError: it is no font.
    """
    return frozenset(TTFont(io.BytesIO(data), lazy=True).getBestCmap())


@lru_cache(maxsize=_FILES)
def _facts(data: bytes) -> FontFacts:
    with TTFont(io.BytesIO(data), lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        head = font["head"]
        return FontFacts(
            name=postscript_name(data),
            box=tuple(round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)),
            italic_angle=round(_italic_angle(font)),
            ascent=round(font["hhea"].ascent * scale),
            descent=round(font["hhea"].descent * scale),
            cap_height=round(font["OS/2"].sCapHeight * scale),
        )


def _italic_angle(font: TTFont) -> float:
    """Degrees, as the table “post” has them behind its version; the names of glyphs after them are not read."""
    return int.from_bytes(font.reader["post"][4:8], "big", signed=True) / (1 << 16)


def postscript_name(data: bytes) -> str:
    """The name a font gives itself."""
    return str(TTFont(io.BytesIO(data), lazy=True)["name"].getDebugName(_POSTSCRIPT_NAME))
