"""What an edition's approval holds on to: the print of all that its readers will read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from types import MappingProxyType

from builder.manuscript.text_hash import text_hash
from builder.model import Award, Edition, Photo, Status, Story

from .select import chosen

_BYTES = 8
_PREFIX = "blake2b-"
_NO_PHOTOS: Mapping[str, str] = MappingProxyType({})


def edition_hash(edition: Edition, stories: Iterable[Story], photos: Mapping[str, str] = _NO_PHOTOS) -> str:
    """The print of a book: ``blake2b-`` and 16 hexadecimal digits.

    It covers each chosen story (text, photos, and the facts of its header that are printed), the book's names and
    occasion, its arrangement, its own texts, and what the back cover says. It leaves out what papers and the shop add
    after the approval and no reader is told by: the imprint page's numbers (``imprint``), the way of printing
    (``print``, ``accent``).

    ``stories`` may be any that hold all of the book's: those not chosen, or withdrawn, leave no trace, nor does
    their order. ``photos`` are hashes of photos by their files: another picture under the same name is another book.
    """
    held = {story.id: story for story in stories if _printed(story, edition)}
    lines = [*_book(edition), *(_line(held[story_id], photos) for story_id in sorted(held))]
    return _PREFIX + blake2b("\n".join(lines).encode("utf-8", "replace"), digest_size=_BYTES).hexdigest()


def _printed(story: Story, edition: Edition) -> bool:
    return story.status is not Status.WITHDRAWN and chosen(story, edition.selection)


def _book(edition: Edition) -> Iterator[str]:
    occasion = edition.occasion
    names = (edition.title, edition.subtitle, edition.series, edition.unit, str(edition.volume or ""))
    celebrated = (occasion.name, str(occasion.anchor), str(occasion.on)) if occasion else ()
    yield text_hash("\n".join(names), "\n".join(celebrated))
    yield text_hash("", edition.cover.blurb)
    yield " ".join((edition.kind, edition.sections, str(edition.sample)))
    parts = (*edition.front, "/", *edition.back)
    yield " ".join(parts)
    yield from (f"{name} {text_hash('', text)}" for name, text in edition.texts if name in parts)


def _line(story: Story, photos: Mapping[str, str]) -> str:
    return f"{story.id} {text_hash(story.title, story.body)} {text_hash(story.person, _facts(story, photos))}"


def _facts(story: Story, photos: Mapping[str, str]) -> str:
    """What print tells of a story beside its title and body, one fact a line."""
    facts = (
        story.honorific,
        *story.aliases,
        story.position,
        story.unit,
        story.place.label,
        f"{story.field.code} {story.award_level.code} {story.year} {story.sample}",
        *map(_award, story.awards),
        *(_photo(photo, photos.get(photo.file, "")) for photo in story.photos),
        story.author,
        str(story.written_on or ""),
    )
    return "\n".join(facts)


def _award(award: Award) -> str:
    return f"{award.kind.code} {award.decision} {award.date or ''}"


def _photo(photo: Photo, known: str) -> str:
    return f"{photo.file} {known} {photo.caption} {photo.credit} {photo.portrait}"
