"""Titles that stand before a Vietnamese name, and the regex that finds them.

The lists are grouped by who gives the title. Both tone placements and both i and y are recognised, so each
title is listed once (old tone placement, as laws write it).
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from builder.vietnamese.normal import nfc
from builder.vietnamese.tone import ToneStyle, place_tones

_STATE: Final = (
    "Nghệ sĩ Nhân dân", "Nghệ sĩ Ưu tú", "Nghệ nhân Nhân dân", "Nghệ nhân Ưu tú", "Nhà giáo Nhân dân",
    "Nhà giáo Ưu tú", "Thầy thuốc Nhân dân", "Thầy thuốc Ưu tú", "Anh hùng Lao động",
    "Anh hùng Lực lượng vũ trang nhân dân", "Anh hùng LLVT nhân dân", "Anh hùng LLVTND",
    "Bà mẹ Việt Nam Anh hùng", "Mẹ Việt Nam Anh hùng", "Công dân Thủ đô Ưu tú",
)  # fmt: skip
_LEARNED: Final = (
    "Phó Giáo sư", "Giáo sư", "Tiến sĩ khoa học", "Tiến sĩ", "Thạc sĩ", "Cử nhân", "Viện sĩ", "Bác sĩ",
    "Bác sĩ chuyên khoa I", "Bác sĩ chuyên khoa II", "Bác sĩ CKI", "Bác sĩ CKII", "Dược sĩ", "Y sĩ", "Y tá",
    "Điều dưỡng", "Kỹ sư", "Kiến trúc sư", "Luật sư",
)  # fmt: skip
_CRAFT: Final = (
    "Nghệ nhân", "Nghệ sĩ", "Họa sĩ", "Nhạc sĩ", "Ca sĩ", "Thi sĩ", "Nhà văn", "Nhà thơ", "Nhà báo",
    "Nhà giáo", "Cô giáo", "Thầy giáo", "Thầy thuốc", "Thầy", "Lương y",
)  # fmt: skip
_RELIGIOUS: Final = (
    "Đại lão Hòa thượng", "Trưởng lão Hòa thượng", "Hòa thượng", "Thượng tọa", "Đại đức", "Ni trưởng",
    "Ni sư", "Sư cô", "Sư thầy", "Sư bà", "Tổng Giám mục", "Giám mục", "Linh mục", "Mục sư", "Nữ tu",
)  # fmt: skip
_RANKS: Final = (
    "Binh nhì", "Binh nhất", "Hạ sĩ", "Trung sĩ", "Thượng sĩ", "Chuẩn úy", "Thiếu úy", "Trung úy",
    "Thượng úy", "Đại úy", "Thiếu tá", "Trung tá", "Thượng tá", "Đại tá", "Thiếu tướng", "Trung tướng",
    "Thượng tướng", "Đại tướng", "Chuẩn Đô đốc", "Phó Đô đốc", "Đô đốc", "Liệt sĩ", "Thương binh",
    "Cựu chiến binh",
)  # fmt: skip
_KIN: Final = (
    "Ông", "Bà", "Anh", "Chị", "Cô", "Chú", "Bác", "Cụ", "Cậu", "Dì", "Em", "Cháu", "Đồng chí",
)  # fmt: skip
_SHORT: Final = (
    "PGS", "GS", "TSKH", "TS", "ThS", "CN", "VS", "BSCKII", "BSCKI", "BS", "CKII", "CKI", "DS", "KTS",
    "KS", "LS", "NSND", "NSƯT", "NGND", "NGƯT", "TTND", "TTƯT", "NNND", "NNƯT", "AHLĐ",
)  # fmt: skip

HONORIFICS: Final = tuple(
    sorted(
        [*_STATE, *_LEARNED, *_CRAFT, *_RELIGIOUS, *_RANKS, *_KIN, *(f"{short}." for short in _SHORT)],
        key=lambda title: (-len(title), title),
    )
)
"""Every known title in its proper spelling, longest first; abbreviations carry their full stop."""


def _spelling_key(title: str) -> str:
    return " ".join(place_tones(title, ToneStyle.OLD).lower().replace("ỹ", "ĩ").split())


_PROPER: Final[Mapping[str, str]] = MappingProxyType({_spelling_key(title): title for title in HONORIFICS})


def proper_spelling(title: str) -> str | None:
    """Return a title as it should be written ("NGHỆ SỸ ƯU TÚ" gives "Nghệ sĩ Ưu tú"); None if unknown."""
    return _PROPER.get(_spelling_key(title))


def _either_spelling(title: str) -> str:
    """Write a regex that reads a title with either tone placement, with i or y, and any spacing."""
    styles = sorted({place_tones(title, style) for style in ToneStyle})
    return "|".join(re.sub("[ĩỹ]", "[ĩỹ]", r"\s+".join(map(re.escape, style.split()))) for style in styles)


def _alternatives(titles: Iterable[str]) -> str:
    return "|".join(map(_either_spelling, titles))


_WORDS: Final = _alternatives(title for title in HONORIFICS if not title.endswith("."))
_SHORTS: Final = _alternatives(sorted((*_SHORT, "Ths", "Th.S", "NSUT"), key=lambda short: (-len(short), short)))

# Abbreviations are capitals ("Ts" may be a name of another people) and need a stop or a space after them;
# a title in words may be in any case, and ends where a word ends.
_ONE: Final = rf"(?:{_SHORTS})(?=[.,\s-])|(?i:{_WORDS})(?=[\s.,:])"
_TITLE: Final = re.compile(rf"(?P<title>{_ONE})(?P<gap>[\s.,:–-]*+)(?=\w|$)")


def leading_titles(text: str) -> int:
    """Return where the name starts behind all titles at the head of an NFC text; 0 if there are none.

    A title with nothing behind it is a name: "Anh" alone is somebody called Anh.
    """
    end = 0
    while (match := _TITLE.match(text, end)) and match.end() < len(text):
        end = match.end()
    return end


def recase_titles(titles: str) -> str:
    """Write each of a run of titles properly: "PGS.TS. NGHỆ NHÂN ƯU TÚ" gives "PGS.TS. Nghệ nhân Ưu tú"."""
    written, rest = [], f"{nfc(titles).strip()} "
    while match := _TITLE.match(rest):
        written.append((proper_spelling(match["title"]) or match["title"]) + match["gap"])
        rest = rest[match.end() :]
    return ("".join(written) + rest).strip()
