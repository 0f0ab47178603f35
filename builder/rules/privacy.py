"""Rules that keep private data out: what is in the repository once, its history keeps forever."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.model import Severity

from .copy import Copy, Passage, passages
from .digits import Kind, private_numbers
from .rule import Remark, rule
from .words import quote

_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 16; Nghị định 356/2025/NĐ-CP"
_KEEP = "Xóa khỏi tệp; thông tin này chỉ để trong hồ sơ giấy."

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[(\[]\s?(?:at|a còng|a móc)\s?[)\]]\s?)[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}"
    r"|(?<![\w.+-])[a-z0-9][\w.+-]{0,63}\s?[(\[]\s?a\s?[)\]]\s?[a-z0-9-]{1,63}(?:\.[a-z]{2,63}){1,4}(?!\w)",
    re.IGNORECASE,
)
_EMAIL_SIGNS = re.compile(r"@|[(\[]\s?a(?:t| còng| móc)?\s?[)\]]", re.IGNORECASE)
_EXTENSION = re.compile(r"\s*[,(]?\s*(?:số\s+)?(?:máy lẻ|lẻ|ext\.?)\s*:?\s*\d{1,5}\)?", re.IGNORECASE)
_PASSPORT = re.compile(r"(?:hộ chiếu|passport)(?:\s+(?:số|là|của \w+))*[\s:]*(?P<number>[A-Z]\d{7,8})\b", re.IGNORECASE)
_HEALTH_CARD = re.compile(r"\b(?P<number>[A-Z]{2}\s?\d\s?\d{2}\s?\d{10})\b")
_LONG_NUMBER = re.compile(r"\d{7}")
_LETTER_FOR_NOUGHT = re.compile(r"[Oo](?<!\w[Oo])(?:[35789]|2[48])(?:[\s.-]?\d){8}(?!\w)")
_ZALO = re.compile(r"zalo\.me/(?P<number>\+?\d{9,12})\b")

_MARKS = r"[\s*_#>(\[–-]*"
_END = r"[\s*_:.…)\]]*$"
_LONGEST_LINE = 160
_SIGNATURE_LINE = re.compile(
    rf"{_MARKS}(?:"
    r"(?:xác nhận|ý kiến|nhận xét) của (?:thủ trưởng|lãnh đạo|đơn vị|cơ quan|chính quyền|địa phương|ủy ban|uỷ ban|ubnd"
    rf"|chủ tịch|hiệu trưởng|giám đốc|ban giám hiệu|cấp trên|đảng ủy|công đoàn)[^.!?“”]{{0,80}}{_END}"
    r"|người (?:viết|khai|báo cáo|xác nhận|làm đơn)(?: bài)?(?:\s*[,(]?\s*(?:đã )?ký[^.!?“”]{0,40})?"
    rf"(?::[^.!?“”]{{0,60}})?{_END}"
    rf"|thủ trưởng (?:cơ quan|đơn vị)(?:\s*[,(][^.!?“”]{{0,60}})?{_END}"
    rf"|(?:đã )?ký(?: và)?,?(?: ghi rõ)?(?: họ(?: và)? tên| tên)(?:[, ]+(?:và )?đóng dấu)?{_END}"
    rf"|(?:ký(?: tên)?,? ?(?:và )?)?đóng dấu{_END}"
    r"|(?-i:TM|T/M|KT|TL|TUQ)\.\s?[^.!?“”]{3,80}$"
    r")",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\((?:đã )?k[ýí](?:[\s,;]+(?:tên|ghi rõ họ(?: và)? tên|họ tên|và|đóng dấu))*\)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:số nhà|nhà số)\s*\d+\w?(?:[/.]\d+)*"
    r"|(?<!\w)số\s*\d+\w?(?:/\d+)*,?\s*(?:ngõ|ngách|hẻm|kiệt)\s*\d+\w?(?:/\d+)*"
    r"|(?<!\w)(?:ngách|hẻm|kiệt)\s*\d+\w?(?:/\d+)*,?\s*(?:ngõ|ngách)\s*\d+"
    r"|(?<!\w)ngõ\s*\d+\w?(?:/\d+)*,?\s*(?:ngách|hẻm)\s*\d+"
    r"|(?<!\w)(?:phòng|căn hộ|p\.)\s*\d+\w?,?\s*(?:nhà|tòa|toà|chung cư|khu tập thể)\s*[A-Z]{0,3}\d+\w?",
    re.IGNORECASE,
)
_ADDRESS_WORDS = ("số nhà", "nhà số", "ngõ", "ngách", "hẻm", "kiệt", "phòng", "căn hộ", "p.")
_DIGITS = re.compile(r"\d+")
_BEFORE = 12


def _hits(copy: Copy, kind: Kind) -> Iterator[tuple[Passage, int, int]]:
    for passage in passages(copy):
        for number in private_numbers(passage.text):
            if number.kind is kind:
                yield passage, number.start, number.end


def _patterns(copy: Copy, *patterns: re.Pattern[str]) -> Iterator[tuple[Passage, int, int]]:
    for passage in passages(copy):
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                group = "number" if "number" in pattern.groupindex else 0
                yield passage, match.start(group), match.end(group)


def _told(hits: Iterable[tuple[Passage, int, int]], what: str, hint: str = _KEEP) -> Iterator[Remark]:
    for passage, start, end in hits:
        yield Remark(passage.span(start, end), f"Lộ {what} {quote(passage.text[start:end].strip())}.", hint)


@rule("privacy/phone", Severity.ERROR, source=_LAW)
def phone(copy: Copy) -> Iterator[Remark]:
    """Có số điện thoại.

    Đăng số điện thoại của người viết hay nhân vật là công khai dữ liệu cá nhân. Bìa bài dự thi có số điện thoại, nhưng
    sách và trang web thì không.

    Cách sửa: xóa cả số lẫn câu dẫn.

    Sai: `Liên hệ bà Hoa, số 0912.345.678.`
    Đúng: `Ai cần gửi sách thì đến gặp bà Hoa ở nhà văn hóa.`
    """
    hits = [*_hits(copy, Kind.PHONE), *(_patterns(copy, _ZALO) if "zalo.me/" in copy.manuscript.text else ())]
    hits += _patterns(copy, _LETTER_FOR_NOUGHT)
    longer = ((p, s, m.end() if (m := _EXTENSION.match(p.text, e)) else e) for p, s, e in hits)
    return _told(longer, "số điện thoại")


@rule("privacy/id-number", Severity.ERROR, source=_LAW)
def id_number(copy: Copy) -> Iterator[Remark]:
    """Có số giấy tờ tùy thân.

    Số căn cước, chứng minh nhân dân, hộ chiếu, thẻ bảo hiểm đủ để giả mạo một người.

    Cách sửa: xóa số.

    Sai: `Bà Hoa, CCCD 001162012345`
    Đúng: `Bà Hoa`
    """
    longer = _patterns(copy, _PASSPORT, _HEALTH_CARD) if _LONG_NUMBER.search(copy.manuscript.text) else ()
    accounts = {(passage.text, end) for passage, _, end in _hits(copy, Kind.ACCOUNT)} if longer else set()
    cards = (hit for hit in longer if (hit[0].text, hit[2]) not in accounts)  # “Số TK 0011…” is no card of series TK
    return _told((*_hits(copy, Kind.IDENTITY), *cards), "số giấy tờ tùy thân")


@rule("privacy/email", Severity.ERROR, source=_LAW)
def email(copy: Copy) -> Iterator[Remark]:
    """Có địa chỉ thư điện tử.

    Địa chỉ thư trên trang web bị máy quét để gửi thư rác, lừa đảo.

    Cách sửa: xóa địa chỉ.

    Sai: `Thư gửi về hoa.do@gmail.com`
    Đúng: `Thư gửi về Phòng Nội vụ quận`
    """
    if _EMAIL_SIGNS.search(copy.manuscript.text) or "\\" in copy.manuscript.text:
        yield from _told(_patterns(copy, _EMAIL), "địa chỉ thư điện tử")


@rule("privacy/bank-account", Severity.ERROR, source=_LAW)
def bank_account(copy: Copy) -> Iterator[Remark]:
    """Có số tài khoản ngân hàng.

    Số tài khoản trong sách in không gỡ lại được, và dễ bị mượn để kêu gọi quyên góp giả.

    Cách sửa: xóa số; nếu cần, ghi tên quỹ và cơ quan giữ quỹ.

    Sai: `Ủng hộ qua STK 0011004123456, Vietcombank`
    Đúng: `Ủng hộ qua Quỹ Vì người nghèo của phường`
    """
    return _told(_hits(copy, Kind.ACCOUNT), "số tài khoản")


@rule("privacy/signature-block", Severity.ERROR, source=f"{_LAW}; phần xác nhận của bài dự thi để ở hồ sơ giấy")
def signature_block(copy: Copy) -> Iterator[Remark]:
    """Còn phần ký tên, xác nhận ở cuối bài.

    Chữ ký, lời xác nhận và con dấu nằm ở bản giấy. Trong tệp, người viết ghi ở mục author, việc xác nhận ghi ở mục
    verified.

    Cách sửa: xóa các dòng này khỏi thân bài.

    Sai: `XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ (ký tên, đóng dấu)`
    Đúng: mục `verified: {by: Trường Tiểu học Ái Mộ, on: 2022-08-20}`
    """
    start = 0
    for line in copy.manuscript.body.split("\n"):
        for at, words in _signatures(line):
            span = copy.body.span(start + at, start + at + len(words))
            hint = "Xóa dòng này; người viết ghi ở mục author, việc xác nhận ghi ở mục verified."
            yield Remark(span, f"Còn phần ký, xác nhận trong bài: {quote(words)}.", hint)
        start += len(line) + 1


def _signatures(line: str) -> Iterator[tuple[int, str]]:
    """A short line that is nothing else but a signature's, or the “(ký tên, đóng dấu)” within a longer one."""
    if 0 < len(line) <= _LONGEST_LINE and _SIGNATURE_LINE.match(line):
        yield len(line) - len(line.lstrip()), line.strip()
    elif "(" in line:
        yield from ((found.start(), found[0]) for found in _SIGNED.finditer(line))


