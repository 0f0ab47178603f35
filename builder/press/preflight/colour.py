"""Colour spaces of a PDF, down to the inks: what is printed from a process plate, from a spot plate, or only seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from .marks import Ground, Inks, Paint
from .names import spelled

_PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_NESTED = 8
"""No honest colour space stands on more than three others."""

_PLAIN = {
    "/DeviceGray": (Ground.GREY, 1), "/G": (Ground.GREY, 1), "/CalGray": (Ground.GREY, 1),
    "/DeviceRGB": (Ground.RGB, 3), "/RGB": (Ground.RGB, 3), "/CalRGB": (Ground.RGB, 3),
    "/DeviceCMYK": (Ground.CMYK, 4), "/CMYK": (Ground.CMYK, 4), "/CalCMYK": (Ground.CMYK, 4),
    "/Lab": (Ground.LAB, 3),
    "/Pattern": (Ground.PATTERN, 0),
}  # fmt: skip
_CALIBRATED = frozenset({"/CalGray", "/CalRGB", "/CalCMYK", "/Lab"})
_BY_COUNT = {1: Ground.GREY, 3: Ground.RGB, 4: Ground.CMYK}
_BY_HEADER = {b"GRAY": Ground.GREY, b"RGB ": Ground.RGB, b"CMYK": Ground.CMYK, b"Lab ": Ground.LAB}


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. ``base`` is what a palette or an uncoloured pattern is told in; ``colorants`` are its plates."""

    ground: Ground
    components: int
    calibrated: bool = False
    colorants: tuple[str, ...] = ()
    base: Space | None = None
    indexed: bool = False

    @property
    def first(self) -> Paint:
        """The colour that stands before any is chosen."""
        if self.colorants:
            return self.paint((1.0,) * self.components)
        if self.ground is Ground.CMYK:
            return self.paint((0.0, 0.0, 0.0, 1.0))
        return self.paint((0.0,) * self.components)

    def paint(self, values: Sequence[float]) -> Paint:
        """A colour of this space."""
        inks = None if self.indexed or len(values) != self.components else self._inks(values)
        spots = tuple(name for name in self.colorants if name not in {*_PROCESS, "None", "All"})
        return Paint(self.ground, self.calibrated, inks, spots)

    def _inks(self, values: Sequence[float]) -> Inks | None:
        if self.ground is Ground.REGISTRATION:
            return (values[0],) * 4
        if self.colorants:
            return self._plates(values)
        if self.ground is Ground.GREY:
            return (0.0, 0.0, 0.0, round(1 - values[0], 4))
        if self.ground is Ground.CMYK:
            return (values[0], values[1], values[2], values[3])
        return None

    def _plates(self, values: Sequence[float]) -> Inks | None:
        if not any(values):
            return (0.0, 0.0, 0.0, 0.0)
        if self.ground is Ground.SPOT:
            return None
        held = dict(zip(self.colorants, values, strict=True))
        cyan, magenta, yellow, black = (held.get(name, 0.0) for name in _PROCESS)
        return (cyan, magenta, yellow, black)


GREY, RGB, CMYK = Space(Ground.GREY, 1), Space(Ground.RGB, 3), Space(Ground.CMYK, 4)
PATTERN = Space(Ground.PATTERN, 0)

Lookup = Callable[[str], Object | None]
"""Colour spaces of a resource dictionary, by name with its slash."""


def read_space(thing: Object | str | None, lookup: Lookup, depth: int = 0) -> Space:
    """What a colour space, or the name of one, means. ``lookup`` finds names in the resources.

    Nonsense counts as RGB: not for print.

    A default space of the resources (DefaultRGB, DefaultCMYK, DefaultGray) takes the device space's place.
    """
    if thing is None or depth > _NESTED:
        return RGB
    if isinstance(thing, Name | str):
        return _named(spelled(thing), lookup, depth)
    if isinstance(thing, Array) and len(thing) > 1:
        return _told(thing, lookup, depth)
    if isinstance(thing, Array) and len(thing) == 1:
        return read_space(thing[0], lookup, depth + 1)
    return RGB


def _named(name: str, lookup: Lookup, depth: int) -> Space:
    if name not in _PLAIN:
        return read_space(lookup(name), lookup, depth + 1)
    ground, count = _PLAIN[name]
    default = lookup({1: "/DefaultGray", 3: "/DefaultRGB", 4: "/DefaultCMYK"}.get(count, "")) if depth == 0 else None
    if default is not None and name not in _CALIBRATED:
        return read_space(default, lookup, depth + 1)
    return Space(ground, count, name in _CALIBRATED)


def _told(array: Array, lookup: Lookup, depth: int) -> Space:
    family = spelled(array[0])
    if family == "/ICCBased":
        return _profiled(array[1])
    if family in {"/Indexed", "/I"}:
        base = read_space(array[1], lookup, depth + 1)
        return Space(base.ground, 1, base.calibrated, base.colorants, base, indexed=True)
    if family in {"/Separation", "/DeviceN"} and len(array) > 2:  # noqa: PLR2004  # names, alternate, tint
        return _plated(array, lookup, depth)
    if family == "/Pattern":
        return Space(Ground.PATTERN, 0, base=read_space(array[1], lookup, depth + 1))
    if family in _PLAIN:
        ground, count = _PLAIN[family]
        return Space(ground, count, family in _CALIBRATED)
    return RGB


def _profiled(stream: Object) -> Space:
    """ICCBased. The profile's own header decides, the number of components where it cannot be read."""
    if not isinstance(stream, Stream):
        return Space(Ground.RGB, 3, calibrated=True)
    count = stream.get("/N", 3)
    count = int(count) if isinstance(count, int) else 3
    try:
        header = stream.read_bytes()[16:20]
    except pikepdf.PdfError:
        header = b""
    return Space(_BY_HEADER.get(header, _BY_COUNT.get(count, Ground.RGB)), count, calibrated=True)


def _plated(array: Array, lookup: Lookup, depth: int) -> Space:
    """Separation and DeviceN: process plates are CMYK, anything else needs a plate of its own."""
    named = array[1]
    names = tuple(spelled(name)[1:] for name in (named.as_list() if isinstance(named, Array) else [named]))
    alternate = read_space(array[2], lookup, depth + 1)
    foreign = alternate.calibrated or not alternate.ground.printable
    if names == ("All",):
        return Space(Ground.REGISTRATION, 1, foreign, names)
    if set(names) == {"None"}:
        return Space(Ground.NOTHING, len(names), foreign, names)
    ground = Ground.CMYK if set(names) <= {*_PROCESS, "None"} else Ground.SPOT
    return Space(ground, len(names), foreign, names)


def outputs(function: Object | None) -> int | None:
    """How many numbers a function gives; None if it does not tell."""
    if isinstance(function, Array):
        return len(function)
    if not isinstance(function, Dictionary | Stream):
        return None
    if "/Range" in function:
        return len(function.Range) // 2
    if function.get("/FunctionType") == 2:  # noqa: PLR2004  # exponential interpolation
        return len(function.get("/C0", [0]))
    inner = function.get("/Functions")
    return outputs(inner[0]) if isinstance(inner, Array) and len(inner) else None
