"""The same book as one WeasyPrint document: every piece in one HTML file, page numbers by ``target-counter``.

It is what our chunks are measured against, for speed and for looks; nothing of it is used in making books.

Run with a root, an edition and a file, it makes that book.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import weasyprint  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]

from builder.book import Chunk, desk_for, draw_flowers, page_style
from builder.book.chunk import ChunkKind
from builder.book.skeleton import slots
from builder.book.titles import edition_head
from builder.edition import BookPlan
from builder.pipeline import Stage, load, plan_book
from builder.pipeline.bookwork import BookKit, book_kit, outfit_of
from builder.press.fonts import SCHEME
from builder.press.typeset import _Fetcher
from builder.workspace import Cache, find_root

_BODY = re.compile(r"<body[^>]*>(.*?)(?:<div class=\"strip recto\">[^<]*</div>\s*)?</body>", re.DOTALL)
_TEXT = frozenset({ChunkKind.STORY, ChunkKind.TEXT})


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
        @page story:first {{ @top-left {{ content: none }} @top-right {{ content: none }} }}
        .piece {{ break-before: page }}
        .piece.story, .piece.text {{ page: story }}
        .piece.story h1 {{ string-set: head content() }}
        .piece.recto {{ break-before: right }}
        .line::after {{ content: leader(" .") " " target-counter(attr(href), page) !important }}
        a.folio::after {{ content: target-counter(attr(href), page) }}
    """


def pieces(plan: BookPlan, kit: BookKit) -> tuple[str, list[Chunk]]:
    """The whole book as HTML, and its chunks for their pictures."""
    desk = desk_for(plan.edition, kit.templates, kit.photo)
    chunks: list[Chunk] = []
    parts: list[str] = []
    for slot in slots(desk, plan):
        if slot.chunk is None:
            parts.append("".join(_listing(plan, slot.id)))
            continue
        chunks.append(slot.chunk)
        parts.append(_piece(slot.chunk, recto=slot.recto))
    return f'<html lang="vi"><meta charset="utf-8"><body>{"".join(parts)}</body></html>', chunks


def _piece(chunk: Chunk, *, recto: bool) -> str:
    found = _BODY.search(draw_flowers(chunk.html))
    if found is None:
        msg = f"{chunk.id} has no body"
        raise ValueError(msg)
    return f'<div id="{chunk.id}" class="piece {chunk.kind}{" recto" if recto else ""}">{found[1]}</div>'


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


def make(plan: BookPlan, kit: BookKit) -> bytes:
    """The book's PDF."""
    html, chunks = pieces(plan, kit)
    outfit = outfit_of(plan.edition, kit)
    files = {f"{SCHEME}{name}": data for name, data in kit.fonts.files.items()}
    for chunk in chunks:
        for picture in chunk.pictures:
            jpeg = outfit.separation.jpeg(Path(picture.file.path), picture.width, picture.height)
            files[picture.url] = jpeg
    document = weasyprint.HTML(string=html, url_fetcher=_Fetcher(files), base_url="sheet:")
    whole = f"{page_style(plan.edition)}\n{kit.style}\n{style(plan)}"
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=whole, font_config=fonts, url_fetcher=_Fetcher(files), base_url=SCHEME)
    made: bytes = document.write_pdf(stylesheets=[sheet], font_config=fonts)
    return made


def main(root: str, edition: str, target: str) -> None:
    """Make a book below a root."""
    workshop = load(find_root(Path(root)), stage=Stage.DRAFT)
    with Cache(workshop.root.cache / "one-document.sqlite") as cache:
        Path(target).write_bytes(make(plan_book(workshop, edition), book_kit(workshop.root, cache)))


if __name__ == "__main__":
    main(*sys.argv[1:])
