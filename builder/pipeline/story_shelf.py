"""Chunks of stories as they were made last: most stories of a book have not changed since.

Making a chunk (Markdown, photos, typography) takes a millisecond, which for a whole book is longer than binding it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from builder.book import Chunk, ChunkKind, PhotoFile, PhotoSource, Picture
from builder.model import Edition, Story
from builder.press.sheet import Store
from builder.workspace import code_fingerprint, digest

_CODE = ("book", "flower", "model", "render", "vietnamese", "vocabulary")
"""What makes chunks."""
_VERSION = "shelf-2"
"""Changes with the form in which chunks are kept."""


@dataclass(frozen=True)
class StoryShelf:
    """Keeps chunks in a store, and those of this run in memory.

    ``templates`` changes whenever a template does.
    """

    store: Store
    templates: bytes
    _held: dict[bytes, Chunk] = field(default_factory=dict)

    def of(
        self, edition: Edition, photo: PhotoSource, prints: Mapping[str, str]
    ) -> Callable[[Story, Callable[[], Chunk]], Chunk]:
        """What gives the chunks of an edition's stories.

        ``prints`` stand for stories, by their ids: one changes whenever its story does. Without one the whole story
        is looked at.
        """
        around = digest(_VERSION, code_fingerprint(*_CODE), self.templates, repr(edition))

        def kept(story: Story, make: Callable[[], Chunk]) -> Chunk:
            photos = (f"{file.path} {file.digest.hex()}" for file in map(photo, story.photos))
            return self._chunk(digest(around, story.id, prints.get(story.id) or repr(story), *photos), make)

        return kept

    def _chunk(self, key: bytes, make: Callable[[], Chunk]) -> Chunk:
        if key not in self._held:
            data = self.store.get(key)
            if data is None:
                chunk = make()
                self.store.put(key, _packed(chunk))
            else:
                chunk = _unpacked(data)
            self._held[key] = chunk
        return self._held[key]


def _packed(chunk: Chunk) -> bytes:
    """A line of JSON, then the HTML as it is."""
    told = asdict(replace(chunk, html=""))
    return f"{json.dumps(told, ensure_ascii=False, default=bytes.hex)}\n{chunk.html}".encode()


def _unpacked(data: bytes) -> Chunk:
    head, _, html = data.decode().partition("\n")
    told: Mapping[str, Any] = json.loads(head)
    pictures = tuple(Picture(one["url"], _file(one["file"]), one["width"], one["height"]) for one in told["pictures"])
    return Chunk(told["id"], ChunkKind(told["kind"]), html, told["name"], told["head"], pictures)


def _file(told: Mapping[str, Any]) -> PhotoFile:
    return PhotoFile(told["path"], bytes.fromhex(told["digest"]), told["width"], told["height"])
