from __future__ import annotations

import re

from builder.site import Kit
from builder.site.paging import LINES
from builder.site.persons import person_pages
from tests.factory import story
from tests.site.conftest import MakeKit


def pages_of(kit: Kit) -> dict[str, str]:
    return {page.path: page.body for page in (pending.make() for pending in person_pages(kit))}


def test_persons_stand_under_their_given_name(make_kit: MakeKit) -> None:
    pages = pages_of(make_kit(story(), story("tap-28/an", person="Trần Văn Ân"), story("tap-28/d", person="Bùi Đức")))
    assert set(pages) == {"nhan-vat/", "nhan-vat/h/", "nhan-vat/aa/", "nhan-vat/dd/"}
    assert 'Đỗ Thị <span class="given">Hoà</span>' in pages["nhan-vat/h/"]
    assert "3 người" in pages["nhan-vat/"]


def test_namesakes_are_told_apart_by_unit_and_year(make_kit: MakeKit) -> None:
    first = story("tap-28/a", person="Nguyễn Thị Hoa", unit="Trường Ngõ Chùa")
    second = story("tap-29/a", person="Nguyễn Thị Hoa", unit="Xưởng Hoa Lộc", volume=29, year=2023)
    body = pages_of(make_kit(first, second))["nhan-vat/h/"]
    assert "Trường Ngõ Chùa, 2022" in body
    assert "Xưởng Hoa Lộc, 2023" in body


def test_an_alias_leads_to_the_page_of_the_name_used(make_kit: MakeKit) -> None:
    body = pages_of(make_kit(story(person="Thích Đàm An", honorific="Ni sư", aliases=["Nguyễn Thị Bình"])))[
        "nhan-vat/b/"
    ]
    assert 'Nguyễn Thị <span class="given">Bình</span>' in body
    assert 'xem <a href="../../nhan-vat/a/">Thích Đàm An</a>' in body


def test_collectives_and_households_are_a_group_of_their_own(make_kit: MakeKit) -> None:
    body = story("tap-28/to", person="Tổ liên gia số 3", subject="tap-the")
    pages = pages_of(make_kit(story(), body))
    assert "Tổ liên gia số 3" in pages["nhan-vat/tap-the/"]
    assert "nhan-vat/t/" not in pages
    assert "1 tập thể và gia đình" in pages["nhan-vat/"]


def test_a_full_letter_goes_on_and_its_aliases_lead_to_the_right_page(make_kit: MakeKit) -> None:
    crowd = [story(f"tap-28/x{n}", person=f"Lê Văn{n:03} Hà", unit=f"Tổ {n}") for n in range(LINES)]
    last = story("tap-28/z", person="Lê Thị Huệ", aliases=["Lê An"])
    pages = pages_of(make_kit(*crowd, last))
    assert "Huệ" in pages["nhan-vat/h/2/"]
    assert 'xem <a href="../../nhan-vat/h/2/">Lê Thị Huệ</a>' in pages["nhan-vat/a/"]


def test_a_long_letter_opens_with_its_given_names(make_kit: MakeKit) -> None:
    crowd = [story(f"tap-28/x{n}", person=f"Lê Văn{n:03} Hà", unit=f"Tổ {n}") for n in range(LINES - 1)]
    more = [story(f"tap-28/z{name}", person=f"Lê Thị {name}") for name in ("Hòa", "Hoà", "Huệ")]
    pages = pages_of(make_kit(*crowd, *more))
    for page in ("nhan-vat/h/", "nhan-vat/h/2/"):
        links = re.findall(r'<li><a href="[./]*(nhan-vat/h/[^"]*#[^"]*)">([^<]*)</a>', pages[page])
        assert [link for link, _ in links] == ["nhan-vat/h/#Hà", f"nhan-vat/h/#{links[1][1]}", "nhan-vat/h/2/#Huệ"]
        for link, _ in links:
            where, _, anchor = link.partition("#")
            assert pages[where].count(f' id="{anchor}"') == 1


def test_the_overview_names_people_or_given_names_where_there_are_many(make_kit: MakeKit) -> None:
    crowd = [story(f"tap-28/x{n}", person=f"Lê Văn{n:03} {'Hà' if n % 2 else 'Huệ'}") for n in range(30)]
    overview = pages_of(make_kit(*crowd, story("tap-28/b", person="Lê Thị Bình")))["nhan-vat/"]
    assert '<span class="letter-names">Hà, Huệ</span>' in overview
    assert '<span class="letter-names">Lê Thị Bình</span>' in overview


def test_a_short_letter_does_not(make_kit: MakeKit) -> None:
    pages = pages_of(make_kit(story(), story("tap-28/b", person="Lê Thị Huệ")))
    assert "givens" not in pages["nhan-vat/h/"]
