"""Where the lines of an outline lead: to pages, straight or by a name, as InDesign, LaTeX and browsers write it."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from .names import spelled


def finder(pdf: Pdf) -> Callable[[pikepdf.OutlineItem], int | None]:
    """What finds the page (index from 0) a line of the outline leads to; None where it leads to no page."""
    places = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    named = _named(pdf)

    def find(item: pikepdf.OutlineItem) -> int | None:
        where: object = item.destination
        if where is None and item.action is not None:
            where = item.action.get("/D")
        if isinstance(where, Name | String | str):
            where = named(spelled(where))
        if isinstance(where, Dictionary):
            where = where.get("/D")
        if isinstance(where, Array) and len(where) and isinstance(where[0], Dictionary):
            return places.get(where[0].objgen)
        return None

    return find


def _named(pdf: Pdf) -> Callable[[str], Object | None]:
    """The two ways of naming places: the tree of PDF 1.2, the dictionary before it."""
    old, names = pdf.Root.get("/Dests"), pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, Dictionary) else None
    held = NameTree(tree) if isinstance(tree, Dictionary) else None

    def find(name: str) -> Object | None:
        if name.startswith("/"):
            return old.get(name) if isinstance(old, Dictionary) else None
        return held.get(name) if held is not None else None

    return find
