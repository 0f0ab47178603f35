"""Where everything stands on the site. An address once printed in a book must lead there for ever."""

from __future__ import annotations

from typing import Final

from builder.model import Story

VOLUMES: Final = "tap"
PLACES: Final = "dia-ban"
FIELDS: Final = "linh-vuc"
LEVELS: Final = "cap-khen"
YEARS: Final = "nam"
PERSONS: Final = "nhan-vat"
BODIES: Final = "tap-the"
BOOKS: Final = "sach"
SEARCH: Final = "tim-kiem"
STORIES: Final = "bai"
FLOWERS: Final = "hoa"
RULES: Final = "quy-tac"
MAP: Final = "ban-do"
TIMELINE: Final = "dong-thoi-gian"
GALLERY: Final = "thu-vien-anh"
OFFLINE: Final = "ngoai-tuyen"
CARDS: Final = "the"
DATA: Final = "du-lieu"
FEED: Final = "tin-moi.xml"

_OTHER: Final = "khac"
_TELEX: Final = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}


def story_path(story: Story) -> str:
    """The page of a story."""
    return f"{STORIES}/{story.id}/"


def shelf_path(section: str, code: str) -> str:
    """The first page of a shelf."""
    return f"{section}/{code}/"


def paged(base: str, number: int) -> str:
    """Page ``number`` (from 1) of a listing: the first stands at the listing's own address."""
    return base if number == 1 else f"{base}{number}/"


def letter_code(heading: str) -> str:
    """The address of an index letter as Telex types it, for A, Ă and Â share one key: Ă is ``aw``, Đ is ``dd``."""
    if not heading.isalpha():
        return _OTHER
    return _TELEX.get(heading, heading.lower())


def letter_path(heading: str) -> str:
    """The page of persons under a letter."""
    return f"{PERSONS}/{letter_code(heading)}/"


def book_path(edition_id: str) -> str:
    """The page of a book."""
    return f"{BOOKS}/{edition_id}/"


def flower_path(size: str, kind: str, seed: str) -> str:
    """A drawing, on cards, at the heads of stories and on the covers of books."""
    return f"{FLOWERS}/{size}/{kind}-{seed}.svg"
