"""A story as a chunk: emblem, title, name, place, text with its photos, signature, awards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model import Award, Photo, Story
from builder.render import render
from builder.vietnamese.dates import long_date, table_date
from builder.vietnamese.typo import typeset

from .chunk import Chunk, ChunkKind
from .figures import FigureView, figure_view, portrait_view
from .flowers import book_ink, story_flower
from .geometry import LINE_PT
from .initials import takes_cap
from .markup import for_press, together
from .page import Desk
from .pictures import Picture, figure, portrait
from .placing import Loose, place_loose
from .titles import even_lines, name_rows, running_head, title_lines

_NO_AWARD = "khong"
_NAME_LETTERS_A_MM = 0.51
"""Letters of the name under a title that surely fit on a millimetre of the measure."""
_PLACE_LETTERS_A_MM = 0.69
"""The same of the line with unit and place."""
_PLACE_GAP_PT, _PLACE_LINE_PT = LINE_PT / 4, LINE_PT * 3 / 4
_HEAD_LINES = 18.0
"""Lines of a story's head but for its title: emblem, name, place, spaces (theme/book/book.css)."""


def story_chunk(desk: Desk, story: Story) -> Chunk:
    """Lay out one story."""
    figures = {photo.file: _placed(desk, photo) for photo in story.photos}
    views = {photo.file: _view(desk, photo, figures[photo.file]) for photo in story.photos}
    head = story.portrait
    cap = takes_cap(story.body, desk.page.measure)
    body = render(story.body, drop_cap=cap, figure=lambda file: _figure_html(desk, views.get(file)))
    shown = {*body.figures, head.file if head else ""}
    lines, long = title_lines(story.title)
    place = place_rows(typeset(place_line(story)), int(desk.page.measure.mm * _PLACE_LETTERS_A_MM))
    left = [Loose(_figure_html(desk, view), view.depth) for file, view in views.items() if file not in shown]
    depth = _HEAD_LINES + len(lines) * (1.5 if long else 2)
    text, last = place_loose(for_press(body.html), left, desk.page, depth)
    return desk.chunk(
        f"story/{story.id}",
        ChunkKind.STORY,
        name=f"bài “{story.title}” ({story.path})",
        head=running_head(story.title),
        pictures=[figures[file] for file in figures],
        story=story,
        portrait=views[head.file] if head else None,
        flower=None if head else story_flower(story, book_ink(desk.edition)),
        title_lines=lines,
        long_title=long,
        person=name_rows(person_line(story), story.honorific, int(desk.page.measure.mm * _NAME_LETTERS_A_MM)),
        place=place,
        place_space=round(-(_PLACE_GAP_PT + len(place) * _PLACE_LINE_PT) % LINE_PT, 2),
        body=text,
        figures=last,
        signed=_signed(story),
        awards=[award_line(award) for award in story.awards if award.kind.form != _NO_AWARD],
    )


def person_line(story: Story) -> str:
    """“Nghệ nhân Ưu tú Nguyễn Thị Hoa”."""
    return " ".join(part for part in (story.honorific, story.person) if part)


def place_line(story: Story) -> str:
    """Position, unit and place in one line; what the unit's own name already says is not said twice."""
    parts = [story.position, _said(story.unit, not_in=story.person), *_places(story)]
    kept = [part for n, part in enumerate(parts) if part and not any(part in other for other in parts[:n])]
    return ", ".join(kept)


def place_rows(place: str, most: int) -> tuple[str, ...]:
    """A line of place in rows of ``most`` letters, as even as can be; what stands between commas is not parted."""
    if len(place) <= most:
        return (place,)
    parts = [together(part) if len(part) < most else part for part in place.split(", ")]
    return even_lines(", ".join(parts).split(" "), most)


def _places(story: Story) -> Iterator[str]:
    for unit in (story.place.ward, story.place.district):
        if unit is not None:
            yield _said(unit.label, not_in=story.unit)


def _said(text: str, *, not_in: str) -> str:
    return "" if text.casefold() in not_in.casefold() else text


def award_line(award: Award) -> str:
    """“Bằng khen của Chủ tịch UBND Thành phố, Quyết định số 12/QĐ-UBND, 10/10/2022”."""
    decision = f"Quyết định số {award.decision}" if award.decision[:1].isdigit() else award.decision
    parts = (award.kind.label, decision, table_date(award.date) if award.date else "")
    return typeset(", ".join(part for part in parts if part))


def _signed(story: Story) -> tuple[str, str]:
    return story.author, typeset(long_date(story.written_on)) if story.written_on else ""


def _placed(desk: Desk, photo: Photo) -> Picture:
    slot = portrait if photo.portrait else figure
    return slot(photo, desk.photo(photo), desk.page)


def _view(desk: Desk, photo: Photo, picture: Picture) -> FigureView:
    return portrait_view(photo, picture, desk.page) if photo.portrait else figure_view(photo, picture, desk.page)


def _figure_html(desk: Desk, view: FigureView | None) -> str:
    return desk.templates.get_template("figure.html").render(figure=view) if view else ""


def years_of(stories: Iterable[Story]) -> str:
    """“2003–2023”, or the one year."""
    years = [story.year for story in stories]
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
