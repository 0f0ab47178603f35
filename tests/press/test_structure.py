"""Tags of single documents: what WeasyPrint wraps and cuts, put together again."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pikepdf import Pdf

from builder.model import Length, Trim
from builder.press.join import BookPage, Paper, join
from builder.press.sheet import Sheet
from builder.press.structure import Linked, Node, Shown, listed, structure
from builder.press.tagging import tag
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit

WORDS = "Sáng nào bà cũng ra giếng, quẩy đôi thùng, đi qua ngõ hẹp, chào từng nhà. "


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(replace(outfit(), tagged=True))


def told(setter: Typesetter, body: str) -> tuple[Node, ...]:
    with Pdf.open(io.BytesIO(setter.set(Sheet("thử", document(body))))) as pdf:
        return structure(pdf, len(pdf.pages))


def roles(nodes: tuple[Node | Shown | Linked, ...]) -> list[object]:
    """Elements as nested lists of their roles."""
    return [[node.role, *roles(node.kids)] for node in nodes if isinstance(node, Node)]


def test_wrappers_that_say_nothing_are_taken_off(setter: Typesetter) -> None:
    body = "<article><header><div><h1>Giếng</h1></div></header><p>Một <em>hai</em> <span>ba</span>.</p></article>"
    assert roles(told(setter, body)) == [["Art", ["H1"], ["P"]]]


def test_words_outside_paragraphs_become_one(setter: Typesetter) -> None:
    assert roles(told(setter, "<div>Một</div>")) == [["P"]]
    assert roles(told(setter, "<article>Một</article>")) == [["Art", ["P"]]]


def test_a_large_initial_belongs_to_its_paragraph(setter: Typesetter) -> None:
    body = f'<article><p><span class="cap">S</span>{WORDS * 4}</p></article>'
    assert roles(told(setter, body)) == [["Art", ["P"]]]


def test_a_paragraph_over_three_pages_is_one_and_the_next_another(setter: Typesetter) -> None:
    nodes = told(setter, f"<article><p>{WORDS * 90}</p><p>{WORDS}</p></article>")
    assert roles(nodes) == [["Art", ["P"], ["P"]]]
    first = nodes[0].kids[0]
    assert isinstance(first, Node)
    assert {kid.page for kid in first.kids if isinstance(kid, Shown)} >= {0, 1, 2}


def test_an_indented_paragraph_at_the_top_of_a_page_is_its_own(setter: Typesetter) -> None:
    body = f'<article><p>{WORDS}</p><p style="break-before: page">{WORDS * 3}</p></article>'
    assert roles(told(setter, body)) == [["Art", ["P"], ["P"]]]


def test_lists_keep_their_parts(setter: Typesetter) -> None:
    nodes = told(setter, "<article><ul><li>Một</li><li>Hai</li></ul></article>")
    assert roles(nodes) == [["Art", ["L", ["LI", ["Lbl"], ["LBody"]], ["LI", ["Lbl"], ["LBody"]]]]]


def test_links_hold_their_words_and_their_place(setter: Typesetter) -> None:
    (paragraph,) = told(setter, '<p>Xem <a href="page:7">trang bảy</a>.</p>')
    link = next(kid for kid in paragraph.kids if isinstance(kid, Node))
    assert link.role == "Link"
    assert {type(kid) for kid in link.kids} == {Linked, Shown}


def test_paragraphs_of_a_contents_are_lists_of_entries() -> None:
    line, head = Node("P", (Shown(0, 0),)), Node("H2", (Shown(0, 1),))
    made = listed((Node("H1", (Shown(0, 2),)), Node("Sect", (head, line, line)), line))
    assert roles(made) == [["H1"], ["H2"], ["TOC", ["TOCI"], ["TOCI"], ["TOCI"]]]


def test_a_link_to_a_page_that_is_not_there_is_a_slip_of_ours(setter: Typesetter) -> None:
    made = setter.set(Sheet("thử", document('<p><a href="page:2">Hai</a></p>')))
    pages = [BookPage("a", 0, Length(0))]
    joined = join({"a": made}, {"a": "thử"}, pages, Paper(Trim(Length(145), Length(205)), Length(0)), outfit().fonts)
    with pytest.raises(ValueError, match="no page 2 in a book of 1"):
        tag(joined, {"a": made}, pages)