@rule("privacy/address", Severity.WARNING, source=_LAW)
def address(copy: Copy) -> Iterator[Remark]:
    """Có địa chỉ nhà riêng.

    Số nhà, ngõ, ngách đủ để tìm đến nhà một người. Bài chỉ cần ghi đến phường, xã hoặc tên phố.

    Cách sửa: bỏ số nhà, số ngõ. Nếu là trụ sở, bảo tàng, nhà văn hóa thì có thể để.

    Sai: `nhà bà ở số 12 ngõ 45 phố Ngọc Lâm`
    Đúng: `nhà bà ở phố Ngọc Lâm`
    """
    if any(_names_a_door(passage.text) for passage in passages(copy)):
        hint = "Chỉ ghi đến phường, xã hoặc tên phố; nếu là trụ sở cơ quan thì có thể để."
        yield from _told(_patterns(copy, _ADDRESS), "địa chỉ riêng", hint)


def _names_a_door(text: str) -> bool:
    """Whether a number stands right behind a word of addresses; much cheaper than the pattern itself."""
    before = (text[max(0, match.start() - _BEFORE) : match.start()].lower() for match in _DIGITS.finditer(text))
    return any(word in words for words in before for word in _ADDRESS_WORDS)


PRIVACY_RULES = (phone, id_number, email, bank_account, signature_block, address)
