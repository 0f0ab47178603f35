"""Photos a page had no room for: moved past the next paragraphs, so that no page ends in a void.

An engine that cannot float a photo carries it to the next page and leaves the rest of this one empty. A compositor
lets the text run on and sets the photo where there is room: behind the paragraphs that fill the page, or before the
last ones where nothing follows that it may pass. Only a document that shows such a void is set again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox  # type: ignore[import-untyped]  # ships no types

LINE_PX: Final = 14.6 / 0.75
"""A line of the grid, in CSS pixels."""
_LEAST_PX: Final = 2 * LINE_PX
"""Less than that no paragraph can begin in."""
NEARLY_PX: Final = 1.0
"""By how much heights that are summed up may be wrong."""
_SHARES: Final = (0.67, 0.34)
"""What of the void is filled where not all of it can be."""
_ROUNDS, _TRIES = 12, 2
"""Renderings of a document; moves of a photo: what was let down too far is taken up again."""
_FLOWING: Final = frozenset({"p", "ul", "ol", "blockquote"})
"""What a photo may pass."""
_BLOCKS: Final = _FLOWING | {"figure", "header", "footer", "h1", "h2", "h3", "hr"}
_SPEECH: Final = ("–", "“")

Element = Any
Box = Any


@dataclass(frozen=True, slots=True)
class Stranded:
    """A photo at the head of a page, and how much the page before it leaves empty (CSS pixels)."""

    figure: Element
    page: int
    void: float


def settled(source: Any, render: Callable[[], Any]) -> Any:  # noqa: ANN401 - WeasyPrint ships no types
    """Render a document; photos that leave a page half empty are moved, the first of each text at a time.

    Args:
        source: the ``weasyprint.HTML``, whose tree is changed.
        render: renders it as it then is.

    Returns:
        The ``weasyprint`` document.
    """
    document = render()
    if next(source.etree_element.iter("figure"), None) is None:
        return document
    seen: Counter[Element] = Counter()
    for _ in range(_ROUNDS):
        pages = [list(blocks(page._page_box)) for page in document.pages]  # noqa: SLF001 - its only way to the boxes
        found = [one for one in _stranded(document, pages) if seen[one.figure] < _TRIES]
        if not found:
            return document
        homes = {child: parent for parent in source.etree_element.iter() for child in parent}
        first = {homes[one.figure]: one for one in reversed(found)}
        seen.update(one.figure for one in first.values())
        moved = [_moved(parent, one, pages) for parent, one in first.items()]
        if any(moved):
            set_anew(source)
            document = render()
    return document


def strands(document: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a photo leaves the page before it half empty."""
    return next(_stranded(document, [list(blocks(page._page_box)) for page in document.pages]), None) is not None  # noqa: SLF001 - as above


def set_anew(source: Any) -> None:  # noqa: ANN401 - as above
    """Let the next rendering of a ``weasyprint.HTML`` take its tree as it is now."""
    source.wrapper_element = type(source.wrapper_element).from_html_root(source.etree_element, None)


def blocks(box: Box) -> Iterator[Box]:
    """The outermost blocks of a page, from its head down."""
    for child in getattr(box, "children", ()):
        if child.element_tag in _BLOCKS and child.is_in_normal_flow():
            yield child
        else:
            yield from blocks(child)


def lines(box: Box) -> Iterator[Box]:
    """The lines of a paragraph, of a list, of a quote, without that of an initial; a picture has none."""
    for child in getattr(box, "children", ()):
        if isinstance(child, LineBox):
            yield child
        elif child.is_in_normal_flow():
            yield from lines(child)


def _stranded(document: Any, pages: Sequence[Sequence[Box]]) -> Iterator[Stranded]:  # noqa: ANN401 - as above
    for number, (before, here) in enumerate(pairwise(pages), start=1):
        if not here or here[0].element_tag != "figure" or not before:
            continue
        page = document.pages[number - 1]._page_box  # noqa: SLF001 - as above
        void = (page.content_box_y() + page.height - foot(before[-1]) + NEARLY_PX) // LINE_PX * LINE_PX
        if void >= _LEAST_PX:
            yield Stranded(here[0].element, number, void)


def foot(box: Box) -> float:
    """Where a box ends on its page, without its margin."""
    return float(box.border_box_y() + box.border_height())


def _moved(parent: Element, stranded: Stranded, pages: Sequence[Sequence[Box]]) -> bool:
    """Move a photo down, else up; whether it could be."""
    children = list(parent)
    at = children.index(stranded.figure)
    heights: dict[Element, float] = {}
    for box in (box for page in pages for box in page):
        heights[box.element] = heights.get(box.element, 0.0) + box.margin_height()
    steps = _down(children[at + 1 :], heights, stranded.void)
    if not steps:
        here = {box.element for box in pages[stranded.page - 1]} - _begun(pages[: stranded.page - 1])
        room = heights[stranded.figure] + LINE_PX - stranded.void
        steps = _up(children[:at], heights, room, here)
    for share in _SHARES:
        steps = steps or _down(children[at + 1 :], heights, stranded.void * share)
    if not steps:
        return False
    parent.remove(stranded.figure)
    parent.insert(at + steps, stranded.figure)
    return True


def _begun(pages: Sequence[Sequence[Box]]) -> set[Element]:
    return {box.element for page in pages for box in page}


def _down(after: Sequence[Element], heights: Mapping[Element, float], void: float) -> int:
    """How many paragraphs to pass so that they fill the void; nought if something else stands in the way."""
    passed = 0.0
    for number, element in enumerate(after):
        if passed > void - NEARLY_PX and not _parts(after[number - 1], element):
            return number
        if element.tag not in _FLOWING:
            return 0
        passed += heights.get(element, 0.0)
    return 0


def _up(before: Sequence[Element], heights: Mapping[Element, float], room: float, here: set[Element]) -> int:
    """How many paragraphs of its page to go back past (a number below nought) so that there is room; nought: none."""
    gained = 0.0
    for number in range(len(before) - 1, 0, -1):
        element, above = before[number], before[number - 1]
        if element.tag not in _FLOWING or element not in here:
            return 0
        gained += heights.get(element, 0.0)
        if gained >= room and above.tag in _FLOWING and not _parts(above, element):
            return number - len(before)
    return 0


def _parts(above: Element, below: Element) -> bool:
    """Whether a photo between two blocks would part speech from what announces it."""
    return _text(above).endswith(":") or (below.tag == "p" and _text(below).startswith(_SPEECH))


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()
