"""Slugs: names of files and addresses in a-z, 0-9 and single hyphens."""

import re
import unicodedata
from typing import Final

from builder.vietnamese.letters import MARKS
from builder.vietnamese.normal import substitute_lookalikes

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARK: Final = re.compile(f"[{MARKS}]")
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """Make a slug: "Đỗ Thị Hoà" gives "do-thi-hoa". Unlike the search fold, i and y stay apart.

    Raises ValueError when no letter or digit is left.
    """
    plain = substitute_lookalikes(unicodedata.normalize("NFKD", text))
    lower = _MARK.sub("", plain).lower().replace("đ", "d")
    slug = _OTHER.sub("-", lower).strip("-")
    if not slug:
        message = f"không tạo được tên đường dẫn từ {text!r}: không còn chữ cái hay chữ số nào"
        raise ValueError(message)
    return slug


def is_slug(text: str) -> bool:
    """Tell whether a text is a slug: a-z, 0-9, single hyphens inside."""
    return _SLUG.fullmatch(text) is not None
