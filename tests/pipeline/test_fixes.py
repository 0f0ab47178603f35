import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.manuscript import read
from builder.model import Fix, Severity, Span
from builder.pipeline import Workshop, load, mendable, mended
from builder.pipeline.fixes import View, applied, mend, story_look
from builder.rules import check_copy, make_copy
from builder.vietnamese.fold import fold
from builder.vietnamese.normal import find_invisible
from builder.workspace import find_root
from tests.factory import make_root, story_text

HOA = "stories/tap-28/do-thi-hoa.md"
MESSY = """---
# ghi chú của người biên tập
volume: 28   # tập
year: 2022
title: "Giếng nước đầu ngõ"
person: Ðỗ Thị Hoà
unit: Tổ dân phố số 6
district: Quận Long Biên
field: Y đức
award_level: thanh-pho
sample: yes
written_on: 20/5/2025
---

Bà Ðỗ ở Hà\u200b Nội, {nfd} ấy.
""".format(nfd=unicodedata.normalize("NFD", "người"))
MENDED = """---
# ghi chú của người biên tập
volume: 28   # tập
year: 2022
title: "Giếng nước đầu ngõ"
person: Đỗ Thị Hoà
unit: Tổ dân phố số 6
district: quan-long-bien
field: y-duc
award_level: thanh-pho
sample: true
written_on: 2025-05-20
---

Bà Đỗ ở Hà Nội, người ấy.
"""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    root = make_root(tmp_path_factory.mktemp("root"), {"tap-28/do-thi-hoa.md": story_text()})
    return load(find_root(root))


def fixed(workshop: Workshop, data: bytes, *, everything: bool = False) -> bytes:
    return mend(data, story_look(workshop, *workshop.copies([HOA]), everything=everything))


def test_safe_fixes_mend_the_text_and_leave_the_rest_as_it_is(workshop: Workshop) -> None:
    assert fixed(workshop, MESSY.encode()).decode() == MENDED


@pytest.mark.parametrize("raw", ["\ufeff" + MESSY, MESSY.replace("\n", "\r\n"), "\ufeff" + MESSY.replace("\n", "\r")])
def test_spans_hold_whatever_the_line_ends_and_what_is_written_is_plain(raw: str, workshop: Workshop) -> None:
    assert fixed(workshop, raw.encode()).decode() == MENDED


def test_a_file_with_nothing_but_odd_bytes_is_rewritten_in_its_bytes_alone(workshop: Workshop) -> None:
    clean = story_text("Chữ thường.\n")
    assert fixed(workshop, b"\xef\xbb\xbf" + clean.replace("\n", "\r\n").encode()).decode() == clean


@pytest.mark.parametrize("text", ["---\ntitle: Một: hai\n---\nÐỗ\n", "---\ntitle: a\nÐỗ\n", "Ðỗ Thị\n"])
@pytest.mark.parametrize("everything", [False, True])
def test_a_header_nobody_can_read_is_not_touched_but_for_its_bytes(
    text: str, workshop: Workshop, *, everything: bool
) -> None:
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert fixed(workshop, data, everything=everything).decode() == text


@pytest.mark.parametrize("data", [b"", b"  \n", "Ðỗ".encode("utf-16"), b"\xc3\x28", b"a\0b", b"x" * 200_001])
def test_what_is_no_text_stays_as_it_is(data: bytes, workshop: Workshop) -> None:
    assert fixed(workshop, data) == data
    assert fixed(workshop, data, everything=True) == data


def test_guesses_wait_until_someone_asks_for_them(workshop: Workshop) -> None:
    data = story_text('Bà bảo: "Cứ để đấy".\n').replace("title:", "titel:").encode()
    assert fixed(workshop, data) == data
    assert fixed(workshop, data, everything=True).decode() == story_text("Bà bảo: “Cứ để đấy”.\n")


def test_more_places_than_findings_are_told_of_are_mended_at_once(workshop: Workshop) -> None:
    data = story_text("Ðường đi.\n\n" * 500).encode()
    assert "Ð" not in fixed(workshop, data).decode()


SCRAPS = st.sampled_from(
    (
        *("Ðỗ", "Тhị", "Аn", "Hà\u200bNội", "\u202e", "\u00ad", "a\u0301", unicodedata.normalize("NFD", "ế ượ"), "ﬁ"),
        *('"lời"', "“", "”", "# ", "## ", "\n", "\n\n", "\r\n", "\r", " ", "…", "0912 345 678", "\u2028"),
        *("http://a.vn", "[a](http://b.vn)"),
    )
)
VALUES = st.one_of(
    SCRAPS,
    st.sampled_from(
        ("yes", "08", "Y đức", "y-duk", "Ba Đình", "20/5/2025", "[x]", '"Ðỗ\\u200b"', "x # y", ""),
    ),
)
KEYS = st.sampled_from(["title", "persn", "field", "district", "sample", "written_on", "year", "awrds", "aliases", "x"])
LINES = st.lists(st.tuples(KEYS, VALUES).map(": ".join), max_size=6).map("\n".join)
BODIES = st.lists(st.one_of(SCRAPS, st.text(max_size=8)), max_size=14).map("".join)


