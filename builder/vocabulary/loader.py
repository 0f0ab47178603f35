"""From the packaged files to the one Vocabulary of a run."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from builder.model import Term

from . import rows
from .districts import read_districts
from .lists import Vocabulary
from .tables import read_csv, read_terms

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The closed lists, read once and never changed."""
    return Vocabulary(
        fields=_terms("fields"),
        award_levels=_terms("award_levels"),
        level_periods=keyed((row["code"], rows.period(row)) for row in read_terms("award_levels")),
        movements=_terms("movements"),
        unit_kinds=_terms("unit_kinds"),
        awards=keyed((row["code"], rows.award(row)) for row in read_csv("awards")),
        districts=keyed((district.code, district) for district in read_districts(read_csv("districts"))),
        wards=keyed((row["code"], rows.ward(row)) for row in read_csv("wards")),
        former_wards=keyed(((row["district"], row["code"]), rows.former_ward(row)) for row in read_csv("former_wards")),
    )


def keyed(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, Value]:
    """A read-only mapping in the order given; a key given twice raises ValueError instead of losing an entry."""
    entries: dict[Key, Value] = {}
    for key, value in pairs:
        if key in entries:
            msg = f"{key!r} stands twice in the list"
            raise ValueError(msg)
        entries[key] = value
    return MappingProxyType(entries)


def _terms(name: str) -> Mapping[str, Term]:
    return keyed((row["code"], rows.term(row, rank)) for rank, row in enumerate(read_terms(name), start=1))
