"""The last page of a story: one that holds a few lines more than the page before could take is saved.

A compositor takes such lines back: paragraphs that end in a word or two are set a little closer and lose that line.
What he draws together nobody sees; a page with three lines and a signature everybody does. Only a document that lacks
so little is set again, and once; where that saves no page it stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox  # type: ignore[import-untyped]  # ships no types

from .stranded import LINE_PX, NEARLY_PX, blocks, foot, set_anew

_MOST: Final = 3
"""Lines that may be wanting."""
_CLASS: Final = "tight"
"""Paragraphs set closer; how much is said in the style sheet (theme/book/book.css)."""
_LEAST_LINES: Final = 4
_GAIN: Final = 0.05
"""What setting closer gains on a line, as a share of the measure."""

Element = Any
Box = Any
Document = Any


@dataclass(slots=True)
class _Paragraph:
    """A paragraph on the pages of a document: its lines, the width of its last one as a share of the measure."""

    lines: int = 0
    last: float = 0.0

    @property
    def yields(self) -> bool:
        """Whether it probably ends a line sooner if it is set closer."""
        return self.lines >= _LEAST_LINES and self.last <= _GAIN * (self.lines - 1)


def drawn_in(source: Any, render: Callable[[], Document], document: Document) -> Document:  # noqa: ANN401 - WeasyPrint ships no types
    """A document without its last page, if only a few lines stand there; else the document itself.

    Args:
        source: the ``weasyprint.HTML``; the classes of paragraphs are changed in its tree.
        render: renders it as it then is.
        document: what it rendered.
    """
    if next(source.etree_element.iter("footer"), None) is None:
        return document
    pages = [page for page in document.pages if next(blocks(page._page_box), None)]  # noqa: SLF001 - its only way to the boxes
    wanting = _wanting(pages)
    yielding = _yielding(pages) if 0 < wanting <= _MOST else []
    if not yielding or len(yielding) < wanting:
        return document
    for element in yielding:
        element.set("class", f"{element.get('class', '')} {_CLASS}".strip())
    set_anew(source)
    closer = render()
    return closer if len(closer.pages) < len(document.pages) else document


def _wanting(pages: Sequence[Any]) -> int:
    """Lines that the page before the last is too short for what stands on the last; nought with one page."""
    if len(pages) <= 1:
        return 0
    before, last = (page._page_box for page in pages[-2:])  # noqa: SLF001 - as above
    free = before.content_box_y() + before.height - foot([*blocks(before)][-1])
    needed = foot([*blocks(last)][-1]) - last.content_box_y()
    return int(-((free - needed + NEARLY_PX) // LINE_PX))


def _yielding(pages: Sequence[Any]) -> list[Element]:
    """The paragraphs that probably end a line sooner if they are set closer."""
    found: dict[Element, _Paragraph] = {}
    for block in (block for page in pages for block in blocks(page._page_box)):  # noqa: SLF001 - as above
        if block.element_tag == "p":
            held = found.setdefault(block.element, _Paragraph())
            for line in _lines(block):
                held.lines += 1
                held.last = sum(child.margin_width() for child in line.children) / block.width
    return [element for element, held in found.items() if held.yields]


def _lines(block: Box) -> Iterator[Box]:
    return (child for child in block.children if isinstance(child, LineBox))
