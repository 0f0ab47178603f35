"""One font program a face for a whole book: the subsets of many documents become one, cut anew from the whole font.

Glyphs keep the numbers they have in the whole font (WeasyPrint subsets with retained glyph ids), so text streams stay
as they are; widths and the way back to Unicode are joined.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import fontTools  # type: ignore[import-untyped]  # ships no types
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from builder.model import BuilderError

from .fonts import Fonts, postscript_name
from .sheet import Store

_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_RANGE_END = b"endcodespacerange"
"""What the range of all codes ends with, which looks like a pair."""
_BATCH = 100
_VERSION = "union-1"
"""Part of every key under which a cut font is kept: change it when ``Fonts.subset`` changes its results."""
_SYMBOLIC, _ITALIC, _STEM = 4, 64, 80


@dataclass(frozen=True, slots=True)
class Face:
    """What is known of one font of the documents: its file, and widths and text by glyph."""

    file: str
    widths: dict[int, float] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)


class FontUnion:
    """Takes the fonts out of documents, and gives them back as one set."""

    def __init__(self, fonts: Fonts, known: dict[str, str] | None = None, store: Store | None = None) -> None:
        self._fonts = fonts
        self._store = store
        self._files = {} if known is None else known
        self.faces: dict[str, Face] = {}
        """By the names documents call them: the same name is the same font in all of them."""

    def add(self, faces: Mapping[str, Face]) -> None:
        """Take note of fonts that were taken out of a document before."""
        for key, face in faces.items():
            whole = self.faces.setdefault(key, Face(face.file))
            whole.widths.update(face.widths)
            _add_texts(whole.texts, face.texts)

    def take(self, pdf: Pdf, name: str) -> None:
        """Take note of all fonts of a document, and remove them from it.

        Raises:
            BuilderError: the document holds a font that is none of the house's; ``name`` is what it is called.
        """
        for resources in _resources(pdf):
            for key, font in resources.get("/Font", Dictionary()).items():
                self._note(key, font, name)
            if "/Font" in resources:
                del resources["/Font"]

    def _note(self, key: str, font: Object, name: str) -> None:
        base, descendant = str(font.BaseFont), font.DescendantFonts[0]
        if base not in self._files:
            program = descendant.FontDescriptor.FontFile2.read_bytes()
            self._files[base] = house_file(self._fonts, program, base, name)
        face = self.faces.setdefault(key, Face(self._files[base]))
        face.widths.update(_widths(descendant.W))
        _add_texts(face.texts, dict(glyph_texts(font.ToUnicode.read_bytes())))

    def give(self, pdf: Pdf) -> Object:
        """Make the joined fonts in ``pdf``: a dictionary of fonts for all its pages."""
        glyphs: dict[str, set[int]] = {}
        for face in self.faces.values():
            glyphs.setdefault(face.file, set()).update(face.widths)
        descriptors = {file: self._descriptor(pdf, file, glyphs[file]) for file in sorted(glyphs)}
        fonts = {key: _font(pdf, face, descriptors[face.file]) for key, face in sorted(self.faces.items())}
        return pdf.make_indirect(Dictionary(fonts))

    def _descriptor(self, pdf: Pdf, file: str, glyphs: Iterable[int]) -> Object:
        data = self._subset(file, sorted(glyphs))
        facts = self._fonts.facts(file)
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.blake2b(data, digest_size=6).digest())
        return pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name(f"/{tag}+{facts.name}"),
                Flags=_SYMBOLIC | (_ITALIC if facts.italic_angle else 0),
                FontBBox=Array(facts.box),
                ItalicAngle=facts.italic_angle,
                Ascent=facts.ascent,
                Descent=facts.descent,
                CapHeight=facts.cap_height,
                StemV=_STEM,
                FontFile2=pdf.make_indirect(Stream(pdf, data, Length1=len(data))),
            )
        )

    def _subset(self, file: str, glyphs: Sequence[int]) -> bytes:
        if self._store is None:
            return self._fonts.subset(file, glyphs)
        said = f"{_VERSION} {fontTools.version} {file} {glyphs} ".encode()
        key = hashlib.blake2b(said + self._fonts.digest, digest_size=20).digest()
        data = self._store.get(key)
        if data is None:
            data = self._fonts.subset(file, glyphs)
            self._store.put(key, data)
        return data


def house_file(fonts: Fonts, program: bytes, base: str, name: str) -> str:
    """Which file of the house a font program comes from.

    Raises:
        BuilderError: it is none of the house's; ``base`` is what it calls itself, ``name`` the document it stands in.
    """
    known = fonts.by_postscript_name.get(postscript_name(program))
    if known is None:
        msg = f"Phông lạ “{base.rpartition('+')[2]}” lọt vào {name}."
        raise BuilderError(msg, "Xem lại chữ lạ trong bài và font-family trong theme/book.")
    return known


def _add_texts(whole: dict[int, str], more: Mapping[int, str]) -> None:
    if more.items() <= whole.items():
        return
    for glyph, text in more.items() - whole.items():
        # a space and a no-break space share a glyph: the plain one is what people search for
        whole[glyph] = min(text, whole.get(glyph, text))


def _resources(pdf: Pdf) -> Iterator[Object]:
    """Every resource dictionary of a document, those of forms included."""
    for page in pdf.pages:
        if "/Resources" in page.obj:
            yield page.obj.Resources
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Form and "/Resources" in thing:
            yield thing.Resources


def _widths(array: Object) -> Iterator[tuple[int, float]]:
    """Read a W array as WeasyPrint writes it: a first glyph, then the widths from it on."""
    items = list(array.as_list())
    for first, row in zip(items[::2], items[1::2], strict=True):
        for n, width in enumerate(row.as_list()):
            yield int(first) + n, int(width) if width == int(width) else float(width)


def glyph_texts(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Read a ToUnicode table as WeasyPrint and this module write it: glyphs and their text."""
    for glyph, text in _PAIR.findall(cmap.partition(_RANGE_END)[2]):
        yield int(glyph, 16), bytes.fromhex(text.decode()).decode("utf-16-be")


def _font(pdf: Pdf, face: Face, descriptor: Object) -> Object:
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=descriptor.FontName,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        W=Array(part for glyph, width in sorted(face.widths.items()) for part in (glyph, Array([width]))),
        FontDescriptor=descriptor,
    )
    outer = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=descriptor.FontName,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_indirect(Stream(pdf, _cmap(face.texts))),
    )
    return pdf.make_indirect(outer)


def _cmap(texts: Mapping[int, str]) -> bytes:
    pairs = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(texts.items())]
    batches = (pairs[n : n + _BATCH] for n in range(0, len(pairs), _BATCH))
    body = "\n".join("\n".join((f"{len(batch)} beginbfchar", *batch, "endbfchar")) for batch in batches)
    return f"{_CMAP_HEAD}\n{body}\n{_CMAP_FOOT}\n".encode()


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
