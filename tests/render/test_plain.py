"""Plain paragraphs met by a rule of their own come out as CommonMark's own rules make them."""

from functools import cache
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builder.render import markdown, opened, plain_text, render
from builder.render.plain import PLAIN, read_plainly

SIGNS = st.sampled_from(
    [*"#>-+*_=~`|[]()<:!&\\1.\t '\"\0\r²Ⅷ", "   ", "    ", "&amp;", "a@b.vn", "\u00a0", "\x0c", "\u2028"]
)
WORDS = st.sampled_from(
    ["Một", "hai", "“Ba", "(bốn)", "– Năm", "…", "5 kg", "bà Hoà", "[a]: x", "![x](a.jpg)", "***", "1)"]
)
LINES = st.sampled_from(
    ["\n", "\n\n", "\n \n", "\n\n\n", "\r\n", "\n  ", "\n---\n", "\n\n- ", "\n\n> ", "\n===\n", "\n```\n"]
)
TEXTS = st.lists(WORDS | WORDS | LINES | LINES | SIGNS, max_size=16).map("".join)


@cache
def _common() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False})
    parser.validateLink = markdown._safe_link  # type: ignore[method-assign]  # noqa: SLF001
    return parser


def _told(text: str) -> tuple[object, ...]:
    placed = render(text, figure=lambda file: f"<figure>{file}</figure>")
    return opened(text, 3), plain_text(text), render(text, heading_level=3), placed


@given(TEXTS)
def test_the_rule_changes_nothing_that_is_shown(text: str) -> None:
    told = _told(text)
    with patch.object(markdown, "_parser", _common):
        assert _told(text) == told


def test_most_of_a_story_is_met_by_the_rule_and_what_may_be_more_is_not() -> None:
    parser = MarkdownIt("commonmark")
    read_plainly(parser)
    text = "“Một, hai.”\n\nBa: bốn - năm!\n\nSáu *bảy*\n\nTám\nchín\n\n1. mười\n\n    một\n\n> Hai"
    told = [token.content for token in parser.parse(text) if token.type == PLAIN]
    assert told == ["“Một, hai.”", "Ba: bốn - năm!"]
