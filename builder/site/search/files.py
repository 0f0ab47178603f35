"""The index as files: the names table with the lexicon, the postings shared out to files, the text of each story.

A frequent term has a file of its own; the others share files by their hash, as many as make files of some 16 kB. The
lexicon tells which terms there are and where, the most frequent first, and what a file of its own costs: so the browser
never asks for what is not there, finishes words that are being typed, and knows the price of a query before it asks. A
version goes with every request for the index, so that no two states of it mix.

A file of postings is one line of JSON, ``[[folded, [[spelled, [volume, length, volume, length, …]], …]], …]``, and
after it the strings it measures, joined: a list, for a browser would put numbers first among the keys of an object.
The text of a story is fetched only for the results that are shown.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Final

from builder.model import Story
from builder.site import addresses
from builder.site.kit import Kit
from builder.site.page import SiteFile
from builder.site.pending import PendingFiles, key_of
from builder.site.store import latest

from .names import NAMES_FILE, facets, names_table, rows_of
from .postings import Piece, Postings, joined, piece_of
from .words import searched_text

_ALONE: Final = 4000
"""From so many numbers on a term has its own file."""
_SHARED: Final = 12_000
"""So many numbers go into a shared file, more or less."""
_MOST_SHARED: Final = 256
_PIECE: Final = 32
"""At least so many stories are counted together, and about twice as many."""
_SAMPLE: Final = 8192

_POSTINGS: Final = "vi-tri"

Lexicon = Mapping[str, str | Sequence[str] | Sequence[int]]

Block = tuple[str, int, str]
"""The postings of one spelling of a term in one volume: spelling, number of the volume, postings."""


def text_file(story_id: str) -> str:
    """Where the words of a story lie."""
    return f"{addresses.SEARCH}/bai/{story_id}.txt"


def postings_file(name: str) -> str:
    """Where a file of postings lies; ``name`` as the lexicon gives it."""
    return f"{addresses.SEARCH}/{_POSTINGS}/{name}.txt"


def search_files(kit: Kit, stories: Iterable[Story] | None = None) -> Iterator[PendingFiles]:
    """The texts of ``stories`` (not given: of all) and the index of all, to be made. The same make the same bytes."""
    index = _Index(kit)
    for story in kit.library.stories if stories is None else stories:
        yield PendingFiles((text_file(story.id),), kit.prints.whole(story), partial(_text_of, story, kit))
    prefixes = (f"{addresses.SEARCH}/{_POSTINGS}/", NAMES_FILE)
    yield PendingFiles(prefixes, index.key, lambda: (*index.postings, index.names), index.counts)


def _text_of(story: Story, kit: Kit) -> tuple[SiteFile]:
    return (SiteFile(text_file(story.id), searched_text(story, kit.cached).encode()),)


class _Index:
    """The table and the postings of all stories, counted when one of their files must be made."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._rows = rows_of(kit.library)
        self._keys = [key_of([kit.prints.whole(story) for story in volume]) for volume in self._rows]

    @property
    def key(self) -> str:
        """A print of all stories with their texts, in the order of the index."""
        return key_of(self._keys)

    @property
    def counts(self) -> tuple[Callable[[], object], ...]:
        """The counting of each volume."""
        return tuple(partial(self._volume, *pair) for pair in zip(self._rows, self._keys, strict=True))

    @cached_property
    def _made(self) -> tuple[dict[str, bytes], bytes]:
        volumes = [self._volume(*pair) for pair in zip(self._rows, self._keys, strict=True)]
        files, lexicon = _index_files(_by_term(volumes))
        version = hashlib.blake2b(self.key.encode(), digest_size=6)
        for path in sorted(files):
            version.update(path.encode() + files[path])
        strides = [length for postings in volumes for length in postings.strides]
        rest = _json({"version": version.hexdigest(), "lexicon": lexicon})
        return files, self._names_but_strides + b',"strides":' + _json(strides) + b"}," + rest[1:]

    @property
    def _names_but_strides(self) -> bytes:
        """The table of names, kept while no name changes, up to where its columns end."""
        name = latest("names", key_of(self._kit.stock_key, facets(self._kit.library)))
        made = self._kit.cached(name, lambda: _json(names_table(self._kit.library)).decode())
        return made.encode().removesuffix(b"}}")

    @property
    def postings(self) -> Iterator[SiteFile]:
        """The files of postings."""
        return (SiteFile(path, data) for path, data in self._made[0].items())

    @property
    def names(self) -> SiteFile:
        """The table of names."""
        return SiteFile(NAMES_FILE, self._made[1])

    def _volume(self, stories: Sequence[Story], key: str) -> Postings:
        """The postings of a volume, kept under its stories: an edited one costs its volume, not the others."""
        made = []

        def counted() -> str:
            made.append(joined(map(self._piece, pieces(stories))))
            return made[0].pack()

        kept = self._kit.cached(latest(f"postings of {stories[0].volume.code}", key), counted)
        return made[0] if made else Postings.unpack(kept)

    def _piece(self, stories: Sequence[Story]) -> Piece:
        """Some stories of a volume counted, kept under these."""
        made = []

        def counted() -> str:
            made.append(piece_of(searched_text(story, self._kit.cached) for story in stories))
            return made[0].pack()

        key = key_of([self._kit.prints.whole(story) for story in stories])
        kept = self._kit.cached(latest(f"words from {stories[0].id} on", key), counted)
        return made[0] if made else Piece.unpack(kept)


def pieces(stories: Sequence[Story]) -> Iterator[Sequence[Story]]:
    """A volume cut where ids decide, so that a story that comes or goes leaves all pieces but its own as they are."""
    start = 0
    for at, story in enumerate(stories):
        if at - start >= _PIECE and share_of(story.id, _PIECE) == 0:
            yield stories[start:at]
            start = at
    yield stories[start:]


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
    kilobytes = [_packed_size(files[postings_file(f"r-{folded}")]) // 1000 for folded in alone]
    return files, {"alone": " ".join(alone), "kilobytes": kilobytes, "shared": [" ".join(held) for held in shared]}


def _packed_size(data: bytes) -> int:
    """About how many bytes a host sends for a file, told from its middle."""
    start = max(0, len(data) // 2 - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    return len(zlib.compress(sample)) * len(data) // len(sample)


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
