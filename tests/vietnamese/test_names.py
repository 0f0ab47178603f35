import pytest

from builder.vietnamese.names import (
    HONORIFICS,
    PersonName,
    body_heading,
    body_key,
    index_heading,
    is_all_caps_name,
    parse_name,
    person_key,
    split_honorific,
    suggest_name_case,
)


@pytest.mark.parametrize(
    ("text", "honorific", "name"),
    [
        ("Ông Nguyễn Văn An", "Ông", "Nguyễn Văn An"),
        ("bà  Lê Thị Hoa", "bà", "Lê Thị Hoa"),
        ("PGS.TS. Trần Văn Bình", "PGS.TS.", "Trần Văn Bình"),
        ("PGS.TS.Trần Văn Bình", "PGS.TS.", "Trần Văn Bình"),
        ("PGS, TS Trần Văn Bình", "PGS, TS", "Trần Văn Bình"),
        ("GS-TSKH Vũ Minh", "GS-TSKH", "Vũ Minh"),
        ("Phó Giáo sư, Tiến sỹ Trần Bình", "Phó Giáo sư, Tiến sỹ", "Trần Bình"),
        ("NSND Lê Khanh", "NSND", "Lê Khanh"),
        ("Nghệ nhân Ưu tú Đào Thị Lan", "Nghệ nhân Ưu tú", "Đào Thị Lan"),
        ("Hoà thượng Thích Thanh Tứ", "Hoà thượng", "Thích Thanh Tứ"),
        ("Đại lão Hòa thượng Thích Phổ Tuệ", "Đại lão Hòa thượng", "Thích Phổ Tuệ"),
        ("Anh hùng Lao động, Bác sĩ Ngô Minh", "Anh hùng Lao động, Bác sĩ", "Ngô Minh"),
        ("Thiếu tá Bác sĩ chuyên khoa II Đỗ Hùng", "Thiếu tá Bác sĩ chuyên khoa II", "Đỗ Hùng"),
        ("THƯỢNG TOẠ THÍCH ĐỨC", "THƯỢNG TOẠ", "THÍCH ĐỨC"),
        ("Lê Anh", "", "Lê Anh"),
        ("Anh", "", "Anh"),
        ("Anh.", "", "Anh."),
        ("Bà Cô", "Bà", "Cô"),
        ("Bàng Bá Lân", "", "Bàng Bá Lân"),
        ("Chu Văn An", "", "Chu Văn An"),
        ("Ths. Mai Hà", "Ths.", "Mai Hà"),
        ("", "", ""),
    ],
)
def test_honorifics_are_split_off(text: str, honorific: str, name: str) -> None:
    assert split_honorific(text) == (honorific, name)


def test_every_listed_honorific_is_known_in_any_case() -> None:
    for title in HONORIFICS:
        forms = (title,) if title.endswith(".") else (title, title.upper(), title.lower())
        for form in forms:
            assert split_honorific(f"{form} Đỗ Thị Quế") == (form, "Đỗ Thị Quế")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nguyễn Thị Thu Hà", PersonName("Nguyễn", "Thị Thu", "Hà")),
        ("Bà Lê Hoa", PersonName("Lê", "", "Hoa", "Bà")),
        ("Hoa", PersonName("", "", "Hoa")),
        ("Tôn Thất Bách", PersonName("Tôn Thất", "", "Bách")),
        ("Tôn Nữ Thị Ninh", PersonName("Tôn Nữ", "Thị", "Ninh")),
        ("Tôn Thất", PersonName("Tôn", "", "Thất")),
        ("Nguyễn Văn A (Ba Hưng)", PersonName("Nguyễn", "Văn", "A")),
        ("", PersonName("", "", "")),
    ],
)
def test_names_are_taken_apart(text: str, expected: PersonName) -> None:
    assert parse_name(text) == expected


def test_full_name_is_put_together_again() -> None:
    assert parse_name("TS. Nguyễn Thị Thu Hà").full == "Nguyễn Thị Thu Hà"


def test_people_sort_by_given_name_then_surname_then_middle() -> None:
    expected = [
        "Ông Nguyễn Văn An",
        "Trần An",
        "Trần Bá An",
        "Lê Ân",
        "Bà Đỗ Thị Hoa",
        "Nguyễn Thị Hòa",
        "Trần Thị Hoà",
        "Vũ Thị Hòa",
        "Ngô Thị Hoá",
        "NSND Chu Yên",
    ]
    turned = expected[::-1]
    assert sorted(turned, key=person_key) == expected


def test_index_headings() -> None:
    assert index_heading("PGS.TS. Nguyễn Văn Đức") == "Đ"
    assert index_heading("Hòa thượng Thích Thanh Ân") == "Â"
    assert index_heading("Bà Ánh") == "A"


def test_bodies_sort_by_their_first_word() -> None:
    bodies = ["Công an phường Ô Chợ Dừa", "Đoàn Thanh niên", "Trường THCS Ba Đình"]
    turned = bodies[::-1]
    assert sorted(turned, key=body_key) == bodies
    assert [body_heading(body) for body in bodies] == ["C", "Đ", "T"]


@pytest.mark.parametrize(
    ("text", "caps"),
    [
        ("NGUYỄN THỊ HOA", True), ("Ông NGUYỄN VĂN A", True), ("ÔNG NGUYỄN VĂN A (Ba)", True),
        ("Nguyễn Văn A", False), ("NSND Lê Khanh", False), ("A", False), ("", False),
    ],
)  # fmt: skip
def test_capitals_are_noticed(text: str, *, caps: bool) -> None:
    assert is_all_caps_name(text) is caps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NGUYỄN THỊ HOA", "Nguyễn Thị Hoa"),
        ("đỗ thị quế", "Đỗ Thị Quế"),
        ("PGS.TS. NGUYỄN ƯỚC", "PGS.TS. Nguyễn Ước"),
        ("NGHỆ NHÂN ƯU TÚ, BÀ LÊ THỊ Ổn", "Nghệ nhân Ưu tú, Bà Lê Thị Ổn"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("Nguyễn Văn An", "Nguyễn Văn An"),
        ("", ""),
    ],
)
def test_name_case_is_suggested(text: str, expected: str) -> None:
    assert suggest_name_case(text) == expected
    assert suggest_name_case(expected) == expected
