"""The book no editor wishes for, bound and read back with poppler: every number, every line on its grid."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from PIL import Image

from builder.book import ChunkKind, PhotoFile
from builder.book.indexes import INDEXES
from builder.model import FormerWard, Photo, Story
from builder.press.photo import measure
from builder.vietnamese.typo import typeset
from tests.book.pathological import ENDLESS, PHOTOS, pathological
from tests.press.printing import Print, kit_in, print_of, run, words

LINE, INDEX_LINE = 14.6, 12.0
BODY, INDEX_TYPE = 14.55, 12.47
"""Heights poppler gives to words of 9.8 and of 8.4 points."""


@dataclass(frozen=True)
class Word:
    """A word on a page, measured in points from the upper left corner of the sheet."""

    left: float
    top: float
    right: float
    height: float
    text: str


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Print:
    folder = tmp_path_factory.mktemp("pathological")
    for name, size in PHOTOS.items():
        Image.linear_gradient("L").resize(size).convert("RGB").save(folder / name)

    def photo(photo: Photo) -> PhotoFile:
        return PhotoFile(str(folder / photo.file), *measure(folder / photo.file))

    return print_of(pathological(), replace(kit_in(folder), photo=photo), folder)


@pytest.fixture(scope="module")
def placed(book: Print) -> Mapping[int, list[Word]]:
    pattern = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
    found = {}
    for number, page in enumerate(run("pdftotext", "-bbox", book.path, "-").split("<page ")[1:], start=1):
        found[number] = [_word(*match.groups()) for match in pattern.finditer(page)]
    return found


def _word(left: str, top: str, right: str, foot: str, text: str) -> Word:
    return Word(float(left), float(top), float(right), float(foot) - float(top), text)


def folios_of(book: Print, *kinds: ChunkKind) -> list[int]:
    composed = book.bound.composed
    return [page.folio for page in composed.pages if composed.chunks[page.chunk].chunk.kind in kinds]


def raw(book: Print, chunk: str) -> str:
    """The words of a chunk's pages in the order they were drawn, running heads and folios left out."""
    folios = [page.folio for page in book.bound.composed.pages if page.chunk == chunk]
    told = []
    for folio in folios:
        lines = run("pdftotext", "-raw", "-f", folio, "-l", folio, book.path, "-").split("\n")
        told += [line for line in lines if line.strip() not in {str(folio), "\f"}]
    return " ".join(" ".join(told).split())


# --- every number


def test_every_story_opens_where_the_book_says(book: Print) -> None:
    for story in book.plan.stories:
        page = words(book.pages[book.bound.folios[story.id] - 1])
        assert words(typeset(story.title)) in page
        assert words(typeset(story.person)) in page


def test_every_number_of_the_contents_is_the_page_of_its_story(book: Print) -> None:
    contents = words(raw(book, "contents"))
    for story in book.plan.stories:
        name = words(f"{story.honorific}{story.person}")
        (number,) = re.findall(re.escape(words(typeset(story.title)) + name) + r"\.+(\d+)", contents)
        assert int(number) == book.bound.folios[story.id], story.title
    for index in INDEXES.values():
        (number,) = re.findall(re.escape(words(index.title)) + r"\.+(\d+)", contents)
        assert words(index.title) in words(book.pages[int(number) - 1])
    assert len(re.findall(r"\.{3,}\d+", contents)) == len(book.plan.stories) + len(INDEXES) + 1


def lines(book: Print, chunk: str, names: Iterable[str]) -> dict[str, list[list[int]]]:
    """By pattern of a name with its note: the numbers behind it, for each line that begins so."""
    text = raw(book, chunk)
    return {
        name: sorted([int(n) for n in found[1].split(", ")] for found in re.finditer(rf"{name} ((?:\d+, )*\d+)", text))
        for name in names
    }


def filed(book: Print, pairs: Iterable[tuple[str, Story]]) -> dict[str, list[int]]:
    found = defaultdict(set)
    for name, story in pairs:
        found[name].add(book.bound.folios[story.id])
    return {name: sorted(folios) for name, folios in found.items()}


