"""What a story tells of a named person that the law guards more closely: birth, illness, faith, family, children.

These are warnings. A machine sees words, not consent; it asks for the paper that allows to print them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.model import Severity
from builder.vietnamese.letters import CAPITALS, NOT_AFTER, NOT_BEFORE

from .copy import Copy, passages
from .prose import words_of
from .rule import Remark, rule
from .words import quote, word_set

_LAW = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP (dữ liệu cá nhân nhạy cảm)"
_CHILD_LAW = "Nghị định 56/2017/NĐ-CP, Điều 33; Luật Trẻ em 2016, Điều 21; Luật 91/2025/QH15, Điều 24"
_CONSENT = "Phải có văn bản đồng ý của người ấy (người đã mất: của gia đình) cho đăng điều này; nếu không thì bỏ."

_NAME = rf"[{CAPITALS}][^\W\d_]*"
_NAMES = rf"{_NAME}(?:\s{_NAME})"
"""Two words of a name, the second to be counted by what follows."""
_KIN = "ông|bà|anh|chị|cô|chú|bác|cụ|cậu|dì|em|cháu|bé|thầy|sư cô|sư thầy|đồng chí|vợ|chồng|con|mẹ|bố|cha"
_PERSON = rf"{NOT_AFTER}(?i:{_KIN})\s(?:(?i:{_KIN})\s)?{_NAMES}{{0,5}}"
_NEAR = r"[^.?!;:\n]"

_DATE = (
    r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d"
    r"|(?:mùng |mồng )?\d{1,2}\s+tháng\s+\w+(?:\s+một|\s+hai)?,?\s+năm\s+(?:19|20)\d\d)"
)
_BORN_THEN_DIGIT = re.compile(r"(?:sinh|Sinh|SINH|sn|SN)[^.;\n\d]{0,24}\d")
_BORN = re.compile(
    rf"{NOT_AFTER}(?:sinh(?: nhật)?(?:\s+ra)?|sn|ngày sinh)(?:\s+vào)?(?:\s+(?:ngày|hôm))?\s*:?\s*(?P<date>{_DATE})",
    re.IGNORECASE,
)
_NOT_BORN = word_set(
    "học vệ hy hi thí sản nam nữ ký kí tuyển dân an bình cứu giáo phát sơ nhân khai giáng phục tái hồi nảy nẩy sát "
    "trường chúng môn quần mưu kháng vi dưỡng quyên tân thi cựu"
)
"""First halves of words whose second half is “sinh”: học sinh, hy sinh, vệ sinh."""
_NAMES_TOO = word_set("nam nữ an bình giáo nhân giáng trường vi quyên tân thi sơ dân hồi")
"""Those that are names when they begin with a capital: Nam sinh ngày…"""

_ILLNESS = (
    "hiv|aids|ung thư|tâm thần|trầm cảm|động kinh|lao phổi|bệnh phong|viêm gan|xơ gan|suy thận|chạy thận|bạch cầu"
    "|parkinson|alzheimer|giang mai|tự kỷ|nghiện ma túy|nghiện ma tuý|nghiện hút|cai nghiện"
)
_FAITH = (
    "theo đạo|theo công giáo|người công giáo|theo tin lành|người có đạo|giáo dân|tín đồ|phật tử|theo hồi giáo"
    "|theo thiên chúa|quy y"
)
_ADOPTED = "con nuôi|nhận nuôi|xin về nuôi"
_CRIME = "tiền án|tiền sự|mãn hạn tù|ra tù|đi tù|ngồi tù|án treo|án tù|thụ án|chấp hành án|chấp hành xong|cải tạo về"
_PROGRAMMES = r"(?!\s(?:đồn|công an|của (?:đồn|đơn vị|công an|bản)|biên phòng|bộ đội))"


def _guarded(words: str, unless: str = "") -> re.Pattern[str]:
    """A named person, and within the same sentence one of the words, either first."""
    told = rf"{NOT_AFTER}(?i:{words}){NOT_BEFORE}{unless}"
    return re.compile(rf"(?:{_PERSON}){_NEAR}{{0,60}}?{told}|{told}{_NEAR}{{0,25}}?(?:{_PERSON})")


_SUBJECTS = tuple(
    (what, [(phrase, set(phrase.split())) for phrase in words.split("|")], _guarded(words, unless))
    for what, words, unless in (
        ("bệnh tật", _ILLNESS, ""),
        ("tôn giáo", _FAITH, ""),
        ("việc nhận con nuôi", _ADOPTED, _PROGRAMMES),
        ("tiền án, tù tội", _CRIME, ""),
    )
)

_CHILD = rf"{NOT_AFTER}(?<!nh )(?<!hị )(?:[Ee]m|[Cc]háu|[Bb]é|[Hh]ọc sinh|[Hh]ọc trò)\s"
"""Not anh em, chị em, who may be of any age."""
_CLASS = (
    rf"{NOT_AFTER}(?:lớp\s[1-9](?!\d)|(?i:tiểu học|trung học cơ sở|THCS|mầm non|mẫu giáo|nhà trẻ)"
    r"|(?:[1-9]|1[0-5])\stuổi)"
)
_NAMED_CHILD = re.compile(
    rf"{_CHILD}{_NAMES}{{1,5}}{_NEAR}{{0,60}}?{_CLASS}|{_CLASS}{_NEAR}{{0,40}}?{_CHILD}{_NAMES}{{1,5}}"
    rf"|{_CHILD}{_NAMES}{{2,3}}|{_CHILD}{_NAME},?\s(?:học sinh\s)?lớp\s[1-9](?!\d)\w*"
)
_CHILD_THEN_NAME = re.compile(rf"(?:em|Em|cháu|Cháu|bé|Bé|sinh|trò)\s[{CAPITALS}]")


@rule("privacy/birth-date", Severity.WARNING, source=_LAW)
def birth_date(copy: Copy) -> Iterator[Remark]:
    """Có ngày sinh đầy đủ.

    Họ tên cùng ngày, tháng, năm sinh đủ để kẻ gian mạo danh một người. Bài chỉ cần năm sinh hoặc tuổi.

    Cách sửa: chỉ để năm.

    Sai: `Bà Hoa sinh ngày 12/3/1965.`
    Đúng: `Bà Hoa sinh năm 1965.`
    """
    for passage in passages(copy):
        for match in _BORN.finditer(passage.text) if _BORN_THEN_DIGIT.search(passage.text) else ():
            if not _other_word(passage.text[max(0, match.start() - 12) : match.start()]):
                span = passage.span(*match.span())
                yield Remark(span, f"Có ngày sinh đầy đủ {quote(match['date'])}.", "Chỉ để năm sinh hoặc tuổi.")


def _other_word(before: str) -> bool:
    """Whether “sinh” is but the second half of a word."""
    word = before.rsplit(maxsplit=1)[-1].strip() if before.strip() else ""
    return word.lower() in _NOT_BORN and (word.islower() or word.lower() not in _NAMES_TOO)


@rule("privacy/sensitive", Severity.WARNING, source=_LAW)
def sensitive(copy: Copy) -> Iterator[Remark]:
    """Có thông tin nhạy cảm về một người có tên.

    Bệnh tật, tôn giáo, việc nhận con nuôi, tiền án là dữ liệu cá nhân nhạy cảm: đăng lên phải có văn bản đồng ý, người
    ấy có quyền rút lại. Danh xưng của nhà tu hành và tên bệnh viện, chương trình không tính.

    Cách sửa: xin văn bản đồng ý, để trong hồ sơ giấy; hoặc kể mà không nêu tên, hoặc bỏ.

    Sai: `Ông Nguyễn Văn Ba bị ung thư từ năm 2019.`
    Đúng: `Một người trong tổ ốm nặng từ năm 2019.`
    """
    for passage in passages(copy):
        words, lowered = words_of(passage.text), passage.text.lower()
        for what, phrases, pattern in _SUBJECTS:
            if any(parts <= words and phrase in lowered for phrase, parts in phrases):
                for match in pattern.finditer(passage.text):
                    message = f"Có thông tin nhạy cảm ({what}) về một người có tên: {quote(match[0])}."
                    yield Remark(passage.span(*match.span()), f"{message} Cần văn bản đồng ý.", _CONSENT)


@rule("privacy/child", Severity.WARNING, source=_CHILD_LAW)
def child(copy: Copy) -> Iterator[Remark]:
    """Có tên một em nhỏ.

    Họ tên, tuổi, trường lớp, kết quả học tập của trẻ em (dưới 16 tuổi) là bí mật đời tư: đăng lên phải được cha mẹ
    đồng ý, em từ 7 tuổi thì cả em cũng phải đồng ý.

    Cách sửa: xin văn bản đồng ý; hoặc chỉ ghi tên gọi, bỏ họ, trường, lớp.

    Sai: `Em Nguyễn Thị Lan, lớp 4A Trường Tiểu học Ái Mộ, được bà dắt qua sông.`
    Đúng: `Một em lớp 4 được bà dắt qua sông.`
    """
    for passage in passages(copy):
        for match in _NAMED_CHILD.finditer(passage.text) if _CHILD_THEN_NAME.search(passage.text) else ():
            hint = "Cần văn bản đồng ý của cha mẹ (và của em, nếu từ 7 tuổi); nếu không thì bỏ họ, trường, lớp."
            yield Remark(passage.span(*match.span()), f"Có tên một em nhỏ: {quote(match[0])}.", hint)


SENSITIVE_RULES = (birth_date, sensitive, child)
