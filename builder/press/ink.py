"""How much ink lies on a spot, and less of it where paper could not hold so much.

An ink covers a spot with 0 to 255; limits are the sum of the four inks in percent (400 is everything).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint32]
"""Spots by row and column; a number holds C, M, Y, K from its lowest byte to its highest."""

WORD = np.dtype("<u4")
"""A spot as it lies in memory: four bytes in the order of the inks, or of the lights."""
ROWS = 64
"""Rows of spots looked at in one go: few enough for the processor's cache, and whole blocks of a JPEG."""
_FULL = 255
_PERCENT = 100


def levels(percent: float) -> int:
    """A limit in percent as the sum of what four inks may cover a spot with."""
    return int(percent * _FULL / _PERCENT)


def sums(spots: Pixels) -> Pixels:
    """All inks of every spot together."""
    pairs = (spots & 0x00FF00FF) + (spots >> 8 & 0x00FF00FF)
    made: Pixels = (pairs & 0xFFFF) + (pairs >> 16)
    return made


def spots_above(pixels: Pixels, most: int) -> int:
    """On how many spots more ink lies than ``most`` (255: all of one ink)."""
    parts = (pixels[top : top + ROWS] for top in range(0, len(pixels), ROWS))
    return sum(int(np.count_nonzero(sums(part) > most)) for part in parts)


def limited(spots: Pixels, percent: float) -> Pixels:
    """Lower the sum of inks to ``percent`` wherever it is higher, and leave every other spot alone.

    First black takes the place of equal parts of cyan, magenta and yellow (under-colour removal: the tone stays,
    three inks become one), then what is still too much of the colours is scaled down; black is never lowered.
    """
    most = levels(percent)
    high = sums(spots) > most
    if not high.any():
        return spots
    made = spots.copy()
    made[high] = _lowered(spots[high], most)
    return made


def _lowered(spots: Pixels, most: int) -> Pixels:
    inks = spots.astype(WORD, copy=False).view(np.uint8).reshape(-1, 4).astype(np.int32)
    colours, black = inks[:, :3], inks[:, 3]
    surplus = (inks.sum(axis=1) - most + 1) // 2
    shift = np.minimum(np.minimum(colours.min(axis=1), surplus), _FULL - black)
    black += shift
    colours -= shift[:, np.newaxis]
    total = np.maximum(colours.sum(axis=1), 1)
    room = np.minimum(np.maximum(most - black, 0), total)
    colours[:] = colours * room[:, np.newaxis] // total[:, np.newaxis]
    made: Pixels = inks.astype(np.uint8).view(WORD)[:, 0]
    return made


def pixels_of(image: Image.Image) -> Pixels:
    """The spots of an image in four inks, copied."""
    return np.frombuffer(image.tobytes(), WORD).reshape(image.height, image.width)


def image_of(pixels: Pixels) -> Image.Image:
    """Spots as an image; it shares their memory, and is only to be read."""
    height, width = pixels.shape
    return Image.frombuffer("CMYK", (width, height), pixels, "raw", "CMYK", 0, 1)
