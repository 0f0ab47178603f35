"""All spoilt files."""

from __future__ import annotations

from tests.press.preflight import (
    boxes_spoilt,
    colour_spoilt,
    effects_spoilt,
    file_spoilt,
    fonts_spoilt,
    foreign_spoilt,
)
from tests.press.preflight.spoiling import SPOILS, Spoil

KINDS = (boxes_spoilt, file_spoilt, fonts_spoilt, colour_spoilt, effects_spoilt, foreign_spoilt)
"""Importing them enters their files."""

__all__ = ["KINDS", "SPOILS", "Spoil"]
