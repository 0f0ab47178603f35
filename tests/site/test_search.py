from __future__ import annotations

import json
import unicodedata

from builder.site.search import NAMES_FILE, names_table, search_files, search_page, text_file
from tests.factory import story
from tests.site.conftest import MakeKit, drawn_plainly


def test_a_row_points_into_the_lists_of_labels(make_kit: MakeKit) -> None:
    told = story(ward="phuong-bo-de", aliases=["Bà Hoà giếng"], honorific="Cô")
    other = story("tap-29/b", person="Lê Bình", district="quan-ba-dinh", volume=29, year=2023)
    table = names_table(make_kit(told, other).library)
    rows = table["stories"]
    row = next(row for row in rows if row[0] == told.id)
    assert row[1:6] == ["Giếng nước đầu ngõ", "Cô Đỗ Thị Hoà", ["Bà Hoà giếng"], "Tổ dân phố số 6", "phường Bồ Đề"]
    named = [
        table[key][position] for key, position in zip(("places", "fields", "levels", "volumes"), row[6:10], strict=True)
    ]
    assert named == ["Quận Long Biên", "Người tốt, việc tốt", "Cấp Thành phố", "Tập 28"]
    assert row[10] == 2022


def test_the_texts_are_a_file_a_volume_in_plain_words(make_kit: MakeKit) -> None:
    first = story(body="*Nước* trong là được.\n\nHết.\n")
    second = story("tap-29/b", volume=29, year=2023)
    files = search_files(make_kit(first, second).library, drawn_plainly)
    assert set(files) == {NAMES_FILE, text_file("tap-28"), text_file("tap-29")}
    assert json.loads(files[text_file("tap-28")]) == {first.id: "Nước trong là được.\nHết."}
    assert json.loads(files[NAMES_FILE])["texts"] == [text_file("tap-29"), text_file("tap-28")]


def test_tables_are_composed_and_the_same_every_time(make_kit: MakeKit) -> None:
    told = story(body=unicodedata.normalize("NFD", "Giếng nước đầu ngõ.\n"))
    once, again = (search_files(make_kit(told).library, drawn_plainly) for _ in range(2))
    assert once == again
    assert all(unicodedata.is_normalized("NFC", data.decode()) for data in once.values())


def test_the_page_works_as_a_form_and_names_other_ways(make_kit: MakeKit) -> None:
    page = search_page(make_kit(story()))
    assert 'method="get"' in page.body
    assert 'name="q"' in page.body
    assert "<noscript>" in page.body
    assert 'role="status"' in page.body
    assert page.head == '<script type="module" src="../assets/search/page.js"></script>'
