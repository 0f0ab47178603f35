from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding, Severity

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, text: str, rule: str) -> list[str]:
    found = [finding for finding in check(text) if finding.rule == f"privacy/{rule}"]
    assert {f.severity for f in found} <= {Severity.WARNING}
    lines = text.split("\n")
    return [lines[f.span.line - 1][f.span.column - 1 : f.span.end_column] for f in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bà sinh ngày 12/3/1965.", ["sinh ngày 12/3/1965"]),
        ("Bà sinh ngày 12 tháng 3 năm 1965.", ["sinh ngày 12 tháng 3 năm 1965"]),
        ("Bà (SN 12.3.1965) về.", ["SN 12.3.1965"]),
        ("Ngày sinh: 12-03-1965", ["Ngày sinh: 12-03-1965"]),
        ("Anh Nam sinh ngày 1/2/1990.", ["sinh ngày 1/2/1990"]),
        ("Bà sinh ra vào mùng 3 tháng Giêng năm 1965.", ["sinh ra vào mùng 3 tháng Giêng năm 1965"]),
        ("Bà sinh năm 1965, sinh nhật tháng 3.", []),
        ("Học sinh ngày 20/11/2020, nữ sinh ngày 8/3/2020, hy sinh ngày 2/2/1968.", []),
        ("Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890.", []),
        ("Ông Phan Châu Trinh (9/9/1872 - 24/3/1926), cầu xong ngày 12/3/1965.", []),
        ("Khai sinh ngày 12/3/2010 ở phường.", []),
    ],
)
def test_a_full_birth_date(words: str, expected: list[str], check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n"), "birth-date") == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ông Nguyễn Văn Ba bị ung thư.", "bệnh tật"),
        ("Chị Lan, mẹ hai con, nhiễm HIV/AIDS từ chồng.", "bệnh tật"),
        ("Năm 2019 phát hiện suy thận, ông Ba vẫn ra bến.", "bệnh tật"),
        ("Cụ Lê Thị Tám theo đạo Thiên Chúa.", "tôn giáo"),
        ("Bác Hùng là giáo dân xứ đạo.", "tôn giáo"),
        ("Cháu Minh là con nuôi của bà.", "việc nhận con nuôi"),
        ("Anh Lê Nam vừa ra tù.", "tiền án, tù tội"),
        ("Chú Tư có hai tiền án.", "tiền án, tù tội"),
    ],
)
def test_what_is_told_of_somebody_named(words: str, kind: str, check: Check, write: Write) -> None:
    (finding,) = (f for f in check(write(body=f"{words}\n")) if f.rule == "privacy/sensitive")
    assert f"({kind})" in finding.message
    assert "văn bản đồng ý" in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "Quỹ giúp bệnh nhân ung thư. Ông Ba góp.",
        "Bệnh viện K chữa ung thư; ông Ba đến thăm.",
        "Một người mãn hạn tù về xóm.",
        "Cháu Minh là con nuôi đồn biên phòng.",
        "Ni sư Thích Đàm Ân trụ trì chùa Bồ Đề.",
        "Ông Ba theo dõi việc giữ đạo đức, quy định y tế.",
        "Bà Hoa ra bến.",
    ],
)
def test_what_names_nobody_is_left(words: str, check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n"), "sensitive") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Em Nguyễn Thị Lan về.", ["Em Nguyễn Thị Lan"]),
        ("Có em Lê Hà, 9 tuổi.", ["em Lê Hà, 9 tuổi"]),
        ("Có cháu Lê Hà, Trường Mầm non Hoa Sen.", ["cháu Lê Hà, Trường Mầm non"]),
        ("Cháu Minh, lớp 3B, qua sông.", ["Cháu Minh, lớp 3B"]),
        ("Ở lớp 2 có em Lê Hà.", ["lớp 2 có em Lê Hà"]),
        ("Học trò Trần Văn Nam về.", ["Học trò Trần Văn Nam"]),
        ("Em Lan cười. Một em lớp 4.", []),
        ("Hồi bé Khải ở Cầu Diễn.", []),
        ("Em Lê Hà, 19 tuổi, học lớp 12.", []),
        ("Anh em Nguyễn Huệ, chị em Nguyễn Thị Ba.", []),
    ],
)
def test_a_named_child(words: str, expected: list[str], check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n"), "child") == expected


def test_the_header_is_looked_at_too(check: Check, write: Write) -> None:
    extra = "summary: Bà sinh ngày 12/3/1965, dắt em Lê Thị Hà, mẹ là chị Lan nhiễm HIV.\n"
    assert {f.rule for f in check(write(extra=extra)) if f.rule.startswith("privacy/")} == {
        "privacy/birth-date",
        "privacy/child",
        "privacy/sensitive",
    }
