from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

import pytest

from builder.book.cover import CoverSheet, SpineText, blurb, cover_sheet, cover_title, spine_text
from builder.book.cover_geometry import CoverGeometry, cover_geometry, spine_width
from builder.book.flowers import draw_flowers, edition_flower
from builder.book.imprint import NOT_FOR_SALE, SAMPLE
from builder.flower import Kind
from builder.manuscript.edition_schema import FlowerCode
from builder.model import Binding, BuilderError, Cover, Length, PrintSpec, Trim
from tests.book.making import IMPRINT, desk, edition, plan_of, stories

SPEC = PrintSpec(paper_gsm=80, paper_bulk=1.25)
LICENSED = replace(IMPRINT, regime="non-commercial", publisher="UBND quận Long Biên", licence="12/GP", isbn="")


def ems(text: str) -> float:
    """A face in which every letter is half as wide as high."""
    return len(text) / 2


def sheet(pages: int = 400, address: str = "", **changes: Any) -> CoverSheet:
    """The cover of a book of three stories."""
    values: dict[str, Any] = {"print": SPEC} | changes
    plan = plan_of(*stories(3), **values)
    return cover_sheet(desk(**values), plan, cover_geometry(plan.edition, pages), address, ems)


def words(made: CoverSheet) -> str:
    """The HTML of a cover with plain spaces."""
    return made.chunk.html.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("pages", "gsm", "bulk", "mm"),
    [(120, 70, 1.3, 6.3), (400, 70, 1.3, 19.0), (600, 70, 1.3, 28.1), (400, 80, 1.25, 20.8), (600, 80, 1.25, 30.8)],
)
def test_the_spine_is_as_thick_as_the_leaves_the_card_and_the_glue(
    pages: int, gsm: float, bulk: float, mm: float
) -> None:
    assert spine_width(PrintSpec(paper_gsm=gsm, paper_bulk=bulk), pages) == Length(mm)


def test_a_stapled_book_has_no_spine_and_one_fold() -> None:
    stapled = edition(print=replace(SPEC, binding=Binding.STAPLED))
    geometry = cover_geometry(stapled, 48)
    assert geometry.spine == Length(0)
    assert geometry.sheet == Trim(Length(290), Length(205))
    assert geometry.folds == (Length(145),)
    assert spine_text(stapled, geometry, ems) == SpineText()


def test_back_spine_and_front_lie_side_by_side() -> None:
    geometry = CoverGeometry(Trim(Length(145), Length(205)), Length(20), Length(3))
    assert geometry.sheet == Trim(Length(310), Length(205))
    assert geometry.front == Length(165)
    assert geometry.folds == (Length(145), Length(165))


@pytest.mark.parametrize(("spine", "lettered"), [(4.4, False), (4.5, True), (30, True)])
def test_a_narrow_spine_bears_no_words_and_says_so(spine: float, lettered: bool) -> None:  # noqa: FBT001
    geometry = CoverGeometry(Trim(Length(145), Length(205)), Length(spine), Length(3))
    told = spine_text(edition(), geometry, ems)
    assert bool(told.text) is lettered
    assert bool(told.reason) is not lettered
    if lettered:
        assert 6 <= told.size <= 12
        assert Length.from_pt(told.size * 1.3).mm + 1.6 <= spine
    else:
        assert told.reason == "Gáy rộng 4,4 mm, hẹp hơn 4,5 mm: bỏ chữ trên gáy."


def test_a_long_line_on_the_spine_gets_smaller_and_in_the_end_is_left_off() -> None:
    geometry = CoverGeometry(Trim(Length(145), Length(205)), Length(20), Length(3))
    run = geometry.spine_run.pt
    sizes = [spine_text(edition(cover=Cover(spine="x" * n)), geometry, ems) for n in (20, 120, 170, 180)]
    assert [told.size for told in sizes[:2]] == [12, int(run / 60 * 10) / 10]
    assert 6 <= sizes[2].size < sizes[1].size
    assert sizes[3].text == ""
    assert "cover.spine" in sizes[3].reason


@pytest.mark.parametrize(
    ("title", "lines", "long"),
    [
        ("Những bông hoa đẹp", ("Những", "bông hoa đẹp"), False),
        ("Long Biên hai mươi tuổi", ("Long Biên", "hai mươi tuổi"), False),
        ("Hoa", ("Hoa",), False),
        ("Người tốt, việc tốt trên đất Hà Nội", ("Người tốt, việc", "tốt trên đất Hà Nội"), True),
    ],
)
def test_titles_are_filled_from_the_last_line_up(title: str, lines: tuple[str, ...], long: bool) -> None:  # noqa: FBT001
    assert cover_title(title) == (lines, long)


