"""Tags and links of a joined book: those of its documents, moved to the pages on which they now stand.

One tree for the whole book: each document is a part of it, every mark of every page leads back to its element
(ISO 32000-1, 14.7.4.4), and running heads and folios are artifacts that no one reads aloud.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from builder.model import Length

from .join import BookPage
from .structure import Kid, Linked, Node, Shown, listed, structure

PAGE_LINK = "page:"
"""How a document's link names a page of the book: ``page:12``."""

_PX = 0.75
_PRINTED = 4
_HEADS = "/THead"
_MARKS = re.compile(rb"^/\w+\n<</MCID \d+>>\nBDC\n|^EMC\n", re.MULTILINE)
_STRIPS = re.compile(rb"(?:q [^\n]* /Strip\d+ Do Q\n)+")


@dataclass(frozen=True, slots=True)
class Run:
    """Pages of one document that follow each other in the book: the folio of the first, their moves to the right."""

    document: str
    first: int
    shifts: tuple[Length, ...]


def tag(
    pdf: Pdf,
    documents: Mapping[str, bytes],
    pages: Sequence[BookPage],
    lists: Iterable[str] = (),
    titles: Mapping[int, str] | None = None,
) -> None:
    """Give a joined book the tags and links of its documents.

    ``lists`` are documents that are tables of contents; ``titles`` says what opens on a folio, for the words by which
    a screen reader tells where a link leads.

    Raises:
        ValueError: a link names a page the book does not have.
    """
    tree = _Tree(pdf, len(pages), titles or {})
    contents = frozenset(lists)
    open_documents: dict[str, Pdf] = {}
    for run in _runs(pages):
        if run.document not in open_documents:
            open_documents[run.document] = Pdf.open(io.BytesIO(documents[run.document]))
        tree.add(run, open_documents[run.document], as_list=run.document in contents)
    tree.finish()
    for page in pdf.pages:
        _artifacts(pdf, page.obj)


def _runs(pages: Sequence[BookPage]) -> Iterator[Run]:
    folio = 1
    for key, group in groupby(enumerate(pages), key=lambda item: (item[1].document, item[0] - item[1].index)):
        held = tuple(page.shift for _, page in group)
        yield Run(key[0], folio, held)
        folio += len(held)


