"""A book of many stories, each a page or two: every number in its contents and its index is that of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from builder.pipeline.bookwork import BoundBook, bind
from tests.book.making import plan_of, stories
from tests.press.printing import kit_in, run, words

COUNT = 110


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[BoundBook, Path]:
    folder = tmp_path_factory.mktemp("many")
    held = [replace(told, person=f"Bà Thứ {n:03d}", body="Một câu ngắn.\n") for n, told in enumerate(stories(COUNT))]
    plan = plan_of(*held, front=("half-title", "contents"), back=("persons", "units", "colophon"))
    path = folder / "book.pdf"
    return bind(plan, kit_in(folder), into=path), path


def texts(path: Path) -> list[str]:
    return run("pdftotext", "-layout", path, "-").split("\f")[:-1]


def told(book: BoundBook, path: Path, chunk: str, line: str) -> Mapping[str, int]:
    """The numbers a listing gives, by what ``line`` finds of a story in it."""
    pages = [page.folio for page in book.composed.pages if page.chunk == chunk]
    raw = run("pdftotext", "-f", pages[0], "-l", pages[-1], path, "-")
    return {found[1]: int(found[2]) for found in re.finditer(line, " ".join(raw.replace("\u00a0", " ").split()))}


@pytest.mark.parametrize(
    ("chunk", "line"),
    [
        ("contents", r"Chuyện thứ (\d+) Bà Thứ \d+[ .]+(\d+)"),
        ("index/persons", r"Bà Thứ (\d+) (\d+)"),
        ("index/units", r"Tổ dân phố số (\d+) (\d+)"),
    ],
)
def test_every_number_is_that_of_the_page_on_which_the_story_opens(
    book: tuple[BoundBook, Path], chunk: str, line: str
) -> None:
    bound, path = book
    numbers = {int(story): folio for story, folio in told(bound, path, chunk, line).items()}
    assert numbers == {n: bound.folios[f"tap-28/bai-{n}"] for n in range(COUNT)}
    assert min(numbers.values()) < 100 < max(numbers.values())


def test_every_story_opens_on_the_page_that_is_told(book: tuple[BoundBook, Path]) -> None:
    bound, path = book
    pages = [words(page) for page in texts(path)]
    for n in range(COUNT):
        assert f"Chuyệnthứ{n}BàThứ{n:03d}" in pages[bound.folios[f"tap-28/bai-{n}"] - 1]
