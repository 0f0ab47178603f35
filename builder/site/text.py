"""What a page says of a story's text: the text as HTML and its opening words, read once and kept together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from builder.model import Story
from builder.render import opened

from .kit import Kit

KEPT_AS: Final = "text\n"
"""How the names of texts begin in the store."""

_WORDS: Final = 30
"""Words of an opening."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as HTML, without the figures of its photos, and its first words in one line."""

    html: str
    opening: str


def text_of(story: Story, kit: Kit) -> Text:
    """The text of a story, made now or before."""
    opening, _, html = kit.cached(f"{KEPT_AS}{kit.prints.whole(story)}", lambda: _made(story.body)).partition("\n")
    return Text(html, opening)


def _made(body: str) -> str:
    return "\n".join(opened(body, _WORDS))
