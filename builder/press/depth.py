"""How far down a page is filled: where its lowest line of text or picture ends.

Strips (running heads, folios) are forms and do not count, nor do drawings in lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pikepdf import Matrix, Name, Page, parse_content_stream

_SHOWN = frozenset({"Tj", "TJ"})


def page_depth(page: Page) -> float:
    """Points from the head of a page to its lowest baseline or the foot of its lowest picture; 0 without either."""
    top = float(page.mediabox[3])
    return max((top - foot for foot in _feet(page)), default=0.0)


def _feet(page: Page) -> Iterator[float]:
    """The height of every text's baseline and every picture's foot above the page's lower edge."""
    stack: list[Matrix] = []
    space = text = Matrix()
    for step in parse_content_stream(page, "q Q cm BT Tm Tj TJ Do"):
        match str(step.operator):
            case "q":
                stack.append(space)
            case "Q":
                space = stack.pop()
            case "cm":
                space = _matrix(step.operands) @ space
            case "Tm":
                text = _matrix(step.operands)
            case "Do" if page.resources.XObject[str(step.operands[0])].Subtype == Name.Image:
                yield min(space.transform((0, 0))[1], space.transform((0, 1))[1])
            case shown if shown in _SHOWN:
                yield (text @ space).f


def _matrix(operands: Iterable[object]) -> Matrix:
    a, b, c, d, e, f = (float(str(number)) for number in operands)
    return Matrix(a, b, c, d, e, f)