def messy(bom: str, lines: str, body: str) -> bytes:
    text = story_text(body, title=None, field=None, district=None, year=None)
    return (bom + text.replace("---\n", f"---\n{lines}\n", 1)).encode("utf-8", "replace")


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["", "\ufeff"]), LINES, BODIES, st.booleans())
def test_fixing_twice_is_fixing_once(workshop: Workshop, bom: str, lines: str, body: str, everything: bool) -> None:  # noqa: FBT001  # hypothesis gives it
    once = fixed(workshop, messy(bom, lines, body), everything=everything)
    assert fixed(workshop, once, everything=everything) == once


def sounded(text: str) -> str:
    unseen = {one.index for one in find_invisible(text)}
    return "".join(fold("".join(char for n, char in enumerate(text) if n not in unseen)).split())


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["", "\ufeff"]), LINES, BODIES)
def test_safe_fixes_leave_every_word_of_the_story_and_never_add_an_error(
    workshop: Workshop, bom: str, lines: str, body: str
) -> None:
    data = messy(bom, lines, body)
    after = fixed(workshop, data)
    one, two = (read(HOA, some) for some in (data, after))
    assert sounded(one.body) == sounded(two.body)
    assert (one.header is None) == (two.header is None)
    errors = [
        sum(f.severity is Severity.ERROR for f in check_copy(make_copy(m, c.vocabulary, c.volumes, c.photos)))
        for m in (one, two)
        for c in workshop.copies([HOA])
    ]
    assert errors[1] <= errors[0]


@pytest.mark.parametrize(
    ("fixes", "text"),
    [
        ([Fix(Span(1, 1, 1, 3), "x"), Fix(Span(1, 3, 1, 4), "y")], "x hai\nba"),
        ([Fix(Span(2, 1, 2, 2), "bốn"), Fix(Span(1, 1, 1, 3), "không")], "không hai\nbốn"),
        ([Fix(Span(1, 4, 2, 1), "-")], "một-a"),
        ([Fix(Span(1, 99), "!")], "một hai!\nba"),
        ([Fix(Span(9, 1), "!")], "một hai\nba"),
        ([], "một hai\nba"),
    ],
)
def test_spans_are_replaced_from_the_front_and_overlaps_wait(fixes: list[Fix], text: str) -> None:
    assert applied("một hai\nba", fixes) == text


def test_a_fix_that_would_hide_the_header_is_not_used() -> None:
    def look(data: bytes) -> View:
        text = data.decode()
        return View(text, readable=text.startswith("---"), fixes=(Fix(Span(1, 1, 1, 3), "***"),))

    assert mend(b"---\n", look) == b"---\n"


def test_rules_that_quarrel_come_to_an_end() -> None:
    def look(data: bytes) -> View:
        other = "b" if data == b"a" else "a"
        return View(data.decode(), readable=True, fixes=(Fix(Span(1, 1), other, safe=True),))

    assert mend(b"a", look) in {b"a", b"b"}


Paths = Callable[[str], bool]
EDITION = """title: Thử
kind: special
select: {districts: [Quận Long Biên]}
front: [title, loi-noi-dau]
imprint: {regime: non-commercial}
"""


@pytest.fixture
def stock(tmp_path: Path) -> Path:
    root = make_root(tmp_path, {"tap-28/do-thi-hoa.md": MESSY, "tap-28/le-an.md": MESSY, "tap-28/le-cuc.md": "Ðỗ"})
    folder = root / "editions" / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    (folder / "loi-noi-dau.md").write_text("Lời nói đầu.", encoding="utf-8")
    (root / "stories/tap-28/lien-ket.md").symlink_to(root / "stories/tap-28/le-an.md")
    return root


def changed(root: Path, wanted: Paths = lambda _: True, *, everything: bool = False) -> dict[str, str]:
    found = mended(load(find_root(root)), wanted, everything=everything)
    return {one.path: one.after.decode() for one in found}


def test_stories_and_editions_are_mended_and_links_left_alone(stock: Path) -> None:
    found = changed(stock)
    assert set(found) == {HOA, "stories/tap-28/le-an.md", "editions/thu/edition.yml"}
    assert found["editions/thu/edition.yml"] == EDITION.replace("Quận Long Biên", "quan-long-bien")


def test_nothing_is_written_and_only_wanted_files_are_looked_at(stock: Path) -> None:
    before = (stock / HOA).read_bytes()
    assert set(changed(stock, lambda path: path == HOA)) == {HOA}
    assert (stock / HOA).read_bytes() == before


def test_a_book_keeps_the_names_of_the_texts_beside_it(stock: Path) -> None:
    path = stock / "editions/thu/edition.yml"
    path.write_text(EDITION.replace("kind:", "knid:"), encoding="utf-8")
    after = changed(stock, everything=True)["editions/thu/edition.yml"]
    assert "front: [title, loi-noi-dau]" in after
    assert re.search(r"^kind: ", after, re.MULTILINE)


def test_what_someone_lets_stand_is_not_mended(stock: Path) -> None:
    entry = "{rule: text/lookalike, path: 'stories/*', reason: Trích nguyên văn, who: Ban biên tập, until: 2099-01-01}"
    (stock / "stories/bo-qua.yml").write_text(f"suppressions: [{entry}]\n", encoding="utf-8")
    after = changed(stock)[HOA]
    assert "Bà Ðỗ ở Hà Nội" in after
    assert "field: y-duc" in after


def test_only_files_that_can_be_read_can_be_mended(stock: Path) -> None:
    assert mendable(load(find_root(stock))) == {HOA, "stories/tap-28/le-an.md", "editions/thu/edition.yml"}
