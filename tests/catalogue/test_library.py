from builder.model import Subject
from tests.factory import library, story


def people(*names: str) -> list[str]:
    held = library(*(story(f"tap-28/x{n}", person=name) for n, name in enumerate(names)))
    return [entry.name for group in held.persons for entry in group.entries]


def test_persons_stand_by_given_name_then_surname_then_middle() -> None:
    assert people("Vũ Thị Ích", "Nguyễn Văn An", "Lê Văn An", "Lê Thị An", "Trần Văn Ân", "Đặng Thị Ăn") == [
        "Lê Thị An",
        "Lê Văn An",
        "Nguyễn Văn An",
        "Đặng Thị Ăn",
        "Trần Văn Ân",
        "Vũ Thị Ích",
    ]


def test_headings_are_letters_of_the_vietnamese_alphabet_in_its_order() -> None:
    names = ["Ơn", "Oanh", "Ông", "Đào", "Dung", "Ân", "An"]
    held = library(*(story(f"tap-28/x{n}", person=f"Lê Thị {name}") for n, name in enumerate(names)))
    assert [group.heading for group in held.persons] == ["A", "Â", "D", "Đ", "O", "Ô", "Ơ"]


def test_namesakes_are_told_apart_by_unit_and_year_and_others_carry_no_detail() -> None:
    held = library(
        story("tap-28/a", person="Nguyễn Thị Hoa", unit="Trường Tiểu học Sao Mai"),
        story("tap-29/b", person="Nguyễn Thị Hoa", unit="Hợp tác xã Kiêu Kỵ", year=2023, volume=29),
        story("tap-28/c", person="Lê Văn Hoa"),
    )
    entries = [entry for group in held.persons for entry in group.entries]
    assert [(entry.name, entry.detail) for entry in entries] == [
        ("Lê Văn Hoa", ""),
        ("Nguyễn Thị Hoa", "Hợp tác xã Kiêu Kỵ, 2023"),
        ("Nguyễn Thị Hoa", "Trường Tiểu học Sao Mai, 2022"),
    ]


def test_the_same_person_in_two_years_is_one_line() -> None:
    held = library(story("tap-28/a", person="Lê Văn Hoa"), story("tap-29/a", person="Lê Văn Hoa", year=2023, volume=29))
    (entry,) = [entry for group in held.persons for entry in group.entries]
    assert [s.id for s in entry.stories] == ["tap-28/a", "tap-29/a"]


def test_an_alias_leads_to_the_name_under_its_own_letter() -> None:
    held = library(story(person="Thích Đàm An", aliases=["Nguyễn Thị Bình"]))
    assert [(g.heading, e.name, e.see) for g in held.persons for e in g.entries] == [
        ("A", "Thích Đàm An", ""),
        ("B", "Nguyễn Thị Bình", "Thích Đàm An"),
    ]


def test_collectives_are_no_persons() -> None:
    held = library(story(person="Đội cứu hộ bến Chèm", subject=Subject.COLLECTIVE.value))
    assert held.persons == ()
    assert [e.name for g in held.bodies for e in g.entries] == ["Đội cứu hộ bến Chèm"]


def test_neighbours_stay_within_the_volume_and_end_at_its_ends() -> None:
    a, b = story("tap-28/a", person="Lê An"), story("tap-28/b", person="Lê Bình")
    c = story("tap-29/c", person="Lê Anh", year=2023, volume=29)
    held = library(b, c, a)
    assert held.neighbours(a) == (None, b)
    assert held.neighbours(b) == (a, None)
    assert held.neighbours(c) == (None, None)


def test_related_stories_come_with_the_nearest_reason_and_never_twice() -> None:
    own = story("tap-28/a", person="Lê An")
    same_unit = story("tap-28/b", person="Lê Bình")
    same_place = story("tap-28/c", person="Lê Cúc", unit="Khác")
    same_field = story("tap-28/d", person="Lê Dung", unit="Xa", district="quan-ba-dinh")
    found = library(own, same_unit, same_place, same_field).related(own)
    assert [(r.story.id, r.reason) for r in found] == [
        ("tap-28/b", "Cùng đơn vị"),
        ("tap-28/c", "Cùng quận Long Biên"),
        ("tap-28/d", "Cùng lĩnh vực Người tốt, việc tốt"),
    ]


def test_places_of_districts_come_before_the_wards_of_2025() -> None:
    held = library(
        story("tap-31/a", district=None, ward="phuong-bo-de", year=2025, volume=31),
        story("tap-28/b"),
        story("tap-28/c", district="quan-ba-dinh"),
    )
    assert list(held.places) == ["quan-ba-dinh", "quan-long-bien", "phuong-bo-de"]


def test_order_does_not_depend_on_the_order_of_arrival() -> None:
    stories = [story(f"tap-28/{n}", person=name) for n, name in enumerate(["Lê Hòa", "Lê Hoà", "Lê Hoa", "Vũ Hoa"])]
    assert library(*stories).stories == library(*reversed(stories)).stories
