"""What a story's HTML needs before it goes to press."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from builder.model import Length
from builder.render import plain_text
from builder.vietnamese.typo import NO_BREAK

LETTERS_A_MM: Final = 0.585
"""Letters of running text on a millimetre of the measure, on the average."""
_DASHES: Final = ("–", "—", "-")
_QUOTES: Final = '“‘«"'
_NO_PARAGRAPH: Final = re.compile(r"(?:[-*+>#]|\d+[.)])\s")
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n")
_CAP_QUOTE: Final = re.compile(r'(<span class="cap(?: deep)?">)([“‘«"]|&quot;)')
_TAILED: Final = "QẠẶẬẸỆỊỌỘỢỤỰỴ"
"""Initials that reach below their line, into the one that would run under them."""
_DEEP_CAP: Final = re.compile(rf'<span class="cap">((?:[“‘«"]|&quot;)?[{_TAILED}])')
_LIST_START: Final = re.compile(r'<ol start="(\d+)">')
_SHORT: Final = 7
"""Letters of the longest Vietnamese syllable."""
_LAST_WORD: Final = re.compile(rf"(?<=[^\s>]) (?=[^\s<>]{{1,{_SHORT}}}</p>)")
_DASH_AHEAD: Final = re.compile(r"(?:(?<=[^\s>])|(?<=</em>))[ \n](?=–[ \n])")
_SPACE_BEFORE: Final = re.compile(r"[ \n](<(?:em|strong|code|a)\b[^>]*>)")


def takes_cap(text: str, measure: Length) -> bool:
    """Whether a text (Markdown) may open with a large initial.

    One that opens with a speaker's dash or a list may not; nor one whose first paragraph ends beside the initial, for
    what follows would have to creep in there, too.
    """
    opening = _PARAGRAPH_END.split(text.lstrip(), maxsplit=1)[0]
    if _NO_PARAGRAPH.match(opening):
        return False
    first = plain_text(opening)
    lines = 3 if first.lstrip(_QUOTES).startswith(tuple(_TAILED)) else 2
    return not first.startswith(_DASHES) and len(first) > lines * measure.mm * LETTERS_A_MM


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


def together(text: str) -> str:
    """Words no line may part."""
    return text.replace(" ", NO_BREAK)


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
