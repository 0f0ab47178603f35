"""The album: every year's photos and flowers, a page (or more) a year.

It shows what the pages of the stories show; a story without a photo the site may show gives its flower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from builder.catalogue import Shelf
from builder.flower import LABELS
from builder.model import Photo, Story
from builder.vietnamese.numbers import count

from . import addresses
from .card import full_name
from .drawings import flower_of, head_flower
from .kit import Kit
from .page import Link, Page
from .paging import CARDS, Leaf, leaves
from .pending import Pending, key_of
from .sheets import sheet
from .story import Picture

_TITLE: Final = "Thư viện ảnh"
_LEAD: Final = "Ảnh và tranh trong các bài, theo năm. Bài chưa có ảnh thì góp bông hoa của mình."
_SHOWN: Final = 5
"""Pictures that stand for a year in the overview."""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A picture of the album with the story it leads to: a photo, or the flower of a story that has none."""

    path: str
    name: str
    title: str
    flower: str
    flower_name: str
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Album:
    """A year in the overview: its first pictures and how many there are."""

    year: str
    path: str
    counts: str
    leaflets: tuple[Leaflet, ...]


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs in a year's album: a photo of a story, or, without one, its flower."""

    story: Story
    photo: Photo | None = None


def gallery_pages(kit: Kit) -> Iterator[Pending]:
    """The overview, then the years."""
    albums = [(shelf, hangings(shelf.stories)) for shelf in kit.library.years.values()]
    shown = [[kit.photo(h.photo) for h in hung[:_SHOWN] if h.photo] for _, hung in albums]
    yield Pending(f"{addresses.GALLERY}/", key_of(kit.stock_key, shown), lambda: _overview(albums, kit))
    years = [Link(_path(shelf), shelf.code) for shelf, _ in albums]
    for shelf, hung in albums:
        counts = _counts(hung)
        for leaf in leaves(_path(shelf), hung, CARDS):
            faces = kit.prints.faces(hanging.story for hanging in leaf.items)
            views = [(hanging.photo, kit.photo(hanging.photo)) for hanging in leaf.items if hanging.photo]
            key = key_of(years, counts, leaf.links, faces, views)
            yield Pending(leaf.path, key, partial(_year, shelf, leaf, years, counts, kit))


def hangings(stories: Sequence[Story]) -> tuple[Hanging, ...]:
    """Photos in the order of the stories, then the flowers of those that have none for the album."""
    photos = [Hanging(story, photo) for story in stories for photo in story.shown_photos]
    shown = {hanging.story.id for hanging in photos}
    return (*photos, *(Hanging(story) for story in stories if story.id not in shown))


def _path(shelf: Shelf) -> str:
    return addresses.shelf_path(addresses.GALLERY, shelf.code)


def _leaflet(hanging: Hanging, kit: Kit) -> Leaflet:
    story, photo = hanging.story, hanging.photo
    return Leaflet(
        path=addresses.story_path(story),
        name=full_name(story),
        title=story.title,
        flower=head_flower(story).path,
        flower_name=LABELS[flower_of(story)],
        picture=Picture(photo, kit.photo(photo)) if photo else None,
    )


def _counts(hung: Sequence[Hanging]) -> str:
    """“3 ảnh, 12 bông hoa”, leaving out what there is none of."""
    photos = sum(hanging.photo is not None for hanging in hung)
    told = (("ảnh", photos), ("bông hoa", len(hung) - photos))
    return ", ".join(count(unit, number) for unit, number in told if number)


def _overview(albums: Sequence[tuple[Shelf, Sequence[Hanging]]], kit: Kit) -> Page:
    path = f"{addresses.GALLERY}/"
    body = kit.page(
        "gallery.html",
        path,
        title=_TITLE,
        lead=_LEAD,
        albums=[
            Album(shelf.code, _path(shelf), _counts(hung), tuple(_leaflet(hanging, kit) for hanging in hung[:_SHOWN]))
            for shelf, hung in albums
        ],
    )
    return Page(path, _TITLE, _LEAD, addresses.GALLERY, body, "page-gallery", sheet(kit, "years.css", path))


def _year(shelf: Shelf, leaf: Leaf[Hanging], years: Sequence[Link], counts: str, kit: Kit) -> Page:
    title = f"Ảnh và hoa năm {shelf.code}"
    leaflets = [_leaflet(hanging, kit) for hanging in leaf.items]
    body = kit.page(
        "album.html",
        leaf.path,
        title=title,
        door=Link(f"{addresses.GALLERY}/", _TITLE),
        counts=counts,
        leaf=leaf,
        photos=[leaflet for leaflet in leaflets if leaflet.picture],
        flowers=[leaflet for leaflet in leaflets if not leaflet.picture],
        years=years,
        here=_path(shelf),
    )
    full = f"{title}, {leaf.label}" if leaf.number > 1 else title
    description = f"Năm {shelf.code} trong bộ sách: {counts}."
    return Page(leaf.path, full, description, addresses.GALLERY, body, "page-album", sheet(kit, "years.css", leaf.path))
