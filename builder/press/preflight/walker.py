"""Reading content as a RIP does: each mark of a page with colour and size, through forms, patterns and gradients."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace

import pikepdf
from pikepdf import Dictionary, Name, Object, Stream

from .canvas import Canvas, Cut, Operands, Operator
from .colour import outputs
from .colour_operators import COLOUR
from .complaints import all_told, told
from .gallery import Gallery, proxied
from .images import image_mark, spelled_out
from .ledger import FontLedger
from .marks import Effect, PageMarks, ShadeMark
from .matrix import matrix_of, times
from .names import spelled
from .path_operators import path_operators
from .scope import MissingError, Scope
from .state import Ink, State
from .text_operators import text_operators

_NESTED = 24
"""Forms within forms; deeper than any program writes, shallow enough for a file that calls itself."""
_UNCOLOURED = 2

Step = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def read_marks(
    page: pikepdf.Page, resources: Object | None, index: int, cut: Cut, known: tuple[FontLedger, Gallery]
) -> PageMarks:
    """Every mark of a page; what cannot be read stands in its ``trouble``. ``index`` counts from 0.

    ``known`` is what pages share: their fonts, their pictures.
    """
    walker = _Walker(Canvas(PageMarks(), *known, index, cut))
    walker.run(page, Scope(resources), State.fresh())
    return walker.canvas.marks


class _Walker:
    """The operators that call other content, on top of those that paint."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._open: list[object] = []
        self._operators: dict[str, Operator] = {
            **COLOUR,
            **path_operators(self._tile),
            **text_operators(self._tile),
            "q": _save,
            "Q": _restore,
            "cm": _move,
            "gs": _change,
            "Do": self._object,
            "sh": self._shade,
            "INLINE IMAGE": _inline,
        }

    def run(self, content: Object | pikepdf.Page, scope: Scope, state: State) -> None:
        """Read a stream in its scope, beginning with a state; afterwards all is as it was."""
        canvas = self.canvas
        saved = (canvas.state, canvas.scope, canvas.place, canvas.path, canvas.stack, canvas.fonts, canvas.base)
        canvas.state, canvas.scope, canvas.path, canvas.stack, canvas.fonts = state, scope, [], [], {}
        canvas.place, canvas.base = type(canvas.place)(), state.ctm
        try:
            for step in self._steps(content):
                name = str(step.operator)
                act = self._operators.get(name)
                if act is not None:
                    self._act(act, list(step.operands), name)
        except pikepdf.PdfError as error:
            canvas.marks.trouble.append(told(str(error)))
        canvas.state, canvas.scope, canvas.place, canvas.path, canvas.stack, canvas.fonts, canvas.base = saved

    def _steps(self, content: Object | pikepdf.Page) -> Sequence[Step]:
        """The instructions of a stream; what pikepdf only warns of is trouble here."""
        with warnings.catch_warnings(record=True) as heard:
            warnings.simplefilter("always", UserWarning)
            try:
                steps = pikepdf.parse_content_stream(content)
            except TypeError:  # a word where only values may stand
                self.canvas.marks.trouble.append("cú pháp hỏng")
                return []
        self.canvas.marks.trouble += all_told(str(warning.message) for warning in heard)
        return steps

    def _act(self, act: Operator, operands: Operands, name: str) -> None:
        try:
            act(self.canvas, operands)
        except MissingError as error:
            self.canvas.marks.trouble.append(f"gọi {error}, mà tệp không có")
        except (AttributeError, LookupError, TypeError, ValueError):
            self.canvas.marks.trouble.append(f"lệnh “{name}” nhận trị số sai")

    def _object(self, canvas: Canvas, operands: Operands) -> None:
        thing = canvas.scope.called("/XObject", spelled(operands[0]))
        if not isinstance(thing, Stream):
            raise TypeError
        kind = thing.get("/Subtype")
        if kind == Name.Image:
            _image(canvas, dict(thing.items()), thing)
        elif kind == Name.Form:
            self._form(thing, canvas.state)
        else:
            canvas.marks.effects[Effect.POSTSCRIPT, spelled(kind)] += 1

    def _form(self, form: Stream, state: State) -> None:
        """A form in the state it is called in; one that is open already would never end, and is not entered."""
        canvas = self.canvas
        key: object = form.objgen if form.is_indirect else id(form)
        if key in self._open or len(self._open) >= _NESTED:
            canvas.marks.trouble.append("một hình gọi chính nó")
            return
        if "/Ref" in form or "/OPI" in form:
            canvas.marks.effects[Effect.PROXY, "hình"] += 1
        group = form.get("/Group")
        if isinstance(group, Dictionary) and group.get("/S") == Name.Transparency:
            canvas.marks.effects[Effect.GROUP, "hình"] += 1
        inner = state.copy()
        inner.ctm = times(matrix_of(form.get("/Matrix", [])), state.ctm)
        self._open.append(key)
        self.run(form, Scope(form.get("/Resources"), canvas.scope), inner)
        self._open.pop()

    def _shade(self, canvas: Canvas, operands: Operands) -> None:
        _gradient(canvas, canvas.scope.called("/Shading", spelled(operands[0])))

    def _tile(self, canvas: Canvas, ink: Ink) -> None:
        """A pattern that paints: a gradient, or a tile, which is read like a form."""
        pattern = ink.pattern
        if isinstance(pattern, Dictionary | Stream) and "/Shading" in pattern:
            _gradient(canvas, pattern.Shading)
        elif isinstance(pattern, Stream):
            state = State.fresh(canvas.base)
            if pattern.get("/PaintType") == _UNCOLOURED:
                state.fill.paint = state.stroke.paint = ink.paint
            self._form(pattern, state)


def _save(canvas: Canvas, _: Operands) -> None:
    canvas.stack.append(canvas.state.copy())


def _restore(canvas: Canvas, _: Operands) -> None:
    if canvas.stack:
        canvas.state = canvas.stack.pop()


def _move(canvas: Canvas, operands: Operands) -> None:
    canvas.state.ctm = times(matrix_of(operands), canvas.state.ctm)


def _change(canvas: Canvas, operands: Operands) -> None:
    """``gs``."""
    change, state = canvas.scope.state(spelled(operands[0])), canvas.state
    canvas.marks.effects.update(change.effects)
    if change.line_width is not None:
        state.line_width = change.line_width
    if change.font is not None:
        state.font, state.font_size = canvas.ledger.used(change.font[0]), change.font[1]
    for ink, overprint in zip((state.stroke, state.fill), change.overprint, strict=True):
        ink.overprint = ink.overprint if overprint is None else overprint


def _inline(canvas: Canvas, operands: Operands) -> None:
    _image(canvas, spelled_out(dict(operands[0].obj.items())))


def _image(canvas: Canvas, image: dict[str, Object], held: Stream | None = None) -> None:
    """An image, with its data where it stands apart from the content."""
    mark = image_mark(image, canvas.state.ctm, canvas.state.fill.paint, canvas.scope.space_of)
    if held is not None:
        mark = replace(mark, damage=canvas.gallery.damage(held, canvas.scope.space_of))
        if proxied(held):
            canvas.marks.effects[Effect.PROXY, "ảnh"] += 1
    canvas.marks.images[mark] += 1


def _gradient(canvas: Canvas, shading: Object | None) -> None:
    if not isinstance(shading, Dictionary | Stream):
        return
    space = canvas.scope.space_of(shading.get("/ColorSpace"))
    given = outputs(shading.get("/Function"))
    canvas.marks.shades[ShadeMark(space.first, given is None or given == space.components)] += 1
