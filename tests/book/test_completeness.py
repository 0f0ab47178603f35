import re
from collections.abc import Callable, Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book import ComposedBook, compose, losses
from builder.book.completeness import folded
from builder.edition import BookPlan
from builder.model import Story
from builder.vietnamese.typo import typeset
from tests.book.making import desk, plan_of, setter, stories

TAGS = re.compile(r"<[^>]*>")


def composed(plan: BookPlan) -> ComposedBook:
    return compose(desk(), plan, setter(lambda _: 1))


def printer(book: ComposedBook) -> Callable[[Iterable[int]], Mapping[int, str]]:
    """Prints a page as the words of its chunk, with leaders and folios as the style sheet would draw them."""

    def read(folios: Iterable[int]) -> dict[int, str]:
        chunks = {page.folio: book.chunks[page.chunk].chunk.html for page in book.pages}
        return {folio: _words(chunks[folio]) for folio in folios}

    return read


def _words(html: str) -> str:
    html = re.sub(r'<div class="strip recto">.*?</div>', "", html)
    led = re.sub(r'<p class="line" data-folio="(\d+)">(.*?)</p>', r"\2 . . . . \1 ", html)
    return TAGS.sub(" ", led).replace("&nbsp;", "\u00a0")


def hide(book: ComposedBook, word: str, on: Callable[[int], bool]) -> Callable[[Iterable[int]], Mapping[int, str]]:
    """Prints without a word on some pages."""
    printed = printer(book)
    return lambda folios: {f: text.replace(word, "") if on(f) else text for f, text in printed(folios).items()}


def test_a_complete_book_misses_nothing() -> None:
    plan = plan_of(*stories(9))
    book = composed(plan)
    assert losses(plan, book, printer(book)) == ()


@pytest.mark.parametrize(
    ("word", "where", "said"),
    [
        (lambda told: typeset(told.title), "opening", "không có đầu đề"),
        (lambda told: told.person, "opening", "không có tên người"),
        (lambda told: typeset(told.title), "contents", "không có trong mục lục"),
        (lambda told: told.person, "contents", "không có trong mục lục"),
        (lambda told: told.person, "index/persons", "không có trong bảng tra tên người"),
    ],
)
def test_what_is_lost_is_named_with_its_story(word: Callable[[Story], str], where: str, said: str) -> None:
    plan = plan_of(*stories(5))
    book = composed(plan)
    told = plan.stories[2]
    pages = {page.folio for page in book.pages if page.chunk == where} or {book.folios[told.id]}
    found = losses(plan, book, hide(book, word(told), pages.__contains__))
    assert [line for line in found if told.path in line and said in line]
    assert all(told.path in line for line in found)


def test_a_wrong_folio_in_contents_or_index_is_a_loss() -> None:
    plan = plan_of(*stories(5))
    book = composed(plan)
    told = plan.stories[4]
    listed = {page.folio for page in book.pages if page.chunk in ("contents", "index/persons")}
    found = losses(plan, book, hide(book, str(book.folios[told.id]), listed.__contains__))
    assert len([line for line in found if told.path in line]) == 2


def test_a_book_without_contents_is_not_asked_for_them() -> None:
    plan = plan_of(*stories(3), front=("title",), back=("colophon",))
    book = composed(plan)
    assert losses(plan, book, printer(book)) == ()


def test_what_differs_between_a_text_and_its_print_is_folded_away() -> None:
    assert folded("Bến\u00a0Chèm\n– 2\u2011 ﬁ") == folded("Bến Chèm – 2- fi")
    assert folded("năm 2022\n15") == "năm2022 15"
    assert folded("năm 2022 15") != folded("năm 202215")


@given(st.lists(st.text("aăâđeêoôơưbc–“,", min_size=1), min_size=1))
def test_line_ends_never_matter_between_words(words: list[str]) -> None:
    assert folded("\n".join(words)) == folded("".join(words)) == folded("\u00a0 ".join(words))
