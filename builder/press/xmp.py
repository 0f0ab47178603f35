"""The XMP packet of a PDF/X file, in step with its document information."""

from __future__ import annotations

import hashlib
import uuid
from datetime import date
from xml.sax.saxutils import escape

import pikepdf
import weasyprint  # type: ignore[import-untyped]  # ships no types
from pikepdf import Pdf, Stream

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
    return f"WeasyPrint {weasyprint.__version__}, pikepdf {pikepdf.__version__}"


def packet(facts: Facts, pdf: Pdf) -> bytes:
    """The packet. Its document id follows from the title, its instance id from all that is in the file."""
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    lines = "".join(f"<{name}>{value}</{name}>\n" for name, value in _properties(facts, pdf).items())
    return (
        f'{_BEGIN}\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about=""{spaces}>\n'
        f"{lines}</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n{_END}"
    ).encode()


def _properties(facts: Facts, pdf: Pdf) -> dict[str, str]:
    """Values by qualified name, as XML."""
    when = f"{facts.day:%Y-%m-%d}T00:00:00{_ZONE}"
    values = {
        "dc:format": "application/pdf",
        "dc:title": f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(facts.title)}</rdf:li></rdf:Alt>',
        "xmp:CreateDate": when,
        "xmp:ModifyDate": when,
        "xmp:MetadataDate": when,
        "xmp:CreatorTool": CREATOR,
        "pdf:Producer": escape(producer()),
        "pdf:Trapped": "False",
        "xmpMM:DocumentID": f"uuid:{uuid.uuid5(uuid.NAMESPACE_OID, facts.title)}",
        "xmpMM:InstanceID": f"uuid:{_instance(facts, pdf)}",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdfx:GTS_PDFXVersion": facts.standard.label,
    }
    if facts.author:
        values["dc:creator"] = f"<rdf:Seq><rdf:li>{escape(facts.author)}</rdf:li></rdf:Seq>"
    if facts.standard.conformance:
        values["pdfx:GTS_PDFXConformance"] = facts.standard.label
    else:
        values["pdfxid:GTS_PDFXVersion"] = facts.standard.label
    return values


def _instance(facts: Facts, pdf: Pdf) -> uuid.UUID:
    """One id for the same content and facts, another for any other."""
    total = hashlib.blake2b(repr((facts.title, facts.author, facts.day, facts.variant)).encode(), digest_size=16)
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            total.update(thing.read_raw_bytes())
    return uuid.UUID(bytes=total.digest(), version=5)
