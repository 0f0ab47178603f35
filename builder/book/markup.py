"""What a story's HTML needs before it goes to press."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from builder.render import plain_text
from builder.vietnamese.typo import NO_BREAK

_DASHES: Final = ("–", "—", "-")
_CAP_QUOTE: Final = re.compile(r'(<span class="cap(?: deep)?">)([“‘«"]|&quot;)')
_DEEP_CAP: Final = re.compile(r'<span class="cap">([^<A-Z]*[QJ])')
_LIST_START: Final = re.compile(r'<ol start="(\d+)">')
_SHORT: Final = 7
"""Letters of the longest Vietnamese syllable."""
_LAST_WORD: Final = re.compile(rf"(?<=[^\s>]) (?=[^\s<>]{{1,{_SHORT}}}</p>)")
_DASH_AHEAD: Final = re.compile(r"(?:(?<=[^\s>])|(?<=</em>))[ \n](?=–[ \n])")
_SPACE_BEFORE: Final = re.compile(r"[ \n](<(?:em|strong|code|a)\b[^>]*>)")


def takes_cap(text: str) -> bool:
    """Whether a text (Markdown) may open with a large initial: one that opens with a speaker's dash may not."""
    return not plain_text(text).startswith(_DASHES)


def for_press(html: str) -> Markup:
    """Ready a rendered body: initials, spaces, and lists that do not begin at one.

    No line begins with a dash inside a sentence, and no paragraph ends in a line of one syllable.

    A large initial gets room for its tail, and quotes before it stay small. WeasyPrint 70 leaves ``start`` out of
    account, so “2. Yêu cầu” would be printed as “1. Yêu cầu”.
    """
    html = _LIST_START.sub(lambda ol: f'<ol style="counter-reset: list-item {int(ol[1]) - 1}">', html)
    html = _DEEP_CAP.sub(r'<span class="cap deep">\1', html, count=1)
    html = _CAP_QUOTE.sub(r'\1<span class="quote">\2</span>', html, count=1)
    html = _LAST_WORD.sub(NO_BREAK, _DASH_AHEAD.sub(NO_BREAK, html))
    return Markup(lean(html))  # noqa: S704 - the renderer lets no HTML of a story through


def closed(text: str) -> str:
    """A line of plain text whose last word, if it is short, does not stand on a line alone."""
    before, _, last = text.rpartition(" ")
    return f"{before}{NO_BREAK}{last}" if before and len(last) <= _SHORT else text


def lean(html: str) -> str:
    """Move the space before an inline element into it.

    WeasyPrint 70 breaks a line after its first word when a text that ends in a space would fit without that space
    and an inline element follows (``text.line_break.split_first_line``, step 3); such texts must not occur.
    """
    while (moved := _SPACE_BEFORE.sub(r"\1 ", html)) != html:
        html = moved
    return html
