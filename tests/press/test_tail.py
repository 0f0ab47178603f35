from typing import Any

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types

from builder.press.tail import drawn_in

STYLE = weasyprint.CSS(
    string="@page { size: 300pt 292pt; margin: 0 } * { margin: 0 } footer { break-before: avoid; break-inside: avoid }"
    "p { font: 10pt/14.6pt serif; text-align: justify; orphans: 1; widows: 2 } .tight { word-spacing: -0.6pt }"
)
"""Twenty lines a page."""
SHORT = "<p>Một dòng.</p>"
SIGNED = "<footer><p>Lê Minh Khuê</p></footer>"


def ending_short() -> str:
    """A paragraph of five lines or more whose last one holds a word, which set closer has no room of its own."""
    for words in range(60, 200):
        text = f"<p>{'chữ ' * words}hết.</p>"
        loose, close = (lines(text.replace("<p>", f'<p class="{name}">')) for name in ("", "tight"))
        if loose == close + 1 >= 6:
            return text
    raise AssertionError


def lines(text: str) -> int:
    document = weasyprint.HTML(string=text).render(stylesheets=[STYLE])
    return len(document.pages[0]._page_box.children[0].children[0].children[0].children)  # noqa: SLF001 - its only way


def pages(*parts: str) -> tuple[int, int, str]:
    """Pages before and after, and the document as it then is."""
    source = weasyprint.HTML(string=f"<article>{''.join(parts)}</article>")
    asked: list[Any] = []

    def render() -> Any:
        asked.append(1)
        return source.render(stylesheets=[STYLE])

    document = render()
    after = drawn_in(source, render, document)
    return len(document.pages), len(after.pages), "again" if len(asked) > 1 else "once"


@pytest.fixture(scope="module")
def yielding() -> str:
    return ending_short()


def test_a_line_too_many_is_taken_back(yielding: str) -> None:
    long = lines(yielding)
    assert pages(yielding, SHORT * (20 - long), SIGNED) == (2, 1, "again")


def test_a_page_that_is_full_enough_stays(yielding: str) -> None:
    long = lines(yielding)
    assert pages(yielding, SHORT * (32 - long), SIGNED) == (2, 2, "once")


def test_nothing_is_tried_where_no_paragraph_would_yield() -> None:
    assert pages(SHORT * 20, SIGNED) == (2, 2, "once")


def test_a_text_without_signature_is_left_alone(yielding: str) -> None:
    assert pages(yielding, SHORT * 16)[1:] == (2, "once")


def test_what_saves_no_page_is_not_kept(yielding: str) -> None:
    long = lines(yielding)
    before, after, _ = pages(yielding, SHORT * (22 - long), SIGNED)
    assert (before, after) == (2, 2)
