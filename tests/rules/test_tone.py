from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding
from builder.vietnamese.fold import fold

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def placed(check: Check, text: str) -> list[tuple[str, str]]:
    """What is found and what it becomes."""
    told = [f for f in check(text) if f.rule == "text/tone-placement"]
    lines = text.split("\n")
    spots = [(lines[f.span.line - 1][f.span.column - 1 : f.span.end_column], f.fix) for f in told]
    assert all(fix and fix.safe and fold(fix.replacement) == fold(found) for found, fix in spots)
    return [(found, fix.replacement) for found, fix in spots if fix]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bà khoẻ lại.", [("khoẻ", "khỏe")]),
        ("Hoà giải là việc của tổ.", [("Hoà", "Hòa")]),
        ("Bà cười. Hoà giải xong rồi.", [("Hoà", "Hòa")]),
        ("## Hoà giải trong tổ", [("Hoà", "Hòa")]),
        ("– Toả ra mà tìm!", [("Toả", "Tỏa")]),
        ("Chị là Uỷ viên Uỷ ban.", [("Uỷ", "Ủy"), ("Uỷ", "Ủy")]),
        ("Quận uỷ, Thành uỷ khen.", [("uỷ", "ủy"), ("uỷ", "ủy")]),
        ("Bà hòa giải, quý trọng láng giềng, đi quỳ.", []),
        ("Chị Thuý đến. Thuý cười.", []),
        ("Ông Nguyễn Khắc Hoà Bình quê Thanh Hoá.", []),
        ("UỶ BAN NHÂN DÂN PHƯỜNG", [("UỶ", "ỦY")]),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", []),
        ("Bà bảo: “Hoà với nhau cho khoẻ.”", []),
        ("Đọc “Sống khoẻ” và «Thuỷ chung».", []),
        ("> Sông hoà vào biển.", []),
        ("Xem <https://hanoi.gov.vn/hoà>.", []),
        ("Ngoài đê toàn lau, hoàn toàn vắng.", []),
    ],
)
def test_words_are_put_right_and_names_left(
    words: str, expected: list[tuple[str, str]], check: Check, write: Write
) -> None:
    assert placed(check, write(body=f"{words}\n")) == expected


@pytest.mark.parametrize(
    "fields", [{"person": "Đỗ Thị Hoà"}, {"extra": "aliases: [Hoà]\n"}, {"extra": "author: Lê Hoà\n"}]
)
def test_a_name_of_the_header_is_a_name_at_the_head_of_a_sentence(
    fields: dict[str, str], check: Check, write: Write
) -> None:
    assert placed(check, write(body="Bà cười. Hoà bảo thế.\n", **fields)) == []


def test_the_header_is_looked_at_only_where_it_is_prose(check: Check, write: Write) -> None:
    extra = "summary: Bà đi hoà giải.\nphotos: [{file: a.jpg, alt: Bến thuỷ, caption: Bến tàu thuỷ}]\n"
    assert placed(check, write(title="Hoà", unit="Tổ hoà giải", extra=extra)) == [("hoà", "hòa"), ("thuỷ", "thủy")]


def test_mixed_styles_are_told_once(check: Check, write: Write) -> None:
    found = [f for f in check(write(body="Bà hòa giải, khoẻ ra. Tàu thuỷ chạy.\n")) if f.rule == "text/tone-placement"]
    assert ["lẫn hai kiểu" in f.message for f in found] == [True, False]
    assert "1 chữ theo kiểu của sách, 2 chữ theo kiểu kia" in found[0].message
