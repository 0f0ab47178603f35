"""Colours become inks by looking them up: a photo has a million spots and a tenth as many colours.

Little CMS walks through the profile for every spot; here it is asked once for every colour, whatever photo of the
book has it. Of red and blue the last bit is not looked at but taken to be that of green, by which the eye tells light
from dark: greys come out as they would, other colours as those next to them (a source of 8 bits has rounded more away).
"""

from __future__ import annotations

from collections.abc import Callable
from mmap import mmap

import numpy as np
from PIL import Image

from .ink import WORD, Pixels, limited

_LOW, _HIGH = np.uint32(0x7FFF), np.uint32(0x3F8000)
"""Where a place's number has seven bits of red and eight of green, and seven of blue."""
_ONE, _TWO = np.uint32(1), np.uint32(2)
"""How far these stand from the last bits of a spot's lights, of which red is the lowest byte."""
_GREEN, _OTHERS = np.uint32(0x000100), np.uint32(0x010001)
"""The last bit of green, and those of red and blue."""
_BYTE = np.uint32(8)
_PLACES = 1 << 22
_ALL = np.uint32(0xFFFFFFFF)
"""All of all inks. The table holds what each colour lacks of it: 0, which no limit lets through, is not known yet, and
places of which no photo has a colour take no memory."""
_ROWS = 16
"""Rows looked up in one go: what lies between stays in the processor's cache."""


class InkTable:
    """Looks up the inks of colours under a limit (%); ``inks`` says them for an RGB image, every spot by itself."""

    def __init__(self, inks: Callable[[Image.Image], Image.Image], limit: float) -> None:
        self._inks = inks
        self._limit = limit
        # Memory that copies of this process share: what one learns all know, and two who learn the same write the same.
        self._lacking = np.frombuffer(mmap(-1, _PLACES * np.dtype(WORD).itemsize), WORD)

    def inked(self, image: Image.Image) -> Pixels:
        """An RGB image in ink."""
        width, height = image.size
        made = np.empty((height, width), WORD)
        unknown: list[Pixels] = []
        for top in range(0, height, _ROWS):
            part = made[top : top + _ROWS]
            places = _places(np.frombuffer(image.crop((0, top, width, top + len(part))).tobytes("raw", "RGBX"), WORD))
            np.take(self._lacking, places.reshape(part.shape), out=part, mode="clip")
            if np.count_nonzero(part) < part.size:
                unknown.append(places[part.ravel() == 0])
            np.bitwise_xor(part, _ALL, out=part)
        if unknown:
            asked = np.concatenate(unknown)
            self._learn(asked)
            made[made == _ALL] = self._lacking[asked] ^ _ALL
        return made

    def _learn(self, places: Pixels) -> None:
        """Ask for the inks of the colours of some places."""
        ordered = np.sort(places)
        new = ordered[np.flatnonzero(np.diff(ordered, prepend=_ALL))]
        lights = Image.frombytes("RGB", (len(new), 1), _lights(new).tobytes(), "raw", "RGBX")
        inks = np.frombuffer(self._inks(lights).tobytes(), WORD)
        self._lacking[new] = limited(inks, self._limit) ^ _ALL


def _places(lights: Pixels) -> Pixels:
    """The numbers of the places where colours stand."""
    places: Pixels = (lights >> _ONE & _LOW) | (lights >> _TWO & _HIGH)
    return places


def _lights(places: Pixels) -> Pixels:
    """The colours that stand at places."""
    lights = (places & _LOW) << _ONE | (places & _HIGH) << _TWO
    last = (lights & _GREEN) >> _BYTE
    made: Pixels = lights | last * _OTHERS
    return made
