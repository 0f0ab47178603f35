"""A book's own way to place tone marks, set on its way to the pages.

A story may stand in two books of different styles, so the choice is the book's and the stored text stays as it is. What
was approved stays approved: the print of a text does not ask where a tone mark stands. Names, quotations, titles of
works, addresses and code are left as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from builder.manuscript.blots import unquoted, without_markers, without_markup
from builder.model import Edition, Story, TonePlacement
from builder.vietnamese.normal import nfc
from builder.vietnamese.tone import ToneStyle
from builder.vietnamese.tone_words import Misplaced, maybe_misplaced, misplaced, no_names

_STYLES: Mapping[TonePlacement, ToneStyle] = MappingProxyType(
    {TonePlacement.OLD: ToneStyle.OLD, TonePlacement.NEW: ToneStyle.NEW}
)
_QUOTED_LINE = re.compile(r"^ {0,3}>[^\n]*", re.MULTILINE)


def respelt(story: Story, tone: TonePlacement) -> Story:
    """A story as a book prints it: title, summary, captions and body in the book's style."""
    names = {word for name in (story.person, story.author, *story.aliases) for word in name.split()}
    photos = story.photos
    given = (story.title, story.summary, story.body, *(photo.caption for photo in photos))
    title, summary, body, *captions = _respelt(given, tone, names)
    pictures = tuple(replace(photo, caption=caption) for photo, caption in zip(photos, captions, strict=True))
    return replace(story, title=title, summary=summary, body=body, photos=pictures)


def respelt_edition(edition: Edition) -> Edition:
    """An edition with its own texts and the words on its back cover in its style."""
    if edition.tone is None:
        return edition
    blurb, *texts = _respelt((edition.cover.blurb, *(text for _, text in edition.texts)), edition.tone, ())
    pages = tuple((name, text) for (name, _), text in zip(edition.texts, texts, strict=True))
    return replace(edition, cover=replace(edition.cover, blurb=blurb), texts=pages)


def _respelt(texts: Sequence[str], tone: TonePlacement, names: Collection[str]) -> list[str]:
    """Texts that belong together: a name known in one is known in all."""
    composed = [nfc(text) for text in texts]
    found = [_misplaced(text, _STYLES[tone]) for text in composed]
    known = {*names, *(one.found for words in found for one in words if one.named)}
    return [_mended(text, no_names(words, known)) for text, words in zip(composed, found, strict=True)]


def _misplaced(text: str, style: ToneStyle) -> list[Misplaced]:
    if not maybe_misplaced(text, style):
        return []
    prose = _QUOTED_LINE.sub(lambda line: " " * len(line[0]), unquoted(without_markup(text)))
    return list(misplaced(without_markers(prose), style))


def _mended(text: str, words: Iterable[Misplaced]) -> str:
    for one in words:
        text = f"{text[: one.start]}{one.right}{text[one.start + len(one.found) :]}"
    return text
