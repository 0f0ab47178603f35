"""Stories set alone and bound look as they would in one document: the same words in the same places, the same pixels.

Nine stories stand for all that is special: short and long ones, with a portrait, with photos within and after the text.
A hundred and twenty stand for a book, whose contents and indexes must name the right pages, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from builder.pipeline import Stage, load, plan_book
from builder.pipeline.bookwork import book_kit
from builder.vietnamese.typo import typeset
from builder.workspace import find_root
from tests.bench.book_corpus import EDITION, Shape, write_book
from tests.bench.one_document import make
from tests.factory import REPOSITORY
from tests.press.making import Memory
from tests.press.printing import Print, print_of, run, words

DPI = 7 * 25.4 / 3
"""About 60, and the bleed of 3 mm is whole pixels wide: both files are rounded alike."""
MM = 72 / 25.4
BLEED, INSIDE, OUTSIDE, HEAD, WIDTH, DEPTH = 3, 20, 16, 20, 109, 163
DIFFERENT = 24
"""Steps of grey that anti-aliasing of the same outline may differ by, as its place on the page is rounded otherwise."""
MOST = 36
"""Pixels of a page that may differ by more, of some hundred thousand: three letters that poppler, which draws them at
quarters of a pixel, rounds to the next one."""
NEAR = 0.02
"""Points by which a word may stand elsewhere: coordinates in the files are rounded."""
MARGIN = 6
"""Points that a first line of large letters may reach above the text block."""
SAMPLE = {"nine": 2, "crowd": 7}
"""Of so many pages on the same side, one is drawn."""


@dataclass(frozen=True)
class Beside:
    """A book of ours, the same in one document, and the pages of its stories: folios of ours and of the other."""

    ours: Print
    one: Path
    pairs: tuple[tuple[int, int], ...]


def beside(ours: Print, folder: Path) -> Beside:
    one = folder / "one.pdf"
    one.write_bytes(make(ours.plan, ours.kit))
    pages = [words(page) for page in run("pdftotext", "-layout", one, "-").split("\f")[:-1]]
    found: list[tuple[int, int]] = []
    for story in ours.plan.stories:
        opening = words(typeset(story.title)) + words(story.person) + words(story.unit)
        start = next(n for n, page in enumerate(pages, start=1) if opening in page)
        first = ours.bound.folios[story.id]
        length = ours.bound.composed.chunks[f"story/{story.id}"].pages
        found += [(first + n, start + n) for n in range(length)]
    return Beside(ours, one, tuple(found))


@pytest.fixture(scope="module")
def nine(printed: Print, tmp_path_factory: pytest.TempPathFactory) -> Beside:
    return beside(printed, tmp_path_factory.mktemp("nine"))


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Beside:
    folder = tmp_path_factory.mktemp("crowd")
    write_book(folder / "root", 120, REPOSITORY / "stories", Shape(paragraphs=4, photos=8))
    workshop = load(find_root(folder / "root"), stage=Stage.DRAFT)
    ours = print_of(plan_book(workshop, EDITION), book_kit(workshop.root, Memory()), folder)
    return beside(ours, folder)


@pytest.fixture(scope="module", params=["nine", "crowd"])
def both(request: pytest.FixtureRequest) -> tuple[Beside, int]:
    """A book in both ways, and how many of its pages stand for one another."""
    return request.getfixturevalue(request.param), SAMPLE[request.param]


def left(folio: int) -> int:
    return INSIDE if folio % 2 else OUTSIDE


Word = tuple[str, float, float]
"""A word, and where it begins: points from the upper left corner of the text block."""


@cache
def placed(path: Path, edge: int) -> list[list[Word]]:
    """The words of each page's text block, as poppler finds them."""
    pages = run("pdftotext", "-bbox", path, "-").split("<page ")[1:]
    return [list(_placed(page, edge, folio)) for folio, page in enumerate(pages, start=1)]


