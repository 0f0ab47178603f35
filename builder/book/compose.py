"""The whole book: what stands alone, then contents and indexes until folios stand still, then the last sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.edition import BookPlan
from builder.model import BuilderError

from .chunk import Chunk, ChunkKind, SetChunk, Setter
from .contents import CONTENTS_ID, ContentsGroup, ContentsLine, contents_chunk, section_group
from .flowers import story_kind
from .front import (
    FOLIOS_A_SHEET,
    edition_furniture,
    folio_sheet,
    gallery_chunks,
    ornament_chunk,
    proof_line,
    text_title,
)
from .geometry import PageGeometry, is_recto
from .indexes import INDEXES, index_chunk
from .page import Desk
from .pagination import ORNAMENTS, Part, PlacedPage, openings, ornament_id, paginate
from .skeleton import COLOPHON, Slot, slots
from .titles import edition_head

_ROUNDS = 6
_GALLERY_FROM = 4
_LEVEL = 100
"""The first of the folios listings are tried with: of three figures, as most are."""
_FLOWERS = frozenset({ChunkKind.PLATE, ChunkKind.ORNAMENT, ChunkKind.GALLERY})


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the PDF's outline."""

    title: str
    folio: int
    level: int


@dataclass(frozen=True, slots=True)
class ComposedBook:
    """A set book: every page in order, the chunks they come from, where stories open, the outline.

    ``fillers`` counts the pages that only fill the last signature.
    """

    geometry: PageGeometry
    pages: tuple[PlacedPage, ...]
    chunks: Mapping[str, SetChunk]
    folios: Mapping[str, int]
    outline: tuple[Mark, ...]
    fillers: int

    @property
    def flower_pages(self) -> int:
        """Pages that carry a flower and no text: plates, ornaments, the gallery with its title."""
        return sum(self.chunks[page.chunk].chunk.kind in _FLOWERS for page in self.pages)


def compose(desk: Desk, plan: BookPlan, set_chunks: Setter, *, proof: bool = False) -> ComposedBook:
    """Set a book; a proof says on every page that it is one.

    Raises:
        BuilderError: a part is unknown, a chunk cannot be set, or the folios never stand still.
    """
    row = slots(desk, plan)
    done = _set(set_chunks, [c for slot in row for c in (slot.chunk, slot.plate) if c])
    done = _settle(desk, plan, row, done, set_chunks)
    body = [_part(slot, done) for slot in row]
    parts, gallery = _closed(desk, plan, body)
    pages = paginate(parts)
    fillers = len(pages) - len(paginate(body))
    last = [*gallery, *_ornaments(desk, pages), *_furniture(desk, len(pages)), *([proof_line(desk)] if proof else [])]
    done = done | _set(set_chunks, last)
    opened = openings(pages)
    folios = {story.id: opened[f"story/{story.id}"] for story in plan.stories}
    return ComposedBook(desk.page, _checked(pages, done), done, folios, _outline(plan, opened), fillers)


def _set(set_chunks: Setter, chunks: Sequence[Chunk]) -> dict[str, SetChunk]:
    return {held.chunk.id: held for held in set_chunks(chunks)}


def _settle(
    desk: Desk, plan: BookPlan, row: Sequence[Slot], done: Mapping[str, SetChunk], set_chunks: Setter
) -> dict[str, SetChunk]:
    """Make contents and indexes until the pages they fill are the pages they were made for.

    How many they fill is first seen with folios that no edit changes, so that this need not be set again after one.
    """
    wanted = [slot.id for slot in row if slot.chunk is None]
    level = {slot.id: _LEVEL + n for n, slot in enumerate(row)}
    held = {**done, **_set(set_chunks, [_late(desk, plan, slot_id, level) for slot_id in wanted])}
    for _ in range(_ROUNDS):
        opened = openings(paginate(_part(slot, held) for slot in row))
        late = [_late(desk, plan, slot_id, opened) for slot_id in wanted]
        fresh = _set(set_chunks, [c for c in late if held[c.id].chunk != c])
        if all(held[key].pages == new.pages for key, new in fresh.items()):
            return held | fresh
        held |= fresh
    msg = f"Mục lục của sách “{plan.edition.id}” làm số trang thay đổi mãi không dừng."
    raise BuilderError(msg, "Thêm hoặc bớt một dòng ở phần đầu sách rồi làm lại.")


