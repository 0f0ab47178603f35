"""Checking each file once: findings are kept under the hash of all they depend on, the rest is checked by workers.

What a rule says of a file depends on the file, the rules, the closed lists, the register of volumes, and, where it has
photos, on the photos; of nothing else. Findings are kept as JSON: a store that someone else wrote can hold wrong
findings at worst, never code.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from builder.manuscript import Manuscript
from builder.model import Finding, Volume
from builder.model.picture import PictureFacts
from builder.rules import Copy, check_copy, make_copy
from builder.rules.sketch import Sketch, sketch
from builder.vocabulary import load_vocabulary
from builder.workspace import Cache, code_fingerprint, digest

MANY = 400
"""From so many files on, starting workers pays."""
CHUNK = 50

_CODE = ("manuscript", "model", "rules", "vietnamese", "vocabulary", "render")


Look = tuple[tuple[Finding, ...], Sketch]
"""What is kept of a file: the findings on it, and the sketch of its body."""


@cache
def _form() -> TypeAdapter[Look]:
    return TypeAdapter(Look)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What rules know besides the file: the register of volumes, the photos on disk and what stands in them."""

    volumes: Mapping[int, Volume]
    photos: frozenset[str]
    pictures: Mapping[str, PictureFacts]


def looked_at(copies: Sequence[Copy], around: Surroundings, store: Cache) -> list[Look]:
    """Findings and sketch of each file; kept ones are not made again."""
    keys = _keys(copies, around)
    kept = {key: found for key in keys if key and (found := _read(store.get(key))) is not None}
    missing = {key: copy for key, copy in zip(keys, copies, strict=True) if key and key not in kept}
    made = _look_at_all(list(missing.values()), around)
    store.put_all((key, _form().dump_json(found)) for key, found in zip(missing, made, strict=True))
    kept |= dict(zip(missing, made, strict=True))
    return [kept[key] if key else _look(copy) for key, copy in zip(keys, copies, strict=True)]


def _look(copy: Copy) -> Look:
    return check_copy(copy), sketch(copy.manuscript.body)


def _keys(copies: Sequence[Copy], around: Surroundings) -> list[bytes]:
    code = code_fingerprint(*_CODE)
    volumes = repr(sorted(around.volumes.items()))
    photos = repr((sorted(around.photos), sorted(around.pictures.items(), key=lambda item: item[0])))
    bare, pictured = digest(code, volumes), digest(code, volumes, photos)
    return [_key(copy.manuscript, pictured if _has_photos(copy.manuscript) else bare) for copy in copies]


def _key(manuscript: Manuscript, around: bytes) -> bytes:
    """The key of a file; empty where its name is no text, for then its findings cannot be kept as JSON."""
    if not manuscript.path.isprintable():
        return b""
    return digest(around, manuscript.path, manuscript.text, repr(manuscript.faults))


def _has_photos(manuscript: Manuscript) -> bool:
    return "photos" in (manuscript.header or {}) or "![" in manuscript.body


def _read(data: bytes | None) -> Look | None:
    """A kept look; what cannot be read counts as not kept."""
    if data is None:
        return None
    try:
        return _form().validate_json(data)
    except ValidationError:
        return None


def _look_at_all(copies: Sequence[Copy], around: Surroundings) -> list[Look]:
    if len(copies) < MANY:
        return [_look(copy) for copy in copies]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(mp_context=context, initializer=_begin, initargs=(around,)) as pool:
        return list(pool.map(_look_at_one, [copy.manuscript for copy in copies], chunksize=CHUNK))


_around: list[Surroundings] = []
"""What a worker process was told at its start; empty in all others."""


def _begin(around: Surroundings) -> None:
    _around.append(around)


def _look_at_one(manuscript: Manuscript) -> Look:
    around = _around[0]
    return _look(make_copy(manuscript, load_vocabulary(), around.volumes, around.photos, around.pictures))
