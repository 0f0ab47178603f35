"""A story as a chunk: emblem, title, name, place, text with its photos, signature, awards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model import Award, Photo, Story
from builder.render import render
from builder.vietnamese.dates import long_date, table_date
from builder.vietnamese.typo import typeset

from .chunk import Chunk, ChunkKind
from .flowers import book_ink, story_flower
from .geometry import LINE_PT
from .markup import closed, for_press, takes_cap
from .page import Desk
from .pictures import Picture, figure, portrait
from .placing import Loose, place_loose
from .titles import name_rows, running_head, title_lines

_NO_AWARD = "khong"
_WORKS = ("ảnh", "tranh", "hình")
"""What a credit may begin with that says itself what is credited."""
_CAPTION_LETTERS = 78
_NAME_LETTERS_A_MM = 0.51
"""Letters of the name under a title that surely fit on a millimetre of the measure."""
_HEAD_LINES = 18.0
"""Lines of a story's head but for its title: emblem, name, place, spaces (theme/book/book.css)."""
_CAPTION_GAP_PT, _CAPTION_LINE_PT = LINE_PT / 4, LINE_PT * 3 / 4


@dataclass(frozen=True, slots=True)
class FigureView:
    """A photo as the template sees it: address, alternative text, size in CSS, caption, credit.

    ``after`` is the space in points that brings the text after it back to the grid.
    """

    url: str
    alt: str
    width: str
    height: str
    caption: str
    credit: str
    after: float

    @property
    def near(self) -> bool:
        """Whether that space alone parts the text from the figure well enough."""
        return self.after > LINE_PT / 2

    @property
    def caption_lines(self) -> int:
        """Lines of the caption with its credit, as near as counting letters tells."""
        return -(-len(f"{self.caption} {self.credit}".strip()) // _CAPTION_LETTERS)


def story_chunk(desk: Desk, story: Story) -> Chunk:
    """Lay out one story."""
    figures = {photo.file: _placed(desk, photo) for photo in story.photos}
    views = {file: _view(photo, figures[file]) for file, photo in ((p.file, p) for p in story.photos)}
    head = story.portrait
    body = render(story.body, drop_cap=takes_cap(story.body), figure=lambda file: _figure_html(desk, views.get(file)))
    shown = {*body.figures, head.file if head else ""}
    lines, long = title_lines(story.title)
    left = [_loose(desk, view, figures[file]) for file, view in views.items() if file not in shown]
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
        place=typeset(place_line(story)),
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


def _view(photo: Photo, picture: Picture) -> FigureView:
    width, height = picture.size
    named = photo.credit.casefold().startswith(_WORKS)
    credit = closed(photo.credit if named or not photo.credit else f"Ảnh: {photo.credit}")
    caption = typeset(photo.caption)
    after = _rest_of_line(height.pt, len(f"{caption} {credit}".strip()))
    return FigureView(picture.url, photo.alt, width.css, height.css, caption, credit, after)


def _loose(desk: Desk, view: FigureView, picture: Picture) -> Loose:
    height = picture.size[1].pt + view.caption_lines * _CAPTION_LINE_PT
    return Loose(_drawn(desk, view), 1 + -(-height // LINE_PT) + (not view.near))


def _rest_of_line(height: float, letters: int) -> float:
    """Points from the end of a figure to the next grid line, as near as counting the caption's letters tells."""
    lines = -(-letters // _CAPTION_LETTERS)
    caption = _CAPTION_GAP_PT + lines * _CAPTION_LINE_PT if lines else 0.0
    return round(-(height + caption) % LINE_PT, 2)


def _figure_html(desk: Desk, view: FigureView | None) -> str:
    return _drawn(desk, view) if view else ""


def _drawn(desk: Desk, view: FigureView) -> str:
    return desk.templates.get_template("figure.html").render(figure=view)


def years_of(stories: Iterable[Story]) -> str:
    """“2003–2023”, or the one year."""
    years = [story.year for story in stories]
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
