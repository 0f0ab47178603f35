"""Reading the stock: each file is read and checked once, by workers when there are many, and again when it changed.

What a rule says of a file depends on the file, the rules, the closed lists, the register of volumes, and, where it has
photos, on the photos; of nothing else. What was found is kept as JSON: a store that someone else wrote can hold wrong
findings at worst, never code.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice

from builder.forking import may_fork
from builder.manuscript import Manuscript, read
from builder.manuscript.story_row import RowReader
from builder.model import BuilderError, Story, Volume
from builder.model.picture import PictureFacts
from builder.rules import Copy, StockEntry, make_copy
from builder.rules.photo_entries import declared
from builder.vocabulary import Vocabulary, load_vocabulary
from builder.workspace import (
    Bodies,
    Cache,
    Root,
    Seen,
    Sight,
    Texts,
    code_fingerprint,
    digest,
    disk_clock,
    read_story,
    settled,
    story_states,
)

from .pictures import CACHE_FILE as PICTURES_FILE
from .pictures import read_pictures
from .records import Record, packed, record_of, unpacked, unpacked_entry

MANY = 300
"""From so many files on, starting workers pays."""
CHUNK = 40
BATCH = 500
"""So many results are held before they are written down."""
STORE_FILE = "stock.sqlite"

_CODE = ("manuscript", "model", "rules", "vietnamese", "vocabulary", "render", "pipeline")


@dataclass(frozen=True)
class Surroundings:
    """What rules know besides the file: the root it lies below, the register of volumes, the photos on disk."""

    root: Root
    volumes: Mapping[int, Volume]
    photos: frozenset[str]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        return load_vocabulary()

    @cached_property
    def print(self) -> bytes:
        """A hash of all that is the same for every file."""
        return digest(code_fingerprint(*_CODE), repr(sorted(self.volumes.items())))

    @cached_property
    def _all_photos(self) -> str:
        return repr(sorted(self.photos))

    def pictures(self, names: Iterable[str], cache: Cache) -> Mapping[str, PictureFacts]:
        """What stands in photos, of those that are there."""
        return read_pictures(self.root, self.photos & set(names), cache)

    def photo_hashes(self, stories: Iterable[Story]) -> Mapping[str, str]:
        """Hashes of the photos of stories, by their files."""
        names = {photo.file for story in stories for photo in story.photos}
        if not names:
            return {}
        with Cache(self.root.cache / PICTURES_FILE) as cache:
            return {name: facts.digest for name, facts in self.pictures(names, cache).items()}

    def pictured(self, names: Sequence[str], facts: Mapping[str, PictureFacts]) -> str:
        """A print of what a file's rules can know of photos: of its own, and of all names where one is missing."""
        if not names:
            return ""
        missing = self._all_photos if any(name not in self.photos for name in names) else ""
        return digest(repr([(name, facts.get(name)) for name in names]), missing).hex()

    def copy(self, manuscript: Manuscript, cache: Cache) -> Copy:
        """A manuscript as the rules see it, with what stands in the photos it declares."""
        copy = make_copy(manuscript, self.vocabulary, self.volumes, self.photos, {})
        names = [file for _, file in declared(copy)]
        if not names:
            return copy
        return make_copy(manuscript, self.vocabulary, self.volumes, self.photos, self.pictures(names, cache))


Found = tuple[Record, Texts]
"""Of a file: what is kept at hand, and what is kept for later."""


def read_stock(
    around: Surroundings, meanwhile: Callable[[], None] | None = None
) -> tuple[tuple[Record, ...], Mapping[str, Texts]]:
    """Every story file below the root, in order of paths; and the texts of those of which nothing is kept.

    What is to be done ``meanwhile`` is done while workers read, if there is enough to read for workers.
    """
    root = around.root
    now = disk_clock(root.cache)
    states = story_states(root)
    trusted = {path: state if settled(state, now) else "" for path, state in states.items()}
    with Seen(root.cache / STORE_FILE) as seen, Cache(root.cache / PICTURES_FILE) as pictures:
        sights = seen.sights()
        known, touched = _known(around, states, sights)
        _drop_pictured_anew(known, around, pictures)
        seen.put_states({path: trusted[path] for path in touched if path in known})
    fresh: dict[str, Texts] = {}
    missing = [path for path in states if path not in known]
    with _looked_at(missing, around) as made, Seen(root.cache / STORE_FILE) as seen:
        if meanwhile and len(missing) >= MANY:
            meanwhile()
        for batch in _batches(made):
            fresh |= _keep(seen, batch, trusted)
            known |= {path: record for path, (record, _) in batch.items()}
        seen.forget(path for path in sights if path not in states)
    return tuple(known[path] for path in states), fresh


def _batches(made: Iterator[tuple[str, Found]]) -> Iterator[Mapping[str, Found]]:
    while batch := dict(islice(made, BATCH)):
        yield batch


def _known(
    around: Surroundings, states: Mapping[str, str], sights: Mapping[str, Sight]
) -> tuple[dict[str, Record], list[str]]:
    """The records of files that hold what they held, and which of these were touched since."""
    known, touched = {}, []
    for path, state in states.items():
        sight = sights.get(path)
        if sight is None or not state or not sight.key.startswith(around.print):
            continue
        same = sight.state == state
        if same or sight.key == _key_on_disk(around, path):
            with suppress(ValueError, TypeError):
                known[path] = unpacked(path, sight.key, sight.told)
                touched += [] if same else [path]
    return known, touched


