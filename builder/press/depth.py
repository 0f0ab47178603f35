"""How far down a page is filled: where its lowest line of text or picture ends.

Strips (running heads, folios) are forms and do not count, nor do drawings in lines. Of the page's drawing only what
WeasyPrint writes is understood: one operator on a line, numbers plain.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

Matrix = tuple[float, float, float, float, float, float]

_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def page_depth(drawing: bytes, high: float, images: Container[str]) -> float:
    """Points from the head of a page to its lowest baseline or the foot of its lowest picture; 0 without either.

    Args:
        drawing: the page's content stream.
        high: the height of the page in points.
        images: the names of what is a picture, among all that the page draws by name.
    """
    return max((high - foot for foot in _feet(drawing, images)), default=0.0)


def _feet(drawing: bytes, images: Container[str]) -> Iterator[float]:
    """The height of every text's baseline and every picture's foot above the page's lower edge."""
    stack: list[Matrix] = []
    space = text = _PLAIN
    for line in drawing.split(b"\n"):
        match line[-2:]:
            case b"q":
                stack.append(space)
            case b"Q":
                space = stack.pop()
            case b"cm":
                space = _within(_matrix(line), space)
            case b"Tm":
                text = _matrix(line)
            case b"TJ" | b"Tj":
                yield _within(text, space)[5]
            case b"Do" if line[:-3].decode("latin-1") in images:
                yield min(space[5], space[3] + space[5])


def _matrix(line: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, line[:-3].split())
    return a, b, c, d, e, f


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """A space that stands in another."""
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z
