"""The cover of a book: what an edition may say of it. All of it may be left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Binding(StrEnum):
    """How leaves are held: glued into a square back (``keo``), or stapled in the fold, with no spine (``ghim``)."""

    GLUED = "keo"
    STAPLED = "ghim"


@dataclass(frozen=True, slots=True)
class Cover:
    """What an edition says of its cover.

    Attributes:
        blurb: the words on the back; empty gives a sentence that counts the stories.
        flower: the code of the book's flower; empty leaves it to the month it celebrates, else to its id.
        spine: the words on the spine; empty gives title and subtitle.
        url: where the QR code leads; empty leaves it to the site's address.
    """

    blurb: str = ""
    flower: str = ""
    spine: str = ""
    url: str = ""
