"""A set document made ready for binding: its pages as they are drawn and all they need, free of the file they lie in.

A leaf is cut once, where the document is set, and kept with it. Binding then only renumbers: no page of an unchanged
story is opened again. Of photos it has the names only: pages are set with stand-ins for them.
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
from .made_photo import stood_for
from .opaque import make_opaque
from .reading import drawn_text
from .spell import Words, digest, joined, spelled
from .union import Face

VERSION = b"leaf-5"
"""Part of every key: change it when this file changes its results."""


def leaf_key(key: bytes) -> bytes:
    """Under what a leaf is kept whose document is kept under ``key``."""
    return VERSION + key


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
    """An object a page needs: its words, in which whole numbers stand for other things, and its stream."""

    words: Words
    stream: bytes | None = None


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo kept apart: its dictionary as PDF text, the hash of its bytes, how many there are."""

    words: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What is asked of every leaf of a book before one is opened: its pages, its photos by the names it calls them."""

    pages: int
    photos: Mapping[str, KeptPhoto]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document: a hash of it, pages, things by their numbers, the states all pages draw with, pictures, faces.

    ``pictures`` are the things that pages draw by name, ``photos`` those of them that are kept apart.
    """

    id: str
    pages: tuple[LeafPage, ...]
    things: tuple[Thing, ...]
    states: Words
    pictures: Mapping[str, int]
    photos: Mapping[str, KeptPhoto]
    faces: Mapping[str, Face]

    @property
    def brief(self) -> Brief:
        """What is asked of it first."""
        return Brief(len(self.pages), self.photos)


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
        cutter = _Cutter()
        resources = document.pages[0].obj.Resources
        states = Dictionary({key: resources[key] for key in _KEPT if len(resources.get(key, Dictionary()))})
        drawn = dict(resources.get("/XObject", Dictionary()).items())
        photos = {key: photo for key, thing in drawn.items() if (photo := _photo(thing))}
        pictures = {key: cutter.number(thing) for key, thing in drawn.items() if key not in photos}
        words = cutter.words(states)
        images = {key for key, thing in drawn.items() if thing.Subtype == Name.Image}
        pages = tuple(_page(page, faces, images) for page in document.pages)
        return Leaf(_identity(pdf, faces), pages, tuple(cutter.things), words, pictures, photos, faces)


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


def _photo(thing: Object) -> KeptPhoto | None:
    """The photo a stream stands in for."""
    found = stood_for(thing.read_raw_bytes())
    return KeptPhoto(joined(tuple(spelled(_said(thing), _alone)), 0), *found) if found else None


def _alone(thing: Object) -> int:
    """A photo's dictionary refers to nothing."""
    raise ValueError(thing)


class _Cutter:
    """Numbers the things reached from a document's resources, in the order they are met."""

    def __init__(self) -> None:
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
        return Thing(self.words(_said(thing)), thing.read_raw_bytes())


def _said(stream: Object) -> Dictionary:
    """The dictionary of a stream, but for the length, which a writer adds."""
    return Dictionary({key: value for key, value in stream.stream_dict.items() if key != Name.Length})


def packed(leaf: Leaf) -> bytes:
    """A leaf as bytes: its brief and the rest, a line of JSON each, then all streams one after another."""
    streams = [*(page.drawing for page in leaf.pages), *(thing.stream or b"" for thing in leaf.things)]
    told = {
        "id": leaf.id,
        "pages": [(len(p.drawing), p.digest, p.width, p.height, p.text, p.depth) for p in leaf.pages],
        "things": [(t.words, None if t.stream is None else len(t.stream)) for t in leaf.things],
        "states": leaf.states,
        "pictures": leaf.pictures,
        "faces": {key: (f.file, list(f.widths.items()), list(f.texts.items())) for key, f in leaf.faces.items()},
    }
    return b"\n".join((_packed_brief(leaf.brief), json.dumps(told, ensure_ascii=False).encode(), b"".join(streams)))


def _packed_brief(brief: Brief) -> bytes:
    photos = {key: (photo.words, photo.digest, photo.size) for key, photo in brief.photos.items()}
    return json.dumps([brief.pages, photos], ensure_ascii=False).encode()


def brief_in(data: bytes) -> bytes:
    """The brief of a packed leaf, packed."""
    return data.partition(b"\n")[0]


def unpacked_brief(data: bytes) -> Brief:
    """The brief that `packed` made bytes of."""
    pages, photos = json.loads(data)
    return Brief(pages, {key: KeptPhoto(*photo) for key, photo in photos.items()})


def unpacked(data: bytes) -> Leaf:
    """The leaf that `packed` made bytes of."""
    brief, head, streams = data.split(b"\n", 2)
    told = json.loads(head)
    parts = _parts(streams, [page[0] for page in told["pages"]] + [thing[1] or 0 for thing in told["things"]])
    pages = tuple(LeafPage(next(parts), *page[1:]) for page in told["pages"])
    things = tuple(_told_thing(thing, next(parts)) for thing in told["things"])
    faces = {key: Face(file, dict(widths), dict(texts)) for key, (file, widths, texts) in told["faces"].items()}
    photos = unpacked_brief(brief).photos
    return Leaf(told["id"], pages, things, tuple(told["states"]), told["pictures"], photos, faces)


def _parts(streams: bytes, sizes: Sequence[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield streams[at : at + size]
        at += size


def _told_thing(told: Sequence[Any], stream: bytes) -> Thing:
    words, size = told
    return Thing(tuple(words), None if size is None else stream)
