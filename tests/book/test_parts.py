import re
from dataclasses import replace
from datetime import date

import pytest

from builder.book.colophon import colophon_chunk
from builder.book.flowers import draw_flowers, edition_flower, ornament, plate, story_flower, strike_flowers, year_round
from builder.book.front import frontispiece, occasion_lines, own_text, section_chunk, text_title, title_page
from builder.book.geometry import page_style
from builder.book.imprint import NOT_FOR_SALE, SAMPLE, imprint_chunk
from builder.book.indexes import INDEXES, IndexLine, index_chunk, index_lines
from builder.book.story import story_chunk
from builder.flower import Ink, Kind, Size, draw
from builder.model import Imprint, Inks, Occasion, PrintSpec, SectionBy
from builder.vietnamese.typo import NO_BREAK
from tests.book.making import IMPRINT, desk, edition, plan_of, stories
from tests.factory import story


def test_the_imprint_page_says_what_is_known_and_nothing_else() -> None:
    html = imprint_chunk(desk()).html.replace("\u00a0", " ")
    for line in (
        "Số xác nhận đăng ký xuất bản: 1711-2021/CXBIPH/05-130/HN",
        "ISBN: 978-604-55-9560-2",
        "In 1.516 bản, khổ 14,5 × 20,5 cm, tại Công ty cổ phần In Hà Nội",
        "Biên tập: Lê Thị B",
        "Năm xuất bản: 2024",
        "Sách không bán",
    ):
        assert line in html
    for absent in ("Giấy phép", "Quyết định", "lưu chiểu", "Địa chỉ", SAMPLE):
        assert absent not in html


def test_a_licensed_book_is_not_for_sale_whatever_its_price_says() -> None:
    imprint = replace(IMPRINT, regime="non-commercial", price="50.000 đồng", licence="12/GP")
    html = imprint_chunk(desk(imprint=imprint)).html
    assert html.count(NOT_FOR_SALE) == 1
    assert "50.000" not in html
    assert "Giấy phép xuất bản số: 12/GP" in html


def test_an_empty_imprint_still_has_title_and_format() -> None:
    html = imprint_chunk(desk(imprint=Imprint("publisher"), subtitle="", unit="")).html.replace("\u00a0", " ")
    assert html.count("<p>") == 2
    assert "Khổ 14,5 × 20,5 cm" in html


def test_a_sample_says_so_on_imprint_page_and_colophon() -> None:
    held = stories(3)
    assert SAMPLE in imprint_chunk(desk(sample=True)).html
    plan = plan_of(*held, sample=True)
    assert SAMPLE in colophon_chunk(desk(sample=True), plan).html


def test_a_name_in_quotes_is_not_broken() -> None:
    occasion = Occasion("phong trào “Người tốt, việc tốt” của Thủ đô", date(1992, 3, 28), date(2022, 10, 10))
    rows = [row.replace("\u00a0", " ") for row in occasion_lines(edition(occasion=occasion))]
    assert rows == ["Kỷ niệm 30 năm phong trào", "“Người tốt, việc tốt” của Thủ đô", "1992–2022"]


def test_the_years_of_an_occasion_are_computed() -> None:
    html = title_page(desk()).html.replace("\u00a0", " ")
    assert "Kỷ niệm 20 năm ngày thành lập quận Long Biên" in html
    assert "2003–2023" in html
    assert "Kỷ niệm" not in title_page(desk(occasion=None)).html


def test_a_series_is_named_only_where_the_title_does_not() -> None:
    assert 'class="series"' not in title_page(desk()).html
    assert 'class="series"' in title_page(desk(title="Long Biên hai mươi tuổi")).html


def test_an_own_text_has_its_heading_once_and_its_source_small() -> None:
    chunk = own_text(desk(), "loi-noi-dau", "# Lời nói đầu\n\nMột *cuốn* sách.\n\n> **Nguồn:** sổ tay.\n")
    assert chunk.html.count("Lời nói đầu") == 2
    assert chunk.head == "Lời nói đầu"
    assert "<blockquote>" in chunk.html
    assert text_title("loi-cam-on", "Không đầu đề.") == "Loi cam on"


@pytest.mark.parametrize(
    ("by", "above", "name", "facts"),
    [
        (SectionBy.DISTRICT, "Quận", "Long Biên", "2 bài · 2022"),
        (SectionBy.YEAR, "Năm", "2022", "2 bài"),
        (SectionBy.FIELD, "", "Người tốt,<br>việc tốt", "2 bài · 2022"),
    ],
)
def test_a_section_opens_with_its_name_years_and_number(by: SectionBy, above: str, name: str, facts: str) -> None:
    plan = plan_of(story("tap-28/a"), story("tap-28/b"), sections=by)
    html = section_chunk(desk(sections=by), plan.sections[0]).html
    assert f'<p class="above">{above}</p>' in html
    assert f">{name}</h1>" in html
    assert f'<p class="facts">{facts.replace(" bài", chr(160) + "bài") if chr(160) in html else facts}</p>' in html


