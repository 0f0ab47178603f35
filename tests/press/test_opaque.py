import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from builder.model import BuilderError
from builder.press.opaque import make_opaque

GROUP = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)


def page(**resources: Dictionary) -> Pdf:
    """A PDF whose second page has these resources."""
    pdf = Pdf.new()
    for _ in range(2):
        pdf.add_blank_page()
    pdf.pages[1].obj.Resources = Dictionary({f"/{name}": value for name, value in resources.items()})
    return pdf


def form(pdf: Pdf, **entries: Object) -> Object:
    return pdf.make_indirect(Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1], **entries))


def test_groups_without_effect_are_dropped_wherever_they_stand() -> None:
    pdf = page()
    inner = form(pdf, Group=GROUP)
    outer = form(pdf, Group=GROUP, Resources=Dictionary(XObject=Dictionary(A=inner)))
    pdf.pages[1].obj.Group = GROUP
    pdf.pages[1].obj.Resources.XObject = Dictionary(A=outer, B=inner)
    make_opaque(pdf)
    assert "/Group" not in pdf.pages[1].obj
    assert "/Group" not in inner
    assert "/Group" not in outer


@pytest.mark.parametrize(
    "state",
    [
        Dictionary(ca=0.5),
        Dictionary(CA=0.99),
        Dictionary(BM=Name.Multiply),
        Dictionary(BM=Array([Name.Darken, Name.Normal])),
        Dictionary(SMask=Dictionary(S=Name.Alpha)),
    ],
)
def test_what_shines_through_is_an_error_that_names_the_page(state: Dictionary) -> None:
    pdf = page(ExtGState=Dictionary(A=state))
    with pytest.raises(BuilderError, match="Trang 2"):
        make_opaque(pdf)
    hidden = page()
    inner = form(hidden, Resources=Dictionary(ExtGState=Dictionary(A=state)))
    hidden.pages[1].obj.Resources.XObject = Dictionary(A=inner)
    with pytest.raises(BuilderError, match="Trang 2"):
        make_opaque(hidden)


def test_an_image_with_a_mask_is_an_error() -> None:
    pdf = page()
    mask = pdf.make_indirect(Stream(pdf, b"", Subtype=Name.Image))
    image = pdf.make_indirect(Stream(pdf, b"", Subtype=Name.Image, SMask=mask))
    pdf.pages[1].obj.Resources.XObject = Dictionary(A=image)
    with pytest.raises(BuilderError, match="mặt nạ"):
        make_opaque(pdf)


def test_states_that_say_what_is_so_anyway_are_fine() -> None:
    state = Dictionary(ca=1, CA=1.0, BM=Name.Normal, SMask=Name("/None"))
    make_opaque(page(ExtGState=Dictionary(A=state)))
