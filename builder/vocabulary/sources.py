"""Where statements come from, in words: each source stands once in ``data/sources.toml`` and is cited by its code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .tables import read_toml

BETWEEN = "; "


def cited(codes: str) -> str:
    """The sources behind codes parted by semicolons, as people read them. An unknown code raises KeyError.

    “nq-15-2008” is “Nghị quyết 15/2008/QH12, có hiệu lực từ ngày 01/8/2008 (đọc trên trang Báo Mới, bài số 1671696,
    …)”. No code is no source: the answer is empty.
    """
    words = source_words()
    return BETWEEN.join(words[code] for code in codes.split(";") if code)


@lru_cache(maxsize=1)
def source_words() -> Mapping[str, str]:
    """Each source of the packaged list in words, by its code."""
    document = read_toml("sources")
    outlets = {row["code"]: row["name"] for row in document["outlet"]}
    return {row["code"]: _words(row, outlets) for row in document["source"]}


def _words(row: Mapping[str, Any], outlets: Mapping[str, str]) -> str:
    """A document with where it was read in brackets; what was only read somewhere begins with that place."""
    places = [_place(place, outlets) for place in row.get("read", ())]
    read = (", và " if any("," in place for place in places) else " và ").join(places)
    text = row.get("text", "")
    said = f"{text} (đọc trên {read})" if text and read else text or read[:1].upper() + read[1:]
    return BETWEEN.join(part for part in (said, row.get("note", "")) if part)


def _place(place: Mapping[str, str], outlets: Mapping[str, str]) -> str:
    where = place.get("where")
    return f"{outlets[place['at']]}, {where}" if where else outlets[place["at"]]
