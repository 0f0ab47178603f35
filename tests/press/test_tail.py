from typing import Any

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types

from builder.press.stranded import blocks
from builder.press.tail import ended_well

STYLE = weasyprint.CSS(
    string="@page { size: 300pt 292pt; margin: 0 } * { margin: 0 } footer { break-before: avoid; break-inside: avoid }"
    "p { font: 10pt/14.6pt serif; text-align: justify; orphans: 1; widows: 2 } .tight { word-spacing: -0.6pt }"
    ".emblem { height: 73pt } .one { height: 87.6pt } .two { height: 102.2pt } .three { height: 116.8pt }"
    "figure { height: 146pt; break-inside: avoid }"
)
"""Twenty lines a page, flowers of five, photos of ten."""
HEAD = '<header><div class="emblem"></div></header>'
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
    after = ended_well(source, render, document)
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


def ends(*parts: str, head: str = HEAD) -> tuple[list[int], list[int], str]:
    """The lines of text on each page before and after, and the class of what stands at the head."""
    source = weasyprint.HTML(string=f"<article>{head}{''.join(parts)}</article>")

    def render() -> Any:
        return source.render(stylesheets=[STYLE])

    document = render()
    after = ended_well(source, render, document)
    (emblem,) = (one for one in source.etree_element.iter("div"))
    return told(document), told(after), emblem.get("class")


def told(document: Any) -> list[int]:
    boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - WeasyPrint's only way to the boxes
    return [sum(block.element_tag == "p" for block in blocks(box)) for box in boxes]


def test_a_flower_higher_by_two_lines_drives_two_lines_to_the_end() -> None:
    before, after, head = ends(SHORT * 18, SIGNED)
    assert (after[0] - before[0], head) == (-2, "emblem two")


def test_an_end_of_five_lines_is_long_enough() -> None:
    before, after, head = ends(SHORT * 20, SIGNED)
    assert (before, head) == (after, "emblem")


def test_no_flower_is_more_than_three_lines_higher() -> None:
    assert ends(SHORT * 16, SIGNED)[2] == "emblem three"


def test_what_stands_empty_before_the_last_page_is_filled_first() -> None:
    """Two lines that keep together leave the first page a line short."""
    together = '<p style="orphans: 2; widows: 2">Một dòng.<br>Hai dòng.</p>'
    before, after, head = ends(SHORT * 14, together, SHORT, SIGNED)
    assert (len(before), len(after), head) == (2, 2, "emblem three")


def test_a_photo_is_not_driven_off_its_page() -> None:
    before, after, head = ends(SHORT * 5, "<figure></figure>", SHORT * 3, SIGNED)
    assert (before, head) == (after, "emblem")


def test_an_opening_with_hardly_any_text_gives_none() -> None:
    tall = HEAD.replace("</header>", '<h1 style="height: 146pt">Tên</h1></header>')
    before, after, head = ends(SHORT * 8, SIGNED, head=tall)
    assert (before, head) == (after, "emblem")
