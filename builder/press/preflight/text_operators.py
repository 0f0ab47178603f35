"""Showing text: in which font, how large on paper, in which colour."""

from __future__ import annotations

from pikepdf import Array, Dictionary, String

from .canvas import Canvas, Operands, Operator, numbers
from .marks import TextMark
from .matrix import IDENTITY, apply, height_of, matrix_of, scale_of, times
from .names import spelled
from .path_operators import Tile
from .state import Ink

_FILLED = frozenset({0, 2, 4, 6})
_STROKED = frozenset({1, 2, 5, 6})
"""Text rendering modes; 3 shows nothing, 7 only clips."""


def _begin(canvas: Canvas, _: Operands) -> None:
    canvas.place.set(IDENTITY)


def _font(canvas: Canvas, operands: Operands) -> None:
    name = spelled(operands[0])
    if name not in canvas.fonts:
        font = canvas.scope.called("/Font", name)
        canvas.fonts[name] = canvas.ledger.used(font) if isinstance(font, Dictionary) else None
    canvas.state.font, canvas.state.font_size = canvas.fonts[name], float(operands[1])


def _matrix(canvas: Canvas, operands: Operands) -> None:
    canvas.place.set(matrix_of(operands))


def _move(canvas: Canvas, operands: Operands) -> None:
    canvas.place.move(*numbers(operands))


def _move_leading(canvas: Canvas, operands: Operands) -> None:
    canvas.state.leading = -numbers(operands)[1]
    _move(canvas, operands)


def _leading(canvas: Canvas, operands: Operands) -> None:
    canvas.state.leading = float(operands[0])


def _next_line(canvas: Canvas, _: Operands) -> None:
    canvas.place.move(0.0, -canvas.state.leading)


def _mode(canvas: Canvas, operands: Operands) -> None:
    canvas.state.text_mode = int(operands[0])


def text_operators(tile: Tile) -> dict[str, Operator]:
    """All of them. ``tile`` paints patterns."""

    def show(canvas: Canvas, operands: Operands) -> None:
        last = operands[-1]
        pieces = last.as_list() if isinstance(last, Array) else [last]
        _show(canvas, b"".join(bytes(piece) for piece in pieces if isinstance(piece, String)), tile)

    def show_next(canvas: Canvas, operands: Operands) -> None:
        _next_line(canvas, operands)
        show(canvas, operands)

    moves = {"BT": _begin, "Tm": _matrix, "Td": _move, "TD": _move_leading, "TL": _leading, "T*": _next_line}
    return {**moves, "Tf": _font, "Tr": _mode, "Tj": show, "TJ": show, "'": show_next, '"': show_next}


def _show(canvas: Canvas, text: bytes, tile: Tile) -> None:
    state = canvas.state
    used = state.font
    if used is None or not text:
        return
    used.show(text, canvas.page)
    if state.text_mode in _FILLED:
        _mark(canvas, state.fill, used.name, tile)
    if state.text_mode in _STROKED:
        _mark(canvas, state.stroke, used.name, tile, round(state.line_width * scale_of(state.ctm), 3))


def _mark(canvas: Canvas, ink: Ink, font: str, tile: Tile, outline: float | None = None) -> None:
    if ink.pattern is not None:
        tile(canvas, ink)
    canvas.used_with(ink, "chữ")
    whole = times(canvas.place.matrix, canvas.state.ctm)
    size = round(abs(canvas.state.font_size) * height_of(whole), 2)
    inside = canvas.inside([apply(whole, (0.0, 0.0))]) if canvas.exact else True
    canvas.marks.texts[TextMark(font, size, ink.paint, inside, outline)] += 1
