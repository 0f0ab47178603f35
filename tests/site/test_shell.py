from __future__ import annotations

import pytest

from builder.model import BuilderError
from builder.site import DEPTHS, MARKS, SITE_CARD, Page, Shell

HTML = (
    "<title>{title}</title><meta content='{description}'>{head}<a{section:dia-ban}>Địa bàn</a>"
    "<a{section:nam}>Năm</a><div class='{css_class}'>{body}</div>"
)


def shell_html(without: str = "") -> str:
    html = HTML
    for name, mark in MARKS.items():
        html = html.replace("{" + name + "}", "" if name == without else mark)
    return html


def page(**changes: str) -> Page:
    values = {"path": "dia-ban/quan-long-bien/", "title": "Quận Long Biên", "description": "", "section": "dia-ban"}
    return Page(**(values | {"body": "<p>x</p>"} | changes))


def test_a_page_is_poured_into_its_places() -> None:
    html = Shell.parse(shell_html()).pour(page(css_class="page-listing", head="<meta>"))
    assert html == (
        "<title>Quận Long Biên – Những bông hoa đẹp</title><meta content=''><meta>"
        "<a aria-current=\"true\">Địa bàn</a><a>Năm</a><div class='page-listing'><p>x</p></div>"
    )


def test_the_door_itself_is_the_current_page() -> None:
    assert '<a aria-current="page">Địa bàn' in Shell.parse(shell_html()).pour(page(path="dia-ban/"))


def test_words_are_escaped_and_markup_is_not() -> None:
    html = Shell.parse(shell_html()).pour(page(title="<script>", description='"><b>', body="<em>y</em>"))
    assert "<script>" not in html
    assert "&quot;&gt;&lt;b&gt;" in html
    assert "<em>y</em>" in html


def test_a_story_that_quotes_a_mark_stays_text() -> None:
    html = Shell.parse(shell_html()).pour(page(body=f"<p>{MARKS['title']}</p>"))
    assert f"<p>{MARKS['title']}</p>" in html


@pytest.mark.parametrize("missing", ["title", "description", "head", "css_class", "body"])
def test_a_shell_without_one_of_its_places_is_refused(missing: str) -> None:
    with pytest.raises(BuilderError, match=missing):
        Shell.parse(shell_html(without=missing))


def test_a_mark_nobody_fills_is_refused() -> None:
    with pytest.raises(BuilderError, match="footer"):
        Shell.parse(shell_html() + "[[hoa:footer]]")


def test_home_has_no_folder_above_and_no_suffix() -> None:
    home = page(path="", title="Những bông hoa đẹp")
    assert home.depth == 0
    assert home.file == "index.html"
    assert home.full_title == "Những bông hoa đẹp"
    assert page().depth in DEPTHS


def test_a_page_without_a_card_of_its_own_shows_that_of_the_site() -> None:
    shell = Shell.parse(shell_html() + f"{MARKS['kind']} {MARKS['card']}")
    assert shell.pour(page()).endswith(f"website {SITE_CARD.path}")
    assert shell.pour(page(card="the/x.png", kind="article")).endswith("article the/x.png")
