"""How much ink lies on a spot, and less of it where paper could not hold so much.

Images are PIL's CMYK: 255 is all of an ink. Limits are the sum of the four inks in percent (400 is everything).
"""

from __future__ import annotations

from typing import Any

from PIL import Image, ImageChops, ImageMath

_FULL = 255
_PERCENT = 100
_DROPPED = 4
"""What a sum of four bytes may have lost that was halved twice: one in each pair, and two where the pairs meet."""


def limited(image: Image.Image, percent: float) -> Image.Image:
    """Lower the sum of inks to ``percent`` wherever it is higher, and leave every other spot alone.

    First black takes the place of equal parts of cyan, magenta and yellow (under-colour removal: the tone stays,
    three inks become one), then what is still too much of the colours is scaled down; black is never lowered.
    """
    most = int(percent * _FULL / _PERCENT)
    if _surely_below(image, most):
        return image
    inks = dict(zip("cmyk", image.split(), strict=True))

    def moved(args: Any) -> Any:  # noqa: ANN401 - PIL's operands have no public type
        c, m, y, k = (args[ink] for ink in "cmyk")
        least = args["min"](args["min"](c, m), y)
        surplus = args["max"](c + m + y + k - most + 1, 0) / 2
        return args["min"](args["min"](least, surplus), _FULL - k)

    shift = ImageMath.lambda_eval(moved, **inks)
    black = ImageMath.lambda_eval(lambda args: args["k"] + args["shift"], k=inks["k"], shift=shift)
    colours = {ink: ImageMath.lambda_eval(lambda args: args["a"] - args["b"], a=inks[ink], b=shift) for ink in "cmy"}
    total = ImageMath.lambda_eval(lambda args: args["max"](args["c"] + args["m"] + args["y"], 1), **colours)
    bands = [_scaled(colours[ink], total, black, most) for ink in "cmy"]
    return Image.merge("CMYK", [*bands, black.convert("L")])


def _scaled(colour: Image.Image, total: Image.Image, black: Image.Image, most: int) -> Image.Image:
    def scaled(args: Any) -> Any:  # noqa: ANN401 - PIL's operands have no public type
        room = args["max"](most - args["black"], 0)
        return args["min"](args["colour"], args["colour"] * room / args["total"])

    made: Image.Image = ImageMath.lambda_eval(scaled, colour=colour, total=total, black=black)
    return made.convert("L")


def share_above(image: Image.Image, percent: float) -> float:
    """The share of spots (0 to 1) on which more than ``percent`` of ink lies."""
    most = int(percent * _FULL / _PERCENT)
    if _surely_below(image, most):
        return 0.0

    def above(args: Any) -> Any:  # noqa: ANN401 - PIL's operands have no public type
        return ((args["c"] + args["m"] + args["y"] + args["k"]) > most) * _FULL

    held: Image.Image = ImageMath.lambda_eval(above, **dict(zip("cmyk", image.split(), strict=True)))
    return held.convert("L").histogram()[_FULL] / (image.width * image.height)


def _surely_below(image: Image.Image, most: int) -> bool:
    """Whether no spot holds more, as far as a quick look tells: most photos need no more than that.

    Sums are halved to stay within a byte, and each halving may drop a half.
    """
    c, m, y, k = image.split()
    quarters = ImageChops.add(ImageChops.add(c, m, 2), ImageChops.add(y, k, 2), 2)
    possible = (most - _DROPPED) // 4
    return not any(quarters.histogram()[max(possible, -1) + 1 :])
