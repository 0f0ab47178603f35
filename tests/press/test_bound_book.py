"""A whole book, bound once and looked at by witnesses that had no part in making it: poppler and Ghostscript."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from builder.model import BuilderError
from builder.pipeline.bookwork import bind
from builder.press.leaf import leaf_key
from builder.render import plain_text
from builder.vietnamese.typo import typeset
from tests.book.making import plan_of
from tests.press.making import Memory
from tests.press.printing import Print, body, run, words


def test_every_story_opens_where_the_book_says(printed: Print) -> None:
    for story in printed.plan.stories:
        page = words(printed.pages[printed.bound.folios[story.id] - 1])
        assert words(typeset(story.title)) in page
        assert words(story.person) in page
        assert words(plain_text(story.body).split("\n")[0])[1:40] in page


def test_contents_name_the_pages_on_which_stories_open(printed: Print) -> None:
    contents = words("".join(page for page in printed.pages[:12] if ". . ." in page or "......" in words(page)))
    for story in printed.plan.stories:
        line = re.search(re.escape(words(typeset(story.title)) + words(story.person)) + r"\.+(\d+)", contents)
        assert line is not None, story.title
        assert int(line[1]) == printed.bound.folios[story.id]


def test_indexes_name_the_pages_on_which_stories_open(printed: Print) -> None:
    opening = next(
        n for n, page in enumerate(printed.pages) if "Bảng tra đơn vị" in page and "....." not in words(page)
    )
    index = run("pdftotext", "-f", opening + 1, "-l", opening + 1, printed.path, "-")
    for story in printed.plan.stories:
        line = re.search(re.escape(story.unit) + r"\s+(\d+)$", index.replace("\u00a0", " "), re.MULTILINE)
        assert line is not None, story.unit
        assert int(line[1]) == printed.bound.folios[story.id]


def test_every_word_of_every_story_is_printed_letter_by_letter(printed: Print) -> None:
    text = run("pdftotext", printed.path, "-")
    assert unicodedata.is_normalized("NFC", text)
    for story in printed.plan.stories:
        start = printed.bound.folios[story.id]
        told = words(run("pdftotext", "-f", start, "-l", start + 16, printed.path, "-"))
        for paragraph in plain_text(story.body).split("\n"):
            for sentence in re.split(r"(?<=[.;])\s", paragraph)[1:3]:
                assert words(typeset(sentence))[:24] in told, (story.id, sentence)


def test_folios_stand_at_the_outer_foot_of_reading_pages(printed: Print) -> None:
    page_words = words_by_page(printed.path)
    seen = 0
    for folio, found in page_words.items():
        below = [(left, right) for left, right, top, word in found if top > 545 and word == str(folio)]
        if not below:
            continue
        seen += 1
        left, right = below[0]
        if folio % 2:
            assert right == pytest.approx(8.504 + (145 - 16) * 72 / 25.4, abs=0.6)
        else:
            assert left == pytest.approx(8.504 + 16 * 72 / 25.4, abs=0.6)
    assert seen >= sum(1 for page in printed.pages if len(page.split()) > 150)


def test_text_blocks_of_versos_stand_nearer_to_the_fore_edge(printed: Print) -> None:
    lefts: dict[int, set[int]] = {0: set(), 1: set()}
    for folio, found in words_by_page(printed.path).items():
        body_lefts = [left for left, _, top, _ in found if 70 < top < 520]
        if len(found) > 200:
            lefts[folio % 2].add(round(min(body_lefts)))
    assert lefts == {0: {54}, 1: {65}}


def words_by_page(path: Path) -> Mapping[int, list[tuple[float, float, float, str]]]:
    """Words of each page with their left, right and top in points from the corner of the sheet."""
    found: dict[int, list[tuple[float, float, float, str]]] = {}
    pattern = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')
    for number, page in enumerate(run("pdftotext", "-bbox", path, "-").split("<page ")[1:], start=1):
        found[number] = [(float(m[1]), float(m[3]), float(m[2]), m[4]) for m in pattern.finditer(page)]
    return found


def test_running_heads_name_the_book_on_the_left_and_the_story_on_the_right(printed: Print) -> None:
    start = printed.bound.folios["tap-28/bai-3"]
    assert printed.plan.stories
    for folio in range(start + 1, start + 6):
        head = printed.pages[folio - 1].strip().split("\n")[0].strip()
        assert head == ("Chuyện thứ 3" if folio % 2 else "Những bông hoa đẹp · Tập 28")
    assert "Tập 28" not in printed.pages[start - 1].split("\n")[0]


def test_only_our_fonts_are_in_it_all_embedded_and_each_once(printed: Print) -> None:
    rows = [line.split() for line in run("pdffonts", printed.path).splitlines()[2:]]
    names = [row[0].split("+")[1] for row in rows]
    assert len(names) == len(set(names))
    assert all(name.startswith(("Literata-", "BeVietnamPro-")) for name in names)
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_all_pages_have_the_same_exact_boxes(printed: Print) -> None:
    told = run("pdfinfo", "-box", "-f", 1, "-l", printed.bound.pages, printed.path)
    boxes = {
        tuple(line.split()[2:]) for line in told.splitlines() if re.match(r"Page +\d+ (Media|Bleed|Trim)Box", line)
    }
    assert boxes == {
        ("MediaBox:", "0.00", "0.00", "428.03", "598.11"),
        ("BleedBox:", "0.00", "0.00", "428.03", "598.11"),
        ("TrimBox:", "8.50", "8.50", "419.53", "589.61"),
    }
    assert printed.bound.pages % 8 == 0
    assert "Những bông hoa đẹp" in told


def test_no_colour_but_ink_is_used_and_nothing_shines_through(printed: Print) -> None:
    with pikepdf.Pdf.open(printed.path) as pdf:
        for page in pdf.pages:
            used = {str(step.operator) for step in pikepdf.parse_content_stream(page)}
            assert used.isdisjoint({"rg", "RG", "sh"})
            assert "/Annots" not in page.obj
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Image:
                assert thing.ColorSpace == pikepdf.Name.DeviceCMYK
                assert "/SMask" not in thing
                assert thing.get("/Interpolate", False) is False
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                assert "/Group" not in thing
                assert float(thing.get("/ca", 1)) == 1.0
        assert "/JavaScript" not in pdf.Root.get("/Names", pikepdf.Dictionary())


def test_running_text_is_black_alone(printed: Print) -> None:
    start = printed.bound.folios["tap-28/bai-3"]
    inks = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov", "-o", "-",
               f"-dFirstPage={start + 1}", f"-dLastPage={start + 4}", printed.path)  # fmt: skip
    for line in inks.splitlines():
        cyan, magenta, yellow, black = (float(part) for part in line.split()[:4])
        assert cyan == magenta == yellow == 0
        assert black > 0.03


def test_photos_are_printed_at_their_slot_in_four_inks_without_profiles(printed: Print) -> None:
    rows = [line.split() for line in run("pdfimages", "-list", printed.path).splitlines()[2:]]
    assert len(rows) == 3
    for row in rows:
        assert row[5:9] == ["cmyk", "4", "8", "jpeg"]
        assert 298 <= int(row[12]) <= 302


def test_no_page_is_left_blank_by_accident(printed: Print) -> None:
    inks = run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov", "-r20", "-o", "-", printed.path)
    assert all(sum(map(float, line.split()[:4])) > 0 for line in inks.splitlines())
    assert len(inks.splitlines()) == printed.bound.pages


def test_stories_of_every_length_end_with_their_author(printed: Print) -> None:
    for story in printed.plan.stories:
        following = [folio for folio in printed.bound.folios.values() if folio > printed.bound.folios[story.id]]
        last = min(following, default=printed.bound.pages)
        told = printed.pages[printed.bound.folios[story.id] - 1 : last - 1]
        assert any("Trần Văn Nam" in page and "05 tháng 3 năm 2022" in page.replace("\u00a0", " ") for page in told)


def test_the_same_book_is_the_same_bytes_with_and_without_a_store(printed: Print) -> None:
    assert bind(printed.plan, printed.kit).pdf == printed.bound.pdf
    fresh = replace(printed.kit, store=Memory(), workers=1)
    short = plan_of(*printed.plan.stories[:2])
    assert bind(short, fresh).pdf == bind(short, printed.kit).pdf


def test_one_changed_story_sets_that_story_and_what_counts_pages(printed: Print) -> None:
    store = printed.kit.store
    assert isinstance(store, Memory)
    before = documents(store)
    changed = [replace(s, body=body(700)) if s.id == "tap-28/bai-2" else s for s in printed.plan.stories]
    bind(plan_of(*changed), printed.kit)
    # the story; contents and two indexes, in as many rounds as it took; plates and ornaments the new length asks for
    assert 1 <= len(documents(store) - before) <= 10


def documents(store: Memory) -> set[bytes]:
    return {key for key in store if key.startswith(leaf_key(b""))}


def test_a_book_whose_pages_lost_something_is_not_made(printed: Print) -> None:
    kit = replace(printed.kit, style=f"{printed.kit.style}\n.story .person {{ display: none }}")
    with pytest.raises(BuilderError, match=r"Chuyện thứ 0.*không có tên người"):
        bind(plan_of(*printed.plan.stories[:1]), kit)
