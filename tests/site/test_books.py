from __future__ import annotations

import pytest

from builder.catalogue import Library
from builder.edition import BookPlan, plan
from builder.manuscript import edition_from, read_yaml
from builder.site import Download
from builder.site.books import book_pages, cover_of
from builder.vietnamese.numbers import file_size
from tests.factory import story
from tests.site.conftest import MakeKit

STORIES = (story(), story("tap-28/b", person="Lê Bình", district="quan-ba-dinh", title="Tiếng chuông"))
TEXT = """
title: Những bông hoa đẹp
subtitle: Quận Long Biên – Hai mươi năm
kind: anniversary
unit: Quận Long Biên
occasion: {name: ngày thành lập quận, anchor: 2003-11-06, on: 2023-11-06}
select: {volumes: [28]}
sections: district
accent: jade
imprint: {regime: non-commercial}
"""


def book(text: str = TEXT) -> BookPlan:
    read = edition_from(read_yaml("editions/x/edition.yml", text.encode()), "x", {})
    assert read.edition is not None, read.issues
    return plan(read.edition, Library.of(STORIES))


@pytest.mark.parametrize(
    ("size", "label"),
    [(1, "1 KB"), (52_400, "52 KB"), (999_999, "1000 KB"), (3_440_000, "3,4 MB"), (48_000_000, "48,0 MB")],
)
def test_a_download_tells_its_size(size: int, label: str) -> None:
    assert file_size(size) == label


def test_the_years_are_counted_once() -> None:
    assert cover_of(book()).occasion == "20 năm ngày thành lập quận"
    counted = TEXT.replace("name: ngày thành lập quận", "name: 20 năm quận mới")
    assert cover_of(book(counted)).occasion == "20 năm quận mới"


def test_the_dash_of_a_title_never_begins_a_line() -> None:
    assert cover_of(book()).subtitle == "Quận Long Biên\u00a0– Hai mươi năm"


def test_a_book_lists_its_stories_by_section_and_its_files(make_kit: MakeKit) -> None:
    kit = make_kit(*STORIES, plans=(book(),), downloads={"x": (Download("Sách PDF", "sach/x/x.pdf", 3_440_000),)})
    pages = {page.path: page.body for page in book_pages(kit)}
    assert set(pages) == {"sach/", "sach/x/"}
    body = pages["sach/x/"]
    assert body.index("Quận Ba Đình") < body.index("Tiếng chuông") < body.index("Giếng nước đầu ngõ")
    assert '<a href="../../sach/x/x.pdf" download>Sách PDF</a> <span class="file-size">3,4 MB</span>' in body
    assert "cover-jade" in pages["sach/"]


def test_a_book_that_is_not_made_yet_has_no_downloads(make_kit: MakeKit) -> None:
    body = [page.body for page in book_pages(make_kit(*STORIES, plans=(book(),)))][1]
    assert 'class="downloads"' not in body