def test_every_index_leads_to_the_folios_it_is_given() -> None:
    held = stories(6)
    folios = {told.id: 10 + 3 * n for n, told in enumerate(held)}
    for part in INDEXES:
        html = index_chunk(desk(), part, held, folios).html
        assert all(str(folio) in html for folio in folios.values()), part


def test_namesakes_are_told_apart_and_aliases_point_to_the_one_they_mean() -> None:
    held = [
        story("tap-28/a", person="Lê Văn Ưng", unit="Xã Kiêu Kỵ", aliases=["Tư Ưng"]),
        story("tap-28/b", person="Lê Văn Ưng", unit="Phường Bồ Đề"),
        story("tap-28/c", person="Thích Đàm An", aliases=["Nguyễn Thị Bình"]),
    ]
    html = index_chunk(desk(), "persons", held, {"tap-28/a": 5, "tap-28/b": 9, "tap-28/c": 12}).html
    html = html.replace(NO_BREAK, " ").replace("&nbsp;", " ")
    assert "Lê Văn Ưng<em> (Xã Kiêu Kỵ, 2022)</em>" in html
    assert "Tư Ưng,<em> xem</em> Lê Văn Ưng (Xã Kiêu Kỵ, 2022)</p>" in html
    assert "Nguyễn Thị Bình,<em> xem</em> Thích Đàm An</p>" in html


def test_lines_of_an_index_end_at_commas_and_not_within_what_is_short_between_them() -> None:
    unit = "Cơ sở lược sừng Oanh, làng Thụy Ứng, xã Hòa Bình"
    assert IndexLine(unit).bound[0] == unit.replace(" ", NO_BREAK).replace(f",{NO_BREAK}", ", ")
    assert IndexLine("", "Chợ Chèm, 2022").bound[1] == "Chợ Chèm, 2022".replace(" ", NO_BREAK)
    assert IndexLine("", "", see="Y Ê").bound[2] == f"Y{NO_BREAK}Ê"
    long = "Trường Trung học phổ thông chuyên Khoa học Xã hội và Nhân văn"
    assert IndexLine(long).bound[0] == f"{long.removesuffix(' văn')}{NO_BREAK}văn"


def test_places_are_found_under_their_name_of_then_and_of_today() -> None:
    held = [
        story("tap-28/a", ward="phuong-ngoc-lam"),
        story("tap-28/b", ward="phuong-thach-ban"),
        story("tap-32/c", district=None, ward="phuong-bo-de", year=2026, volume=32),
        story("tap-20/d", district="huyen-tu-liem", year=2010, volume=20),
        story("tap-28/e", district="quan-bac-tu-liem"),
    ]
    folios = {told.id: 5 + n for n, told in enumerate(held)}
    lines = [line.text for line, _ in index_lines("places", held, folios)]
    assert lines == [
        "Bát Tràng (xã từ 2025), xem Thạch Bàn",
        "Bắc Từ Liêm, quận 9; xem thêm Từ Liêm",
        "Bồ Đề (phường từ 2025) 7; xem thêm Ngọc Lâm",
        "Gia Lâm (xã từ 2025), xem Thạch Bàn",
        "Long Biên (phường từ 2025), xem Thạch Bàn",
        "Long Biên, quận 5, 6",
        "Ngọc Lâm, phường, quận Long Biên, nay thuộc phường Bồ Đề 5",
        "Phúc Lợi (phường từ 2025), xem Thạch Bàn",
        "Thạch Bàn, phường, quận Long Biên, nay thuộc phường Phúc Lợi, phường Long Biên, xã Gia Lâm và xã Bát Tràng 6",
        "Từ Liêm (huyện đến 2014) 8",
    ]


def test_awards_stand_under_their_level_with_year_and_authors_by_name() -> None:
    held = [
        story("tap-28/a", person="Lê Văn An", author="Trần Thị Ban"),
        story("tap-28/b", person="Đỗ Hoa", award_level="nha-nuoc", author="Lê Ái"),
        story("tap-28/c", person="Đỗ Cúc", author=None),
    ]
    folios = {told.id: 5 + n for n, told in enumerate(held)}
    assert [line.text for line, _ in index_lines("awards", held, folios)] == [
        "Đỗ Hoa (2022) 6",
        "Lê Văn An (2022) 5",
        "Đỗ Cúc (2022) 7",
    ]
    assert [line.text for line, _ in index_lines("authors", held, folios)] == ["Lê Ái 6", "Trần Thị Ban 5"]


