"""The page of a story: flower or portrait, title, name, text, facts, and where to read on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from builder.flower import LABELS
from builder.model import Photo, Story
from builder.render import render
from builder.vietnamese.dates import long_date

from . import addresses, share
from .card import capital, full_name, place_line, place_today
from .drawings import flower_of, head_flower
from .facts import facts, month_name
from .feeds import feed_link, feed_title
from .kit import Kit, PhotoView
from .metadata import described, story_data
from .page import Link, Page
from .pending import Pending, key_of
from .text import Text, text_of


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo with everything its figure shows."""

    photo: Photo
    view: PhotoView

    @property
    def credit(self) -> str:
        """“Ảnh: Nguyễn Văn A”; a credit that says itself what the picture is stays as it is."""
        credit = self.photo.credit
        says_kind = credit.casefold().startswith(("ảnh", "tranh"))
        return credit if says_kind or not credit else f"Ảnh: {credit}"


@dataclass(frozen=True, slots=True)
class Turn:
    """The way to the story before or after."""

    path: str
    title: str
    name: str


def pending_story(story: Story, kit: Kit) -> Pending:
    """The page of one story, to be made: it shows the story, its neighbours, what is related, and its books."""
    photos = tuple(kit.photo(photo) for photo in story.shown_photos)  # now: who asks for a photo puts it there
    return Pending(addresses.story_path(story), partial(_key, story, photos, kit), lambda: story_page(story, kit))


def _key(story: Story, photos: Iterable[PhotoView], kit: Kit) -> str:
    prints = kit.prints
    before, after = kit.library.neighbours(story)
    return key_of(
        prints.whole(story),
        prints.face(before),
        prints.face(after),
        *(f"{near.reason} {prints.face(near.story)}" for near in kit.library.related(story)),
        *(kit.book_keys[plan.edition.id] for plan in kit.books_of.get(story.id, ())),
        *photos,
    )


def story_page(story: Story, kit: Kit) -> Page:
    """The page of one story."""
    path = addresses.story_path(story)
    text = text_of(story, kit)
    before, after = kit.library.neighbours(story)
    kind = flower_of(story)
    body = kit.page(
        "story.html",
        path,
        story=story,
        crumbs=_crumbs(story),
        name=full_name(story),
        unit_line=place_line(story),
        today=place_today(story),
        portrait=_picture(_portrait(story), kit),
        flower=head_flower(story).path,
        flower_name=LABELS[kind],
        flower_month=month_name(kind),
        text=Markup(_text(story, text, kit, path)),  # noqa: S704  # the renderer escapes all a story says
        written_on=capital(long_date(story.written_on)) if story.written_on else "",
        facts=facts(story, kit.books_of.get(story.id, ())),
        before=_turn(before) if before else None,
        after=_turn(after) if after else None,
        tools=kit.piece("story_tools.html"),
        related=[(near.reason, kit.card(near.story, path)) for near in kit.library.related(story)],
    )
    title = f"{story.title} – {full_name(story)}"
    description = described(story, text.opening)
    head = story_data(story, description, kit) + feed_link("", feed_title(), path)
    return Page(path, title, description, "", body, "page-story", head, share.story_card(story).path, "article")


def _turn(story: Story) -> Turn:
    return Turn(addresses.story_path(story), story.title, full_name(story))


def _crumbs(story: Story) -> tuple[Link, ...]:
    place = story.place.chapter
    return (
        Link(addresses.shelf_path(addresses.VOLUMES, story.volume.code), story.volume.label),
        Link(addresses.shelf_path(addresses.PLACES, place.code), capital(place.label)),
    )


def _portrait(story: Story) -> Photo | None:
    """The portrait at the head; without the consent of who is in it the flower stands there."""
    return story.portrait if story.portrait in story.shown_photos else None


def _picture(photo: Photo | None, kit: Kit) -> Picture | None:
    return Picture(photo, kit.photo(photo)) if photo else None


def _text(story: Story, text: Text, kit: Kit, path: str) -> str:
    """The body with the figures it may show; those it does not place itself follow at its end."""
    if not story.photos:
        return text.html
    figures = {photo.file: _figure(photo, kit, path) for photo in story.shown_photos if not photo.portrait}
    rendered = render(story.body, drop_cap=True, figure=lambda file: figures.get(file, ""))
    left = [figure for file, figure in figures.items() if file not in rendered.figures]
    return rendered.html + "".join(left)


def _figure(photo: Photo, kit: Kit, path: str) -> str:
    return kit.page("figure.html", path, picture=Picture(photo, kit.photo(photo)))
