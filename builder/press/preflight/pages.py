"""What the page dictionaries tell, inherited entries included, and what the pages paint."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from .complaints import all_told
from .document import annotations_of
from .dossier import Annotation, Box, PageFacts
from .gallery import Gallery
from .ledger import FontLedger
from .names import spelled
from .walker import read_marks

_A4 = Box(0, 0, 595.276, 841.89)
"""What a page without a MediaBox is taken for; that it has none is told by the missing TrimBox."""
_ANCESTORS = 64


def read_pages(pdf: Pdf, known: tuple[FontLedger, Gallery], progress: Callable[[int], None]) -> tuple[PageFacts, ...]:
    """All pages in order; ``known`` fills with their fonts and pictures, ``progress`` is told how many are done."""
    read = []
    for index, page in enumerate(pdf.pages):
        facts = _page(page, index, known)
        facts.marks.trouble += all_told(map(str, pdf.get_warnings()))  # qpdf gives each of its warnings once
        read.append(facts)
        progress(index + 1)
    return tuple(read)


def inherited(page: Object, key: str) -> Object | None:
    """An entry of a page, or of the nearest node of the page tree above it that has one."""
    node: Object | None = page
    for _ in range(_ANCESTORS):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def _page(page: pikepdf.Page, index: int, known: tuple[FontLedger, Gallery]) -> PageFacts:
    held = page.obj
    media = _box(inherited(held, "/MediaBox")) or _A4
    boxes = {key: _box(held.get(key)) for key in ("/BleedBox", "/TrimBox", "/ArtBox")}
    crop = _box(inherited(held, "/CropBox"))
    cut = boxes["/TrimBox"] or boxes["/ArtBox"] or crop or media
    rotate = inherited(held, "/Rotate")
    return PageFacts(
        media=media,
        crop=crop,
        bleed=boxes["/BleedBox"],
        trim=boxes["/TrimBox"],
        art=boxes["/ArtBox"],
        rotate=int(rotate) % 360 if isinstance(rotate, int) else 0,
        user_unit=float(unit) if isinstance(unit := held.get("/UserUnit", 1), int | float | Decimal) else 1.0,
        annotations=tuple(_annotations(held)),
        group=_group(held),
        marks=read_marks(page, inherited(held, "/Resources"), index, (cut.left, cut.bottom, cut.right, cut.top), known),
    )


def _box(thing: Object | None) -> Box | None:
    if not isinstance(thing, Array) or len(thing) != 4:  # noqa: PLR2004  # two corners
        return None
    try:
        one, two, three, four = (float(side) for side in thing.as_list())
    except (TypeError, ValueError):
        return None
    return Box(min(one, three), min(two, four), max(one, three), max(two, four))


def _annotations(page: Object) -> list[Annotation]:
    found = annotations_of(page)
    nowhere = Box(0, 0, 0, 0)
    return [Annotation(spelled(mark.get("/Subtype", "/?"))[1:], _box(mark.get("/Rect")) or nowhere) for mark in found]


def _group(page: Object) -> str | None:
    """The colour space of a page's transparency group, “” if it names none; None where there is no group."""
    group = page.get("/Group")
    if not isinstance(group, Dictionary) or group.get("/S") != Name.Transparency:
        return None
    space = group.get("/CS", "")
    return spelled(space[0] if isinstance(space, Array) and len(space) else space).lstrip("/")