def test_an_office_that_signs_stands_under_its_first_word() -> None:
    signed = ("Ban Biên tập Bản tin", "Trần Thị Ba", "Hội Người cao tuổi", "Lê Ân và Đỗ Bích", "Lê Bốn (sưu tầm)")
    held = [story(f"tap-28/{n}", author=author) for n, author in enumerate(signed)]
    groups = INDEXES["authors"].divisions[0][1](held)
    assert [(group.heading, [entry.name for entry in group.entries]) for group in groups] == [
        ("B", ["Trần Thị Ba", "Ban Biên tập Bản tin", "Lê Ân và Đỗ Bích", "Lê Bốn (sưu tầm)"]),
        ("H", ["Hội Người cao tuổi"]),
    ]


def test_no_line_of_the_colophon_ends_within_the_name_of_a_flower() -> None:
    held = [story(f"tap-28/{month}", written_on=f"2022-{month:02}-05") for month in range(1, 13)]
    html = colophon_chunk(desk(), plan_of(*held)).html
    assert f"thạch{NO_BREAK}thảo, sữa, cúc{NO_BREAK}họa{NO_BREAK}mi" in html


def test_collectives_follow_the_persons_without_saying_their_name_twice() -> None:
    held = [story(), story("tap-28/doi", person="Đội cứu hộ", unit="Đội cứu hộ, bến Chèm", subject="tap-the")]
    html = index_chunk(desk(), "persons", held, {held[0].id: 5, held[1].id: 9}).html
    assert "<h2>Tập thể, hộ gia đình</h2>" in html
    assert f"Đội{NO_BREAK}cứu{NO_BREAK}hộ,<em> bến{NO_BREAK}Chèm</em>" in html


def test_flowers_are_named_in_a_chunk_and_drawn_when_it_is_set() -> None:
    told = story()
    named = f"<div>{story_flower(told, Ink.PRESS)}</div>"
    drawn = draw_flowers(named)
    assert "data-flower" in named
    assert "data-flower" not in drawn
    assert drawn.count("<svg") == 1
    paths = re.compile(r' d="[^"]*"')
    whole = draw(Kind.SEN, 'a"b', size=Size.PLATE, ink=Ink.PRESS)
    assert paths.findall(draw_flowers(str(plate(Kind.SEN, 'a"b', Ink.PRESS)))) == paths.findall(whole)
    assert "currentColor" not in draw_flowers(str(ornament(Kind.SEN, "x")))


@pytest.mark.parametrize("kind", list(Kind))
def test_no_line_of_a_flower_is_too_thin_for_a_press(kind: Kind) -> None:
    for named, points in (
        (story_flower(story(), Ink.PRESS), 175.2),
        (plate(kind, "a", Ink.PRESS), 370),
        (ornament(kind, "a"), 31),
    ):
        drawn = draw_flowers(str(named))
        height = int(drawn.split('viewBox="0 0 ')[1].split('"')[0].split()[1])
        widths = [int(width) for width in re.findall(r'stroke-width="(\d+)"', drawn)]
        assert min(widths) * points / height >= 0.25
        thirds = [int(width) for width in re.findall(r"^(\d+) w$", strike_flowers(str(named)), re.MULTILINE)]
        assert min(thirds) == 3 * min(widths)


def test_a_book_of_one_ink_has_black_flowers_and_a_black_accent() -> None:
    black = PrintSpec(inks=Inks.BLACK)
    chunks = [story_chunk(desk(print=black), story()), frontispiece(desk(print=black))]
    for chunk in chunks:
        inks = re.findall(r"device-cmyk\(([^)]*)\)", draw_flowers(chunk.html))
        assert inks
        assert all(ink.startswith("0 0 0 ") for ink in inks)
    assert "--accent: device-cmyk(0 0 0 0.75)" in page_style(edition(print=black))
    plan = plan_of(story(), print=black)
    assert "xám" in colophon_chunk(desk(print=black), plan).html


def test_a_book_has_the_flower_of_the_month_it_celebrates() -> None:
    march = Occasion("ngày ấy", date(2000, 3, 1), date(2020, 3, 1))
    assert edition_flower(edition(occasion=march)) is Kind.SUA
    assert edition_flower(edition(occasion=None)) is edition_flower(edition(occasion=None))


@pytest.mark.parametrize("first", list(Kind))
def test_a_year_goes_round_once_and_ends_where_it_began(first: Kind) -> None:
    months = year_round(first)
    assert {kind for _, kind, _ in months} == set(Kind)
    assert months[-1][1] is first
