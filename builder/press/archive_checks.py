"""What PDF/A-3 (ISO 19005-3) and its tags ask, as far as our own files could fail it; one Vietnamese line a fault.

No validator of PDF/A can be counted on to be installed; this is the gate of the build. It knows what ``join``,
``tagging`` and ``archive`` write, and looks at every object and every page of it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import chain

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_FORBIDDEN_ACTIONS = frozenset(
    {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans"}
    | {"/GoTo3DView", "/JavaScript"}
)
_INKS = re.compile(rb"/DeviceCMYK\b|(?:^|\s)(?:[-\d.]+\s+){4}[kK]\b")
_MARKED = re.compile(rb"<</MCID (\d+)>>\s*BDC")
_SHOWN = re.compile(rb"/MCID \d+>>\s*BDC|/Artifact\s+(?:<<[^>]*>>\s*BDC|BMC)|\bEMC\b|\bT[jJ]\b|/Im?\d+ Do\b")
_ROLES = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P", "H1", "H2", "H3"}
    | {"H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span"}
    | {"Quote", "Note", "Reference", "Code", "Link", "Figure", "Formula", "Form", "NonStruct"}
)
"""The standard structure types (ISO 32000-1, 14.8.4)."""


def archive_faults(data: bytes) -> tuple[str, ...]:
    """What keeps a file from being PDF/A-3 with tags; nothing of a sound one."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        return tuple(dict.fromkeys(chain.from_iterable(check(pdf) for check in _CHECKS)))


