"""Binding leaves into one PDF, written page by page to where it is wanted.

What ``join`` does with whole documents in memory is done here with leaves, of which few are held at a time: objects
are renumbered and copied, nothing is opened or compressed again. So a book of any length takes the memory of a short
one, and binding it again after an edit takes little longer than copying the file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pikepdf import Dictionary, Pdf, Stream

from . import marks
from .facts import Bookmark, Facts
from .finish import declare
from .join import BookPage, Paper, Strip, after, before
from .leaf import KeptPhoto, Leaf
from .outline import written_outline
from .sheet import Store
from .spell import joined
from .union import FontUnion
from .writer import DEFLATED, Carrier, Target, Writer

_BRANCH = 64
"""Pages on one node of the page tree."""
_AT_HAND = 6
"""Leaves held: that of the page, and those its strips come from."""


class Source(Protocol):
    """Where a document comes from."""

    @property
    def photos(self) -> Mapping[str, KeptPhoto]:
        """Its photos, by the names its leaf calls them."""
        ...

    def leaf(self) -> Leaf:
        """Its leaf."""
        ...

    def photo(self, photo: KeptPhoto) -> Path:
        """Where one of its photos lies."""
        ...


@dataclass(frozen=True, slots=True)
class Binding:
    """What a book is bound with: the size of its pages, the fonts of the house, what it says of itself, its outline.

    ``union`` takes the fonts of all leaves; a new one for each book. In a ``store`` fonts and profiles lie compressed.
    """

    paper: Paper
    union: FontUnion
    facts: Facts
    bookmarks: Sequence[Bookmark] = ()
    store: Store | None = None


@dataclass(frozen=True, slots=True)
class Stitched:
    """A written book: the identity the file tells of itself, and the texts of the pages to be read by their hashes.

    Those are the hashes of their drawings. ``depths`` says of every page, in order, how far down it is filled, in
    points from its head.
    """

    identity: str
    texts: Mapping[str, str]
    depths: tuple[float, ...]


def stitch(
    sources: Mapping[str, Source],
    pages: Sequence[BookPage],
    binding: Binding,
    target: Target,
    read: Container[int] = (),
) -> Stitched:
    """Write a book as PDF/X: the same leaves and binding give the same bytes.

    Args:
        sources: the documents, by the ids ``pages`` call them.
        pages: the pages of the book, in order.
        binding: what is the same for all pages.
        target: what it is written to.
        read: the pages, from 1, whose texts are asked for.
    """
    writer = Writer(target, binding.facts.standard.version)
    frame = Pdf.new()
    carrier = Carrier(writer, binding.store)
    press = _Press(sources, binding, writer, read)
    press.begin(dict.fromkeys(document for page in pages for document in _documents(page)))
    if binding.paper.marked:
        press.mark(carrier.number(marks.colour(frame)))
    numbers, root = _tree(press, pages, writer)
    writer.write(press.fonts, carrier.words(binding.union.give(frame)))
    identity = press.identity.digest()
    frame.make_indirect(Stream(frame, identity))  # not carried over: what the id in the metadata is to follow from
    declare(frame, binding.facts)
    said = Dictionary({key: value for key, value in frame.Root.items() if key not in ("/Type", "/Pages")})
    identity = hashlib.blake2b(identity + frame.Root.Metadata.read_bytes(), digest_size=16).digest()
    outline = written_outline(writer, binding.bookmarks, numbers)
    told = carrier.words(said).removeprefix("<<")
    catalogue = writer.add(f"<< /Type /Catalog /Pages {root} 0 R{outline}{told}")
    information = writer.add(carrier.words(frame.docinfo))
    writer.close(catalogue, information, identity)
    return Stitched(identity.hex(), press.texts, tuple(press.depths))


def _documents(page: BookPage) -> tuple[str, ...]:
    return page.document, *(strip.document for strip in page.strips)


def _tree(press: _Press, pages: Sequence[BookPage], writer: Writer) -> tuple[list[int], int]:
    """Write all pages, and the tree they hang on."""
    root = writer.number()
    branches = [writer.number() for _ in range(0, len(pages), _BRANCH)]
    numbers = [press.page(page, branches[n // _BRANCH]) for n, page in enumerate(pages)]
    for n, branch in enumerate(branches):
        kids = numbers[n * _BRANCH : (n + 1) * _BRANCH]
        writer.write(branch, f"<< /Type /Pages /Parent {root} 0 R /Count {len(kids)} /Kids {_array(kids)} >>")
    writer.write(root, f"<< /Type /Pages /Count {len(pages)} /Kids {_array(branches)} >>")
    return numbers, root


def _array(numbers: Sequence[int]) -> str:
    return f"[ {' '.join(f'{number} 0 R' for number in numbers)} ]"


def _place(source: Source, photo: KeptPhoto) -> Path:
    return source.photo(photo)


class _Press:
    """The pages so far. Every drawing, form and mark is written once, however many pages show it."""

    def __init__(self, sources: Mapping[str, Source], binding: Binding, writer: Writer, read: Container[int]) -> None:
        self._read = read
        self._sources = sources
        self._paper = paper = binding.paper
        self._union = binding.union
        self._writer = writer
        self._at_hand: dict[str, Leaf] = {}
        self._resources: dict[str, tuple[str, str]] = {}
        self._drawings: dict[tuple[str, int], int] = {}
        self._forms: dict[tuple[str, int], int] = {}
        self._streams: dict[bytes, int] = {}
        self.fonts = 0
        self.identity = hashlib.blake2b(digest_size=16)
        self.texts: dict[str, str] = {}
        self.depths: list[float] = []
        self._depths: dict[str, tuple[float, ...]] = {}
        self._rims: dict[tuple[object, ...], tuple[int, int]] = {}
        boxes = (("MediaBox", paper.media), ("BleedBox", paper.bled), ("TrimBox", paper.trimmed))
        self._boxes = " ".join(f"/{name} [ {' '.join(map(str, box))} ]" for name, box in boxes)
        self._marks: tuple[int, ...] = ()
        self._inks = ""
        self._photos: Mapping[KeptPhoto, int] = {}

    def begin(self, documents: Iterable[str]) -> None:
        """Write the photos of documents, each once: they are most of a book, and few edits change one."""
        sources = [self._sources[name] for name in documents]
        homes = {photo.digest: (source, photo) for source in sources for photo in source.photos.values()}
        photos = [photo for source in sources for photo in source.photos.values()]
        self._photos = self._writer.begin(photos, lambda known: _place(*homes[known]))
        self.fonts = self._writer.number()

    def mark(self, registration: int) -> None:
        """From now on pages carry crop marks, in a colour that is written already."""
        paper = self._paper
        self._marks = (self._stream(marks.drawing(paper.trimmed, paper.bleed, paper.folds)),)
        self._inks = f"/ColorSpace << {marks.COLOUR} {registration} 0 R >> "

    def page(self, page: BookPage, parent: int) -> int:
        """Write a page, and what of it is not there yet."""
        drawing = self._drawing(page.document, page.index)
        opening, end = self._around(page)
        states, pictures = self._resources[page.document]
        strips = "".join([f"/Strip{n} {self._form(strip)} 0 R " for n, strip in enumerate(page.strips)])
        objects = f"/XObject << {pictures}{strips}>> " if pictures or strips else ""
        self._note(page)
        words = (
            f"{self._boxes} /Contents {_array((opening, drawing, end, *self._marks))} "
            f"/Resources << /Font {self.fonts} 0 R {states}{objects}{self._inks}>> >>"
        )
        self.identity.update(words.encode("latin-1"))
        return self._writer.add(f"<< /Type /Page /Parent {parent} 0 R {words}")

    def _around(self, page: BookPage) -> tuple[int, int]:
        """What stands before and after a drawing: the same for all pages whose strips lie at the same places."""
        places = page.shift.mm, *((strip.left.mm, strip.bottom.mm) for strip in page.strips)
        if places not in self._rims:
            first = self._stream(before(self._paper, page.shift))
            self._rims[places] = first, self._stream(after(self._paper, page.strips))
        return self._rims[places]

    def _note(self, page: BookPage) -> None:
        """Remember what is asked for later: how deep the page is, what it says."""
        self.depths.append(self._depths[page.document][page.index])
        if len(self.depths) in self._read:
            told = self._leaf(page.document).pages[page.index]
            self.texts[told.digest] = told.text

    def _leaf(self, document: str) -> Leaf:
        leaf = self._at_hand.pop(document, None) or self._sources[document].leaf()
        self._at_hand[document] = leaf
        if len(self._at_hand) > _AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]
        if document not in self._resources:
            self._introduce(document, leaf)
        return leaf

    def _introduce(self, document: str, leaf: Leaf) -> None:
        """Write the things of a leaf, and take note of its fonts, its text, its identity."""
        base = self._writer.number(len(leaf.things))
        for n, thing in enumerate(leaf.things):
            self._writer.write(base + n, joined(thing.words, base), thing.stream)
        states = joined(leaf.states, base).removeprefix("<< ").removesuffix(">>")
        numbers = {name: base + n for name, n in leaf.pictures.items()}
        numbers |= {name: self._photos[photo] for name, photo in leaf.photos.items()}
        pictures = "".join(f"{name} {number} 0 R " for name, number in numbers.items())
        self._resources[document] = states, pictures
        self._union.add(leaf.faces)
        self._depths[document] = tuple(page.depth for page in leaf.pages)
        self.identity.update(leaf.id.encode())

    def _drawing(self, document: str, index: int) -> int:
        place = document, index
        if place not in self._drawings:
            drawing = self._leaf(document).pages[index].drawing
            self.identity.update(b"%d " % index)
            self._drawings[place] = self._writer.add(f"<< {DEFLATED} >>", drawing)
        return self._drawings[place]

    def _form(self, strip: Strip) -> int:
        """A page as a form, which can be drawn on other pages."""
        place = strip.document, strip.index
        if place not in self._forms:
            page = self._leaf(strip.document).pages[strip.index]
            self.identity.update(b"%d " % strip.index)
            states, _ = self._resources[strip.document]
            words = (
                f"<< /Type /XObject /Subtype /Form /BBox [ 0 0 {page.width:f} {page.height:f} ] "
                f"/Resources << /Font {self.fonts} 0 R {states}>> {DEFLATED} >>"
            )
            self._forms[place] = self._writer.add(words, page.drawing)
        return self._forms[place]

    def _stream(self, data: bytes) -> int:
        if data not in self._streams:
            self.identity.update(data)
            self._streams[data] = self._writer.add("<< >>", data)
        return self._streams[data]
