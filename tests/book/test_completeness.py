import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book import ComposedBook, losses
from builder.book.completeness import folded
from builder.book.compose import compose
from builder.book.indexes import INDEXES
from builder.edition import BookPlan
from builder.model import Story
from builder.vietnamese.typo import typeset
from tests.book.making import desk, plan_of, setter, stories

ALL = (*INDEXES, "colophon")
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
    led = re.sub(r'<p class="line"><a [^>]*data-folio="(\d+)"[^>]*>(.*?)</a></p>', r"\2 . . . . \1 ", html)
    return TAGS.sub(" ", led).replace("&nbsp;", "\u00a0")


def hide(book: ComposedBook, word: str, on: Callable[[int], bool]) -> Callable[[Iterable[int]], Mapping[int, str]]:
    """Prints without a word on some pages, however its spaces are set."""
    printed = printer(book)
    found = re.compile("[ \u00a0]".join(map(re.escape, re.split("[ \u00a0]", word))))
    return lambda folios: {f: found.sub("", text) if on(f) else text for f, text in printed(folios).items()}


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
        (lambda told: typeset(told.unit), "index/units", "không có trong bảng tra đơn vị"),
        (lambda told: told.place.chapter.name, "index/places", "không có trong bảng tra địa danh"),
        (lambda told: told.person, "index/awards", "không có trong danh sách khen thưởng"),
        (lambda told: told.author, "index/authors", "không có trong danh sách người viết"),
    ],
)
def test_what_is_lost_is_named_with_its_story(word: Callable[[Story], str], where: str, said: str) -> None:
    plan = plan_of(*stories(5), back=ALL)
    book = composed(plan)
    told = plan.stories[2]
    sharing = {other.path for other in plan.stories if word(other) == word(told)}
    pages = {page.folio for page in book.pages if page.chunk == where} or {book.folios[told.id]}
    found = losses(plan, book, hide(book, word(told), pages.__contains__))
    assert [line for line in found if told.path in line and said in line]
    assert all(any(path in line for path in sharing) for line in found)


@pytest.mark.parametrize("part", ["contents", *INDEXES])
def test_a_story_dropped_from_one_list_is_named_with_the_list(part: str) -> None:
    whole = plan_of(*stories(6), back=ALL)
    dropped = whole.stories[3]
    book = composed(whole)
    short = compose(desk(), plan_of(*(s for s in stories(6) if s.id != dropped.id), back=ALL), setter(lambda _: 1))
    key = part if part == "contents" else f"index/{part}"
    broken = replace(book, chunks={**book.chunks, key: short.chunks[key]})
    found = losses(whole, broken, printer(broken))
    assert [line for line in found if dropped.path in line]
    title = "mục lục" if part == "contents" else INDEXES[part].title.lower()
    assert all(line.endswith(f"trong {title}") for line in found)


def test_a_story_nobody_chose_and_one_told_twice_are_named() -> None:
    book = composed(plan_of(*stories(4)))
    fewer = plan_of(*stories(3))
    found = losses(fewer, replace(book, folios={s.id: book.folios[s.id] for s in fewer.stories}), printer(book))
    assert "bài “Chuyện thứ 3” (stories/tap-28/bai-3.md) không được chọn mà có trong sách" in found
    printed = printer(book)
    contents = {page.folio for page in book.pages if page.chunk == "contents"}
    twice = losses(
        plan_of(*stories(4)),
        book,
        lambda folios: {f: text * (1 + (f in contents)) for f, text in printed(folios).items()},
    )
    assert [line for line in twice if "có 2 lần trong mục lục" in line]


def test_a_reference_that_is_lost_is_named() -> None:
    held = [replace(stories(1)[0], aliases=("Bà Tư",)), *stories(3)[1:]]
    plan = plan_of(*held)
    book = composed(plan)
    index = {page.folio for page in book.pages if page.chunk == "index/persons"}
    assert losses(plan, book, printer(book)) == ()
    (found,) = losses(plan, book, hide(book, typeset("Bà Tư"), index.__contains__))
    assert found.replace("\u00a0", " ") == "bảng tra tên người thiếu dòng “Bà Tư, xem Nguyễn Thị An”"


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


def test_what_shows_nothing_is_folded_away() -> None:
    unseen = "".join(char for char in map(chr, range(0x110000)) if unicodedata.category(char) == "Cf")
    assert folded(f"a{unseen}b") == "ab"


def test_what_differs_between_a_text_and_its_print_is_folded_away() -> None:
    assert folded("Bến\u00a0Chèm\n– 2\u2011 ﬁ") == folded("Bến Chèm – 2- fi")
    assert folded("năm 2022\n15") == "năm2022 15"
    assert folded("năm 2022 15") != folded("năm 202215")


@given(st.lists(st.text("aăâđeêoôơưbc–“,", min_size=1), min_size=1))
def test_line_ends_never_matter_between_words(words: list[str]) -> None:
    assert folded("\n".join(words)) == folded("".join(words)) == folded("\u00a0 ".join(words))