def _key_on_disk(around: Surroundings, path: str) -> bytes:
    try:
        return _key(around, path, (around.root.path / path).read_bytes())
    except OSError:
        return b""


def _drop_pictured_anew(known: dict[str, Record], around: Surroundings, pictures: Cache) -> None:
    """Take out the records of files whose photos are no longer what they were."""
    with_photos = [record for record in known.values() if record.photos]
    facts = around.pictures({name for record in with_photos for name in record.photos}, pictures)
    for record in with_photos:
        if record.pictured != around.pictured(record.photos, facts):
            del known[record.path]


def _keep(seen: Seen, made: Mapping[str, Found], states: Mapping[str, str]) -> dict[str, Texts]:
    """Keep what was found; a file whose name is no text, or which could not be read, is looked at every time.

    Returns:
        The texts of the files of which nothing is kept.
    """
    lasting = {path: found for path, found in made.items() if found[0].key}
    if lasting:
        seen.put({p: (Sight(states[p], record.key, packed(record)), texts) for p, (record, texts) in lasting.items()})
    return {path: texts for path, (_, texts) in made.items() if path not in lasting}


def _key(around: Surroundings, path: str, data: bytes) -> bytes:
    return around.print + digest(path, data)


def _look(path: str, around: Surroundings, pictures: Cache) -> Found:
    """Read and check one file."""
    file = around.root.path / path
    key = b""
    if file.is_file() and not file.is_symlink():
        try:
            data = file.read_bytes()
            manuscript, key = read(path, data), _key(around, path, data)
        except OSError:
            manuscript = read_story(around.root, file)
    else:
        manuscript = read_story(around.root, file)
    copy = around.copy(manuscript, pictures)
    names = tuple(dict.fromkeys(name for _, name in declared(copy)))
    return record_of(copy, key, around.pictured(names, copy.pictures))


@contextmanager
def _looked_at(paths: Sequence[str], around: Surroundings) -> Iterator[Iterator[tuple[str, Found]]]:
    """Read and check files, many of them by workers.

    To be entered with no store open: workers are begun here, as copies of this process where that is safe. What SQLite
    knows of a file's locks is copied, too, and the locks are not (sqlite.org/howtocorrupt.html, 2.6).
    """
    if len(paths) < MANY:
        with Cache(around.root.cache / PICTURES_FILE) as pictures:
            yield ((path, _look(path, around, pictures)) for path in paths)
        return
    forked = may_fork()
    if forked:
        _ = around.vocabulary, around.print  # copied with the process, and made by no worker again
    context = multiprocessing.get_context("fork" if forked else "spawn")
    with ProcessPoolExecutor(mp_context=context, initializer=_begin, initargs=(around,)) as pool:
        yield zip(paths, pool.map(_look_at_one, paths, chunksize=CHUNK), strict=True)


_place: list[tuple[Surroundings, Cache]] = []
"""What a worker process was told at its start; empty in all others."""


def _begin(around: Surroundings) -> None:
    _place.append((around, Cache(around.root.cache / PICTURES_FILE)))


def _look_at_one(path: str) -> Found:
    return _look(path, *_place[0])


def entries_of(around: Surroundings, records: Sequence[Record], fresh: Mapping[str, Texts]) -> tuple[StockEntry, ...]:
    """The entries of all files in the stock."""
    with Seen(around.root.cache / STORE_FILE) as seen:
        kept = seen.entries() | {path: texts.entry for path, texts in fresh.items()}
    made = []
    for record in records:
        try:
            made.append(unpacked_entry(record.path, kept[record.path]))
        except (ValueError, TypeError, KeyError):
            made.append(StockEntry.of(next(copies_of(around, [record.path]))))
    return tuple(made)


def stories_of(around: Surroundings, records: Sequence[Record], fresh: Mapping[str, Texts]) -> Mapping[str, Story]:
    """The story of every file that gave one, by path; the texts of those that are kept stay in the store."""
    reader = RowReader(around.vocabulary, around.volumes)
    store = around.root.cache / STORE_FILE
    bodies = Bodies(store)
    with Seen(store) as seen:
        rows = seen.rows()
    made = {}
    for record in records:
        if record.status:
            path = record.path
            try:
                kept = fresh.get(path)
                made[path] = (
                    reader.story(kept.story, kept.body)
                    if kept
                    else reader.shelved(rows[path], partial(_body, around, bodies, record))
                )
            except (ValueError, TypeError, KeyError):
                again = next(copies_of(around, [path])).story
                made |= {path: again} if again is not None else {}
    return made


def _body(around: Surroundings, bodies: Bodies, record: Record) -> str:
    """The text of a story as it was when the stock was read."""
    kept = bodies.get(record.path, record.key)
    if kept is not None:
        return kept
    again = next(copies_of(around, [record.path])).story
    if again is None or _key_on_disk(around, record.path) != record.key:
        msg = f"Tệp “{record.path}” vừa được sửa trong lúc máy đang đọc."
        raise BuilderError(msg, "Chạy lại lệnh.")
    return again.body


def copies_of(around: Surroundings, paths: Iterable[str]) -> Iterator[Copy]:
    """Files read anew, as rules and fixes see them."""
    with Cache(around.root.cache / PICTURES_FILE) as pictures:
        for path in paths:
            yield around.copy(read_story(around.root, around.root.path / path), pictures)
