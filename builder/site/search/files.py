"""The index as files: the names table with the lexicon, the postings shared out to files, the text of each story.

A frequent term has a file of its own; the others share files by their hash, as many as make files of some 16 kB. The
lexicon tells which terms there are and where, the most frequent first: so the browser never asks for what is not
there, and finishes words that are being typed. A version goes with every request for the index, so that no two states
of it mix.

A file of postings is one line of JSON, ``[[folded, [[spelled, [volume, length, volume, length, …]], …]], …]``, and
after it the strings it measures, joined: a list, for a browser would put numbers first among the keys of an object.
The text of a story is fetched only for the results that are shown.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from builder.catalogue import Library
from builder.site import addresses

from .names import NAMES_FILE, names_table, rows_of
from .postings import Postings, volume_postings
from .words import Cached, searched_text

_ALONE: Final = 4000
"""From so many numbers on a term has its own file."""
_SHARED: Final = 12_000
"""So many numbers go into a shared file, more or less."""
_MOST_SHARED: Final = 256

Lexicon = Mapping[str, str | Sequence[str]]

Block = tuple[str, int, str]
"""The postings of one spelling of a term in one volume: spelling, number of the volume, postings."""


def text_file(story_id: str) -> str:
    """Where the words of a story lie."""
    return f"{addresses.SEARCH}/bai/{story_id}.txt"


def postings_file(name: str) -> str:
    """Where a file of postings lies; ``name`` as the lexicon gives it."""
    return f"{addresses.SEARCH}/vi-tri/{name}.txt"


def search_files(library: Library, cached: Cached) -> Mapping[str, bytes]:
    """Every file of the search by path. The same stories make the same bytes."""
    rows = rows_of(library)
    texts = [[searched_text(story, cached) for story in volume] for volume in rows]
    volumes = [_volume(held, cached) for held in texts]
    files = {
        text_file(story.id): text.encode()
        for volume, held in zip(rows, texts, strict=True)
        for story, text in zip(volume, held, strict=True)
    }
    index, lexicon = _index_files(_by_term(volumes))
    files |= index
    version = hashlib.blake2b(digest_size=6)
    for path in sorted(files):
        version.update(path.encode() + files[path])
    table = names_table(library)
    table["columns"]["strides"] = [length for postings in volumes for length in postings.strides]
    files[NAMES_FILE] = _json({**table, "version": version.hexdigest(), "lexicon": lexicon})
    return files


def _volume(texts: Sequence[str], cached: Cached) -> Postings:
    """The postings of a volume, kept under its texts: an edited story costs its volume, not the others."""
    digest = hashlib.blake2b()
    for text in texts:
        digest.update(hashlib.blake2b(text.encode()).digest())
    key = f"postings of a volume\n{digest.hexdigest()}"
    return Postings.unpack(cached(key, lambda: volume_postings(texts).pack()))


def _by_term(volumes: Sequence[Postings]) -> Mapping[str, list[Block]]:
    """Every folded term with its blocks, spelling by spelling, volume by volume."""
    found: dict[str, list[Block]] = defaultdict(list)
    for number, postings in enumerate(volumes):
        for key, steps in postings.steps.items():
            folded, spelling = key.split(" ")
            found[folded].append((spelling, number, steps))
    for blocks in found.values():
        blocks.sort(key=lambda block: block[:2])
    return found


def _index_files(terms: Mapping[str, list[Block]]) -> tuple[dict[str, bytes], Lexicon]:
    """The files of postings by path, and the lexicon that leads to them."""
    weights = {folded: sum(len(numbers) for _, _, numbers in blocks) for folded, blocks in terms.items()}
    order = sorted(terms, key=lambda folded: (-weights[folded], folded))
    alone = [folded for folded in order if weights[folded] >= _ALONE and folded.isascii()]
    rest = [folded for folded in order if weights[folded] < _ALONE or not folded.isascii()]
    shared: list[list[str]] = [[] for _ in range(_shares(sum(weights[folded] for folded in rest)))]
    for folded in rest:
        shared[share_of(folded, len(shared))].append(folded)
    files = {postings_file(f"r-{folded}"): _postings([folded], terms) for folded in alone}
    files |= {postings_file(f"c-{n}"): _postings(sorted(held), terms) for n, held in enumerate(shared) if held}
    return files, {"alone": " ".join(alone), "shared": [" ".join(held) for held in shared]}


def _shares(weight: int) -> int:
    """A power of two, so that a term keeps its file while the stock grows."""
    count = 1
    while count < _MOST_SHARED and weight > count * _SHARED:
        count *= 2
    return count


def share_of(folded: str, count: int) -> int:
    """Which of ``count`` shared files holds a term."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=4).digest(), "big") % count


def _postings(terms: Iterable[str], blocks: Mapping[str, list[Block]]) -> bytes:
    head: list[tuple[str, list[tuple[str, list[int]]]]] = []
    body: list[str] = []
    for folded in terms:
        head.append((folded, list(_measured(blocks[folded]))))
        body.extend(numbers for _, _, numbers in blocks[folded])
    return _json(head) + b"\n" + "".join(body).encode()


def _measured(blocks: Iterable[Block]) -> Iterator[tuple[str, list[int]]]:
    """Each spelling with the numbers of its volumes and the lengths of their strings, in turn."""
    spellings: dict[str, list[int]] = {}
    for spelling, volume, numbers in blocks:
        spellings.setdefault(spelling, []).extend((volume, len(numbers)))
    yield from spellings.items()


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
