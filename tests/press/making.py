"""A press for tests: the house's fonts, style and printing condition, a store in memory, documents of a few words."""

from __future__ import annotations

from functools import cache

from PIL import Image

from builder.book import page_style
from builder.press.condition import PrintCondition
from builder.press.fonts import Fonts
from builder.press.ink import levels, pixels_of, spots_above
from builder.press.outfit import Outfit, font_names
from builder.press.separate import Separation
from tests.book.making import edition
from tests.factory import REPOSITORY


class Memory(dict[bytes, bytes]):
    """A store that lives as long as the test."""

    def put(self, key: bytes, value: bytes) -> None:
        self[key] = value


@cache
def condition(name: str = "ISOcoated_v2_300_bas") -> PrintCondition:
    """A printing condition of the house."""
    return PrintCondition.named(REPOSITORY / "assets" / "icc", name)


@cache
def separation() -> Separation:
    """Four inks under 300 %."""
    return Separation(condition().profile)


@cache
def outfit() -> Outfit:
    """The theme's style for a plain edition."""
    theme = REPOSITORY / "theme"
    style = "\n".join((theme / name).read_text(encoding="utf-8") for name in ("tokens.css", "book/book.css"))
    fonts = Fonts.below(REPOSITORY / "assets" / "fonts", font_names(style))
    return Outfit(f"{page_style(edition())}\n{style}", fonts, separation())


def share_above(image: Image.Image, percent: float) -> float:
    """The share of spots (0 to 1) on which more than ``percent`` of ink lies."""
    return spots_above(pixels_of(image), levels(percent)) / (image.width * image.height)


def document(body: str) -> str:
    """An HTML document."""
    return f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"></head><body>{body}</body></html>'
