from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builder.catalogue import Library
from builder.model import Photo, Subject
from builder.site import Kit
from builder.site.search import NAMES_FILE, names_table, search_files, search_page
from builder.site.search.files import pieces, postings_file, share_of, text_file
from builder.site.search.names import short_id
from builder.site.search.postings import GAP, LEAP, LEAP_SIGN, STRIDE, Piece, Postings, joined, piece_of
from builder.site.search.words import searched_text, spelled, terms
from tests.factory import REPOSITORY, story
from tests.site.conftest import MakeKit, drawn_plainly


def positions(steps: str) -> list[int]:
    found, at = [], -1
    for char in steps:
        at += LEAP if char == LEAP_SIGN else ord(char)
        if char != LEAP_SIGN:
            found.append(at)
    return found


def test_a_column_points_into_the_values_of_its_facet() -> None:
    told = story(ward="phuong-bo-de", aliases=["Bà Hoà giếng"], honorific="Cô")
    other = story("tap-29/b", person="Lê Bình", district="quan-ba-dinh", volume=29, year=2023, subject="tap-the")
    table = names_table(Library.of([other, told]))
    columns, facets = table["columns"], table["facets"]
    assert columns["id"] == ["", "tap-29/b"]
    assert [columns[name][0] for name in ("name", "honorific", "alias", "unit", "ward")] == [
        "Đỗ Thị Hoà", "Cô", "Bà Hoà giếng", "Tổ dân phố số 6", "phường Bồ Đề",
    ]  # fmt: skip
    named = {name: facets[name][columns[name][0]][1] for name in facets}
    assert named == {
        "kind": "Cá nhân",
        "place": "Quận Long Biên",
        "field": "Người tốt, việc tốt",
        "level": "Cấp Thành phố",
        "year": "2022",
        "volume": "Tập 28",
    }
    assert facets["kind"][columns["kind"][1]] == (Subject.COLLECTIVE.value, "Tập thể")
    assert table["sizes"] == [1, 1]


def test_an_id_is_told_only_where_name_and_volume_do_not_tell_it() -> None:
    assert short_id(story("tap-28/do-thi-hoa")) == ""
    assert short_id(story("tap-28/do-thi-hoa-2")) == "+-2"
    assert short_id(story("tap-28/ba-hoa")) == "tap-28/ba-hoa"


def test_captions_and_descriptions_of_pictures_are_searched() -> None:
    photo = Photo("a.jpg", alt="Bà cụ bên giếng", caption="Người ở ngõ")
    told = replace(story(summary="Tóm tắt.", body="*Nước* trong.\n\nHết.\n"), photos=(photo,))
    assert searched_text(told, drawn_plainly) == "Nước trong.\nHết.\nTóm tắt.\nBà cụ bên giếng\nNgười ở ngõ"


def test_a_term_is_a_word_without_marks_and_as_it_was_spelled() -> None:
    assert spelled("Hòa") == spelled("hoà") == "hoa\u0300"
    assert spelled("Kỷ") != spelled("kỉ")
    known = terms()
    assert [known[word].split(" ")[0] for word in ("Hoà", "ĐÔNG", "Kỷ", "y", "2022")] == [
        "hoa",
        "dong",
        "ki",
        "y",
        "2022",
    ]
    assert known["\u0300"] == ""


def test_stories_stand_one_behind_the_other_on_a_line_of_positions() -> None:
    postings = volume_postings(["một hai\nba một", "hai"])
    key = terms().__getitem__
    assert positions(postings.steps[key("một")]) == [0, 2 + GAP + 1]
    assert postings.strides == [1, 1]
    assert positions(postings.steps[key("hai")]) == [1, STRIDE]


def test_a_long_step_is_told_in_leaps() -> None:
    postings = volume_postings(["đầu " + "và " * (2 * LEAP) + "đầu"])
    assert positions(postings.steps[terms()["đầu"]]) == [0, 2 * LEAP + 1]
    assert LEAP_SIGN in postings.steps[terms()["đầu"]]


def volume_postings(texts: list[str]) -> Postings:
    return joined([piece_of(texts)])


TEXTS = st.lists(st.text(alphabet="aáàđĐ bc\n1\u0300-", max_size=40), max_size=5)


@given(st.lists(TEXTS, max_size=4))
def test_a_volume_is_the_same_however_it_is_cut(cut: list[list[str]]) -> None:
    pieces = [piece_of(texts) for texts in cut]
    assert joined(pieces) == volume_postings([text for texts in cut for text in texts])
    assert [Piece.unpack(piece.pack()) for piece in pieces] == pieces


