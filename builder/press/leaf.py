"""A set document made ready for binding: its pages as they are drawn and all they need, free of the file they lie in.

A leaf is cut once, where the document is set, and kept with it. Binding then only renumbers: no page of an unchanged
story is opened again. What is large (photos) stays in the document's PDF, and the leaf says where.
"""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pikepdf import Dictionary, Name, Object, Page, Pdf, Stream

from builder.model import BuilderError

from .depth import page_depth
from .opaque import make_opaque
from .reading import drawn_text
from .spell import Words, digest, spelled
from .union import Face

VERSION = b"leaf-3"
"""Part of every key: change it when this file changes its results."""


def body_key(key: bytes) -> bytes:
    """Under what the PDF is kept in which the large things of a leaf lie."""
    return b"body" + leaf_key(key)


def leaf_key(key: bytes) -> bytes:
    """Under what a leaf is kept whose document is kept under ``key``."""
    return VERSION + key


_LARGE = 20_000
_LEVEL = 5
"""How hard drawings are compressed: half the time of the usual level for six thousandths more."""
_KEPT = ("/ExtGState", "/Pattern", "/Shading")


@dataclass(frozen=True, slots=True)
class LeafPage:
    """A page: its drawing (compressed), a hash of that, its size in points, its text in the order it is drawn.

    ``depth`` is how far down it is filled, in points from its head.
    """

    drawing: bytes
    digest: str
    width: float
    height: float
    text: str
    depth: float


@dataclass(frozen=True, slots=True)
class Thing:
    """An object a page needs: its words, in which whole numbers stand for other things, and its stream.

    The stream stands here, or (``at``, ``size``) in the document's PDF.
    """

    words: Words
    stream: bytes | None = None
    at: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document: a hash of it, pages, things by their numbers, the states all pages draw with, pictures, faces."""

    id: str
    pages: tuple[LeafPage, ...]
    things: tuple[Thing, ...]
    states: Words
    pictures: Mapping[str, int]
    faces: Mapping[str, Face]

    @property
    def large(self) -> bool:
        """Whether part of it lies in the document's PDF."""
        return any(thing.size for thing in self.things)


def cut(pdf: bytes, name: str, faces: Mapping[str, Face]) -> Leaf:
    """Cut a document as WeasyPrint writes it, but for its fonts: all pages share one dictionary of resources.

    Args:
        pdf: the document.
        name: what messages call it.
        faces: its fonts, by the names pages call them.

    Raises:
        BuilderError: something shines through.
    """
    with Pdf.open(io.BytesIO(pdf)) as document:
        _see_opaque(document, name)
        cutter = _Cutter(pdf)
        resources = document.pages[0].obj.Resources
        states = Dictionary({key: resources[key] for key in _KEPT if len(resources.get(key, Dictionary()))})
        drawn = dict(resources.get("/XObject", Dictionary()).items())
        pictures = {key: cutter.number(thing) for key, thing in drawn.items()}
        words = cutter.words(states)
        images = {key for key, thing in drawn.items() if thing.Subtype == Name.Image}
        pages = tuple(_page(page, faces, images) for page in document.pages)
        return Leaf(_identity(pdf, faces), pages, tuple(cutter.things), words, pictures, faces)


def _identity(pdf: bytes, faces: Mapping[str, Face]) -> str:
    fonts = sorted((key, face.file, *sorted(face.texts.items())) for key, face in faces.items())
    return digest(pdf + repr(fonts).encode())


def _see_opaque(document: Pdf, name: str) -> None:
    try:
        make_opaque(document)
    except BuilderError as error:
        msg = f"{error.message.rstrip('.')}: {name}."
        raise BuilderError(msg, error.remedy) from error


def _page(page: Page, faces: Mapping[str, Face], images: Container[str]) -> LeafPage:
    drawing = page.obj.Contents.read_bytes()
    packed = zlib.compress(drawing, _LEVEL)
    _, _, width, height = (float(side) for side in page.obj.MediaBox)
    text = drawn_text(drawing, lambda key: faces[key].texts)
    return LeafPage(packed, digest(packed), width, height, text, page_depth(drawing, height, images))


class _Cutter:
    """Numbers the things reached from a document's resources, in the order they are met."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._numbers: dict[tuple[int, int], int] = {}
        self.things: list[Thing] = []

    def number(self, thing: Object) -> int:
        if thing.objgen not in self._numbers:
            number = self._numbers[thing.objgen] = len(self.things)
            self.things.append(Thing(()))
            self.things[number] = self._thing(thing)
        return self._numbers[thing.objgen]

    def words(self, thing: Object) -> Words:
        return tuple(spelled(thing, self.number))

    def _thing(self, thing: Object) -> Thing:
        if not isinstance(thing, Stream):
            return Thing(self.words(thing))
        raw = thing.read_raw_bytes()
        words = self.words(Dictionary({k: v for k, v in thing.stream_dict.items() if k != Name.Length}))
        at = self._pdf.find(raw) if len(raw) > _LARGE else -1
        return Thing(words, raw) if at < 0 else Thing(words, None, at, len(raw))


def packed(leaf: Leaf) -> bytes:
    """A leaf as bytes: the number of its pages, a line of JSON, then all streams one after another."""
    streams = [*(page.drawing for page in leaf.pages), *(thing.stream or b"" for thing in leaf.things)]
    told = {
        "id": leaf.id,
        "pages": [(len(p.drawing), p.digest, p.width, p.height, p.text, p.depth) for p in leaf.pages],
        "things": [(t.words, None if t.stream is None else len(t.stream), t.at, t.size) for t in leaf.things],
        "states": leaf.states,
        "pictures": leaf.pictures,
        "faces": {key: (f.file, list(f.widths.items()), list(f.texts.items())) for key, f in leaf.faces.items()},
    }
    return b"\n".join((str(len(leaf.pages)).encode(), json.dumps(told, ensure_ascii=False).encode(), b"".join(streams)))


def pages_in(data: bytes) -> int:
    """How many pages a packed leaf has."""
    return int(data[: data.index(b"\n")])


def unpacked(data: bytes) -> Leaf:
    """The leaf that `packed` made bytes of."""
    _, head, streams = data.split(b"\n", 2)
    told = json.loads(head)
    parts = _parts(streams, [page[0] for page in told["pages"]] + [thing[1] or 0 for thing in told["things"]])
    pages = tuple(LeafPage(next(parts), *page[1:]) for page in told["pages"])
    things = tuple(_told_thing(thing, next(parts)) for thing in told["things"])
    faces = {key: Face(file, dict(widths), dict(texts)) for key, (file, widths, texts) in told["faces"].items()}
    return Leaf(told["id"], pages, things, tuple(told["states"]), told["pictures"], faces)


def _parts(streams: bytes, sizes: Sequence[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield streams[at : at + size]
        at += size


def _told_thing(told: Sequence[Any], stream: bytes) -> Thing:
    words, size, at, length = told
    return Thing(tuple(words), None if size is None else stream, at, length)
