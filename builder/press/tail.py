"""The last page of a story: one that holds a few lines more than the page before could take is saved, or filled.

A compositor takes such lines back: paragraphs that end in a word or two are set a little closer and lose that line.
What he draws together nobody sees; a page with three lines and a signature everybody does. Where too much is wanting
for that, he goes the other way and gives the opening more room: a flower a line or two higher drives as many lines to
the end, and no word space changes. Only a document with such an end is set again, and once for each; where that mends
nothing it stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from .stranded import LINE_PX, NEARLY_PX, blocks, foot, lines, set_anew, strands

_MOST: Final = 3
"""Lines that may be wanting."""
_CLASS: Final = "tight"
"""Paragraphs set closer; how much is said in the style sheet (theme/book/book.css)."""
_LEAST_LINES: Final = 4
_GAIN: Final = 0.05
"""What setting closer gains on a line, as a share of the measure."""
_ENOUGH: Final = 5
"""Lines of text that may stand alone above a signature."""
_HIGHER: Final = ("", "one", "two", "three")
"""Classes of the flower or portrait at the head of a story, by the lines it is higher (theme/book/book.css)."""
_OPENING: Final = 5
"""Lines that stay below the head of a story: an initial takes three."""

Element = Any
Box = Any
Document = Any
Render = Callable[[], Document]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on the pages of a document: its lines, the width of its last one as a share of the measure."""

    lines: int = 0
    last: float = 0.0

    @property
    def yields(self) -> bool:
        """Whether it probably ends a line sooner if it is set closer."""
        return self.lines >= _LEAST_LINES and self.last <= _GAIN * (self.lines - 1)


def ended_well(source: Any, render: Render, document: Document) -> Document:  # noqa: ANN401 - WeasyPrint ships no types
    """A document without its last page, or with more on it, if only a few lines stand there; else the document itself.

    Args:
        source: the ``weasyprint.HTML``; the classes of elements are changed in its tree.
        render: renders it as it then is.
        document: what it rendered.
    """
    if next(source.etree_element.iter("footer"), None) is None:
        return document
    pages = _pages(document)
    if len(pages) <= 1:
        return document
    closer = _drawn_in(source, render, document, pages)
    return closer or _driven_out(source, render, pages) or document


def _pages(document: Document) -> list[Box]:
    """The pages of a document that hold anything but the strip with the running head."""
    boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - its only way to the boxes
    return [box for box in boxes if next(blocks(box), None)]


def _drawn_in(source: Any, render: Render, document: Document, pages: Sequence[Box]) -> Document | None:  # noqa: ANN401 - as above
    """The document without its last page, if that is wanting only a few lines and paragraphs will yield them."""
    wanting = _wanting(*pages[-2:])
    yielding = _yielding(pages) if 0 < wanting <= _MOST else []
    if not yielding or len(yielding) < wanting:
        return None
    closer = _changed(source, render, yielding, _CLASS)
    if len(closer.pages) < len(document.pages):
        return closer
    for element in yielding:
        _unset(element, _CLASS)
    return None


def _driven_out(source: Any, render: Render, pages: Sequence[Box]) -> Document | None:  # noqa: ANN401 - as above
    """The document with more lines on its last page, if there are too few and the first page can give them."""
    short = _ENOUGH - _lines_of(pages[-1])
    if short < 1:
        return None
    head = next((one for one in source.etree_element.iter("div") if "emblem" in one.get("class", "").split()), None)
    more = min(short + int((_free(pages[-2]) + NEARLY_PX) // LINE_PX), len(_HIGHER) - 1, _lines_of(pages[0]) - _OPENING)
    if head is None or more < 1:
        return None
    higher = _changed(source, render, [head], _HIGHER[more])
    after = _pages(higher)
    if len(after) == len(pages) and _lines_of(after[-1]) > _lines_of(pages[-1]) and not strands(higher):
        return higher
    _unset(head, _HIGHER[more])
    return None


def _changed(source: Any, render: Render, elements: Sequence[Element], name: str) -> Document:  # noqa: ANN401 - as above
    for element in elements:
        element.set("class", f"{element.get('class', '')} {name}".strip())
    set_anew(source)
    return render()


def _unset(element: Element, name: str) -> None:
    element.set("class", element.get("class").removesuffix(name).rstrip())


def _wanting(before: Box, last: Box) -> int:
    """Lines that a page is too short for what stands on the one behind it."""
    needed = _end(last) - last.content_box_y()
    return int(-((_free(before) - needed + NEARLY_PX) // LINE_PX))


def _free(page: Box) -> float:
    """What a page leaves empty at its foot (CSS pixels)."""
    return float(page.content_box_y() + page.height - _end(page))


def _end(page: Box) -> float:
    """Where what stands on a page ends: a paragraph that goes on reaches to its foot, its last line does not."""
    last = [*blocks(page)][-1]
    held = [*lines(last)]
    return float(held[-1].position_y + held[-1].height) if held else foot(last)


def _yielding(pages: Sequence[Box]) -> list[Element]:
    """The paragraphs that probably end a line sooner if they are set closer."""
    found: dict[Element, _Paragraph] = {}
    for block in (block for page in pages for block in blocks(page)):
        if block.element_tag == "p":
            held = found.setdefault(block.element, _Paragraph())
            for line in lines(block):
                held.lines += 1
                held.last = sum(child.margin_width() for child in line.children) / block.width
    return [element for element, held in found.items() if held.yields]


def _lines_of(page: Box) -> int:
    """Lines a page's text takes, between the head of a story and its signature; a photo counts as many as it takes."""
    text = [block for block in blocks(page) if block.element_tag not in {"header", "footer"}]
    return sum(len([*lines(block)]) or round(block.margin_height() / LINE_PX) for block in text)