def test_every_number_of_the_index_of_persons_is_the_page_of_their_story(book: Print) -> None:
    expected = defaultdict(list)
    for (person, _), stories in by_unit(book.plan.stories).items():
        expected[rf"{re.escape(person)}(?:, [^\d]*?| \([^)]*\))?"].append(
            sorted(book.bound.folios[story.id] for story in stories)
        )
    assert lines(book, "index/persons", expected) == {name: sorted(rows) for name, rows in expected.items()}


def by_unit(stories: Iterable[Story]) -> dict[tuple[str, str], list[Story]]:
    found = defaultdict(list)
    for story in stories:
        found[story.person, story.unit].append(story)
    return found


def test_every_number_of_the_index_of_units_is_the_page_of_their_stories(book: Print) -> None:
    expected = filed(book, ((re.escape(story.unit), story) for story in book.plan.stories))
    assert lines(book, "index/units", expected) == {name: [folios] for name, folios in expected.items()}


def places(story: Story) -> Iterator[str]:
    district, ward = story.place.district, story.place.ward
    if district is not None:
        ended = rf" \({district.kind} đến \d+\)" if district.works_until.year < 2025 else f", {district.kind}"
        yield f"{district.name}{ended}"
    if isinstance(ward, FormerWard) and district is not None:
        yield rf"{ward.name}, {ward.kind}, {district.label}, nay thuộc [^\d]*?"
    elif ward is not None:
        yield rf"{ward.name} \({ward.kind} từ 2025\)"


def test_every_number_of_the_index_of_places_is_the_page_of_their_stories(book: Print) -> None:
    expected = filed(book, ((place, story) for story in book.plan.stories for place in places(story)))
    assert len(expected) > 8
    assert lines(book, "index/places", expected) == {name: [folios] for name, folios in expected.items()}


def test_every_number_of_the_list_of_awards_is_the_page_of_their_story(book: Print) -> None:
    expected = defaultdict(list)
    for story in book.plan.stories:
        expected[rf"{re.escape(story.person)} \({story.year}\)"].append([book.bound.folios[story.id]])
    assert lines(book, "index/awards", expected) == {name: sorted(rows) for name, rows in expected.items()}


def test_every_number_of_the_list_of_authors_is_the_page_of_their_stories(book: Print) -> None:
    expected = filed(book, ((re.escape(story.author), story) for story in book.plan.stories if story.author))
    assert lines(book, "index/authors", expected) == {name: [folios] for name, folios in expected.items()}


# --- every line on its grid


def test_lines_of_all_reading_pages_fall_on_one_grid(book: Print, placed: Mapping[int, list[Word]]) -> None:
    reading = folios_of(book, ChunkKind.STORY, ChunkKind.TEXT, ChunkKind.CONTENTS)
    tops = {word.top % LINE for folio in reading for word in placed[folio] if abs(word.height - BODY) < 0.05}
    assert max(tops) - min(tops) < 0.1


