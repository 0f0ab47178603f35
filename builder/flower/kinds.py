"""The twelve flowers by which Hà Nội counts its year: their names, and which of them a story carries."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """A flower of the year, in the order of the months it blooms in (January first)."""

    DAO = "dao"
    BAN = "ban"
    SUA = "sua"
    LOA_KEN = "loa-ken"
    PHUONG = "phuong"
    SEN = "sen"
    BANG_LANG = "bang-lang"
    HOANG_LAN = "hoang-lan"
    THACH_THAO = "thach-thao"
    HOA_SUA = "hoa-sua"
    CUC_HOA_MI = "cuc-hoa-mi"
    CAI_VANG = "cai-vang"


class Size(StrEnum):
    """How much room, and so how much detail, a drawing gets.

    SMALL is a square for a card, MEDIUM a 4:3 story head, PLATE a page (109:163), LINE a one-colour ornament.
    """

    SMALL = "small"
    MEDIUM = "medium"
    PLATE = "plate"
    LINE = "line"


class Ink(StrEnum):
    """What the tints are written in: screen hex, four-colour CMYK, or tints of black alone."""

    SCREEN = "screen"
    PRESS = "press"
    GREY = "grey"


LABELS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        Kind.DAO: "Hoa đào",
        Kind.BAN: "Hoa ban",
        Kind.SUA: "Hoa sưa",
        Kind.LOA_KEN: "Hoa loa kèn",
        Kind.PHUONG: "Hoa phượng",
        Kind.SEN: "Hoa sen",
        Kind.BANG_LANG: "Hoa bằng lăng",
        Kind.HOANG_LAN: "Hoa hoàng lan",
        Kind.THACH_THAO: "Hoa thạch thảo",
        Kind.HOA_SUA: "Hoa sữa",
        Kind.CUC_HOA_MI: "Hoa cúc họa mi",
        Kind.CAI_VANG: "Hoa cải vàng",
    },
)
_BY_MONTH: Final = tuple(Kind)


def for_month(month: int) -> Kind:
    """Return the flower of a month, 1 (January) to 12; any other number is a ValueError."""
    if not 1 <= month <= len(_BY_MONTH):
        message = f"month must be 1..{len(_BY_MONTH)}, not {month}"
        raise ValueError(message)
    return _BY_MONTH[month - 1]


_KEPT: Final = 1 << 16
"""A story is asked for its flower by every page that shows it; so many answers are remembered."""

VARIANTS: Final = 64
"""Drawings of each flower. A stock of tens of thousands of stories shares 768 drawings, made once and kept."""


@lru_cache(maxsize=_KEPT)
def seed_of(story_id: str) -> str:
    """Return the seed of a story's drawing, one of ``VARIANTS``, settled by its id."""
    digest = blake2b(story_id.encode(), digest_size=8, person=b"flower-seed").digest()
    return f"{int.from_bytes(digest) % VARIANTS:02d}"


@lru_cache(maxsize=_KEPT)
def for_story(story_id: str, month: int | None) -> Kind:
    """Return the flower a story carries: that of its month (of writing or award), else one fixed by its id."""
    if month is not None:
        return for_month(month)
    digest = blake2b(story_id.encode(), digest_size=8, person=b"flower-kind").digest()
    return _BY_MONTH[int.from_bytes(digest) % len(_BY_MONTH)]
