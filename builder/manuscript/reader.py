"""A file into header and body, every value with its place. Nothing here knows what a value means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import frontmatter

from builder.model import Span

from .fault import Fault, FaultKind
from .fences import split
from .source import decode
from .strict_yaml import Location, Mark, StrictHandler, plain_breaks, walk

STORY_FOLDER = "stories"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A read file. Without a ``header`` (None) the faults say why; ``text`` is then what could be decoded."""

    path: str
    text: str
    header: Mapping[str, object] | None
    marks: Mapping[Location, Mark]
    body: str
    body_line: int
    faults: tuple[Fault, ...]

    @property
    def id(self) -> str:
        """The story's id: its path below ``stories``, without ending."""
        return self.id_of(self.path)

    @staticmethod
    def id_of(path: str) -> str:
        """The id of the story in the file at ``path``."""
        folder, slash, name = path.removeprefix(f"{STORY_FOLDER}/").rpartition("/")
        stem = name.rpartition(".")[0]
        return f"{folder}{slash}{stem or name}"

    def span_of(self, *location: str | int) -> Span:
        """The place of a value, or of the nearest enclosing one, or the file's first line."""
        for end in range(len(location), 0, -1):
            mark = self.marks.get(location[:end])
            if mark is not None:
                return mark.value
        return Span()

    def span_of_key(self, *location: str | int) -> Span:
        """The place of a key, falling back like ``span_of``."""
        mark = self.marks.get(location)
        return mark.key if mark is not None else self.span_of(*location)


def read(path: str, data: bytes) -> Manuscript:
    """Read the bytes of ``path`` (relative to the root, forward slashes). Never raises on content."""
    source = decode(data)
    if source.text is None:
        return _unreadable(path, "", source.faults)
    parts = split(source.text)
    if isinstance(parts, Fault):
        return _unreadable(path, source.text, (*source.faults, parts))
    yaml_text = plain_breaks(parts.header)
    walked = walk(yaml_text, parts.header_line)
    faults = (*source.faults, *walked.faults)
    if walked.fatal:
        return _unreadable(path, source.text, faults)
    header, _ = frontmatter.parse(f"---\n{yaml_text}\n---\n", handler=StrictHandler())
    if not header and not walked.marks:
        empty = Fault(FaultKind.NOT_MAPPING, Span(parts.header_line - 1))
        return _unreadable(path, source.text, (*faults, empty))
    return Manuscript(path, source.text, header, walked.marks, parts.body, parts.body_line, faults)


def unread(path: str, kind: FaultKind, detail: str = "") -> Manuscript:
    """A file whose bytes could not be had at all: a broken link, a folder, no permission."""
    return _unreadable(path, "", (Fault(kind, Span(), detail),))


def _unreadable(path: str, text: str, faults: tuple[Fault, ...]) -> Manuscript:
    return Manuscript(path, text, None, {}, "", 1, faults)
