"""Paragraphs of a text with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without a blank line between them; ``start`` counts code points of the whole text from 0."""

    text: str
    start: int


@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text in order."""
    return tuple(Paragraph(match[0], match.start()) for match in _PARAGRAPH.finditer(text))
