"""The meaning of a document's marks: WeasyPrint's tags, read page by page and put together again.

WeasyPrint 70 begins every tag anew on every page, wraps each line in a Span and what it does not know in a NonStruct.
Here wrappers that say nothing are taken off, and what a page end has cut in two becomes one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pikepdf import Array, Name, Object, Pdf

_HOLLOW = frozenset({"NonStruct", "Div", "Span"})
_WHOLE = frozenset({"Art", "Sect"})
_PLACED = re.compile(rb"<</MCID (\d+)>>\s*BDC[^\[]*?\b1 0 0 -1 ([-\d.]+) ")
_NEAR = 1.0
"""Pixels within which a line begins at the left edge of the text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Marked content: which page of the document (from 0), which mark."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A link annotation: which page of the document, which of its annotations."""

    page: int
    annotation: int


@dataclass(frozen=True, slots=True)
class Node:
    """An element: its standard role, what it holds; pictures with words for those who do not see, and their box.

    ``box`` is left, top, right, bottom in CSS pixels from the upper left corner of the page.
    """

    role: str
    kids: tuple[Node | Shown | Linked, ...]
    alt: str = ""
    box: tuple[float, ...] = field(default=())


Kid = Node | Shown | Linked


def structure(pdf: Pdf, pages: int) -> tuple[Node, ...]:
    """The elements of a tagged document on its first ``pages`` pages, in reading order."""
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    found: list[list[Kid]] = [[] for _ in pdf.pages]
    for top in _kids(pdf.Root.StructTreeRoot.K[0]):
        page = numbers[top.Pg.objgen]
        annotations = {note.objgen: n for n, note in enumerate(pdf.pages[page].obj.get("/Annots", Array()))}
        found[page] += _read(top, page, annotations)
    whole: list[Kid] = []
    for n, kids in enumerate(found[:pages]):
        whole = _joined(whole, kids, goes_on=bool(n) and _goes_on(pdf.pages[n].obj))
    return tuple(kid if isinstance(kid, Node) else Node("P", (kid,)) for kid in whole)


def _kids(element: Object) -> list[Object]:
    held = element.get("/K", Array())
    return list(held) if isinstance(held, Array) else [held]


def _read(element: Object, page: int, annotations: dict[tuple[int, int], int]) -> Iterator[Kid]:
    """An element, or, where it says nothing, what it holds; nothing of an empty one."""
    kids: list[Kid] = []
    for kid in _kids(element):
        if isinstance(kid, int):
            kids.append(Shown(page, int(kid)))
        elif kid.get("/Type") == Name.OBJR:
            kids.append(Linked(page, annotations[kid.Obj.objgen]))
        else:
            kids += _read(kid, page, annotations)
    role = str(element.S).removeprefix("/")
    if role in _HOLLOW or (role == "Link" and not any(isinstance(kid, Linked) for kid in kids)):
        yield from kids
    elif kids:
        yield _node(role, kids, element)


def _node(role: str, kids: list[Kid], element: Object) -> Node:
    if role == "P":  # beside a float, as a large initial is, WeasyPrint wraps the rest of a paragraph in another
        kids = [piece for kid in kids for piece in (kid.kids if isinstance(kid, Node) and kid.role == "P" else (kid,))]
    if role in _WHOLE:
        kids = [kid if isinstance(kid, Node) else Node("P", (kid,)) for kid in kids]
    if role != "Figure":
        return Node(role, tuple(kids))
    box = tuple(float(side) for side in element.A.BBox) if "/A" in element else ()
    return Node(role, tuple(kids), str(element.get("/Alt", "")), box)


def _goes_on(page: Object) -> bool:
    """Whether a page's first line begins at the edge of the text: paragraphs are indented, the rest of one is not."""
    drawn = page.Contents.read_bytes() if not isinstance(page.Contents, Array) else b""
    lines = {int(mark): float(left) for mark, left in _PLACED.findall(drawn)}
    return bool(lines) and lines[min(lines)] <= min(lines.values()) + _NEAR


def _joined(before: Sequence[Kid], after: Sequence[Kid], *, goes_on: bool, inside: str = "") -> list[Kid]:
    """What stands on one page and on the next, with what the page end cut made whole."""
    if not before or not after:
        return [*before, *after]
    last, first = before[-1], after[0]
    if isinstance(last, Node) and isinstance(first, Node) and last.role == first.role:
        if last.role in _WHOLE:
            kids = _joined(last.kids, first.kids, goes_on=goes_on, inside=last.role)
            return [*before[:-1], replace(last, kids=tuple(kids)), *after[1:]]
        if last.role == "P" and inside == "Art" and goes_on:
            return [*before[:-1], replace(last, kids=(*last.kids, *first.kids)), *after[1:]]
    return [*before, *after]


def listed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The same elements as a table of contents: rows of paragraphs become lists of entries."""
    made: list[Node] = []
    for node in nodes:
        if node.role in _WHOLE:
            made += listed([kid for kid in node.kids if isinstance(kid, Node)])
        elif node.role == "P":
            entry = replace(node, role="TOCI")
            rows = made.pop().kids if made and made[-1].role == "TOC" else ()
            made.append(Node("TOC", (*rows, entry)))
        else:
            made.append(node)
    return tuple(made)