def _whole(pdf: Pdf) -> Iterator[str]:
    """6.1.3, 6.1.12, 6.6: no encryption, an identity, nothing that runs, a language, a title that is shown."""
    if pdf.is_encrypted:
        yield "tệp bị khóa"
    if "/ID" not in pdf.trailer:
        yield "tệp không có số nhận dạng"
    root = pdf.Root
    held = [key for key in ("/AA", "/AcroForm", "/OpenAction", "/Requirements") if key in root]
    names = root.get("/Names", Dictionary())
    held += [key for key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations") if key in names]
    yield from (f"tệp có {key}" for key in held)
    if str(root.get("/Lang", "")) != "vi":
        yield "tệp không nói là tiếng Việt"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "tên sách không hiện trên đầu cửa sổ"


def _intent(pdf: Pdf) -> Iterator[str]:
    """6.2.3: the colours of the page are those of one profile, and no other process colour stands beside it."""
    intents = [item for item in pdf.Root.get("/OutputIntents", Array()) if item.get("/S") == Name.GTS_PDFA1]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "tệp không nói màu của mình là sRGB"
        return
    profile = intents[0].DestOutputProfile.read_bytes()
    if (profile[12:16], profile[16:20]) != (b"mntr", b"RGB "):
        yield "hồ sơ màu không phải của màn hình"


def _metadata(pdf: Pdf) -> Iterator[str]:
    """6.6.2, 6.6.4: the packet names part and conformance, and says what the document information says."""
    if "/Metadata" not in pdf.Root or "/Filter" in pdf.Root.Metadata:
        yield "tệp không có bản mô tả XMP đọc được"
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        if (told.get("pdfaid:part"), told.get("pdfaid:conformance")) != ("3", "A"):
            yield "bản mô tả XMP không ghi PDF/A-3"
        info = pdf.docinfo
        pairs = {"/Title": told.get("dc:title"), "/Creator": told.get("xmp:CreatorTool")}
        pairs |= {"/Producer": told.get("pdf:Producer"), "/Author": "".join(told.get("dc:creator", []))}
        for key, said in pairs.items():
            if str(info.get(key, "")) != (said or ""):
                yield f"bản mô tả XMP và {key} không nói như nhau"
        for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            if _digits(str(info.get(key, ""))) != _digits(str(told.get(name, ""))):
                yield f"bản mô tả XMP và {key} không nói như nhau"


def _digits(when: str) -> str:
    return re.sub(r"\D", "", when)


def _objects(pdf: Pdf) -> Iterator[str]:
    """6.2.8, 6.2.10, 6.2.11, 6.5: fonts inside and readable, plain pictures, no inks, actions that only go."""
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image:
            yield from _image(thing)
        elif isinstance(thing, Stream) and thing.get("/Subtype") == Name.Form:
            yield from _inked(thing.read_bytes(), "một hình")
        elif isinstance(thing, Dictionary):
            yield from _dictionary(thing)


def _image(image: Object) -> Iterator[str]:
    if image.get("/Interpolate", False) or "/Alternates" in image or "/OPI" in image:
        yield "một ảnh đòi máy vẽ thêm điểm"
    if "/SMask" in image or image.get("/ColorSpace") not in (Name.DeviceRGB, Name.DeviceGray):
        yield "một ảnh không phải RGB hay xám"


def _dictionary(thing: Dictionary) -> Iterator[str]:
    kind = thing.get("/Type")
    if kind == Name.FontDescriptor and not any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield f"phông {thing.FontName} không nằm trong tệp"
    elif kind == Name.Font and thing.get("/Subtype") == Name.Type0 and "/ToUnicode" not in thing:
        yield f"phông {thing.BaseFont} không đọc ngược ra chữ được"
    elif kind == Name.Annot:
        yield from _note(thing)
    if str(thing.get("/S", "")) in _FORBIDDEN_ACTIONS:
        yield f"tệp có hành động {thing.S}"


def _note(note: Dictionary) -> Iterator[str]:
    """6.3: links are printed, not hidden, named, and belong to the tags."""
    if note.get("/Subtype") != Name.Link or int(note.get("/F", 0)) != 4:  # noqa: PLR2004 - the flag “printed”, alone
        yield "một ghi chú không phải liên kết in được"
    if not str(note.get("/Contents", "")) or "/StructParent" not in note:
        yield "một liên kết không có lời hoặc không có thẻ"


def _pages(pdf: Pdf) -> Iterator[str]:
    """Every page is drawn in light, all its words are marked, and every mark leads back to its element."""
    ways = _ways(pdf)
    for folio, page in enumerate(pdf.pages, start=1):
        drawn = b"\n".join(part.read_bytes() for part in page.obj.Contents)
        yield from _inked(drawn, f"trang {folio}")
        row = ways.get(int(page.obj.get("/StructParents", -1)), [])
        marks = [int(mark) for mark in _MARKED.findall(drawn)]
        if any(mark >= len(row) or row[mark] is None for mark in marks):
            yield f"trang {folio} có chữ không thuộc thẻ nào"
        if _bare(drawn):
            yield f"trang {folio} có chữ không đánh dấu"


def _inked(drawn: bytes, where: str) -> Iterator[str]:
    if _INKS.search(drawn):
        yield f"{where} còn màu mực in"


def _bare(drawn: bytes) -> bool:
    """Whether anything is shown outside marks."""
    depth = 0
    for step in _SHOWN.findall(drawn):
        if step == b"EMC":
            depth -= 1
        elif step.endswith((b"BDC", b"BMC")):
            depth += 1
        elif depth <= 0:
            return True
    return False


def _ways(pdf: Pdf) -> dict[int, list[Object | None]]:
    """The parent tree by key: rows of elements of pages, single elements of links."""
    if "/StructTreeRoot" not in pdf.Root:
        return {}
    items = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    pairs = zip(items[::2], items[1::2], strict=True)
    return {int(key): list(way) if isinstance(way, Array) else [way] for key, way in pairs}


def _tags(pdf: Pdf) -> Iterator[str]:
    """6.7: one tree of standard elements, each knowing its parent; pictures have words; links lead back."""
    if not pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False) or "/StructTreeRoot" not in pdf.Root:
        yield "tệp không có thẻ cấu trúc"
        return
    todo = [(kid, pdf.Root.StructTreeRoot) for kid in pdf.Root.StructTreeRoot.K]
    while todo:
        element, parent = todo.pop()
        role = str(element.S).removeprefix("/")
        if role not in _ROLES or element.P.objgen != parent.objgen:
            yield f"thẻ {role} không đúng chỗ"
        if role == "Figure" and not str(element.get("/Alt", "")):
            yield "một hình không có lời tả"
        todo += [(kid, element) for kid in element.K if isinstance(kid, Dictionary) and "/S" in kid]


_CHECKS: tuple[Callable[[Pdf], Iterator[str]], ...] = (_whole, _intent, _metadata, _objects, _pages, _tags)
