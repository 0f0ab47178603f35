"""The twelve flowers of Hà Nội, drawn by code: the mark of the series, on the page and on the screen.

A small grammar (curves, bent petals, leaves, stems, seeded variation, flat tints) and one module a flower. Pure: a kind
and a seed go in, an <svg> string comes out, the same on every machine.
"""

from builder.flower.drawing import Struck, draw, strike
from builder.flower.kinds import LABELS, VARIANTS, Ink, Kind, Size, for_month, for_story, seed_of

__all__ = [
    "LABELS",
    "VARIANTS",
    "Ink",
    "Kind",
    "Size",
    "Struck",
    "draw",
    "for_month",
    "for_story",
    "seed_of",
    "strike",
]
