"""What a file tells of itself outside its pages: identity, output intent, and what has no business in print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from .complaints import all_told
from .dossier import DocumentFacts, Intent
from .names import spelled

_XMP = {
    "title": "dc:title",
    "created": "xmp:CreateDate",
    "modified": "xmp:ModifyDate",
    "trapped": "pdf:Trapped",
    "version": "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion",
}
_ICC_HEADER = 40
_HARMLESS = frozenset({"GoTo", "JavaScript"})


def read_document(pdf: Pdf) -> DocumentFacts:
    """Everything but the pages."""
    root = pdf.Root
    names = _dictionary(root.get("/Names"))
    form = _dictionary(root.get("/AcroForm"))
    return DocumentFacts(
        version=_version(pdf),
        info={key[1:]: spelled(value) for key, value in _dictionary(pdf.trailer.get("/Info")).items()},
        xmp=_xmp(pdf),
        has_id=len(_list(pdf.trailer.get("/ID"))) == 2,  # noqa: PLR2004  # of the document, and of this state of it
        intents=tuple(_intents(pdf.Root)),
        encrypted=pdf.is_encrypted,
        object_streams=pdf.trailer.get("/Type") == Name.XRef,
        scripts="/JavaScript" in names or any(map(_scripted, (*_actions(pdf), *_clicks(pdf)))),
        attachments="/EmbeddedFiles" in names or "/AF" in root,
        form_fields=bool(_list(form.get("/Fields"))) or "/XFA" in form,
        layers="/OCProperties" in root,
        actions=tuple(_acting(pdf)),
        warnings=all_told(map(str, pdf.get_warnings())),
    )


def _dictionary(thing: object) -> Dictionary:
    return thing if isinstance(thing, Dictionary) else Dictionary()


def _list(thing: object) -> list[Object]:
    return list(thing.as_list()) if isinstance(thing, Array) else []


def _version(pdf: Pdf) -> str:
    """The header's version, or the catalogue's if that is later."""
    return max(pdf.pdf_version, spelled(pdf.Root.get("/Version", "/1.0"))[1:])


def _xmp(pdf: Pdf) -> Mapping[str, str] | None:
    """The entries of the metadata that matter; empty if it cannot be read, None if there is none."""
    if not isinstance(pdf.Root.get("/Metadata"), Stream):
        return None
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True) as held:
            return {ours: str(held[theirs]) for ours, theirs in _XMP.items() if theirs in held}
    except (pikepdf.PdfError, ParseError, ValueError, SyntaxError):
        return {}


def _actions(pdf: Pdf) -> Iterator[Object | None]:
    """What runs by itself: on opening, on events of the document and of its pages."""
    yield pdf.Root.get("/OpenAction")
    for holder in (pdf.Root, *(page.obj for page in pdf.pages)):
        yield from _dictionary(holder.get("/AA")).values()


def _clicks(pdf: Pdf) -> Iterator[Object | None]:
    """What runs when a reader points at something."""
    for mark in (mark for page in pdf.pages for mark in annotations_of(page.obj)):
        yield mark.get("/A")
        yield from _dictionary(mark.get("/AA")).values()


def annotations_of(page: Object) -> list[Dictionary]:
    """What hangs on a page."""
    return [mark for mark in _list(page.get("/Annots")) if isinstance(mark, Dictionary)]


def _scripted(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and (action.get("/S") == Name.JavaScript or "/JS" in action)


def _acting(pdf: Pdf) -> Iterator[str]:
    """What runs by itself or from the outline, other than going to a page of this file; scripts are told apart."""
    found = [*_actions(pdf), *(line.get("/A") for line in _lines(pdf.Root))]
    kinds = {spelled(action.get("/S", "/?"))[1:] for action in found if isinstance(action, Dictionary)}
    yield from sorted(kinds - _HARMLESS)


def _lines(root: Object) -> Iterator[Dictionary]:
    """All lines of the outline, each once: a broken outline may lead in a circle."""
    seen: set[tuple[int, int]] = set()
    ahead = [_dictionary(root.get("/Outlines")).get("/First")]
    while ahead:
        line = ahead.pop()
        if isinstance(line, Dictionary) and line.objgen not in seen:
            seen |= {line.objgen} if line.is_indirect else set()
            yield line
            ahead += [line.get("/Next"), line.get("/First") if line.is_indirect else None]


def _intents(root: Object) -> Iterator[Intent]:
    for intent in _list(root.get("/OutputIntents")):
        if isinstance(intent, Dictionary):
            yield _intent(intent)


def _intent(intent: Dictionary) -> Intent:
    stream = intent.get("/DestOutputProfile")
    header, components = b"", 0
    if isinstance(stream, Stream):
        told = stream.get("/N", 0)
        components = told if isinstance(told, int) else 0
        try:
            header = stream.read_bytes()[:_ICC_HEADER]
        except pikepdf.PdfError:
            header = b""
    sound = header[36:40] == b"acsp"
    return Intent(
        kind=spelled(intent.get("/S", ""))[1:],
        identifier=spelled(intent.get("/OutputConditionIdentifier", "")),
        registry=spelled(intent.get("/RegistryName", "")),
        embedded=isinstance(stream, Stream),
        profile_class=header[12:16].decode("latin-1") if sound else "",
        profile_space=header[16:20].decode("latin-1") if sound else "",
        components=components,
    )