class _Tree:
    """The tree so far: elements of the book, and for every page and link the way back to them."""

    def __init__(self, pdf: Pdf, pages: int, titles: Mapping[int, str]) -> None:
        self._pdf = pdf
        self._titles = titles
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._book = self._element("Document", self._root, Array())
        self._root.K = Array([self._book])
        self._marks: list[dict[int, Object]] = [{} for _ in range(pages)]
        self._links: list[Object] = []

    def add(self, run: Run, document: Pdf, *, as_list: bool) -> None:
        """Add a document's tags and links."""
        nodes = structure(document, len(run.shifts))
        nodes = listed(nodes) if as_list else nodes
        notes = [self._notes(run, document, index) for index in range(len(run.shifts))]
        if len(nodes) == 1 and nodes[0].role in ("Art", "Sect", "Figure"):
            self._book.K.append(self._made(nodes[0], self._book, run, notes))
        elif nodes:
            self._book.K.append(self._made(Node("Sect", nodes), self._book, run, notes))

    def _page(self, run: Run, index: int) -> Object:
        return self._pdf.pages[run.first - 1 + index].obj

    def _made(self, node: Node, parent: Object, run: Run, notes: list[list[Object]]) -> Object:
        """An element with all it holds; its page is that of its first mark."""
        element = self._element(node.role, parent, Array())
        index = _first_page(node)
        element.Pg = self._page(run, index)
        if node.role == "Figure":
            element.Alt = String(node.alt)
            element.A = self._layout(node, run, index)
        if node.role == "TH":
            element.A = Dictionary(O=Name.Table, Scope=Name.Column if str(parent.P.S) == _HEADS else Name.Row)
        for kid in node.kids:
            element.K.append(self._kid(kid, element, index, run, notes))
        return element

    def _kid(self, kid: Kid, element: Object, index: int, run: Run, notes: list[list[Object]]) -> Object | int:
        if isinstance(kid, Node):
            return self._made(kid, element, run, notes)
        if isinstance(kid, Linked):
            note = notes[kid.page][kid.annotation]
            note.StructParent = len(self._marks) + len(self._links)
            self._links.append(element)
            return Dictionary(Type=Name.OBJR, Obj=note, Pg=self._page(run, kid.page))
        self._marks[run.first - 1 + kid.page][kid.mark] = element
        if kid.page == index:
            return kid.mark
        return Dictionary(Type=Name.MCR, Pg=self._page(run, kid.page), MCID=kid.mark)

    def _layout(self, node: Node, run: Run, index: int) -> Dictionary:
        """The box of a picture, in points from the lower left corner of the book's page."""
        left, top, right, bottom = (side * _PX for side in node.box)
        edge, height = run.shifts[index].pt, float(self._page(run, index).MediaBox[3])
        box = (left + edge, height - bottom, right + edge, height - top)
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(side, 3) for side in box]))

    def _notes(self, run: Run, document: Pdf, index: int) -> list[Object]:
        """The links of a page of a document, made anew on the book's page."""
        page = self._page(run, index)
        notes = [self._note(note, run.shifts[index]) for note in document.pages[index].obj.get("/Annots", Array())]
        if notes:
            page.Annots = Array(notes)
            page.Tabs = Name.S
        return notes

    def _note(self, note: Object, shift: Length) -> Object:
        left, bottom, right, top = (float(side) for side in note.Rect)
        bottom, top = sorted((bottom, top))
        made = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(side, 3) for side in (left + shift.pt, bottom, right + shift.pt, top)]),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
        )
        address = str(note.A.URI)
        if address.startswith(PAGE_LINK):
            folio = int(address.removeprefix(PAGE_LINK))
            title = self._titles.get(folio)
            made.Contents = String(f"{title}, trang {folio}" if title else f"Trang {folio}")
            made.Dest = self._target(folio)
        else:
            made.Contents = String(address)
            made.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(address))
        return self._pdf.make_indirect(made)

    def _target(self, folio: int) -> Array:
        if not 1 <= folio <= len(self._marks):
            msg = f"no page {folio} in a book of {len(self._marks)}"
            raise ValueError(msg)
        page = self._pdf.pages[folio - 1].obj
        return Array([page, Name.XYZ, 0, page.MediaBox[3], None])

    def _element(self, role: str, parent: Object, kids: Array) -> Object:
        return self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, K=kids))

    def finish(self) -> None:
        """Write down the ways back: first those of pages, then those of links."""
        ways = Array()
        for n, marks in enumerate(self._marks):
            page = self._pdf.pages[n].obj
            page.StructParents = n
            row = Array([marks.get(mark) for mark in range(max(marks, default=-1) + 1)])
            ways.append(n)
            ways.append(self._pdf.make_indirect(row))
        for n, element in enumerate(self._links, start=len(self._marks)):
            ways.append(n)
            ways.append(element)
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=ways))
        self._root.ParentTreeNextKey = len(self._marks) + len(self._links)
        self._pdf.Root.StructTreeRoot = self._root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)


def _first_page(node: Node) -> int:
    """The page of the first mark in an element."""
    return next(_pages(node))


def _pages(node: Node) -> Iterator[int]:
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _pages(kid)
        elif isinstance(kid, Shown):
            yield kid.page
    yield next((kid.page for kid in node.kids if isinstance(kid, Linked)), 0)


def _artifacts(pdf: Pdf, page: Object) -> None:
    """Mark the strips of a page as what belongs to the page and not to the text, and take the marks out of them."""
    strips = [form for name, form in page.Resources.get("/XObject", Dictionary()).items() if name.startswith("/Strip")]
    if not strips:
        return
    stamped = page.Contents[-1].read_bytes()
    drawn = _STRIPS.sub(lambda found: b"/Artifact <</Type /Pagination>> BDC\n" + found[0] + b"EMC\n", stamped)
    page.Contents[-1] = pdf.make_indirect(Stream(pdf, drawn))
    for form in strips:
        drawing = form.read_bytes()
        if b"MCID" in drawing:
            form.write(_MARKS.sub(b"", drawing))
