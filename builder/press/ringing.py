"""How much more ink a JPEG may show than was pressed into it: proved on the few blocks that count.

JPEG rounds the waves of every block of 8 by 8 spots, of each ink by itself, and what it drops or adds rings through
the block. How much at most follows from the steps it rounds to (ITU-T T.81, A.3.3 and A.3.4). Blocks so light that no
rounding lifts them above the limit are proved by that; the others are pressed by themselves, read back and counted.
They come out as in the whole photo: no block knows of its neighbours where every ink has its full resolution.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from PIL import Image

from .ink import ROWS, WORD, Pixels, image_of, levels, pixels_of, spots_above, sums

Press = Callable[[Image.Image], bytes]
"""Makes a JPEG of an image in four inks."""

_SIDE = 8
_ACROSS = 64
"""Blocks in a row of the picture that suspects are pressed as."""
_FEW = 3
"""Suspects are pressed by themselves where they are a smaller part of all blocks; else the whole photo is read back."""
_INKS = 4
_SLACK = 5
"""What whole numbers in a coder's arithmetic may add to a spot of one ink: half a step in each of 64 waves is 4."""


def pressed_within(pixels: Pixels, percent: float, press: Press, allowed: int) -> bytes | None:
    """A photo pressed, if read back it shows at most so many spots with more than ``percent`` of ink; else nothing.

    Where a photo ends within a block, the rest of that is filled with its edge; such spots may be counted, too.
    """
    most = levels(percent)
    suspects = _suspects(pixels, most - _INKS * _rise(press))
    if suspects.size * _FEW > pixels.size:
        made = press(image_of(pixels))
        return made if spots_above(_seen(made), most) <= allowed else None
    if len(suspects) and spots_above(_seen(press(_picture(suspects))), most) > allowed:
        return None
    return press(image_of(pixels))


def _seen(jpeg: bytes) -> Pixels:
    """A JPEG read back."""
    with Image.open(io.BytesIO(jpeg)) as seen:
        return pixels_of(seen)


def _suspects(pixels: Pixels, light: int) -> Pixels:
    """The blocks, one after another, in which a spot has more ink than ``light``."""
    return np.concatenate([_dark(pixels[top : top + ROWS], light) for top in range(0, len(pixels), ROWS)])


def _dark(part: Pixels, light: int) -> Pixels:
    whole = np.pad(part, [(0, -side % _SIDE) for side in part.shape], mode="edge")
    height, width = (side // _SIDE for side in whole.shape)
    dark = (sums(whole) > max(light, -1)).view(np.uint64).reshape(height, _SIDE, width)
    found = np.bitwise_or.reduce(dark, axis=1) != 0
    blocks: Pixels = whole.reshape(height, _SIDE, width, _SIDE).transpose(0, 2, 1, 3)[found]
    return blocks


def _picture(blocks: Pixels) -> Image.Image:
    """Blocks side by side, row under row; what is left of the last row is paper."""
    rows = -(-len(blocks) // _ACROSS)
    laid = np.zeros((rows * _ACROSS, _SIDE, _SIDE), WORD)
    laid[: len(blocks)] = blocks
    spots = laid.reshape(rows, _ACROSS, _SIDE, _SIDE).transpose(0, 2, 1, 3)
    return image_of(np.ascontiguousarray(spots).reshape(rows * _SIDE, _ACROSS * _SIDE))


@cache
def _rise(press: Press) -> int:
    """How many levels of one ink the JPEGs of a press may lie above what was pressed, at any spot."""
    with Image.open(io.BytesIO(press(Image.new("CMYK", (_SIDE, _SIDE))))) as seen:
        (steps,) = seen.quantization.values()  # type: ignore[attr-defined]  # what was opened is a JPEG
    return math.ceil(largest_error(steps)) + _SLACK


def largest_error(steps: Sequence[int]) -> float:
    """The most a spot can change when each wave of its block is rounded to the next of its steps (row by row, 64)."""
    waves = [[_wave(n, at) for n in range(_SIDE)] for at in range(_SIDE)]
    return max(
        sum(abs(across[n % _SIDE] * down[n // _SIDE]) * step / 2 for n, step in enumerate(steps))
        for across in waves
        for down in waves
    )


def _wave(number: int, at: int) -> float:
    """One of the eight waves of a row (the first is flat) at one of its eight spots."""
    high = math.sqrt(1 / _SIDE) if number == 0 else 1 / 2
    return high * math.cos((2 * at + 1) * number * math.pi / (2 * _SIDE))
