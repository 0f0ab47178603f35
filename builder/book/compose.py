"""The whole book: what stands alone, then contents and indexes until folios stand still, then the last sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

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
_UNKNOWN: Mapping[str, int] = MappingProxyType({})
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


def compose(
    desk: Desk, plan: BookPlan, set_chunks: Setter, *, proof: bool = False, hoped: Mapping[str, int] = _UNKNOWN
) -> ComposedBook:
    """Set a book; a proof says on every page that it is one.

    ``hoped`` is how many pages listings had the last time, by their ids. It saves work where that is still so, and
    changes nothing.

    Raises:
        BuilderError: a part is unknown, a chunk cannot be set, or the folios never stand still.
    """
    row: list[Slot] = []
    done = _set(set_chunks, _noted(slots(desk, plan), row))
    done |= _set(set_chunks, _furniture(desk, len(paginate(_parts(row, _pages(done)))), proof=proof))
    done = _as_hoped(desk, plan, row, done, set_chunks, hoped) or _settle(desk, plan, row, done, set_chunks)
    body = _parts(row, _pages(done))
    parts, gallery = _closed(desk, plan, body)
    pages = paginate(parts)
    fillers = len(pages) - len(paginate(body))
    last = [*gallery, *_ornaments(desk, pages), *_folio_sheets(desk, len(pages), done)]
    done = done | _set(set_chunks, last)
    opened = openings(pages)
    folios = {story.id: opened[f"story/{story.id}"] for story in plan.stories}
    return ComposedBook(desk.page, _checked(pages, done), done, folios, _outline(plan, opened), fillers)


def _set(set_chunks: Setter, chunks: Iterable[Chunk]) -> dict[str, SetChunk]:
    return {held.chunk.id: held for held in set_chunks(chunks)}


def _noted(made: Iterable[Slot], row: list[Slot]) -> Iterator[Chunk]:
    """The chunks of places as they are made; the places are put in the row."""
    for slot in made:
        row.append(slot)
        yield from (chunk for chunk in (slot.chunk, slot.plate) if chunk)


def _as_hoped(  # noqa: PLR0913, PLR0917 - what ``_settle`` takes, and the hope
    desk: Desk,
    plan: BookPlan,
    row: Sequence[Slot],
    done: Mapping[str, SetChunk],
    set_chunks: Setter,
    hoped: Mapping[str, int],
) -> dict[str, SetChunk] | None:
    """Make contents and indexes for the pages they are hoped to fill; nothing if they fill others.

    Neither is it tried where ``_settle`` might begin with folios of fewer figures, and end otherwise.
    """
    wanted = [slot.id for slot in row if slot.chunk is None]
    figures = _figures(_opened(row, _pages(done)))
    opened = _opened(row, _pages(done) | dict(hoped))
    if set(wanted) != set(hoped) or _figures(opened) != figures:
        return None
    made = _set(set_chunks, [_late(desk, plan, slot_id, opened, figures) for slot_id in wanted])
    return {**done, **made} if _pages(made) == hoped else None


def _settle(
    desk: Desk, plan: BookPlan, row: Sequence[Slot], done: Mapping[str, SetChunk], set_chunks: Setter
) -> dict[str, SetChunk]:
    """Make contents and indexes until the pages they fill are the pages they were made for.

    How many they fill is first seen with folios that no edit changes, so that this need not be set again after one.
    Every folio has as much room as the longest: how many figures that has is all that listings depend on.
    """
    wanted = [slot.id for slot in row if slot.chunk is None]
    figures = _figures(_opened(row, _pages(done)))
    level = _level(row, figures)
    held = {**done, **_set(set_chunks, [_late(desk, plan, slot_id, level, figures) for slot_id in wanted])}
    for _ in range(_ROUNDS):
        opened = _opened(row, _pages(held))
        figures = max(figures, _figures(opened))
        late = [_late(desk, plan, slot_id, opened, figures) for slot_id in wanted]
        fresh = _set(set_chunks, [c for c in late if held[c.id].chunk != c])
        if all(held[key].pages == new.pages for key, new in fresh.items()):
            return held | fresh
        held |= fresh
    msg = f"Mục lục của sách “{plan.edition.id}” làm số trang thay đổi mãi không dừng."
    raise BuilderError(msg, "Thêm hoặc bớt một dòng ở phần đầu sách rồi làm lại.")


def _pages(held: Mapping[str, SetChunk]) -> dict[str, int]:
    return {key: one.pages for key, one in held.items()}


def _opened(row: Sequence[Slot], pages: Mapping[str, int]) -> Mapping[str, int]:
    return openings(paginate(_parts(row, pages)))


def _figures(opened: Mapping[str, int]) -> int:
    """How many figures the longest folio has."""
    return len(str(max(opened.values())))


def _level(row: Sequence[Slot], figures: int) -> Mapping[str, int]:
    """Folios that all have so many figures."""
    first = 10 ** (figures - 1)
    return {slot.id: first + n % (9 * first) for n, slot in enumerate(row)}


def _parts(row: Sequence[Slot], pages: Mapping[str, int]) -> list[Part]:
    """The row as it is put on pages; what has not been made yet is counted as one."""
    return [
        Part(slot.id, pages.get(slot.id, 1), slot.recto, slot.plate.id if slot.plate else "", slot.wanted)
        for slot in row
    ]


def _late(desk: Desk, plan: BookPlan, slot_id: str, opened: Mapping[str, int], figures: int) -> Chunk:
    if slot_id == CONTENTS_ID:
        return contents_chunk(desk, _groups(plan, opened), figures)
    folios = {story.id: opened[f"story/{story.id}"] for story in plan.stories}
    return index_chunk(desk, slot_id.removeprefix("index/"), plan.stories, folios, figures)


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


def _furniture(desk: Desk, pages: int, *, proof: bool) -> list[Chunk]:
    """What pages wear, for at least so many of them: set along with the stories, by the same workers."""
    band = [proof_line(desk)] if proof else []
    return [edition_furniture(desk, edition_head(desk.edition)), *band, *_folio_sheets(desk, pages, {})]


def _folio_sheets(desk: Desk, pages: int, done: Mapping[str, SetChunk]) -> list[Chunk]:
    """The folios of so many pages, as far as they are not there yet."""
    firsts = range(1, pages + 1, FOLIOS_A_SHEET)
    return [folio_sheet(desk, first) for first in firsts if f"folios/{first}" not in done]


def _outline(plan: BookPlan, opened: Mapping[str, int]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for group in _groups(plan, opened):
        if group.title and group.lines:
            marks.append(Mark(group.title, group.lines[0].folio, 0))
        marks += [Mark(line.title, line.folio, int(bool(group.title))) for line in group.lines]
    return tuple(marks)