def _part(slot: Slot, held: Mapping[str, SetChunk]) -> Part:
    return Part(slot.id, held[slot.id].pages, slot.recto, slot.plate.id if slot.plate else "", slot.wanted)


def _late(desk: Desk, plan: BookPlan, slot_id: str, opened: Mapping[str, int]) -> Chunk:
    if slot_id == CONTENTS_ID:
        return contents_chunk(desk, _groups(plan, opened))
    folios = {story.id: opened[f"story/{story.id}"] for story in plan.stories}
    return index_chunk(desk, slot_id.removeprefix("index/"), plan.stories, folios)


def _groups(plan: BookPlan, opened: Mapping[str, int]) -> list[ContentsGroup]:
    folios = {story.id: opened[f"story/{story.id}"] for story in plan.stories}
    front = ContentsGroup("", tuple(_other_lines(plan, plan.edition.front, opened)))
    back = ContentsGroup("", tuple(_other_lines(plan, plan.edition.back, opened)))
    return [front, *(section_group(section, folios) for section in plan.sections), back]


def _other_lines(plan: BookPlan, names: Iterable[str], opened: Mapping[str, int]) -> list[ContentsLine]:
    """Own texts and indexes, the only other things one looks up."""
    texts = dict(plan.edition.texts)
    return [
        ContentsLine(INDEXES[name].title, "", opened[f"index/{name}"])
        if name in INDEXES
        else ContentsLine(text_title(name, texts[name]), "", opened[f"text/{name}"])
        for name in names
        if name in INDEXES or name in texts
    ]


def _closed(desk: Desk, plan: BookPlan, parts: Sequence[Part]) -> tuple[list[Part], list[Chunk]]:
    """Fill the last sheet before the colophon, which thereby stands on the last page of the book."""
    missing = -len(paginate(parts)) % desk.edition.print.signature
    carried = [story_kind(story) for story in plan.stories]
    flowers = gallery_chunks(desk, missing, carried) if missing >= _GALLERY_FROM else []
    blank = [Part(ornament_id(n)) for n in range(missing - len(flowers))]
    last = [part for part in parts if part.chunk == COLOPHON]
    body = [part for part in parts if part.chunk != COLOPHON]
    before = 0 if is_recto(len(paginate(body)) + 1) else 1
    gallery = [Part(chunk.id) for chunk in flowers]
    return [*body, *blank[:before], *gallery, *blank[before:], *last], flowers


def _checked(pages: Sequence[PlacedPage], done: Mapping[str, SetChunk]) -> tuple[PlacedPage, ...]:
    """See that every page of every chunk is placed: a plate or an ornament that grew a second page would lose it."""
    placed = {page.chunk: page.index + 1 for page in pages}
    for key, count in placed.items():
        if done[key].pages != count:
            msg = f"Phần “{done[key].chunk.name}” dài {done[key].pages} trang, chỗ của nó chỉ có {count}."
            raise BuilderError(msg, "Sửa kích thước của phần ấy trong theme/book/book.css.")
    return tuple(pages)


def _ornaments(desk: Desk, pages: Iterable[PlacedPage]) -> list[Chunk]:
    used = {page.chunk for page in pages}
    return [ornament_chunk(desk, n) for n in range(ORNAMENTS) if ornament_id(n) in used]


def _furniture(desk: Desk, pages: int) -> list[Chunk]:
    sheets = [folio_sheet(desk, first) for first in range(1, pages + 1, FOLIOS_A_SHEET)]
    return [edition_furniture(desk, edition_head(desk.edition)), *sheets]


def _outline(plan: BookPlan, opened: Mapping[str, int]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for group in _groups(plan, opened):
        if group.title and group.lines:
            marks.append(Mark(group.title, group.lines[0].folio, 0))
        marks += [Mark(line.title, line.folio, int(bool(group.title))) for line in group.lines]
    return tuple(marks)
