"""Rules on the letters and the shape of a text: code points, quotes, length, headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from builder.model import Fix, Severity, Span
from builder.vietnamese.normal import InvisibleKind, find_invisible, find_lookalikes, nfc, substitute_lookalikes

from .copy import Copy, Passage, passages
from .paragraphs import Paragraph, paragraphs
from .prose import legacy_lines, unusual
from .rule import Remark, rule
from .words import quote

FEWEST_WORDS = 300
"""Our own floor: a shorter text is a notice, not a story. Real entries run to 1,300–1,500 words (quận Đoàn Hà Đông,
thể lệ 2016)."""

MOST_WORDS = 2500
"""The contest of 2022 takes up to 2,000 words (thể lệ, Báo Phụ nữ Thủ đô 89120); a book can bear a quarter more."""

_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")
_MARKS_ONLY = re.compile(r"[\W_]+")
_LINE = re.compile(r"\S[^\n]*")
_STRAIGHT = re.compile(r'"([^"\n]*)"')
_TARGETS = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|<https?:[^<>\n]*>|`[^`\n]*`")
_TARGET_SIGNS = ("](", "<h", "`")
_ENUMERATION = re.compile(r"(?:^|(?<=[\s;,.:]))(?:\d{1,2}|[a-zđ])\)", re.MULTILINE)
_SETEXT = re.compile(r"^(?P<words>\S.*)\n=+[ \t]*$", re.MULTILINE)
_ATX = re.compile(r"^ {0,3}#[ \t]+(?P<words>\S.*)$", re.MULTILINE)

_INVISIBLE = {
    InvisibleKind.ZERO_WIDTH: "không có bề rộng",
    InvisibleKind.BIDI: "đổi chiều chữ",
    InvisibleKind.SOFT_HYPHEN: "gạch nối ẩn",
    InvisibleKind.PRIVATE_USE: "riêng của một phông chữ",
    InvisibleKind.REPLACEMENT: "thay cho chữ đã mất",
    InvisibleKind.CONTROL: "điều khiển",
}
_DROPPED = frozenset({InvisibleKind.ZERO_WIDTH, InvisibleKind.BIDI})


@rule("text/nfc", Severity.WARNING, source="Unicode, dạng chuẩn NFC (UAX #15)")
def composed(copy: Copy) -> Iterator[Remark]:
    """Chữ có dấu viết bằng dấu rời.

    Có bộ gõ viết “ế” thành ba mã (e, mũ, sắc) thay vì một. Nhìn giống nhau nhưng tìm kiếm và xếp thứ tự thì khác.

    Cách sửa: để máy sửa.

    Sai: chữ “hiện” gõ bằng mã tổ hợp.
    Đúng: chữ “hiện” gõ bằng mã dựng sẵn.
    """
    text = copy.manuscript.text
    if unicodedata.is_normalized("NFC", text):
        return
    bad = [match for match in re.finditer(r"\S+", text) if not unicodedata.is_normalized("NFC", match[0])]
    if bad:
        start, end = bad[0].start(), bad[-1].end()
        span = Passage(text).span(start, end)
        message = f"Có {len(bad)} chữ viết bằng dấu rời, bắt đầu từ {quote(nfc(bad[0][0]))}."
        yield Remark(span, message, "Để máy đổi sang chữ dựng sẵn.", Fix(span, nfc(text[start:end]), safe=True))


@rule("text/lookalike", Severity.ERROR, source="Chữ Đ là U+0110; U+00D0 (eth) là chữ của tiếng Iceland")
def lookalike(copy: Copy) -> Iterator[Remark]:
    """Chữ nhìn giống nhưng không phải chữ Việt.

    Tài liệu chuyển mã cũ hay có Ð (eth) thay cho Đ, hoặc chữ Nga, chữ Hy Lạp trông như chữ Việt. In ra giống nhau,
    tìm kiếm thì không thấy.

    Cách sửa: để máy sửa.

    Sai: “Ðỗ” viết bằng chữ eth (U+00D0).
    Đúng: “Đỗ” viết bằng chữ Đ (U+0110).
    """
    if not unusual(copy.manuscript.text) or legacy_lines(copy.manuscript.text):
        return
    for passage in passages(copy):
        mended = substitute_lookalikes(passage.text)
        if mended == passage.text:
            continue
        for match in _WORD.finditer(passage.text):
            right = mended[slice(*match.span())]
            if right == match[0]:
                continue
            found = find_lookalikes(passage.text[slice(*match.span())])
            codes = ", ".join(dict.fromkeys(f"{one.found} (U+{ord(one.found):04X})" for one in found)) or quote(
                match[0]
            )
            span = passage.span(*match.span())
            fix = Fix(span, nfc(right), safe=True) if not passage.whole else None
            yield Remark(span, f"Trong {quote(match[0])} có chữ lạ {codes}.", f"Gõ lại: {nfc(right)}", fix)


@rule("text/invisible", Severity.ERROR, source="Unicode: ký tự không in được")
def invisible(copy: Copy) -> Iterator[Remark]:
    """Có ký tự không nhìn thấy.

    Chép từ trang web hay PDF thường kéo theo ký tự vô hình; chúng cắt đôi chữ khi tìm kiếm và thành ô vuông khi in.

    Cách sửa: để máy xóa; ký tự thay cho chữ đã mất thì gõ lại chữ ấy.

    Sai: “Hà Nội” có ký tự U+200B ở giữa.
    Đúng: “Hà Nội” chỉ gồm chữ và dấu cách.
    """
    if legacy_lines(copy.manuscript.text):
        return
    for passage in passages(copy):
        if not unusual(passage.text):
            continue
        for one in find_invisible(passage.text):
            span = passage.span(one.index, one.index + 1)
            removable = one.kind in _DROPPED and not passage.whole
            fix = Fix(span, "", safe=True) if removable else None
            hint = "Để máy xóa ký tự này." if removable else "Xóa ký tự này rồi gõ lại chữ ở chỗ ấy."
            yield Remark(span, f"Có ký tự không nhìn thấy ({_INVISIBLE[one.kind]}, {one.code}).", hint, fix)


@rule("text/legacy-encoding", Severity.ERROR, source="TCVN 6909:2001; các phông .VnTime (TCVN3) và VNI đã thôi dùng")
def legacy(copy: Copy) -> Iterator[Remark]:
    """Đoạn văn còn ở mã cũ.

    Tệp Word cũ dùng phông .VnTime hay VNI; chép sang đây thành những chữ như “NguyÔn ThÞ” hay “Nguyeãn Thò”.

    Cách sửa: nhập lại từ tệp Word gốc bằng lệnh import, máy sẽ đổi mã theo phông chữ.

    Sai: `Bµ NguyÔn ThÞ Hoa`
    Đúng: `Bà Nguyễn Thị Hoa`
    """
    found = legacy_lines(copy.manuscript.text)
    if found:
        first = found[0]
        message = f"Có {len(found)} dòng còn ở mã cũ (.VnTime hoặc VNI), bắt đầu từ {quote(first[0][:40])}."
        span = Passage(copy.manuscript.text).span(*first.span())
        yield Remark(span, message, "Nhập lại bài từ tệp Word gốc.")


@rule("text/quotes", Severity.WARNING)
def quotes(copy: Copy) -> Iterator[Remark]:
    """Dấu ngoặc không thành đôi.

    Lời nói đặt trong “ ”; mỗi dấu mở có một dấu đóng trong cùng đoạn. Dấu nháy thẳng là dấu của máy chữ.

    Cách sửa: thêm dấu còn thiếu, thay dấu nháy thẳng bằng “ ”.

    Sai: `Bà bảo: "Cứ để đấy.`
    Đúng: `Bà bảo: “Cứ để đấy.”`
    """
    for paragraph in paragraphs(copy.manuscript.body):
        text = paragraph.text
        if any(sign in text for sign in _TARGET_SIGNS):
            text = _TARGETS.sub(_blanked, text)
        straight = text.find('"')
        if straight >= 0:
            yield _straight(copy, paragraph, straight, text.rfind('"') + 1)
            continue
        unpaired = _unpaired(_ENUMERATION.sub(_blanked, text) if ")" in text else text)
        if unpaired is not None:
            at = paragraph.start + unpaired
            sign = text[unpaired]
            other = "đóng" if sign in "“([" else "mở"
            message = f"Dấu {sign} ở đây không có dấu {other}."
            yield Remark(copy.body.span(at, at + 1), message, f"Thêm dấu {other} trong cùng đoạn.")


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _straight(copy: Copy, paragraph: Paragraph, start: int, end: int) -> Remark:
    span = copy.body.span(paragraph.start + start, paragraph.start + end)
    curled = _STRAIGHT.sub(r"“\1”", paragraph.text[start:end])
    fix = Fix(span, curled) if '"' not in curled and "](" not in curled else None
    return Remark(span, "Đoạn này dùng dấu nháy thẳng.", "Thay bằng dấu “ ”.", fix)


def _unpaired(text: str) -> int | None:
    """Where the first sign stands that has no partner; None if all are paired."""
    opened: list[int] = []
    pairs = {"”": "“", ")": "(", "]": "["}
    for match in re.finditer("[“”()\\[\\]]", text):
        sign = match[0]
        if sign not in pairs:
            opened.append(match.start())
        elif opened and text[opened[-1]] == pairs[sign]:
            opened.pop()
        else:
            return match.start()
    return opened[0] if opened else None


@rule("text/length", Severity.WARNING, source="Thể lệ cuộc thi viết 2022: không quá 2.000 chữ; 2016: 1.300–1.500 chữ")
def length(copy: Copy) -> Iterator[Remark]:
    """Bài quá ngắn hoặc quá dài.

    Dưới 300 chữ thì chưa thành chuyện; trên 2.500 chữ thì một bài chiếm hơn tám trang sách.

    Cách sửa: kể thêm việc làm, con số, kết quả; hoặc cắt bớt.

    Sai: bài 120 chữ.
    Đúng: bài 900 chữ.
    """
    words = sum(word[0].isalnum() or not _MARKS_ONLY.fullmatch(word) for word in copy.manuscript.body.split())
    start = copy.body.span(*_first_line(copy.manuscript.body))
    if not words:
        message = "Tệp có phần khai nhưng chưa có thân bài."
        yield Remark(
            Span(copy.manuscript.body_line), message, "Viết bài sau dòng “---” thứ hai.", severity=Severity.ERROR
        )
    elif not FEWEST_WORDS <= words <= MOST_WORDS:
        said = "ngắn" if words < FEWEST_WORDS else "dài"
        message = f"Bài {said} quá: {words} chữ."
        yield Remark(start, message, f"Một bài nên có từ {FEWEST_WORDS} đến {MOST_WORDS} chữ.")


def _first_line(body: str) -> tuple[int, int]:
    """Where the first line with words on it starts and ends."""
    first = _LINE.search(body)
    return first.span() if first else (0, 0)


@rule("text/heading", Severity.WARNING)
def heading(copy: Copy) -> Iterator[Remark]:
    """Trong bài có tiêu đề cấp một.

    Tên bài ghi ở mục title và được in ở đầu bài; tiêu đề cấp một trong thân bài thành tên bài thứ hai.

    Cách sửa: xóa dòng lặp lại tên bài; tiêu đề của từng phần thì viết bằng hai dấu ##.

    Sai: `# Giữ nhịp cầu sang sông`
    Đúng: `## Những đêm nước lớn`
    """
    body = copy.manuscript.body
    for match in (*_ATX.finditer(body), *_SETEXT.finditer(body)):
        atx = match.re is _ATX
        span = copy.body.span(match.start(), match.end("words"))
        fix = Fix(span, f"## {match['words']}") if atx else None
        message = f"{quote(match['words'])} là tiêu đề cấp một."
        yield Remark(span, message, "Xóa nếu là tên bài; nếu là tên một phần, viết bằng hai dấu ##.", fix)


TEXT_RULES = (composed, lookalike, invisible, legacy, quotes, length, heading)
