from dataclasses import replace

import pytest

from builder.model import Story
from builder.pipeline.bookwork import bind
from builder.pipeline.spare import FEW, ShortEnd, advice, short_ends
from tests.book.making import plan_of, stories
from tests.book.pathological import text
from tests.press.printing import kit_in

ENDS = tuple(ShortEnd(f"Bài {n}", 20 + n, 1 + n) for n in range(12))


def test_a_story_that_ends_with_few_lines_is_found_with_their_number(tmp_path_factory: pytest.TempPathFactory) -> None:
    line = "Một dòng ngắn.\n\n"
    held: list[Story] = [
        replace(told, body=line * count, author="", written_on=None)
        for told, count in zip(stories(5), (3, 14, 18, 60, 10), strict=True)
    ]
    plan = plan_of(*held, replace(held[0], id="tap-28/dai", title="Dài", body=text(900)))
    bound = bind(plan, kit_in(tmp_path_factory.mktemp("spare")))
    found = {end.title: end for end in short_ends(plan, bound)}
    assert found["Chuyện thứ 1"].lines == 5  # its opening was given more room, or there would be two
    assert found["Chuyện thứ 2"].lines == 6
    assert found["Chuyện thứ 1"].folio == bound.folios["tap-28/bai-1"] + 1
    assert not {"Chuyện thứ 0", "Chuyện thứ 3"} & set(found)
    assert all(1 <= end.lines <= FEW for end in found.values())


@pytest.mark.parametrize(("pages", "fillers"), [(64, 0), (16, 3)])
def test_without_a_signature_to_save_nothing_is_said(pages: int, fillers: int) -> None:
    assert advice(ENDS, pages, fillers, 16) == ()


def test_where_no_story_ends_shortly_the_pages_over_are_told_all_the_same() -> None:
    (line,) = advice((), 80, 14, 16)
    assert line == "Thừa 2 trang so với 4 tay; không bài nào có trang cuối chỉ vài dòng để bớt."


def test_as_many_stories_are_named_as_pages_are_over() -> None:
    assert advice(ENDS, 80, 14, 16) == (
        "Thừa 2 trang so với 4 tay; sửa ngắn 2 bài thì bớt được nhiều nhất 2 trang, vừa đủ:",
        "  bớt nhiều nhất 1 dòng ở bài “Bài 0” (trang 20)",
        "  bớt nhiều nhất 2 dòng ở bài “Bài 1” (trang 21)",
    )


def test_too_few_stories_are_said_to_be_too_few_and_many_are_not_all_named() -> None:
    head, *named = advice(ENDS[:3], 80, 12, 16)
    assert head.endswith("nhiều nhất 3 trang, chưa đủ 4 trang:")
    assert len(named) == 3
    *_, rest = advice(ENDS, 80, 2, 16)
    assert rest == "  và 2 bài nữa"
