"""The same book as one WeasyPrint document: every piece in one HTML file, page numbers by ``target-counter``.

It is what our chunks are measured against, for speed and for looks; nothing of it is used in making books. It is plain
WeasyPrint, but for one thing, on demand: what is changed in a story that has been set, so that it is set again better
(photos that found no room on their page, an end of few lines), is changed as in ours.

Run with a root, an edition and a file, it makes that book, photos where WeasyPrint takes them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import register_namespace, tostring

import weasyprint  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from builder.book import Chunk, ChunkKind, desk_for, draw_flowers
from builder.book.skeleton import slots
from builder.book.titles import edition_head
from builder.edition import BookPlan
from builder.pipeline import Stage, load, plan_book
from builder.pipeline.bookwork import BookKit, book_kit, outfit_of
from builder.press.even import even
from builder.press.fonts import SCHEME
from builder.press.quick import quickened
from builder.press.stranded import settled
from builder.press.tail import ended_well
from builder.workspace import Cache, find_root

_BODY = re.compile(r"<body[^>]*>(.*?)(?:<div class=\"strip recto\">[^<]*</div>\s*)?</body>", re.DOTALL)
Compose = Callable[[Chunk], str]
"""From a chunk to its finished HTML."""


def style(plan: BookPlan) -> str:
    """Sides, running heads and folios, which ours stamps on afterwards."""
    head = edition_head(plan.edition).replace('"', '\\"')
    inside, outside = "20mm", "16mm"
    running = 'font: italic 8pt/14.6pt "Literata"; vertical-align: top; margin-top: 5.5mm; white-space: nowrap'
    folio = 'font: 8.6pt/14.6pt "Literata"; vertical-align: bottom; margin-bottom: 8.2mm; content: counter(page)'
    return f"""
        @page :left {{ margin-left: {outside}; margin-right: {inside} }}
        @page story {{ }}
        @page story:left {{ @top-left {{ content: "{head}"; {running} }} @bottom-left {{ {folio} }} }}
        @page story:right {{ @top-right {{ content: string(head); {running} }} @bottom-right {{ {folio} }} }}
        @page :nth(1 of story) {{ @top-left {{ content: none }} @top-right {{ content: none }} }}
        .piece {{ break-before: page }}
        .piece.story, .piece.text {{ page: story }}
        .piece.story {{ string-set: head attr(data-head) }}
        .piece.recto {{ break-before: right }}
        /* WeasyPrint takes every break between pages with a name for a forced one, and would keep a figure's margin
           at the head of a page (it is cut off by CSS Fragmentation 3, 5.2). */
        .story article > :not(header) {{ margin-break: discard }}
        .line::after {{ content: leader(" .") " " target-counter(attr(href), page) !important }}
        a.folio::after {{ content: target-counter(attr(href), page) }}
    """


def pieces(plan: BookPlan, kit: BookKit, compose: Compose) -> str:
    """The whole book as HTML; ``compose`` readies each chunk."""
    parts: list[str] = []
    for slot in slots(desk_for(plan.edition, kit.templates, kit.photo), plan):
        if slot.chunk is None:
            parts.append("".join(_listing(plan, slot.id)))
        else:
            parts.append(_piece(slot.chunk, compose(slot.chunk), recto=slot.recto))
    return f'<html lang="vi"><meta charset="utf-8"><body>{"".join(parts)}</body></html>'


def _piece(chunk: Chunk, html: str, *, recto: bool) -> str:
    found = _BODY.search(html)
    if found is None:
        msg = f"{chunk.id} has no body"
        raise ValueError(msg)
    kinds = f"piece {chunk.kind}{' recto' if recto else ''}"
    return f'<div id="{chunk.id}" class="{kinds}" data-head="{escape(chunk.head)}">{found[1]}</div>'


def _listing(plan: BookPlan, slot_id: str) -> Iterator[str]:
    """Contents, or an index of persons; the numbers are the engine's to find."""
    yield f'<div id="{slot_id}" class="piece {slot_id.partition("/")[0]} recto"><h1 class="opening">Mục lục</h1>'
    if slot_id == "contents":
        for story in plan.stories:
            yield f'<p class="line" href="#story/{story.id}">{story.title}<em> {story.person}</em></p>'
    else:
        yield '<div class="columns">'
        for story in sorted(plan.stories, key=lambda held: held.person):
            yield f'<p class="entry">{story.person}&nbsp; <a class="folio" href="#story/{story.id}"></a></p>'
        yield "</div>"
    yield "</div>"


class _Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Gives fonts and pictures that are in memory, and nothing else."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 - the base class names it so
        if url not in self._files:
            raise FatalURLFetchingError(url)
        return URLFetcherResponse(url, self._files[url])


def make(plan: BookPlan, kit: BookKit, *, settle: bool = True) -> bytes:
    """The book's PDF. If ``settle``, stories are changed as our own setting changes them, one by one."""
    outfit = outfit_of(plan.edition, kit)
    files = {f"{SCHEME}{name}": data for name, data in kit.fonts.files.items()}
    fetcher, fonts = _Fetcher(files), FontConfiguration()

    def sheet(text: str) -> weasyprint.CSS:
        return weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher, base_url=SCHEME)

    ours = sheet(outfit.style)

    def compose(chunk: Chunk) -> str:
        for picture in chunk.pictures:
            jpeg = outfit.separation.jpeg(Path(picture.file.path), picture.width, picture.height)
            files[picture.url] = jpeg
        html = draw_flowers(chunk.html)
        return _changed(html, fetcher, ours, fonts) if settle and chunk.kind is ChunkKind.STORY else html

    html = pieces(plan, kit, compose)
    document = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="sheet:")
    made: bytes = document.write_pdf(stylesheets=[ours, sheet(style(plan))], font_config=fonts)
    return made


def _changed(html: str, fetcher: URLFetcher, sheet: weasyprint.CSS, fonts: FontConfiguration) -> str:
    source = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="sheet:")
    render = partial(source.render, fonts, stylesheets=[sheet])
    with quickened():
        even(ended_well(source, render, settled(source, render)))
    register_namespace("", "http://www.w3.org/2000/svg")  # drawings keep their plain names
    return tostring(source.etree_element, encoding="unicode", method="html")


def main(root: str, edition: str, target: str) -> None:
    """Make a book below a root."""
    workshop = load(find_root(Path(root)), stage=Stage.DRAFT)
    with Cache(workshop.root.cache / "one-document.sqlite") as cache:
        Path(target).write_bytes(make(plan_book(workshop, edition), book_kit(workshop.root, cache), settle=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