def _placed(page: str, edge: int, folio: int) -> Iterator[Word]:
    for found in re.finditer(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>', page):
        across, down = float(found[1]) - (edge + left(folio)) * MM, float(found[2]) - (edge + HEAD) * MM
        if -MARGIN < down < DEPTH * MM:
            yield found[3], across, down


def pages_of(book: Print, title: str) -> range:
    """The folios of a listing."""
    pages = placed(book.path, BLEED)
    first = next(n for n, page in enumerate(pages, start=1) if " ".join(word for word, _, _ in page).startswith(title))
    held = next(held for held in book.bound.composed.chunks.values() if held.chunk.head == title)
    return range(first, first + held.pages)


def picture(path: Path, folio: int, edge: int, folder: Path) -> Image.Image:
    """A page's text block in grey."""
    origin = ("-x", round((edge + left(folio) - 1) * DPI / 25.4), "-y", round((edge + HEAD - 1) * DPI / 25.4))
    size = ("-W", round((WIDTH + 2) * DPI / 25.4), "-H", round((DEPTH + 2) * DPI / 25.4))
    target = folder / f"{path.stem}-{folio}"
    run("pdftoppm", "-gray", "-r", DPI, "-f", folio, "-l", folio, "-singlefile", *origin, *size, path, target)
    return Image.open(target.with_suffix(".pgm"))


def test_every_word_of_every_story_stands_in_the_same_place(both: tuple[Beside, int]) -> None:
    book, _ = both
    assert len(book.pairs) > 2 * len(book.ours.plan.stories)
    mine, theirs = placed(book.ours.path, BLEED), placed(book.one, 0)
    for pair in book.pairs:
        here, there = mine[pair[0] - 1], theirs[pair[1] - 1]
        assert [word for word, _, _ in here] == [word for word, _, _ in there], pair
        for (word, *place), (_, *other) in zip(here, there, strict=True):
            assert place == pytest.approx(other, abs=NEAR), (pair, word)


def test_pages_on_the_same_side_are_drawn_alike(both: tuple[Beside, int], tmp_path: Path) -> None:
    book, nth = both
    alike = [(ours, theirs) for ours, theirs in book.pairs if ours % 2 == theirs % 2][::nth]
    assert len(alike) > 8
    for ours, theirs in alike:
        mine = picture(book.ours.path, ours, BLEED, tmp_path)
        drawn = ImageChops.difference(mine, picture(book.one, theirs, 0, tmp_path))
        assert sum(drawn.histogram()[DIFFERENT:]) <= MOST, (ours, theirs)


def openings(book: Print) -> dict[str, int]:
    """The page on which each story is seen to open, by its id."""
    pages = [words(page) for page in book.pages]
    heads = {s.id: words(typeset(s.title)) + words(s.person) + words(s.unit) for s in book.plan.stories}
    return {key: next(n for n, page in enumerate(pages, start=1) if head in page) for key, head in heads.items()}


def test_contents_of_a_whole_book_name_the_pages_of_its_stories(crowd: Beside) -> None:
    book, seen = crowd.ours, openings(crowd.ours)
    pages = pages_of(book, "Mục lục")
    contents = "".join(words(book.pages[folio - 1]).removesuffix(str(folio)) for folio in pages)
    for story in book.plan.stories:
        line = words(typeset(story.title)) + words(story.person)
        assert re.findall(re.escape(line) + r"\.+(\d+)", contents) == [str(seen[story.id])], story.id


def test_the_index_of_persons_of_a_whole_book_names_their_pages(crowd: Beside) -> None:
    book, seen = crowd.ours, openings(crowd.ours)
    pages = pages_of(book, "Bảng tra tên người")
    index = "".join(word for folio in pages for word, _, _ in placed(book.path, BLEED)[folio - 1])
    for person in {story.person for story in book.plan.stories}:
        named = re.findall(re.escape(words(person)) + r"(?:\([^)]*\)|,\D*)?(\d+(?:,\d+)*)", index)
        wanted = {seen[story.id] for story in book.plan.stories if story.person == person}
        assert {int(page) for found in named for page in found.split(",")} == wanted, person
