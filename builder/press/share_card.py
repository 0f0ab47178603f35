"""Cards for shared links, 1200 × 630 pixels: words on paper beside a flower, as small indexed PNGs.

The flower is rasterised once for all cards that carry it; its tints are flat, so that 64 colours hold them, the ink of
the text and the soft edges of both, and a card takes some 40 kB. Text is set by Pillow's own layout, which is the same
on every machine: the letters come composed, and Literata's “Th” ligature, which reads badly in “Thị”, stays off.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

import resvg_py
from PIL import Image, ImageDraw, ImageFont

SIZE: Final = (1200, 630)
_PAPER: Final = (0xFB, 0xF8, 0xF1)
_INK: Final = (0x1F, 0x1B, 0x16)
_LOTUS: Final = (0xB5, 0x34, 0x4F)
_INK_STEPS: Final = 16
_LOTUS_STEPS: Final = 8
_TINTS: Final = 40
_FLOWER: Final = (560, 420)
_FLOWER_AT: Final = (SIZE[0] - _FLOWER[0] - 16, (SIZE[1] - _FLOWER[1]) // 2)
_LEFT: Final = 64
_WIDTH: Final = 580
_TOP: Final = 60
_FULL: Final = 255
_QUIET: Final = 190
"""How black a quiet line is, of 255: 6.3 to 1 against the paper."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says, from top to bottom; only the title must be there."""

    series: str
    title: str
    name: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a text is set: face, the sizes it may shrink to, lines it may take, leading, space above, blackness."""

    face: str
    sizes: tuple[int, ...]
    lines: int
    leading: float
    above: int
    black: int = _FULL


_TITLE: Final = _Style("literata/Literata-SemiBold.ttf", (62, 54, 46, 40), 4, 1.2, 0)
_NAME: Final = _Style("literata/Literata-Regular.ttf", (38, 34), 2, 1.26, 26)
_PLACE: Final = _Style("be-vietnam-pro/BeVietnamPro-Regular.ttf", (27, 25), 3, 1.44, 10, _QUIET)
_SERIES: Final = _Style("be-vietnam-pro/BeVietnamPro-Medium.ttf", (27,), 1, 1.4, 0)
_NOTE: Final = _Style("literata/Literata-Italic.ttf", (27,), 1, 1.4, 0, _QUIET)


@dataclass(frozen=True, slots=True)
class _Block:
    """A text cut into lines of one size, ready to be put down."""

    style: _Style
    font: ImageFont.FreeTypeFont
    lines: tuple[str, ...]

    @property
    def step(self) -> int:
        """Pixels from line to line."""
        return round(self.font.size * self.style.leading)

    @property
    def height(self) -> int:
        """Pixels from the top of the space above to the foot of the last line."""
        return self.style.above + self.step * len(self.lines)


def ground(svg: str) -> Image.Image:
    """A card with its flower and no words yet.

    Args:
        svg: the flower, 4 : 3.
    """
    png = resvg_py.svg_to_bytes(svg_string=svg, width=_FLOWER[0], background=_hex(_PAPER), skip_system_fonts=True)
    with Image.open(io.BytesIO(png)) as opened:
        tints = opened.convert("RGB").quantize(_TINTS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    first = _INK_STEPS + _LOTUS_STEPS
    card = Image.new("P", SIZE, 0)
    own = (tints.getpalette() or [])[: 3 * _TINTS]
    card.putpalette([*_ramp(_INK, _INK_STEPS), *_ramp(_LOTUS, _LOTUS_STEPS), *own])
    card.paste(tints.point([min(n, _TINTS - 1) + first for n in range(256)]), _FLOWER_AT)
    return card


def share_card(on: Image.Image, words: Words, fonts: Path) -> bytes:
    """A finished card as PNG.

    Args:
        on: what ``ground`` made; it stays as it is.
        words: what the card says.
        fonts: the folder of our fonts.
    """
    card = on.copy()
    series = _block(words.series, _SERIES, fonts)
    _put(card, series, _TOP - series.step // 4, first=_INK_STEPS, steps=_LOTUS_STEPS)
    note = _block(words.note, _NOTE, fonts)
    _put(card, note, SIZE[1] - _TOP - note.step * 3 // 4)
    said = ((words.title, _TITLE), (words.name, _NAME), (words.place, _PLACE))
    blocks = [_block(text, style, fonts) for text, style in said if text]
    top = (SIZE[1] - sum(block.height for block in blocks)) // 2
    for block in blocks:
        _put(card, block, top + block.style.above)
        top += block.height
    out = io.BytesIO()
    card.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _block(text: str, style: _Style, fonts: Path) -> _Block:
    """The text in the largest size in which it fits; in the smallest it is cut where it does not."""
    words = text.split(" ")
    for size in style.sizes:
        font = _font(fonts / style.face, size)
        lines = _balanced(words, font)
        if len(lines) <= style.lines and all(font.getlength(line) <= _WIDTH for line in lines):
            return _Block(style, font, lines)
    return _Block(style, font, _cut(lines, style.lines, font))


def _cut(lines: Sequence[str], most: int, font: ImageFont.FreeTypeFont) -> tuple[str, ...]:
    """The first lines, the last of them ending in “…”; a single word too wide for its line is cut as well."""
    kept = list(lines[:most])
    if len(lines) > most:
        kept[-1] = kept[-1].rstrip(" ,;:.") + "…"
    return tuple(_fitting(line, font) for line in kept)


def _fitting(line: str, font: ImageFont.FreeTypeFont) -> str:
    while font.getlength(line) > _WIDTH:
        line = line.rstrip("…")[:-1].rstrip(" ,;:.") + "…"
    return line


def _balanced(words: Sequence[str], font: ImageFont.FreeTypeFont) -> tuple[str, ...]:
    """Lines of about the same length: no more than a full measure would take, no line of one short word."""
    widths = [_width(word, font) for word in words]
    space = _width(" ", font)
    fewest = len(_filled(widths, space, _WIDTH))
    narrow, wide = 0, _WIDTH
    while wide - narrow > _LEFT // 4:
        middle = (narrow + wide) // 2
        narrow, wide = (narrow, middle) if len(_filled(widths, space, middle)) <= fewest else (middle, wide)
    ends = _filled(widths, space, wide)
    return tuple(" ".join(words[start:end]) for start, end in zip([0, *ends], ends, strict=False))


def _filled(widths: Sequence[float], space: float, measure: float) -> list[int]:
    """Where each line ends when every line takes as many words as fit into the measure."""
    ends, used = [], 0.0
    for n, width in enumerate(widths):
        if n and used + space + width > measure:
            ends.append(n)
            used = width
        else:
            used += (space if used else 0.0) + width
    return [*ends, len(widths)] if widths else []


def _put(card: Image.Image, block: _Block, top: int, *, first: int = 0, steps: int = _INK_STEPS) -> None:
    """Print a block with the colours of the palette from ``first`` on, paler where a letter's edge is soft."""
    if block.lines:
        inked, seen = _printed(block, first, steps)
        card.paste(inked, (_LEFT, top - block.step // 2), seen)


@lru_cache(maxsize=32)
def _printed(block: _Block, first: int, steps: int) -> tuple[Image.Image, Image.Image]:
    """A block in colours of the palette, and where it is not paper; cards of a volume share their first line."""
    mask = Image.new("L", (_WIDTH + _LEFT, block.step * (len(block.lines) + 1)))
    pen = ImageDraw.Draw(mask)
    for n, line in enumerate(block.lines, start=1):
        pen.text((0, block.step * n), line, font=block.font, fill=block.style.black, anchor="lm")
    depths = [(value * (steps - 1) + _FULL // 2) // _FULL for value in range(_FULL + 1)]
    return mask.point([first + depth for depth in depths]), mask.point([_FULL if depth else 0 for depth in depths])


@lru_cache(maxsize=8192)
def _width(word: str, font: ImageFont.FreeTypeFont) -> float:
    """Vietnamese has few syllables: most words of a title have been measured before."""
    return font.getlength(word)


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _ramp(colour: Iterable[int], steps: int) -> list[int]:
    """Palette entries from paper to a colour."""
    pairs = list(zip(_PAPER, colour, strict=True))
    rows = ([round(a + (b - a) * n / (steps - 1)) for a, b in pairs] for n in range(steps))
    return list(chain.from_iterable(rows))


def _hex(colour: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)