def test_a_plain_edition_gets_a_whole_cover() -> None:
    html = words(sheet())
    for told in ("Quận Long Biên", "Tập 28", "Nhà xuất bản Hà Nội · 2024", "Sách không bán", "ISBN 978-604-55-9560-2"):
        assert told in html
    assert html.count("<svg") == 3
    assert "Mỗi người một bông hoa." in html
    assert "Nguyễn Thị An" in html


def test_a_licensed_book_names_its_licence_and_is_not_for_sale() -> None:
    made = sheet(imprint=replace(LICENSED, price="50.000 đồng"))
    html = words(made)
    assert html.count(NOT_FOR_SALE) == 1
    assert "Giấy phép xuất bản số: 12/GP" in html
    assert "50.000" not in html
    assert "ISBN" not in html
    assert not any("ISBN" in message for message in made.messages)


def test_a_publisher_s_book_without_isbn_says_that_bars_are_missing() -> None:
    made = sheet(imprint=replace(IMPRINT, isbn=""))
    assert "Chưa có ISBN: bìa không có mã vạch." in made.messages
    assert 'class="bars"' not in made.chunk.html


def test_a_wrong_isbn_makes_no_cover() -> None:
    with pytest.raises(BuilderError, match="tính ra phải là 2"):
        sheet(imprint=replace(IMPRINT, isbn="978-604-55-9560-3"))


def test_without_an_address_there_is_no_qr_code_and_a_message_says_so() -> None:
    assert any("không có mã QR" in message for message in sheet().messages)
    made = sheet(address="https://example.org/sach/tap-28/")
    assert not any("QR" in message for message in made.messages)
    assert "<br>example.org/sach/tap-28</p>" in made.chunk.html


def test_paper_nobody_has_told_is_named_with_what_is_taken_for_it() -> None:
    (message,) = sheet(print=PrintSpec(paper_gsm=70), address="https://a.vn/").messages
    assert "70 g/m², độ xốp 1,25 cm³/g" in message
    assert sheet(address="https://a.vn/").messages == ()


def test_an_edition_s_own_words_stand_on_the_back() -> None:
    plan = plan_of(*stories(3), cover=Cover(blurb="Một đoạn dài\nhai dòng.\n\nĐoạn nữa."))
    assert blurb(plan) == ("Một đoạn dài\u00a0hai\u00a0dòng.", "Đoạn\u00a0nữa.")


def test_names_leave_room_for_the_codes_below_them() -> None:
    crowd = [replace(story, person=f"Nguyễn Thị Số {n}") for n, story in enumerate(stories(18))]
    plan = plan_of(*crowd, imprint=replace(IMPRINT, isbn=""))
    geometry = cover_geometry(plan.edition, 80)
    alone, beside = (cover_sheet(desk(), plan, geometry, address, ems) for address in ("", "https://a.vn/"))
    assert 'class="people"' in alone.chunk.html
    assert 'class="people two"' in beside.chunk.html


def test_a_sample_says_so_on_its_back() -> None:
    assert SAMPLE in sheet(sample=True).chunk.html
    assert SAMPLE not in sheet().chunk.html


def test_the_book_s_flower_may_be_named() -> None:
    assert edition_flower(edition(cover=Cover(flower="sen"))) is Kind.SEN
    assert edition_flower(edition()) is Kind.CUC_HOA_MI
    assert 'data-flower="sen"' in sheet(cover=Cover(flower="sen")).chunk.html


def test_lines_of_a_smaller_plate_are_as_thick_as_a_press_can_hold() -> None:
    html = draw_flowers(sheet(cover=Cover(flower="hoang-lan")).chunk.html)
    drawing = html.partition('class="front-plate')[2].partition("</svg>")[0]
    high = re.search(r'viewBox="0 0 \d+ (\d+)"', drawing)
    assert high is not None
    thinnest = min(int(width) for width in re.findall(r'stroke-width="(\d+)"', drawing))
    assert thinnest / int(high[1]) * 0.52 * Length(205).pt >= 0.25


def test_the_schema_names_every_flower() -> None:
    assert get_args(FlowerCode) == tuple(kind.value for kind in Kind)


def test_words_longer_than_the_back_make_no_cover() -> None:
    small = replace(SPEC, trim=Trim(Length(105), Length(148)))
    words = Cover(blurb="Người tốt, việc tốt. " * 30)
    with pytest.raises(BuilderError, match="Lời bìa 4"):
        sheet(print=small, cover=words, address="https://a.vn/")
    assert sheet(cover=words, address="https://a.vn/").chunk.html


def test_a_narrow_book_has_no_qr_code_and_says_why() -> None:
    made = sheet(print=replace(SPEC, trim=Trim(Length(90), Length(130))), address="https://a.vn/")
    assert 'class="qr"' not in made.chunk.html
    assert any("hẹp hơn 100 mm" in message for message in made.messages)
