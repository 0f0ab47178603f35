import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.vietnamese import typo
from builder.vietnamese.typo import NO_BREAK, typeset


def _set(text: str) -> str:
    """Typeset with the no-break space made visible."""
    return typeset(text).replace("\u00a0", "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("giai đoạn 2011-2020", "giai đoạn 2011–2020"),
        ("phong trào 1992 - 2022", "phong trào 1992–2022"),
        ("(1992 – 2022)", "(1992–2022)"),
        ("năm học 2022 - 2023.", "năm~học 2022–2023.".replace("năm~học", "năm học")),
        ("8 - 10 tuổi", "8–10~tuổi"),
        ("5-7 người", "5–7~người"),
        ("10-15% mỗi năm", "10–15% mỗi năm"),
        ("từ 1.000 - 2.000 đồng", "từ 1.000–2.000~đồng"),
        ("trang 12-15", "trang~12–15"),
        ("06/11/2003 - 06/11/2023", "06/11/2003–06/11/2023"),
        ("8h00 - 8h20", "8h00–8h20"),
    ],
)
def test_ranges_take_the_en_dash(text: str, expected: str) -> None:
    assert _set(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "108/KH-UBND", "chính trị - xã hội", "1711-2021/CXBIPH/05-130/HN", "1911-2021/CXBIPH", "2020-2021/HN",
        "ISBN 978-604-55-9560-2", "024-3825-4567", "090 123 - 456", "0912.345.678 - 0987.654.321", "20-5-2025",
        "Quốc khánh 2-9", "ngày~2-9", "thắng 3-1", "KH-2020-2025", "2025-2021", "A1-2", "TT 26/2020-2021", "Covid-19",
        "số~5-7 phố Huế", "“dấu nháy” và 'nháy'",
    ],
)  # fmt: skip
def test_other_hyphens_stay(text: str) -> None:
    assert _set(text.replace("~", " ")) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 05 tháng 7 năm 2023", "ngày~05 tháng~7 năm~2023"),
        ("Tập 28, số 5, quận 1", "Tập~28, số~5, quận~1"),
        ("góp 3 triệu đồng", "góp 3~triệu~đồng"),
        ("1.000.000 đồng và 12,5 kg", "1.000.000~đồng và 12,5~kg"),
        ("5 năm 3 tháng", "5~năm 3~tháng"),
        ("chiều 21 tháng 8 năm 2017", "chiều 21~tháng~8 năm~2017"),
        ("Hà Nội giãn cách từ 24 tháng 7.", "Hà Nội giãn cách từ 24~tháng~7."),
        ("6 tháng 2 tuần, 12 tháng 3 lần", "6~tháng 2~tuần, 12~tháng 3~lần"),
        ("2 tháng 10.000 đồng", "2~tháng 10.000~đồng"),
        ("48 bài", "48~bài"),
        ("48 baì", "48 baì"),
        ("TP. Hà Nội, TP Hà Nội", "TP.~Hà Nội, TP~Hà Nội"),
        ("PGS. TS. Đỗ An", "PGS.~TS.~Đỗ An"),
        ("ông Nguyễn Văn An và Bà Ấm", "ông~Nguyễn Văn An và Bà~Ấm"),
        ("cụ bà kể", "cụ bà kể"),
        ("số 108/KH-UBND", "số~108/KH-UBND"),
        ("1. Tổ trưởng đạt 10, điểm", "1. Tổ trưởng đạt 10, điểm"),
        ("không 5 thì", "không 5 thì"),
    ],
)
def test_spaces_that_do_not_break(text: str, expected: str) -> None:
    assert _set(text) == expected
    assert _set(unicodedata.normalize("NFD", text)) == expected


WORDS = "ngày Ngày 05 5 2020 ông Ông Hoa TP TP. ThS hai. km² người đồng 1.000 3,5 % _ * ( a1 thứ ſố - – / … Đ lớp"
LISTED = f"{typo._UNITS}|{typo._LABELS}|{typo._PEOPLE}|{typo._SHORT}".split("|")  # noqa: SLF001
PIECES = st.sampled_from([*WORDS.split(), "\u0301", "lớp 5A"]) | st.sampled_from(LISTED)
SPACES = st.sampled_from(["", " ", " ", NO_BREAK])


@given(st.lists(st.tuples(PIECES, SPACES), max_size=9).map(lambda pairs: "".join(word + gap for word, gap in pairs)))
def test_spaces_are_bound_where_the_whole_pattern_finds_them(text: str) -> None:
    assert typo._bind(text) == re.sub(typo._BOUND, lambda match: match[0].replace(" ", NO_BREAK), text)  # noqa: SLF001
