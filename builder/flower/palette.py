"""The ink cupboard: every tint a flower is painted with, as seen on a screen and as printed.

Tints are flat and opaque. On press each is mixed of at most three inks and never more than 220 % in all, so that
the small areas of a drawing stay clean and dry quickly. The mixtures are the nearest in CIELAB to the screen colours
under a general coated-paper profile, on a coarse grid that prefers fewer inks and little black in light tints.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from builder.flower.kinds import Ink

_DARKEST_GREY: Final = 0.9
TEXT: Final = "#1F1B16"
"""What text is shown in on screens; on paper it is black alone."""


@dataclass(frozen=True, slots=True)
class Colour:
    """One tint: its sRGB hex for screens, its ink shares in percent (cyan, magenta, yellow, black) for the press."""

    screen: str
    press: tuple[int, int, int, int]

    @property
    def grey(self) -> int:
        """The share of black, in percent, that looks as dark: the complement of CIELAB lightness."""
        red, green, blue = (_linear(int(self.screen[i : i + 2], 16) / 255) for i in (1, 3, 5))
        luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        lightness = float(116.0 * luminance ** (1 / 3)) - 16.0
        return round((100.0 - lightness) * _DARKEST_GREY)


class Tint(Enum):
    """The role a colour plays. Families run from pale through lit and plain to shade, deep and line."""

    WOOD_LIT = Colour("#9A7A63", (50, 60, 75, 0))
    WOOD = Colour("#75543F", (0, 35, 55, 70))
    WOOD_DEEP = Colour("#4F372B", (0, 45, 55, 80))
    STEM_LIT = Colour("#9DB36E", (45, 18, 75, 0))
    STEM = Colour("#73904F", (35, 0, 75, 40))
    STEM_DEEP = Colour("#4F6E41", (45, 0, 75, 60))
    LEAF_PALE = Colour("#B9C98A", (30, 10, 60, 0))
    LEAF_LIT = Colour("#8DAB66", (55, 18, 80, 0))
    LEAF = Colour("#648E55", (45, 0, 75, 40))
    LEAF_SHADE = Colour("#437149", (55, 0, 75, 55))
    LEAF_DEEP = Colour("#2F5A42", (65, 0, 65, 70))
    LEAF_VEIN = Colour("#C6D3A2", (25, 6, 45, 0))
    YOUNG_LIT = Colour("#CFD98F", (20, 4, 55, 0))
    YOUNG = Colour("#AFC36C", (35, 10, 75, 0))
    YOUNG_SHADE = Colour("#86A150", (55, 25, 95, 0))
    YOUNG_DEEP = Colour("#64813F", (45, 0, 95, 50))
    JADE_PALE = Colour("#BCCFB6", (25, 8, 30, 0))
    JADE_LIT = Colour("#93B39A", (45, 18, 45, 0))
    JADE = Colour("#6C967D", (65, 30, 60, 0))
    JADE_SHADE = Colour("#4B7A66", (85, 50, 75, 0))
    JADE_DEEP = Colour("#34604F", (65, 0, 55, 70))
    GOLD_PALE = Colour("#F6DF94", (4, 8, 50, 0))
    GOLD_LIT = Colour("#EFC64E", (6, 20, 85, 0))
    GOLD = Colour("#D9A32B", (0, 25, 95, 15))
    GOLD_DEEP = Colour("#A9762A", (0, 35, 95, 40))
    PEACH_PALE = Colour("#FBDCDD", (0, 15, 6, 0))
    PEACH_LIT = Colour("#F5BEC6", (2, 30, 10, 0))
    PEACH = Colour("#EC9DAD", (0, 45, 12, 5))
    PEACH_SHADE = Colour("#DB7A93", (10, 65, 25, 0))
    PEACH_DEEP = Colour("#BE5172", (30, 90, 45, 0))
    PEACH_HEART = Colour("#A8324F", (0, 95, 45, 35))
    LOTUS_PALE = Colour("#FBE9E3", (0, 8, 6, 0))
    LOTUS_LIT = Colour("#F7CFD0", (2, 25, 10, 0))
    LOTUS = Colour("#EEA9B4", (4, 40, 15, 0))
    LOTUS_SHADE = Colour("#DE8098", (12, 65, 25, 0))
    LOTUS_DEEP = Colour("#C2577B", (25, 85, 35, 0))
    BAN_PALE = Colour("#FBF1F0", (2, 4, 4, 0))
    BAN_LIT = Colour("#F4E1E7", (2, 12, 4, 0))
    BAN = Colour("#E8CBDA", (4, 18, 0, 5))
    BAN_SHADE = Colour("#D6ABC6", (15, 35, 4, 0))
    BAN_DEEP = Colour("#BE7FAC", (25, 60, 6, 0))
    BAN_MAGENTA = Colour("#B0407F", (35, 95, 25, 0))
    BAN_PURPLE = Colour("#832A6C", (25, 95, 0, 35))
    IVORY_PALE = Colour("#FDFAEE", (0, 2, 6, 0))
    IVORY_LIT = Colour("#F4EFDD", (4, 2, 12, 0))
    IVORY = Colour("#E6E2C9", (10, 8, 25, 0))
    IVORY_SHADE = Colour("#D0D0AF", (20, 12, 35, 0))
    IVORY_DEEP = Colour("#B1B78C", (35, 20, 55, 0))
    IVORY_LINE = Colour("#8D9668", (55, 35, 75, 0))
    FLAME_LIT = Colour("#F5744F", (0, 70, 80, 0))
    FLAME = Colour("#E54A31", (0, 90, 95, 0))
    FLAME_SHADE = Colour("#C92D2B", (0, 95, 95, 10))
    FLAME_DEEP = Colour("#A01E26", (0, 95, 85, 35))
    FLAME_DARK = Colour("#771722", (0, 95, 65, 55))
    FLAME_CREAM = Colour("#FBEBC6", (2, 6, 25, 0))
    LILAC_PALE = Colour("#DCC6E4", (12, 25, 0, 0))
    LILAC_LIT = Colour("#C7A5D8", (25, 40, 0, 0))
    LILAC = Colour("#AD82C6", (40, 60, 0, 0))
    LILAC_SHADE = Colour("#8E62AE", (55, 80, 0, 0))
    LILAC_DEEP = Colour("#6C4491", (75, 95, 6, 0))
    LILAC_LINE = Colour("#56347A", (75, 95, 0, 25))
    YLANG_PALE = Colour("#EEE79B", (8, 4, 50, 0))
    YLANG_LIT = Colour("#DFD873", (15, 8, 70, 0))
    YLANG = Colour("#C8C656", (25, 12, 85, 0))
    YLANG_SHADE = Colour("#A5A943", (18, 0, 85, 30))
    YLANG_DEEP = Colour("#7F8838", (18, 0, 85, 50))
    YLANG_LINE = Colour("#626B2E", (18, 0, 95, 70))
    ASTER_PALE = Colour("#D9D0F0", (15, 20, 0, 0))
    ASTER_LIT = Colour("#BCADE3", (30, 35, 0, 0))
    ASTER = Colour("#9D8BD2", (50, 55, 0, 0))
    ASTER_SHADE = Colour("#7C6ABA", (65, 75, 0, 0))
    ASTER_DEEP = Colour("#5C4B9B", (80, 90, 0, 0))
    DAISY_PALE = Colour("#FEFDF8", (0, 0, 2, 0))
    DAISY_LIT = Colour("#F5F3EE", (4, 4, 6, 0))
    DAISY = Colour("#E4E3E2", (10, 8, 8, 0))
    DAISY_SHADE = Colour("#C9CBD0", (20, 15, 12, 0))
    DAISY_LINE = Colour("#858D9C", (18, 8, 0, 45))
    MUSTARD_PALE = Colour("#FBEA8A", (4, 4, 60, 0))
    MUSTARD_LIT = Colour("#F8DC4E", (4, 8, 85, 0))
    MUSTARD = Colour("#EFC528", (4, 18, 95, 0))
    MUSTARD_SHADE = Colour("#D6A21E", (0, 25, 95, 15))
    MUSTARD_DEEP = Colour("#A87918", (0, 35, 95, 35))

    __hash__ = object.__hash__  # each tint is one object; Enum's own hash takes a detour by its name


@cache
def paint(tint: Tint, ink: Ink) -> str:
    """Return a tint as an SVG paint: hex on screen, device-cmyk() on press, black alone in a one-ink book."""
    if ink is Ink.SCREEN:
        return tint.value.screen
    return f"device-cmyk({' '.join(_share(share) for share in _mixture(tint, ink))})"


@cache
def operands(tint: Tint | None, ink: Ink) -> str:
    """Return a tint (none: the colour of text) as operands of a PDF page: light in three shares, inks in four."""
    if ink is Ink.SCREEN:
        shares = [share / 255 for share in bytes.fromhex((tint.value.screen if tint else TEXT).removeprefix("#"))]
    else:
        shares = [share / 100 for share in (_mixture(tint, ink) if tint else (0, 0, 0, 100))]
    return " ".join(f"{share:g}" for share in shares)


def _mixture(tint: Tint, ink: Ink) -> tuple[int, int, int, int]:
    return tint.value.press if ink is Ink.PRESS else (0, 0, 0, tint.value.grey)


def _share(percent: int) -> str:
    return "0" if percent == 0 else f"{percent / 100:g}".removeprefix("0")


def _linear(channel: float) -> float:
    """Undo the sRGB transfer curve (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's own
