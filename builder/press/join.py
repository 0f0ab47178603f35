"""Joining documents into a book: pages in order, versos moved to their side, strips stamped, boxes exact.

Documents are laid out as rectos, without running heads, at trimmed size with their corner at 0, 0. Joining moves each
page by the bleed and, on a verso, by the difference of the margins; the page's own drawing is not touched.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from builder.model import Length, Trim

from . import marks
from .fonts import Fonts
from .union import FontUnion

_PLACES = 4
_KEPT = ("/ExtGState", "/Pattern", "/Shading")


@dataclass(frozen=True, slots=True)
class Strip:
    """A page of a document stamped onto another: its lower left corner, measured from that of the trimmed page."""

    document: str
    index: int
    left: Length
    bottom: Length


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page of the book: which page of which document, how far it is moved to the right, what is stamped on it."""

    document: str
    index: int
    shift: Length
    strips: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """Trimmed size and bleed of all pages, whether crop marks stand around them, and the folds that are marked, too.

    Folds are upright and measured from the left edge of the trim.
    """

    trim: Trim
    bleed: Length
    marked: bool = False
    folds: tuple[Length, ...] = ()

    @property
    def edge(self) -> Length:
        """The space around the trim: the bleed, or room for marks."""
        return marks.room(self.bleed) if self.marked else self.bleed

    @property
    def media(self) -> tuple[float, ...]:
        """The MediaBox, from 0, 0."""
        return self._around(self.edge)

    @property
    def bled(self) -> tuple[float, ...]:
        """The BleedBox."""
        return self._around(self.bleed)

    @property
    def trimmed(self) -> tuple[float, ...]:
        """The TrimBox."""
        return self._around(Length(0))

    def _around(self, space: Length) -> tuple[float, ...]:
        near = self.edge.pt - space.pt
        far = self.edge.pt + space.pt
        return tuple(map(_exact, (near, near, self.trim.width.pt + far, self.trim.height.pt + far)))


def join(
    documents: Mapping[str, bytes], names: Mapping[str, str], pages: Sequence[BookPage], paper: Paper, fonts: Fonts
) -> Pdf:
    """Join documents (by id; ``names`` are what messages call them) into one PDF, which the caller finishes and saves.

    Raises:
        BuilderError: a document holds a font that is none of the house's.
    """
    joiner = _Joiner(documents, names, paper, FontUnion(fonts))
    for page in pages:
        joiner.add(page)
    return joiner.done()


class _Joiner:
    """The book so far. Documents are opened once, forms of strips made once."""

    def __init__(
        self, documents: Mapping[str, bytes], names: Mapping[str, str], paper: Paper, union: FontUnion
    ) -> None:
        self._documents = documents
        self._names = names
        self._paper = paper
        self._union = union
        self._book = Pdf.new()
        self._open: dict[str, Pdf] = {}
        self._copies: dict[tuple[str, tuple[int, int]], Object] = {}
        self._forms: dict[tuple[str, int], Object] = {}
        self._moves: dict[float, Object] = {}
        self._after = self._book.make_indirect(Stream(self._book, b"Q\n"))
        self._registration = marks.colour(self._book) if paper.marked else None
        crop = marks.drawing(paper.trimmed, paper.bleed, paper.folds) if paper.marked else b""
        self._marks = [self._book.make_indirect(Stream(self._book, crop))] if paper.marked else []

    def add(self, page: BookPage) -> None:
        """Put one page at the end. It is made anew: one page of a document may stand in the book more than once."""
        forms = {f"/Strip{n}": self._form(strip) for n, strip in enumerate(page.strips)}
        made = Dictionary(
            Type=Name.Page,
            MediaBox=Array(self._paper.media),
            BleedBox=Array(self._paper.bled),
            TrimBox=Array(self._paper.trimmed),
            Resources=self._resources(page.document, page.index, forms),
            Contents=Array(
                [
                    self._move(page.shift),
                    self._drawing(page.document, page.index),
                    *self._stamps(page.strips),
                    *self._marks,
                ]
            ),
        )
        self._book.pages.append(Page(self._book.make_indirect(made)))

    def done(self) -> Pdf:
        """Give every page the joined fonts."""
        fonts = self._union.give(self._book)
        for page in self._book.pages:
            page.obj.Resources.Font = fonts
        for form in self._forms.values():
            form.Resources = _kept(form.Resources)
            form.Resources.Font = fonts
        return self._book

    def _source(self, document: str) -> Pdf:
        if document not in self._open:
            pdf = Pdf.open(io.BytesIO(self._documents[document]))
            self._union.take(pdf, self._names.get(document, document))
            self._open[document] = pdf
        return self._open[document]

    def _copied(self, document: str, thing: Object) -> Object:
        place = (document, thing.objgen)
        if place not in self._copies:
            self._copies[place] = self._book.copy_foreign(thing)
        return self._copies[place]

    def _drawing(self, document: str, index: int) -> Object:
        return self._copied(document, self._source(document).pages[index].obj.Contents)

    def _resources(self, document: str, index: int, forms: Mapping[str, Object]) -> Dictionary:
        """Resources of a page: its pictures and states, and strips; no colour spaces, which WeasyPrint adds unused."""
        own = self._copied(document, self._source(document).pages[index].obj.Resources)
        kept = _kept(own)
        objects = {**dict(own.get("/XObject", Dictionary()).items()), **forms}
        if objects:
            kept.XObject = Dictionary(objects)
        if self._registration is not None:
            kept.ColorSpace = Dictionary({marks.COLOUR: self._registration})
        return kept

    def _form(self, strip: Strip) -> Object:
        place = (strip.document, strip.index)
        if place not in self._forms:
            form = self._book.copy_foreign(self._source(strip.document).pages[strip.index].as_form_xobject())
            self._forms[place] = form
        return self._forms[place]

    def _move(self, shift: Length) -> Object:
        """What stands before a page's drawing. Beside marks nothing may stand: there the drawing ends at the bleed."""
        right = _exact(self._paper.edge.pt + shift.pt)
        if right not in self._moves:
            self._moves[right] = self._book.make_indirect(Stream(self._book, before(self._paper, shift)))
        return self._moves[right]

    def _stamps(self, strips: Sequence[Strip]) -> list[Object]:
        if not strips:
            return [self._after]
        return [self._book.make_indirect(Stream(self._book, after(self._paper, strips)))]


def before(paper: Paper, shift: Length) -> bytes:
    """What stands before a page's drawing: it is moved to its place. Beside marks it ends at the bleed."""
    right, up = _exact(paper.edge.pt + shift.pt), _exact(paper.edge.pt)
    return f"q {_clip(paper)}1 0 0 1 {right} {up} cm\n".encode()


def _clip(paper: Paper) -> str:
    if not paper.marked:
        return ""
    left, bottom, right, top = paper.bled
    return f"{left} {bottom} {_exact(right - left)} {_exact(top - bottom)} re W n "


def after(paper: Paper, strips: Sequence[Strip]) -> bytes:
    """What stands after a page's drawing: its strips, by the names ``/Strip0``, ``/Strip1`` ..."""
    edge = paper.edge.pt
    drawn = "".join(
        f"q 1 0 0 1 {_exact(edge + strip.left.pt)} {_exact(edge + strip.bottom.pt)} cm /Strip{n} Do Q\n"
        for n, strip in enumerate(strips)
    )
    return f"Q\n{drawn}".encode()


def _kept(own: Object) -> Dictionary:
    return Dictionary({key: own[key] for key in _KEPT if len(own.get(key, Dictionary()))})


def _exact(points: float) -> float:
    return round(points, _PLACES)
