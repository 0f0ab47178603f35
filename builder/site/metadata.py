"""What machines read of a story: an Article about a person or a collective, in schema.org's words.

The place of a story is where it happened: it is told of the article (``contentLocation``), never as the address of a
person. A sample is a ``ShortStory`` with a ``character``: nobody in it is offered as a person, no award as given, no
unit as an employer.
"""

from __future__ import annotations

from typing import Any

from builder.model import Story, Subject

from . import addresses
from .card import capital, full_name
from .kit import Kit
from .page import SERIES, Link
from .share import SAMPLE
from .structured import LANGUAGE, SERIES_DATA, Data, breadcrumbs, script, without_empty
from .text import text_of


def description_of(story: Story, kit: Kit) -> str:
    """A story in a few words, for search engines, feeds and shared links."""
    return described(story, story.summary or text_of(story, kit).opening)


def described(story: Story, opening: str) -> str:
    """The summary, or else the opening words of the text; those of a sample begin by saying so."""
    told = story.summary or opening
    return f"{SAMPLE}. {told}" if story.sample else told


def story_data(story: Story, description: str, kit: Kit) -> str:
    """The block for a story: the work, which is ``description`` in a few words, and the way to it."""
    path = addresses.story_path(story)
    work: dict[str, Any] = {
        "@type": "Article",
        "headline": story.title,
        "description": description,
        "inLanguage": LANGUAGE,
        "url": kit.url(path, path),
        "articleSection": story.field.label,
        "isPartOf": _volume(story),
        **(_told(story) if story.sample else _true(story)),
    }
    volume = Link(addresses.shelf_path(addresses.VOLUMES, story.volume.code), story.volume.label)
    steps = (Link(f"{addresses.VOLUMES}/", "Các tập"), volume, Link(path, story.title))
    return script(without_empty(work), breadcrumbs(steps, path, kit))


def _volume(story: Story) -> Data:
    """The printed book. A number that is only assumed stands in its name, as on the page, but is not stated as such."""
    volume = story.volume
    number = str(volume.number) if volume.documented else ""
    return without_empty(
        {
            "@type": ["Book", "PublicationVolume"],
            "name": f"{SERIES} – {volume.label}",
            "volumeNumber": number,
            "isPartOf": SERIES_DATA,
        }
    )


def _told(story: Story) -> Data:
    """What a sample adds."""
    person = story.subject is Subject.PERSON
    return {
        "@type": "ShortStory",
        "articleSection": None,
        "genre": "Bài mẫu",
        "creativeWorkStatus": SAMPLE,
        "character": {"@type": "Person", "name": story.person} if person else None,
    }


def _true(story: Story) -> Data:
    """What a story of real people adds."""
    return {
        "about": _about(story),
        "author": {"@type": "Person", "name": story.author} if story.author else None,
        "dateCreated": story.written_on.isoformat() if story.written_on else None,
        "contentLocation": _place(story),
        "keywords": [movement.label for movement in story.movements],
    }


def _about(story: Story) -> Data:
    """Whom it honours. schema.org has no word for a household: that is a ``Thing``, which claims nothing."""
    awards = [award.kind.label for award in story.awards]
    unit = {"@type": "Organization", "name": story.unit}
    about: dict[str, Any]
    if story.subject is Subject.PERSON:
        about = {
            "@type": "Person",
            "name": full_name(story),
            "alternateName": list(story.aliases),
            "jobTitle": capital(story.position),
            "affiliation": unit,
            "award": awards,
        }
    elif story.subject is Subject.COLLECTIVE:
        parent = unit if story.unit != story.person else None
        about = {"@type": "Organization", "name": story.person, "parentOrganization": parent, "award": awards}
    else:
        about = {"@type": "Thing", "name": story.person}
    return without_empty(about)


def _place(story: Story) -> Data:
    """Where it happened, in the names of that time."""
    return {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": capital(story.place.label),
            "addressRegion": "Hà Nội",
            "addressCountry": "VN",
        },
    }
