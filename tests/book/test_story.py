from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builder.book import ChunkKind
from builder.book.story import award_line, person_line, place_line, place_rows, story_chunk
from builder.model import Award, Photo
from builder.vocabulary import load_vocabulary
from tests.book.making import desk
from tests.factory import story

GOLDEN = Path(__file__).parent / "golden"
AWARDS = load_vocabulary().awards


def test_a_story_is_set_as_the_golden_page_says() -> None:
    told = replace(
        story(
            "tap-28/do-thi-hoa",
            body="“Nước trong là *được*”, bà bảo.\n\n![](tap-28/gieng.jpg)\n\nNăm 1992 - 2022, cả ngõ dùng chung.\n",
            honorific="Bà",
            author="Trần Văn Nam",
            written_on="2022-03-05",
            sample=True,
        ),
        awards=(Award(AWARDS["bang-khen-chu-tich-tp"], "12/QĐ-UBND", date(2022, 10, 5)),),
        photos=(
            Photo("tap-28/gieng.jpg", "Cái giếng", "Giếng đầu ngõ.", "Lê Minh"),
            Photo("tap-28/ngo.jpg", "Cái ngõ"),
        ),
    )
    chunk = story_chunk(desk(), told)
    assert chunk.html == (GOLDEN / "story.html").read_text(encoding="utf-8")
    assert (chunk.id, chunk.kind, chunk.head) == ("story/tap-28/do-thi-hoa", ChunkKind.STORY, "Giếng nước đầu ngõ")
    assert [picture.url for picture in chunk.pictures] == ["photo:tap-28/gieng.jpg", "photo:tap-28/ngo.jpg"]


def test_a_portrait_takes_the_place_of_the_flower() -> None:
    told = replace(story(), photos=(Photo("chân dung.jpg", "Bà cụ", portrait=True),))
    html = story_chunk(desk(), told).html
    assert 'src="photo:ch%C3%A2n%20dung.jpg"' in html
    assert "data-flower" not in html
    assert "<figure" not in html


def test_markup_in_a_title_or_a_name_is_text() -> None:
    html = story_chunk(desk(), story(title="Hai <b>lần</b> & một", person="Lê <i>A</i>")).html
    assert "Hai &lt;b&gt;lần&lt;/b&gt; &amp; một" in html
    assert "<i>" not in html


@pytest.mark.parametrize(
    ("body", "capped"),
    [
        ("Bà ra giếng. " * 12, True),
        ("“Thôi”, bà bảo. " * 12, True),
        ("– Ai đấy? " * 18, False),
        ("- một\n" * 30, False),
        ("Bà ra giếng. " * 8, False),
        ("Quê ngoại xa. " * 12, False),
        ("Quê ngoại xa. " * 16, True),
    ],
)
def test_a_large_initial_opens_a_paragraph_long_enough_to_pass_it(body: str, *, capped: bool) -> None:
    html = story_chunk(desk(), story(body=body + "\n\nHết.\n")).html
    assert ('class="cap' in html) is capped


def test_the_place_is_said_once() -> None:
    told = story(unit="Trường THCS Bồ Đề, quận Long Biên", position="Giáo viên")
    assert place_line(replace(told, position="Giáo viên")) == "Giáo viên, Trường THCS Bồ Đề, quận Long Biên"
    assert place_line(story()) == "Tổ dân phố số 6, quận Long Biên"
    assert place_line(story(person="Tổ dân phố số 6")) == "quận Long Biên"


def test_a_long_place_is_broken_at_its_commas() -> None:
    told = "Công nhân thoát nước, đã nghỉ hưu, Tổ dân phố số 13, phường Ngọc Lâm, quận Long Biên"
    rows = [row.replace("\u00a0", " ") for row in place_rows(told, 75)]
    assert rows == ["Công nhân thoát nước, đã nghỉ hưu,", "Tổ dân phố số 13, phường Ngọc Lâm, quận Long Biên"]
    assert len(place_rows("Thợ khóa, quận Long Biên", 75)) == 1


def test_an_honorific_stands_before_the_name() -> None:
    assert person_line(story(honorific="Nghệ nhân Ưu tú")) == "Nghệ nhân Ưu tú Đỗ Thị Hoà"
    assert person_line(story()) == "Đỗ Thị Hoà"


def test_an_award_is_told_with_its_decision_and_day() -> None:
    kind = AWARDS["bang-khen-chu-tich-tp"]
    assert award_line(Award(kind)) == "Bằng khen của Chủ tịch UBND Thành phố"
    told = award_line(Award(kind, "12/QĐ-UBND", date(2022, 10, 5)))
    assert told.replace("\u00a0", " ") == f"{kind.label}, Quyết định số 12/QĐ-UBND, 05/10/2022"


def test_no_award_yet_is_not_printed_as_one() -> None:
    told = replace(story(), awards=(Award(AWARDS["chua-khen"]),))
    assert "Chưa được khen" not in story_chunk(desk(), told).html
