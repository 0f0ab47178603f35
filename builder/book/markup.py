"""What a story's HTML needs before it goes to press."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from builder.vietnamese.typo import NO_BREAK

from .initials import set_initial

_LIST_START: Final = re.compile(r'<ol start="(\d+)">')
_SHORT: Final = 7
"""Letters of the longest Vietnamese syllable."""
_LAST_WORD: Final = re.compile(rf"(?<=[^\s>]) (?=[^\s<>]{{1,{_SHORT}}}</(?:p|li|h[2-6])>)")
_DASH_AHEAD: Final = re.compile(r"(?:(?<=[^\s>])|(?<=</em>))[ \n](?=–[ \n])")
_SPEECH: Final = re.compile(r"<p>([–—])[ \n]")
_SAID: Final = re.compile(r'(?<=<p class="said">).*?(?=</p>)', re.DOTALL)
_TURN: Final = re.compile(rf"{NO_BREAK}–[ \n](.*?){NO_BREAK}–[ \n]", re.DOTALL)
"""A dash behind which a narrator speaks, what he says, and the dash behind which the speaker goes on."""
_JOINER: Final = "\u2060"
"""Behind a dash a line may end, even before a no-break space (UAX 14, LB 12a), but for this."""
_DASH_SPACE: Final = "\u2009\u200a"
"""As wide as a word space, and never wider: the words of speakers begin below each other."""
_TOO_LONG: Final = re.compile(
    rf"(\d{NO_BREAK}(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ)|\b\d\d?(?={NO_BREAK}tháng{NO_BREAK}\d)|\d[\d.,]{{4,}}|\b(?:Ông|Bà|Anh|Chị|Cô|Chú|Bác|Cụ|Thầy))"
    rf"{NO_BREAK}(?=\w{{3}})"
)
"""What tears a line apart when it is carried over whole: “4,8 triệu đồng”, “54.000 mét”, “21 tháng 8”, “Bà Phượng”."""
_SPACE_BEFORE: Final = re.compile(r"[ \n](<(?:em|strong|code|a)\b[^>]*>)")


def for_press(html: str) -> Markup:
    """Ready a rendered body: initials, spaces, and lists that do not begin at one.

    No line begins with a dash inside a sentence, and no paragraph ends in a line of one syllable. What a speaker says
    begins at one distance from its dash, and always with an indent; where he goes on behind a narrator's words
    (“– Ừ – ông nói. – Mai nhé.”), his dash goes with his words.

    WeasyPrint 70 leaves ``start`` out of account, so “2. Yêu cầu” would be printed as “1. Yêu cầu”.
    """
    html = _LIST_START.sub(lambda ol: f'<ol style="counter-reset: list-item {int(ol[1]) - 1}">', html)
    html = _LAST_WORD.sub(NO_BREAK, _DASH_AHEAD.sub(NO_BREAK, set_initial(html)))
    html = _SPEECH.sub(rf'<p class="said">\1{_DASH_SPACE}', html)
    html = _SAID.sub(lambda said: _TURN.sub(rf"{NO_BREAK}– \1 –{_JOINER}{NO_BREAK}", said[0]), html)
    return Markup(lean(_TOO_LONG.sub(r"\1 ", html)))  # noqa: S704 - the renderer lets no HTML of a story through


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
