"""One Markdown dialect for website, book and e-book: CommonMark without raw HTML.

A story is untrusted: HTML in it is shown as text, links other than http(s), and images that the header does not
declare, are dropped (the checker has named them by then).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from builder.vietnamese.normal import nfc
from builder.vietnamese.typo import typeset, typeset_composed

from .plain import CAP, PLAIN, read_plainly

FigureMaker = Callable[[str], str]
"""From the ``file`` of a photo to its finished HTML figure; an unknown file gives the empty string."""


_WEB = ("https://", "http://")
_PHOTO = re.compile(r"[A-Za-z0-9][\w./-]*\.(?:jpe?g|png|webp)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML. ``figures`` are the photos it placed itself, so that the rest can follow at its end."""

    html: str
    figures: tuple[str, ...]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False})
    parser.validateLink = _safe_link  # type: ignore[method-assign]
    read_plainly(parser)
    return parser


def _safe_link(url: str) -> bool:
    """Addresses that may stand in a story: a web page, or the file of a declared photo."""
    return url.startswith(_WEB) or _PHOTO.fullmatch(url) is not None


def render(text: str, *, heading_level: int = 2, drop_cap: bool = False, figure: FigureMaker | None = None) -> Rendered:
    """Render a body.

    Args:
        text: Markdown; typographic rules of Vietnamese print (no-break spaces, en dash in ranges) are applied.
        heading_level: the HTML level of the highest heading allowed in the body.
        drop_cap: wrap the first letter of the first paragraph in ``<span class="cap">``, for print.
        figure: makes the figure for ``![…](file)`` standing alone in a paragraph.
    """
    tokens = _parser().parse(nfc(text))
    placed: list[str] = []
    if figure is not None:
        tokens = _place_figures(tokens, figure, placed)
    return Rendered(_html(tokens, heading_level, drop_cap=drop_cap), tuple(placed))


def opened(text: str, most: int) -> tuple[str, str]:
    """What ``first_words`` and ``render`` (with ``drop_cap``) make of a body, which is read once for both."""
    tokens = _parser().parse(nfc(text))
    return _opening(tokens, most), _html(tokens, 2, drop_cap=True)


def _html(tokens: list[Token], heading_level: int, *, drop_cap: bool) -> str:
    """Tokens as HTML; their text is set, so they serve for nothing else after that."""
    for token in tokens:
        if token.type == PLAIN:
            token.content = typeset_composed(token.content)  # as it stands in what has been composed
        elif token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, max(heading_level, heading_level - 2 + int(token.tag[1])))}"
        if token.children:
            token.children = _clean(token.children)
    if drop_cap:
        _mark_first_letter(tokens)
    parser = _parser()
    renderer = parser.renderer
    assert isinstance(renderer, RendererHTML)  # noqa: S101  # what MarkdownIt makes unless told otherwise
    return str(renderer.render(tokens, parser.options, {}))


def _place_figures(tokens: list[Token], figure: FigureMaker, placed: list[str]) -> list[Token]:
    """A paragraph that is one image becomes its figure."""
    out: list[Token] = []
    skip = 0
    for n, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        inline = tokens[n + 1] if token.type == "paragraph_open" else None
        images = [c for c in inline.children or () if c.type == "image"] if inline else []
        if inline and len(images) == 1 and len(inline.children or ()) == 1:
            file = str(images[0].attrGet("src") or "")
            out.append(Token("html_block", "", 0, content=figure(file) + "\n"))
            placed.append(file)
            skip = 2
            continue
        out.append(token)
    return out


def _clean(children: list[Token]) -> list[Token]:
    """Set the text of a line; drop images and links to anything but web pages, keeping the words of the link."""
    kept: list[Token] = []
    open_links: list[bool] = []
    for child in children:
        if child.type == "link_open":
            open_links.append(str(child.attrGet("href") or "").startswith(_WEB))
        shown = open_links[-1] if child.type in ("link_open", "link_close") else child.type != "image"
        if child.type == "link_close":
            open_links.pop()
        if child.type == "text":
            child.content = typeset(child.content)
        if shown:
            kept.append(child)
    return kept


def _mark_first_letter(tokens: list[Token]) -> None:
    """Put the first letter, with the quotes before it, into a span of its own."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == PLAIN:
            token.meta[CAP] = _cap_size(token.content)
            return
        if before is None or before.type != "paragraph_open" or before.level:
            continue
        if token.type != "inline" or not token.children:
            continue
        first = token.children[0]
        if first.type == "text" and first.content:
            size = _cap_size(first.content)
            cap, first.content = first.content[:size], first.content[size:]
            span = [
                Token("cap_open", "span", 1, attrs={"class": "cap"}),
                Token("text", "", 0, content=cap),
                Token("cap_close", "span", -1),
            ]
            token.children = span + token.children
        return


def _cap_size(text: str) -> int:
    return 1 + next((n for n, char in enumerate(text) if char.isalnum()), 0)


def plain_text(text: str) -> str:
    """The words of a body without marks, one paragraph a line; for search, excerpts and reading aloud."""
    return _plain(_parser().parse(nfc(text)))


def _plain(tokens: list[Token]) -> str:
    return "\n".join(_lines(tokens))


def _lines(tokens: list[Token]) -> Iterator[str]:
    """The paragraphs that have words, without marks."""
    for token in tokens:
        line = token.content.strip() if token.type == PLAIN else ""
        if token.type == "inline":
            parts = (
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
                if child.type in ("text", "code_inline", "softbreak", "hardbreak")
            )
            line = "".join(parts).strip()
        if line:
            yield line


def first_words(text: str, most: int = 40) -> str:
    """The beginning of a body, at most ``most`` words, ending in an ellipsis where it was cut."""
    return _opening(_parser().parse(nfc(text)), most)


def _opening(tokens: list[Token], most: int) -> str:
    words: list[str] = []
    for line in _lines(tokens):
        words += line.split(None, most)  # no more than needed: most of a text is no opening
        if len(words) > most:
            return " ".join(words[:most]) + "…"
    return " ".join(words)
