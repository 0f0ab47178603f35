from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.model import Finding
from builder.rules.confusion import Confusion, confusions
from builder.vietnamese.normal import nfc

Check = Callable[..., tuple[Finding, ...]]
Write = Callable[..., str]


def told(check: Check, text: str) -> list[str]:
    found = [f.fix for f in check(text) if f.rule == "text/confusion"]
    assert all(fix and not fix.safe for fix in found)
    return [fix.replacement for fix in found if fix]


def test_the_list_is_in_order() -> None:
    entries = confusions()
    assert len(entries) >= 60
    assert len({(e.wrong, e.pattern.pattern, e.before) for e in entries}) == len(entries)
    for entry in entries:
        assert entry.source
        assert entry.wrong == nfc(entry.wrong).lower().strip() != entry.right == nfc(entry.right).lower()


def test_no_right_phrase_is_a_wrong_one() -> None:
    """What a fix writes must not be found again."""
    for entry in confusions():
        assert not [e.wrong for e in confusions() if e.before is None and list(e.spots(f"Bà {entry.right} nhé."))]


@pytest.mark.parametrize("entry", [e for e in confusions() if e.before is None and "(?=" not in e.pattern.pattern])
def test_every_entry_without_conditions_is_found_in_any_case(entry: Confusion, check: Check, write: Write) -> None:
    wrong, right = entry.wrong, entry.right
    body = f"Bà {wrong}, rồi\u00a0{wrong.replace(' ', chr(0xA0))}. {wrong.capitalize()} {wrong.upper()}.\n"
    assert told(check, write(body=body)) == [right, right, right[0].upper() + right[1:], right.upper()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Các đơn vị trực thuộc quân báo cáo.", ["quận"]),
        ("UBND quân sẽ lựa chọn 50 bài.", ["quận"]),
        ("Các quân, huyện gửi bài; quân Hoàn Kiếm gửi trước.", ["quận", "quận"]),
        ("Quân ủy Long Biên và quân uỷ Ba Đình.", ["Quận ủy", "quận uỷ"]),
        ("Quân ủy Trung ương, đơn vị trực thuộc quân khu, quân đoàn, quân đội.", []),
        ("Nghĩa quân Hai Bà Trưng. Anh là quân nhân, quân y, đi quân ngũ.", []),
        ("Bà tặng 5 xuất quà, mỗi xuất học bổng 1 triệu.", ["suất quà", "suất học bổng"]),
        ("Cơ sở sản xuất quà lưu niệm.", []),
        ("Số tiền chia sẽ ít đi; bà chia sẽ với cháu.", ["chia sẻ"]),
        ("Lớp học tập chung; bà tập chung sức.", ["tập trung"]),
        ("Bà cũng cố gắng; phường cũng cố hệ thống.", ["củng cố"]),
        ("Nó che dấu vết, che dấu sự thật.", ["che giấu"]),
        ("Thái độ bàng quang. Mổ bàng quang.", ["bàng quan"]),
        ("Đơn đốcx, xđơn đốc, của, xử lý, sử dụng, đôn đốc, khen thưởng.", []),
    ],
)
def test_what_stands_around_decides(words: str, expected: list[str], check: Check, write: Write) -> None:
    assert told(check, write(body=f"{words}\n")) == expected


def test_the_header_is_looked_at_too(check: Check, write: Write) -> None:
    assert told(check, write(title="Chia sẽ yêu thương", extra="summary: Bà sữa chữa đò.\n")) == ["Chia sẻ", "sửa chữa"]
