"""Plain paragraphs: a rule of the dialect for what nearly every line of a story is, and how it is shown.

A line that begins with a letter or a quote, holds no sign of Markdown and stands between empty lines is a paragraph of
text and can be nothing else. The parser comes to that, too, after asking a dozen rules about the line and as many
about its words, which is most of what it takes to read a story. So such lines are met by one rule of their own, placed
before all others, that makes one token of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml, mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.token import Token

PLAIN = "plain"
"""The type of such a token; its ``content`` is the text."""
CAP = "cap"
"""In the ``meta`` of the token: so many of its first letters are shown large."""

_LINE = re.compile(r"(?:[^\W\d_]|[“”\"‘’'(–—…«])[^\\`*_\[<&]*")
"""No rule for blocks begins so: these begin with space, a digit or one of ``#>-+*_=~`|[<:``; and none of the rules for
what stands in a line begins with another sign than those left out."""


def read_plainly(parser: MarkdownIt) -> None:
    """Teach a parser for CommonMark the rule."""
    parser.core.ruler.at("normalize", _normalize)
    parser.block.ruler.before("code", PLAIN, _paragraphs)
    parser.add_render_rule(PLAIN, _shown)


def _normalize(state: StateCore) -> None:
    """Text that needs it is rare; looking for it is cheap."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _paragraphs(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # as rules are called
    """Plain paragraphs one after the other, from this line on; not within lists and quotes."""
    line = start
    if silent or state.level or state.blkIndent or state.parentType != "root":
        return False
    while line < end and not state.sCount[line]:
        first, last = state.bMarks[line], state.eMarks[line]
        alone = line + 1 == end or state.isEmpty(line + 1)
        if not alone or _LINE.fullmatch(state.src, first, last) is None:
            break
        token = Token(PLAIN, "p", 0, content=mdTrim(state.src[first:last]), block=True)
        state.tokens.append(token)
        line = state.skipEmptyLines(line + 1)
        state.line = line
    return line > start


def _shown(_: object, tokens: Sequence[Token], at: int, *__: Any) -> str:  # noqa: ANN401  # as rules are called
    """As a paragraph of one text is shown."""
    token = tokens[at]
    cap = token.meta.get(CAP)
    if cap is None:
        return f"<p>{escapeHtml(token.content)}</p>\n"
    letter, rest = token.content[:cap], token.content[cap:]
    return f'<p><span class="cap">{escapeHtml(letter)}</span>{escapeHtml(rest)}</p>\n'
