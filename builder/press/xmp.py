"""The XMP packet of a PDF/X or PDF/A file, in step with its document information."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date
from html import escape
from importlib.metadata import version

import pikepdf
from pikepdf import Pdf, Stream, String

from .facts import Facts

CREATOR = "hoa"
_ZONE = "+07:00"
_BEGIN, _END = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>', '<?xpacket end="w"?>'
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def pdf_date(day: date) -> str:
    """A day as document information writes it: midnight in Hà Nội."""
    return f"D:{day:%Y%m%d}000000{_ZONE.replace(':', chr(39))}'"


def producer() -> str:
    """The engines, with their versions."""
    return f"WeasyPrint {version('weasyprint')}, pikepdf {pikepdf.__version__}"


def inform(pdf: Pdf, title: str, author: str, day: date) -> None:
    """Put what every file of ours tells of itself into the document information."""
    when, info = String(pdf_date(day)), pdf.docinfo
    info.Title = String(title)
    if author:
        info.Author = String(author)
    info.Creator = String(CREATOR)
    info.Producer = String(producer())
    info.CreationDate = when
    info.ModDate = when


def packet(facts: Facts, pdf: Pdf) -> bytes:
    """The packet. Its document id follows from the title, its instance id from all that is in the file."""
    return packed(_properties(facts, pdf), _SPACES)


def archive_packet(title: str, author: str, day: date, pdf: Pdf) -> bytes:
    """The packet of a PDF/A-3 file with tags: it holds no property PDF/A does not know (ISO 19005-3, 6.6.2.3)."""
    said = repr((title, author, day))
    return packed(_common(title, author, day) | _identity(title, said, pdf) | _ARCHIVE, _SPACES | _ARCHIVE_SPACE)


_ARCHIVE = {"pdfaid:part": "3", "pdfaid:conformance": "A"}
_ARCHIVE_SPACE = {"pdfaid": "http://www.aiim.org/pdfa/ns/id/"}


def packed(values: Mapping[str, str], spaces: Mapping[str, str]) -> bytes:
    """A packet of values (as XML) by qualified name; of the name spaces only those in use."""
    used = {name.partition(":")[0] for name in values}
    named = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in spaces.items() if prefix in used)
    lines = "".join(f"<{name}>{value}</{name}>\n" for name, value in values.items())
    return (
        f'{_BEGIN}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""{named}>\n'
        f"{lines}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n{_END}"
    ).encode()


def _properties(facts: Facts, pdf: Pdf) -> dict[str, str]:
    """Values by qualified name, as XML."""
    said = repr((facts.title, facts.author, facts.day, facts.variant))
    values = _common(facts.title, facts.author, facts.day) | _identity(facts.title, said, pdf)
    values |= {"pdf:Trapped": "False", "pdfx:GTS_PDFXVersion": facts.standard.label}
    if facts.standard.conformance:
        values["pdfx:GTS_PDFXConformance"] = facts.standard.label
    else:
        values["pdfxid:GTS_PDFXVersion"] = facts.standard.label
    return values


def _common(title: str, author: str, day: date) -> dict[str, str]:
    """What document information says too."""
    when = f"{day:%Y-%m-%d}T00:00:00{_ZONE}"
    values = {
        "dc:format": "application/pdf",
        "dc:title": f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(title, quote=False)}</rdf:li></rdf:Alt>',
        "xmp:CreateDate": when,
        "xmp:ModifyDate": when,
        "xmp:MetadataDate": when,
        "xmp:CreatorTool": CREATOR,
        "pdf:Producer": escape(producer(), quote=False),
    }
    if author:
        values["dc:creator"] = f"<rdf:Seq><rdf:li>{escape(author, quote=False)}</rdf:li></rdf:Seq>"
    return values


def _identity(title: str, said: str, pdf: Pdf) -> dict[str, str]:
    return {
        "xmpMM:DocumentID": f"uuid:{uuid.uuid5(uuid.NAMESPACE_OID, title)}",
        "xmpMM:InstanceID": f"uuid:{_instance(said, pdf)}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
    }


def _instance(said: str, pdf: Pdf) -> uuid.UUID:
    """One id for the same content and facts, another for any other."""
    total = hashlib.blake2b(said.encode(), digest_size=16)
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            total.update(thing.read_raw_bytes())
    return uuid.UUID(bytes=total.digest(), version=5)
