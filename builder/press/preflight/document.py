"""What a file tells of itself outside its pages: identity, output intent, and what has no business in print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from .dossier import DocumentFacts, Intent

_XMP = {
    "title": "dc:title",
    "created": "xmp:CreateDate",
    "modified": "xmp:ModifyDate",
    "version": "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion",
}
_ICC_HEADER = 40


def read_document(pdf: Pdf) -> DocumentFacts:
    """Everything but the pages."""
    root = pdf.Root
    names = _dictionary(root.get("/Names"))
    form = _dictionary(root.get("/AcroForm"))
    return DocumentFacts(
        version=_version(pdf),
        info={key[1:]: str(value) for key, value in _dictionary(pdf.trailer.get("/Info")).items()},
        xmp=_xmp(pdf),
        has_id=len(_list(pdf.trailer.get("/ID"))) == 2,  # noqa: PLR2004  # of the document, and of this state of it
        intents=tuple(_intents(pdf.Root)),
        encrypted=pdf.is_encrypted,
        object_streams=pdf.trailer.get("/Type") == Name.XRef,
        scripts="/JavaScript" in names or any(map(_scripted, _actions(pdf))),
        attachments="/EmbeddedFiles" in names or "/AF" in root,
        form_fields=bool(_list(form.get("/Fields"))) or "/XFA" in form,
        layers="/OCProperties" in root,
        warnings=tuple(str(warning) for warning in pdf.get_warnings()),
    )


def _dictionary(thing: object) -> Dictionary:
    return thing if isinstance(thing, Dictionary) else Dictionary()


def _list(thing: object) -> list[Object]:
    return list(thing.as_list()) if isinstance(thing, Array) else []


def _version(pdf: Pdf) -> str:
    """The header's version, or the catalogue's if that is later."""
    return max(pdf.pdf_version, str(pdf.Root.get("/Version", "/1.0"))[1:])


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
    """What runs by itself: on opening, on events of the document and of its pages, on clicking."""
    yield pdf.Root.get("/OpenAction")
    holders = [pdf.Root, *(page.obj for page in pdf.pages)]
    holders += [mark for page in pdf.pages for mark in annotations_of(page.obj)]
    for holder in holders:
        yield holder.get("/A")
        yield from _dictionary(holder.get("/AA")).values()


def annotations_of(page: Object) -> list[Dictionary]:
    """What hangs on a page."""
    return [mark for mark in _list(page.get("/Annots")) if isinstance(mark, Dictionary)]


def _scripted(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and (action.get("/S") == Name.JavaScript or "/JS" in action)


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
        kind=str(intent.get("/S", ""))[1:],
        identifier=str(intent.get("/OutputConditionIdentifier", "")),
        registry=str(intent.get("/RegistryName", "")),
        embedded=isinstance(stream, Stream),
        profile_class=header[12:16].decode("latin-1") if sound else "",
        profile_space=header[16:20].decode("latin-1") if sound else "",
        components=components,
    )
