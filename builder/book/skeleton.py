"""The order of a book: its front, its sections with their stories, its back, before anything is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from builder.edition import BookPlan
from builder.flower import Kind
from builder.model import BuilderError, Edition

from .chunk import Chunk
from .colophon import colophon_chunk
from .contents import CONTENTS_ID
from .flowers import edition_flower, year_round
from .front import frontispiece, half_title, own_text, plate_chunk, section_chunk, title_page
from .imprint import imprint_chunk
from .indexes import INDEXES
from .page import Desk
from .story import story_chunk

COLOPHON = "colophon"
_PLATE_FROM = 3
"""Stories a section must have to be worth two pages more."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the book. ``chunk`` is None for what is made last, when folios are known.

    ``plate`` faces a recto; unless it is ``wanted`` it only does so where a verso would be left over.
    """

    id: str
    chunk: Chunk | None
    recto: bool = False
    plate: Chunk | None = None
    wanted: bool = True


def slots(desk: Desk, plan: BookPlan) -> Iterator[Slot]:
    """All places of a book in order. Each is made when it is asked for: the first can be set before the last is made.

    Raises:
        BuilderError: the edition names a part that is neither known nor a text of its own.
    """
    for name in plan.edition.front:
        yield _part(desk, plan, name)
    yield from _sections(desk, plan)
    for name in plan.edition.back:
        yield _part(desk, plan, name)


def _part(desk: Desk, plan: BookPlan, name: str) -> Slot:
    if name == CONTENTS_ID:
        return Slot(CONTENTS_ID, None, recto=True)
    if name in INDEXES:
        return Slot(f"index/{name}", None, recto=name == _first_index(plan.edition))
    if name == "title":
        return Slot(name, title_page(desk), recto=True, plate=frontispiece(desk))
    if name == COLOPHON:
        return Slot(name, colophon_chunk(desk, plan))
    if name in _PLAIN:
        return Slot(name, _PLAIN[name](desk))
    text = dict(plan.edition.texts).get(name)
    if text is None:
        msg = f"Sách “{plan.edition.id}” không có phần “{name}”."
        raise BuilderError(msg, f"Thêm tệp editions/{plan.edition.id}/{name}.md hoặc bỏ tên ấy khỏi front, back.")
    return Slot(f"text/{name}", own_text(desk, name, text), recto=True)


_PLAIN = {"half-title": half_title, "imprint": imprint_chunk}


def _first_index(edition: Edition) -> str:
    return next(name for name in (*edition.front, *edition.back) if name in INDEXES)


def _sections(desk: Desk, plan: BookPlan) -> Iterator[Slot]:
    for n, section in enumerate(plan.sections):
        if section.label:
            plate = plate_chunk(desk, f"plate/{section.code}", _kind(plan.edition, n))
            wanted = len(section.stories) >= _PLATE_FROM
            yield Slot(f"section/{section.code}", section_chunk(desk, section), recto=True, plate=plate, wanted=wanted)
        for story in section.stories:
            yield Slot(f"story/{story.id}", desk.kept(story, partial(story_chunk, desk, story)))


def _kind(edition: Edition, number: int) -> Kind:
    """Sections go round the year, beginning after the book's own flower."""
    turn = year_round(edition_flower(edition))
    return turn[number % len(turn)][1]
