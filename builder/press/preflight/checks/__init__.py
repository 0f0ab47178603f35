"""Every check, in the order a printer would ask."""

from builder.press.preflight.check import Check

from . import boxes, colour, document, effects, fonts, identity, images, ink, text

CHECKS: tuple[Check, ...] = (
    *document.CHECKS,
    *identity.CHECKS,
    *boxes.CHECKS,
    *fonts.CHECKS,
    *colour.CHECKS,
    *text.CHECKS,
    *images.CHECKS,
    *effects.CHECKS,
    *ink.CHECKS,
)

__all__ = ["CHECKS"]
