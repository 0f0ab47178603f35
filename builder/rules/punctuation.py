"""Signs and the spaces around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model import Fix, Severity

from .copy import Copy
from .prose import BLOT, LOWER, Kind, Prose, body_prose, header_prose, place
from .rule import Remark, rule
from .words import quote

_SPACE = "[ \\t\u00a0]"
_LETTER = r"[^\W\d_]"
_AROUND = 12


@dataclass(frozen=True, slots=True)
class _Slip:
    """A slip of the typing hand: what it looks like, how to say it, what to write for it.

    Where none of ``signs`` stands in a text, the pattern need not be tried.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    message: str
    hint: str
    mended: str
    safe: bool = False


def _slip(signs: str, pattern: str, message: str, hint: str, mended: str, *, safe: bool = False) -> _Slip:  # noqa: PLR0913  # a row of the table below
    return _Slip(tuple(signs.split("|")), re.compile(pattern), message, hint, mended, safe)


_SLIPS = (
    _slip(
        "  |\t|\u00a0",
        rf"(?<=\S){_SPACE}{{2,}}(?=[^\s,;:.!?)”])",
        "Có hai dấu cách liền nhau",
        "Chỉ để một dấu cách.",
        " ",
        safe=True,
    ),
    _slip(
        " ,| ;| !| ?| )| ”| .| :|\t|\u00a0",
        rf"(?<=[^\s“(]){_SPACE}+(?P<sign>[,;?)”]|!(?!\[)|\.(?![.\w])|(?<!\d ):(?![)(])|:(?!{_SPACE}?\d))",
        "Trước dấu câu có dấu cách",
        "Viết dấu câu liền với chữ đứng trước.",
        r"\g<sign>",
        safe=True,
    ),
    _slip(
        "“ |( |“\t|(\t|“\u00a0|(\u00a0",
        rf"(?P<sign>[“(]){_SPACE}+(?=[^\s”)])",
        "Sau dấu mở có dấu cách",
        "Viết dấu mở liền với chữ đứng sau.",
        r"\g<sign>",
        safe=True,
    ),
    _slip(
        ",|;|!|?|:",
        rf"(?P<sign>[,;!?:])(?:(?<=[\w”)*].)(?={_LETTER}|[“(])|(?<=[{LOWER}][,;])(?=\d))",
        "Sau dấu câu thiếu dấu cách",
        "Thêm một dấu cách sau dấu câu.",
        r"\g<sign> ",
        safe=True,
    ),
    _slip(
        ".",
        rf"(?P<sign>\.)(?<=[{LOWER}][{LOWER}].)(?=(?![{LOWER}]){_LETTER}[{LOWER}])",
        "Sau dấu chấm thiếu dấu cách",
        "Thêm một dấu cách sau dấu chấm.",
        r"\g<sign> ",
        safe=True,
    ),
    _slip(
        "....",
        r"(?<!\.)\.{4,}",
        "Có bốn dấu chấm trở lên liền nhau",
        "Lời bỏ lửng viết “…”; nếu là chỗ chừa trống thì điền vào.",
        "…",
    ),
    _slip(
        "..", r"(?<![./])\.\.(?![./])", "Có hai dấu chấm liền nhau", "Hết câu viết một dấu chấm; bỏ lửng viết “…”.", "."
    ),
    _slip(",,|;;|::", r"(?P<sign>[,;:])(?P=sign)+", "Có dấu câu lặp lại", "Chỉ để một dấu.", r"\g<sign>"),
    _slip("'", rf"(?<={_LETTER})'(?={_LETTER})", "Có dấu nháy thẳng", "Thay bằng dấu ’.", "’"),
    _slip(
        "'",
        rf"(?<![\w'])'(?P<words>(?:{_LETTER}|\d)[^'\n{BLOT}]*)'(?!\w)",
        "Có dấu nháy thẳng",
        "Lời trích trong lời trích đặt trong dấu ‘ ’.",
        r"‘\g<words>’",
    ),
)


@rule("text/punctuation", Severity.WARNING, source="Quy tắc gõ văn bản: dấu câu liền chữ trước, cách chữ sau")
def punctuation(copy: Copy) -> Iterator[Remark]:
    """Dấu câu hoặc dấu cách chưa đúng.

    Dấu chấm, phẩy, hai chấm, chấm hỏi viết liền chữ đứng trước và cách chữ đứng sau một dấu cách. Thừa một dấu cách,
    dòng chữ căn đều sẽ hở; dấu câu có thể rơi xuống đầu dòng. Số, giờ, số văn bản và địa chỉ trang mạng không tính.

    Cách sửa: để máy sửa dấu cách; dấu lặp lại thì xem rồi sửa.

    Sai: `Bà ra bến ,đếm áo phao..`
    Đúng: `Bà ra bến, đếm áo phao.`
    """
    body = copy.manuscript.body
    possible = [slip for slip in _SLIPS if _may_hold(slip, body)]
    for part in header_prose(copy):
        yield from _slips(copy, part, _SLIPS)
    for part in body_prose(copy):
        if part.kind not in {Kind.TABLE, Kind.CODE}:
            yield from _slips(copy, part, possible)


def _may_hold(slip: _Slip, text: str) -> bool:
    return any(sign in text for sign in slip.signs) and slip.pattern.search(text) is not None


def _slips(copy: Copy, part: Prose, slips: Iterable[_Slip]) -> Iterator[Remark]:
    for slip in slips:
        yield from (_told(copy, part, slip, match) for match in slip.pattern.finditer(part.text))


def _told(copy: Copy, part: Prose, slip: _Slip, match: re.Match[str]) -> Remark:
    span = place(copy, part.start + match.start(), part.start + match.end())
    shown = quote(_around(part.text, *match.span()).replace(BLOT, ""))
    return Remark(span, f"{slip.message}: {shown}.", slip.hint, Fix(span, match.expand(slip.mended), safe=slip.safe))


def _around(text: str, start: int, end: int) -> str:
    """The place with the words it stands between, cut where words end, on one line."""
    left = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    right = text[end : end + _AROUND].partition("\n")[0]
    left = left.partition(" ")[2] or left if len(left) == _AROUND else left
    right = right.rpartition(" ")[0] or right if len(right) == _AROUND else right
    return f"{left}{text[start:end]}{right}"


PUNCTUATION_RULES = (punctuation,)
