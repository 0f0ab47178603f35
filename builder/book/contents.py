"""The contents: what stands on which page, with literal folios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.edition import Section
from builder.vietnamese.typo import typeset

from .chunk import Chunk, ChunkKind
from .indexes import Folios
from .page import Desk
from .story import person_line

CONTENTS_ID = "contents"
CONTENTS_TITLE = "Mục lục"


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A title, whom it is about (empty for other pages), its folio."""

    title: str
    person: str
    folio: int


@dataclass(frozen=True, slots=True)
class ContentsGroup:
    """Lines under a section's name; the group of other pages has none."""

    title: str
    lines: tuple[ContentsLine, ...]


def section_group(section: Section, folios: Folios) -> ContentsGroup:
    """The stories of a section."""
    lines = (ContentsLine(typeset(s.title), person_line(s), folios[s.id]) for s in section.stories)
    label = section.label[:1].upper() + section.label[1:]
    return ContentsGroup(label, tuple(lines))


def contents_chunk(desk: Desk, groups: Sequence[ContentsGroup]) -> Chunk:
    """Lay out the contents; groups without lines are left out."""
    return desk.chunk(
        CONTENTS_ID,
        ChunkKind.CONTENTS,
        name="mục lục",
        head=CONTENTS_TITLE,
        title=CONTENTS_TITLE,
        groups=[group for group in groups if group.lines],
    )
