"""Stories set alone and bound look as they would in one document: the same lines, the same pixels.

Short and long stories stand for all, one with a portrait.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from builder.vietnamese.typo import typeset
from tests.bench.one_document import make
from tests.press.printing import Print, run, words

DPI = 7 * 25.4 / 3
"""About 60, and the bleed of 3 mm is whole pixels wide: both files are rounded alike."""
MM = 72 / 25.4
BLEED, INSIDE, OUTSIDE, HEAD, WIDTH, DEPTH = 3, 20, 16, 20, 109, 163
DIFFERENT = 24
"""Steps of grey that anti-aliasing of the same outline may differ by, as its place on the page is rounded otherwise."""
MOST = 12
"""Pixels of a page that may differ by more, of some hundred thousand."""


@pytest.fixture(scope="module")
def one(printed: Print, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("one") / "one.pdf"
    path.write_bytes(make(printed.plan, printed.kit))
    return path


@pytest.fixture(scope="module")
def pairs(printed: Print, one: Path) -> list[tuple[int, int]]:
    """Pages of stories, as folios of our book and of the one document."""
    pages = [words(page) for page in run("pdftotext", "-layout", one, "-").split("\f")[:-1]]
    found = []
    for story in printed.plan.stories:
        if len(story.photos) > 1:  # figures within and after the text: WeasyPrint breaks these pages otherwise
            continue
        opening = words(typeset(story.title)) + words(story.person) + words(story.unit)
        start = next(n for n, page in enumerate(pages, start=1) if opening in page)
        first = printed.bound.folios[story.id]
        length = printed.bound.composed.chunks[f"story/{story.id}"].pages
        found += [(first + n, start + n) for n in range(length)]
    return found


def left(folio: int) -> int:
    return INSIDE if folio % 2 else OUTSIDE


def block(path: Path, folio: int, edge: int) -> list[str]:
    """The lines of a page's text block, as poppler reads them."""
    sides = ("-x", round((edge + left(folio) - 1) * MM), "-y", round((edge + HEAD - 2) * MM))
    size = ("-W", round((WIDTH + 2) * MM), "-H", round((DEPTH + 4) * MM))
    return run("pdftotext", "-layout", "-f", folio, "-l", folio, *sides, *size, path, "-").split()


def picture(path: Path, folio: int, edge: int, folder: Path) -> Image.Image:
    """A page's text block in grey."""
    origin = ("-x", round((edge + left(folio) - 1) * DPI / 25.4), "-y", round((edge + HEAD - 1) * DPI / 25.4))
    size = ("-W", round((WIDTH + 2) * DPI / 25.4), "-H", round((DEPTH + 2) * DPI / 25.4))
    target = folder / f"{path.stem}-{folio}"
    run("pdftoppm", "-gray", "-r", DPI, "-f", folio, "-l", folio, "-singlefile", *origin, *size, path, target)
    return Image.open(target.with_suffix(".pgm"))


def test_every_page_of_every_story_reads_the_same(printed: Print, one: Path, pairs: list[tuple[int, int]]) -> None:
    assert len(pairs) > 25
    for ours, theirs in pairs:
        assert block(printed.path, ours, BLEED) == block(one, theirs, 0), (ours, theirs)


def test_pages_on_the_same_side_are_drawn_alike(
    printed: Print, one: Path, pairs: list[tuple[int, int]], tmp_path: Path
) -> None:
    alike = [(ours, theirs) for ours, theirs in pairs if ours % 2 == theirs % 2]
    assert len(alike) > 10
    for ours, theirs in alike[::2]:
        drawn = ImageChops.difference(picture(printed.path, ours, BLEED, tmp_path), picture(one, theirs, 0, tmp_path))
        assert sum(drawn.histogram()[DIFFERENT:]) <= MOST, (ours, theirs)
