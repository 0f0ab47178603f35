from pathlib import Path

import pytest

from builder.model import BuilderError, Severity
from builder.pipeline import Stage, load, plan_book, plan_books
from builder.workspace import find_root
from tests.factory import REPOSITORY, make_root, story_text

STORIES = {
    "tap-28/do-thi-hoa.md": story_text(),
    "tap-28/le-an.md": story_text(person="Lê An", title="Hai"),
    "tap-28/le-binh.md": story_text(person="Lê Bình", title="Ba", status="withdrawn"),
    "tap-28/le-cuc.md": story_text(person="Lê Cúc", title="Bốn", status="draft"),
    "tap-28/le-dung.md": story_text(person="Lê Dung", title="Năm", field="khong-co"),
    "tap-28/le-en.md": "không có phần khai báo",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path, STORIES)


def test_every_story_is_counted_once_with_where_it_went(root: Path) -> None:
    workshop = load(find_root(root))
    assert workshop.counts.line == "6 bài trong kho, 2 trên trang, 1 rút lại, 1 bản nháp, 2 có lỗi, chưa đăng"
    assert [story.person for story in workshop.library.stories] == ["Lê An", "Đỗ Thị Hoà"]


def test_a_draft_build_shows_drafts_but_nothing_withdrawn_or_faulty(root: Path) -> None:
    workshop = load(find_root(root), stage=Stage.DRAFT)
    assert [story.person for story in workshop.library.stories] == ["Lê An", "Lê Cúc", "Đỗ Thị Hoà"]


def test_a_file_that_cannot_be_read_gives_one_finding(root: Path) -> None:
    found = [f for f in load(find_root(root)).findings if f.path == "stories/tap-28/le-en.md"]
    assert [f.severity for f in found] == [Severity.ERROR]


def write_edition(root: Path, text: str) -> None:
    folder = root / "editions" / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(text, encoding="utf-8")


EDITION = "title: Thử\nkind: special\nselect: {volumes: [28]}\nimprint: {regime: non-commercial}\n"


def test_a_book_takes_only_published_stories(root: Path) -> None:
    write_edition(root, EDITION)
    assert [s.person for s in plan_book(load(find_root(root)), "thu").stories] == ["Lê An", "Đỗ Thị Hoà"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (EDITION + "colour: red\n", "editions/thu/edition.yml:5"),
        (EDITION.replace("[28]", "[27]"), "không chọn được bài nào"),
        (EDITION.replace("volumes: [28]", "districts: [quan-long-bin]"), "quan-long-bin"),
    ],
)
def test_a_faulty_edition_stops_the_book_and_says_where(root: Path, text: str, said: str) -> None:
    write_edition(root, text)
    with pytest.raises(BuilderError, match=said):
        plan_books(load(find_root(root)))


def test_the_samples_are_clean_complete_and_marked() -> None:
    workshop = load(find_root(REPOSITORY))
    assert [f for f in workshop.findings if f.severity is Severity.ERROR] == []
    stories = workshop.library.stories
    assert len(stories) == workshop.counts.total - workshop.counts.withdrawn >= 48
    assert all(story.sample for story in stories)
    assert workshop.counts.withdrawn == 1


def test_the_samples_are_spread_as_a_real_stock_would_be() -> None:
    stories = load(find_root(REPOSITORY)).library.stories
    districts = {story.place.district.code for story in stories if story.place.district}
    assert len(districts) >= 14
    assert {"thi-xa-son-tay", "quan-ba-dinh"} <= districts
    long_bien = [s for s in stories if s.place.district and s.place.district.code == "quan-long-bien"]
    assert len(long_bien) >= 10
    assert {story.year for story in long_bien} >= {2004, 2023}
    assert len([s for s in stories if s.place.district is None]) >= 3
    assert len({story.field.code for story in stories}) >= 10
    assert len({story.award_level.code for story in stories}) == 5
    assert {story.subject.value for story in stories} == {"ca-nhan", "tap-the", "ho-gia-dinh"}


def test_the_three_books_hold_every_story_of_theirs_once() -> None:
    workshop = load(find_root(REPOSITORY))
    plans = {plan.edition.id: plan for plan in plan_books(workshop)}
    assert set(plans) == {"tap-28", "tap-29", "long-bien-20-nam"}
    for number in (28, 29):
        expected = {s.id for s in workshop.library.stories if s.volume.number == number}
        assert {s.id for s in plans[f"tap-{number}"].stories} == expected
        assert len(plans[f"tap-{number}"].stories) == len(expected)
    anniversary = plans["long-bien-20-nam"].edition.occasion
    assert anniversary is not None
    assert anniversary.years == 20
