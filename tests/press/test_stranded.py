from functools import partial

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types

from builder.press.stranded import settled

STYLE = weasyprint.CSS(
    string="@page { size: 300pt 292pt; margin: 0 } * { margin: 0; font: 10pt/14.6pt serif } p { orphans: 2; widows: 2 }"
    "figure { height: 146pt; break-inside: avoid } h2 { break-after: avoid }"
)
"""Twenty lines a page, photos of ten."""
LONG = "<p>" + "chữ " * 90 + "</p>"
SHORT = "<p>Một dòng.</p>"
PHOTO = "<figure></figure>"


def lay_out(*parts: str) -> tuple[str, list[list[str]]]:
    """The order of blocks after settling (P, F, H), and the tags on each page."""
    source = weasyprint.HTML(string=f"<article>{''.join(parts)}</article>")
    document = settled(source, partial(source.render, stylesheets=[STYLE]))
    pages = []
    for page in document.pages:
        article = page._page_box.children[0].children[0].children[0]  # noqa: SLF001 - WeasyPrint's only way to the boxes
        pages.append([box.element_tag for box in article.children])
    order = "".join(child.tag[0] for child in source.etree_element.iter() if child.tag in {"p", "figure", "h2"})
    return order, pages


def test_a_photo_that_fits_stays_where_it_was_put() -> None:
    assert lay_out(LONG, PHOTO, LONG)[0] == "pfp"


def test_text_runs_on_over_the_place_where_a_photo_finds_no_room() -> None:
    order, pages = lay_out(*[SHORT] * 13, PHOTO, *[SHORT] * 12)
    assert order == "p" * 20 + "f" + "p" * 5
    assert pages[0] == ["p"] * 20
    assert pages[1][0] == "figure"


def test_a_void_too_small_for_a_paragraph_is_left() -> None:
    order, _ = lay_out(*[SHORT] * 19, PHOTO, *[SHORT] * 3)
    assert order == "p" * 19 + "fppp"


def test_a_photo_at_the_end_goes_up_instead() -> None:
    order, pages = lay_out(*[SHORT] * 15, PHOTO)
    assert pages[0][-1] in {"p", "figure"}
    assert "figure" in pages[0]
    assert order.index("f") <= 9


def test_a_photo_never_leaves_its_section() -> None:
    order, _ = lay_out(*[SHORT] * 13, PHOTO, SHORT, "<h2>Mục</h2>", *[SHORT] * 8)
    assert order.index("f") < order.index("h")


@pytest.mark.parametrize("speech", ["<p>– Ai đấy?</p>", "<p>“Ai đấy?”</p>"])
def test_a_photo_does_not_part_speech_from_what_announces_it(speech: str) -> None:
    order, _ = lay_out(*[SHORT] * 13, PHOTO, *[SHORT] * 6, "<p>Bà hỏi:</p>", speech, *[SHORT] * 4)
    assert order.index("f") == 21


def test_several_photos_are_settled_and_none_is_lost() -> None:
    order, pages = lay_out(*([LONG, PHOTO] * 5), *[LONG] * 3)
    assert order.count("f") == 5
    assert order.count("p") == 8
    assert all(tags for tags in pages)
