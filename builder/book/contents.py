"""The contents: what stands on which page, with literal folios."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.edition import Section

from .chunk import Chunk, ChunkKind
from .indexes import Folios
from .named import named
from .page import Desk
from .story import person_line
from .titles import even_lines, name_rows

CONTENTS_ID = "contents"
CONTENTS_TITLE = "Mục lục"
_LETTERS_A_MM = 0.5
"""Letters of a title that surely fit on a millimetre of the measure, with room left for a leader and a folio."""
_SMALL = 0.8
"""Width of a letter of a name, which stands in small italics, next to one of a title."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A title, whom it is about (empty for other pages), its folio; the honorific before the name, if there is one."""

    title: str
    person: str
    folio: int
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as the template sees it: what stands on rows above it (and whether that is of the name), and its last row.

    A leader never stands on a row of its own: what is too long for one row is broken here, the name on its own rows.
    """

    folio: int
    title: str
    person: str
    above: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsGroup:
    """Lines under a section's name; the group of other pages has none."""

    title: str
    lines: tuple[ContentsLine, ...]


def section_group(section: Section, folios: Folios) -> ContentsGroup:
    """The stories of a section."""
    lines = (ContentsLine(named(s.title), person_line(s), folios[s.id], s.honorific) for s in section.stories)
    label = section.label[:1].upper() + section.label[1:]
    return ContentsGroup(label, tuple(lines))


def contents_chunk(desk: Desk, groups: Sequence[ContentsGroup], figures: int = 0) -> Chunk:
    """Lay out the contents, with room for folios of so many figures; groups without lines are left out."""
    return desk.chunk(
        CONTENTS_ID,
        ChunkKind.CONTENTS,
        name="mục lục",
        head=CONTENTS_TITLE,
        title=CONTENTS_TITLE,
        figures=figures,
        groups=[(group.title, [_view(desk, line) for line in group.lines]) for group in groups if group.lines],
    )


def _view(desk: Desk, line: ContentsLine) -> LineView:
    return LineView(line.folio, *_rows(line, int(desk.page.measure.mm * _LETTERS_A_MM)))


def _rows(line: ContentsLine, letters: int) -> tuple[str, str, tuple[tuple[str, bool], ...]]:
    """The last row of a line (title and name), and the rows above it; a row takes so many letters."""
    if len(line.title) + _SMALL * len(line.person) <= letters:
        return line.title, line.person, ()
    *titles, last = even_lines(line.title.split(" "), letters)
    if len(last) + _SMALL * len(line.person) <= letters:
        return last, line.person, tuple((row, False) for row in titles)
    *names, name = name_rows(line.person, line.honorific, int(letters / _SMALL))
    above = (*((row, False) for row in (*titles, last)), *((row, True) for row in names))
    return "", name, above
