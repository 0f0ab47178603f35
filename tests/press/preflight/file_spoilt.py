"""Spoilt files: what has no business in print, and false claims."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ImageCms

from tests.press.preflight.making import (
    draw,
)
from tests.press.preflight.spoiling import SPOILS, Spoil, rewritten, spoil


@spoil("pdf/encrypted", encryption=pikepdf.Encryption(owner="chu", user="", R=3, aes=False, metadata=False))
def rights_restricted(_: Pdf) -> None:
    pass


@spoil("pdf/encrypted", encryption=pikepdf.Encryption(owner="chu", user="khach", R=3, aes=False, metadata=False))
def locked(_: Pdf) -> None:
    pass


@spoil("pdf/damaged", 2)
def calls_what_is_not_there(pdf: Pdf) -> None:
    draw(pdf, 2, b"/Nowhere Do")


@spoil("pdf/damaged", 2)
def a_form_calls_itself(pdf: Pdf) -> None:
    form = pdf.make_indirect(Stream(pdf, b"/X Do", Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    draw(pdf, 2, b"/Self Do", XObject={"Self": form})


@spoil("pdf/javascript")
def script_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@spoil("pdf/javascript")
def script_by_name(pdf: Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), action])))


@spoil("pdf/attachment")
def a_file_attached(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = b"x"


@spoil("pdf/form-fields")
def a_field_to_fill_in(pdf: Pdf) -> None:
    box = Array([50, 50, 100, 70])
    widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=box)
    made = pdf.make_indirect(widget)
    pdf.pages[2].obj.Annots = Array([made])
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]))


@spoil("pdf/layers")
def layers_to_switch(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("lớp")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


@spoil("pdf/annotation", 2)
def a_link(pdf: Pdf) -> None:
    uri = Dictionary(S=Name.URI, URI=String("https://example.org"))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 50, 100, 70]), A=uri)
    pdf.pages[2].obj.Annots = Array([pdf.make_indirect(link)])


rewritten("pdf/damaged", b"startxref\n", b"startxrex\n")
SPOILS.append(Spoil("damaged: no PDF at all", "pdf/damaged", lambda: b"\xff\xd8 photo"))


@spoil("pdf/x-identifier")
def no_claim(pdf: Pdf) -> None:
    del pdf.docinfo["/GTS_PDFXVersion"]


@spoil("pdf/x-identifier")
def another_claim(pdf: Pdf) -> None:
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-3:2003")


@spoil("pdf/version", force_version="1.7")
def too_new(_: Pdf) -> None:
    pass


@spoil("pdf/version")
def too_new_by_the_catalogue(pdf: Pdf) -> None:
    pdf.Root.Version = Name("/1.6")


@spoil("pdf/title")
def no_title(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]


@spoil("pdf/dates")
def no_day(pdf: Pdf) -> None:
    del pdf.docinfo["/ModDate"]


@spoil("pdf/dates")
def a_thirteenth_month(pdf: Pdf) -> None:
    pdf.docinfo["/CreationDate"] = String("D:20241301000000")


@spoil("pdf/trapped")
def not_told_whether_trapped(pdf: Pdf) -> None:
    del pdf.docinfo["/Trapped"]


@spoil("pdf/trapped")
def trapped_told_wrongly(pdf: Pdf) -> None:
    pdf.docinfo["/Trapped"] = Name("/False_")


@spoil("pdf/xmp")
def metadata_with_another_title(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as held:
        held["dc:title"] = "Sách khác"


@spoil("pdf/xmp")
def metadata_cut_short(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, b"<x:xmpmeta", Type=Name.Metadata, Subtype=Name.XML))


@spoil("pdf/intent-missing")
def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@spoil("pdf/intent-missing")
def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


@spoil("pdf/intent-missing")
def an_intent_for_archives(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].S = Name("/GTS_PDFA1")


@spoil("pdf/intent-condition")
def a_condition_without_a_name(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("")


@spoil("pdf/intent-registry")
def a_condition_without_a_register(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].RegistryName


@spoil("pdf/intent-profile", warning=True)
def an_intent_without_a_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


@spoil("pdf/intent-profile")
def a_profile_of_a_screen(pdf: Pdf) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(Stream(pdf, screen, N=3))


@spoil("pdf/intent-profile")
def a_profile_with_a_wrong_count(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


rewritten("pdf/file-id", b"/ID [", b"/IX [")
rewritten(
    "pdf/object-streams", b"%PDF-1.5", b"%PDF-1.4",
    force_version="1.5", object_stream_mode=pikepdf.ObjectStreamMode.generate,
)  # fmt: skip


@spoil("pdf/damaged", 2)
def content_that_breaks_off(pdf: Pdf) -> None:
    draw(pdf, 2, b"0 0 0 1 k 100 100 50 50 re f Q Q [(an")