def test_word_spaces_stay_even(book: Print, placed: Mapping[int, list[Word]]) -> None:
    spaces = []
    for folio in folios_of(book, ChunkKind.STORY):
        for row in rows(word for word in placed[folio] if abs(word.height - BODY) < 0.05):
            gaps = sorted(after.left - before.right for before, after in pairwise(row))
            spaces += gaps[len(gaps) // 2 : len(gaps) // 2 + 1]
    spaces.sort()
    natural = spaces[len(spaces) // 20]
    assert spaces[len(spaces) * 97 // 100] < 2.2 * natural
    assert spaces[-1] < 3.4 * natural


def test_both_columns_of_an_index_share_their_lines(book: Print, placed: Mapping[int, list[Word]]) -> None:
    for folio in folios_of(book, ChunkKind.INDEX):
        tops = {round(word.top % INDEX_LINE, 1) for word in placed[folio] if abs(word.height - INDEX_TYPE) < 0.05}
        assert len(tops) == 1, (folio, tops)


def test_no_line_of_an_index_breaks_off_after_a_word(book: Print, placed: Mapping[int, list[Word]]) -> None:
    for folio in folios_of(book, ChunkKind.INDEX):
        found = [word for word in placed[folio] if abs(word.height - INDEX_TYPE) < 0.05]
        middle = min(word.left for word in found) + 155
        for column in ([w for w in found if w.left < middle], [w for w in found if w.left >= middle]):
            left = min((word.left for word in column), default=0)
            for row, after in pairwise(rows(column)):
                goes_on = after[0].left > left + 8 and after[0].top - row[0].top < INDEX_LINE + 1
                assert len(row) > 1 or not goes_on, (folio, row[0].text)


def test_folios_of_the_contents_end_at_the_same_edge(book: Print, placed: Mapping[int, list[Word]]) -> None:
    for folio in folios_of(book, ChunkKind.CONTENTS):
        led = [row for row in rows(placed[folio]) if any(word.text.startswith(".") for word in row)]
        assert len(led) > 8
        assert all(letters(row[0].text) and row[-1].text.isdigit() for row in led)
        rights = [row[-1].right for row in led]
        assert max(rights) - min(rights) < 0.2


def letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def rows(found: Iterable[Word]) -> list[list[Word]]:
    """Words by the line they stand on, from left to right."""
    held: dict[int, list[Word]] = defaultdict(list)
    for word in found:
        held[round((word.top + word.height * 0.74) / 4)].append(word)
    return [sorted(row, key=lambda word: word.left) for _, row in sorted(held.items())]


# --- what may not be parted


def test_no_heading_stands_at_the_foot_of_a_page(book: Print, placed: Mapping[int, list[Word]]) -> None:
    seen = 0
    for folio in folios_of(book, ChunkKind.STORY):
        body = [word for word in placed[folio] if abs(word.height - BODY) < 0.05]
        last = max((word.top for word in body), default=0)
        heads = [word.top for word in body if word.text in {"Chặng", "Việc"} and word.left < 80]
        seen += len(heads)
        assert all(top < last - 1.5 * LINE for top in heads), folio
    assert seen == 28


def test_no_page_begins_with_the_last_line_of_a_paragraph(book: Print, placed: Mapping[int, list[Word]]) -> None:
    seen = 0
    for page in book.bound.composed.pages:
        if not page.chunk.startswith("story/") or page.chunk == "story/tap-28/nhieu-muc":
            continue
        found = rows(word for word in placed[page.folio] if abs(word.height - BODY) < 0.05)
        indented = [8 < row[0].left - edge(page.folio) < 20 for row in found]
        if page.index and len(found) > 3 and not indented[0]:
            seen += 1
            assert not indented[1], (page.folio, found[0][0].text)
    assert seen > 20


def test_most_pages_that_a_story_runs_on_from_are_full(book: Print) -> None:
    composed, depths = book.bound.composed, book.bound.depths
    running = [
        depth
        for page, depth in zip(composed.pages, depths, strict=True)
        if page.chunk.startswith("story/") and page.index + 1 < composed.chunks[page.chunk].pages
    ]
    assert max(running) - min(running) < 4.5 * LINE
    assert sum(depth > max(running) - LINE / 2 for depth in running) > 0.7 * len(running)


def edge(folio: int) -> float:
    return 8.504 + (20 if folio % 2 else 16) / 25.4 * 72


def test_pictures_keep_their_captions_and_the_portrait_its_size(book: Print) -> None:
    start = book.bound.folios["tap-28/sau-anh"]
    found = [line.split() for line in run("pdfimages", "-list", book.path).splitlines()[2:]]
    assert len(found) == len(PHOTOS)
    height = int(found[0][4]) / 300 * 72
    assert height == pytest.approx(11.5 * LINE, abs=0.2)
    assert int(found[0][0]) == start
    pages = {int(row[0]): words(book.pages[int(row[0]) - 1]) for row in found[1:]}
    captions = [p.caption for story in book.plan.stories for p in story.photos if not p.portrait]
    for caption in captions:
        assert any(words(typeset(caption)) in page for page in pages.values()), caption


def test_a_running_head_too_long_ends_in_an_ellipsis_within_the_measure(
    book: Print, placed: Mapping[int, list[Word]]
) -> None:
    start = book.bound.folios["tap-28/bon-nghin-chu"]
    recto = start + 1 if start % 2 == 0 else start + 2
    head = rows(placed[recto])[0]
    told = " ".join(word.text for word in head)
    assert told.endswith("…")
    assert ENDLESS.startswith(told.rstrip("…"))
    assert head[0].left > 8.5 + 20 / 25.4 * 72
    assert head[-1].right < 8.5 + (145 - 16) / 25.4 * 72 + 0.5