def test_a_leap_between_pieces_is_a_leap() -> None:
    texts = ["đầu", "và " * (2 * LEAP), "đầu"]
    cut = joined(piece_of([text]) for text in texts)
    assert cut == volume_postings(texts)
    assert LEAP_SIGN in cut.steps[terms()["đầu"]]


def test_a_story_that_comes_leaves_all_pieces_but_its_own_as_they_were() -> None:
    stories = [story(f"tap-28/bai-{n:03}") for n in range(400)]
    cut = list(pieces(stories))
    assert [one for piece in cut for one in piece] == stories
    assert 2 < len(cut) < 20
    more = list(pieces([*stories[:200], story("tap-28/bai-199a"), *stories[200:]]))
    assert len([piece for piece in more if piece not in cut]) <= 2


@given(TEXTS)
def test_postings_hold_every_word_and_survive_packing(texts: list[str]) -> None:
    postings = volume_postings(texts)
    kept = Postings.unpack(postings.pack())
    assert (list(kept.strides), dict(kept.steps)) == (list(postings.strides), dict(postings.steps))
    known = terms()
    words = [key for text in texts for word in words_of(text) if (key := known[word])]
    assert sum(len(positions(steps)) for steps in postings.steps.values()) == len(words)
    assert set(postings.steps) == set(words)


def words_of(text: str) -> list[str]:
    return "".join(char if char.isalnum() or char == "\u0300" else " " for char in text).split()


def made(kit: Kit) -> dict[str, bytes]:
    return {file.path: file.data for files in search_files(kit) for file in files.make()}


def test_the_lexicon_tells_the_file_of_every_term(make_kit: MakeKit) -> None:
    files = made(make_kit(story(body="Giếng nước giêng.\n"), story("tap-29/b", volume=29)))
    table = json.loads(files[NAMES_FILE])
    lexicon = table["lexicon"]
    assert table["columns"]["strides"] == [1, 1]
    shared = [terms.split() for terms in lexicon["shared"]]
    assert "gieng" in shared[share_of("gieng", len(shared))]
    head = dict(json.loads(files[postings_file("c-0")].split(b"\n", 1)[0]))
    assert [spelling for spelling, _ in head["gieng"]] == sorted([spelled("giếng"), spelled("giêng")])


def test_files_are_the_same_every_time_and_an_edit_changes_the_version(make_kit: MakeKit) -> None:
    told = story(body=unicodedata.normalize("NFD", "Giếng nước đầu ngõ.\n"))
    once, again = (made(make_kit(told)) for _ in range(2))
    assert once == again
    assert unicodedata.is_normalized("NFC", once[text_file(told.id)].decode())
    edited = made(make_kit(story(body="Giếng nước cuối ngõ.\n")))
    assert json.loads(once[NAMES_FILE])["version"] != json.loads(edited[NAMES_FILE])["version"]


def test_an_edit_counts_only_its_volume_anew(make_kit: MakeKit) -> None:
    kept: dict[str, str] = {}
    asked: list[str] = []

    def cached(key: str, make: Callable[[], str]) -> str:
        if key not in kept:
            asked.append(key.removeprefix("latest\n").split("\n", maxsplit=1)[0])
            kept[key] = make()
        return kept[key]

    other = story("tap-29/b", volume=29)
    made(replace(make_kit(story(), other), cached=cached))
    asked.clear()
    made(replace(make_kit(story(body="Bài đã sửa.\n"), other), cached=cached))
    assert asked == ["words", "postings of tap-28", "words from tap-28/do-thi-hoa on"]


def test_the_page_works_as_a_form_and_names_other_ways(make_kit: MakeKit) -> None:
    page = search_page(make_kit(story()))
    assert 'method="get"' in page.body
    assert 'name="q"' in page.body
    assert "<noscript>" in page.body
    assert 'role="status"' in page.body
    assert '<script type="module" src="../giao-dien/search/page.js"></script>' in page.head


def test_the_page_names_every_module_it_will_need(make_kit: MakeKit) -> None:
    folder = REPOSITORY / "theme" / "site" / "assets" / "search"
    needed, waiting = set(), ["page"]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += re.findall(r'from "\./([a-z]+)\.js"', (folder / f"{name}.js").read_text(encoding="utf-8"))
    assert (
        set(re.findall(r'modulepreload" href="../giao-dien/search/([a-z]+)\.js"', search_page(make_kit(story())).head))
        == needed
    )
