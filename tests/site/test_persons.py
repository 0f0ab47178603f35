from __future__ import annotations

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
