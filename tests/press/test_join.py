import io
from datetime import date

import pytest
from pikepdf import Name, Pdf, parse_content_stream

from builder.model import BuilderError, Length, Trim
from builder.press.facts import Bookmark, Facts
from builder.press.finish import finish
from builder.press.fonts import Fonts
from builder.press.join import BookPage, Paper, Strip, join
from builder.press.sheet import Sheet
from builder.press.typeset import Typesetter
from tests.press.making import condition, document, outfit

PAPER = Paper(Trim(Length(145), Length(205)), Length(3))
FACTS = Facts("Sách thử", "Nhà xuất bản", date(2024, 1, 1), "pdf/x-1a", condition())


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    setter = Typesetter(outfit())
    return {
        "a": setter.set(Sheet("a", document("<p>Giếng <em>nước</em></p><div class='strip recto'>Đầu</div>"))),
        "b": setter.set(Sheet("b", document("<h2>Bến</h2><p>sông</p>"))),
    }


def book(documents: dict[str, bytes]) -> Pdf:
    strip = Strip("a", 1, Length(16), Length(190))
    pages = [BookPage("a", 0, Length(0)), BookPage("b", 0, Length(-4), (strip,)), BookPage("a", 0, Length(0))]
    return join(documents, {}, pages, PAPER, outfit().fonts)


def test_pages_have_exact_boxes_and_nothing_else_hangs_on_them(documents: dict[str, bytes]) -> None:
    for page in book(documents).pages:
        assert [float(side) for side in page.mediabox] == [0, 0, 428.0315, 598.1102]
        assert page.obj.BleedBox == page.obj.MediaBox
        assert [float(side) for side in page.trimbox] == [8.5039, 8.5039, 419.5276, 589.6063]
        assert set(page.obj.keys()) <= {
            "/Type", "/Parent", "/MediaBox", "/BleedBox", "/TrimBox", "/Resources", "/Contents",
        }  # fmt: skip


def test_a_page_that_stands_twice_is_drawn_twice_alike(documents: dict[str, bytes]) -> None:
    made = book(documents)
    first, _, again = ([part.read_bytes() for part in page.obj.Contents] for page in made.pages)
    assert first == again
    assert first[0] == b"q 1 0 0 1 8.5039 8.5039 cm\n"


def test_a_verso_is_moved_and_stamped(documents: dict[str, bytes]) -> None:
    made = book(documents)
    page = made.pages[1]
    parts = [part.read_bytes() for part in page.obj.Contents]
    assert parts[0] == b"q 1 0 0 1 -2.8346 8.5039 cm\n"
    assert parts[-1] == b"Q\nq 1 0 0 1 53.8583 547.0866 cm /Strip0 Do Q\n"
    assert page.obj.Resources.XObject.Strip0.Subtype == Name.Form


def test_a_strip_brings_all_it_names_but_fonts_which_are_the_books(documents: dict[str, bytes]) -> None:
    made = book(documents)
    strip = made.pages[1].obj.Resources.XObject.Strip0
    named = {step.operands[0] for step in parse_content_stream(strip) if str(step.operator) == "gs"}
    assert named <= set(strip.Resources.ExtGState.keys())
    assert strip.Resources.Font.objgen == made.pages[0].obj.Resources.Font.objgen


def test_each_face_is_there_once_for_all_documents(documents: dict[str, bytes]) -> None:
    made = Pdf.open(io.BytesIO(finish(book(documents), FACTS)))
    fonts = {font.BaseFont.split("+")[1] if isinstance(font.BaseFont, str) else str(font.BaseFont).split("+")[1]
             for page in made.pages for font in page.obj.Resources.Font.values()}  # fmt: skip
    programs = [thing for thing in made.objects if isinstance(thing, type(made.Root)) and "/FontFile2" in thing]
    assert fonts == {"Literata-Regular", "Literata-Italic", "Literata-SemiBold"}
    assert len(programs) == 3


def test_a_font_that_is_not_ours_is_named(documents: dict[str, bytes]) -> None:
    ours = outfit().fonts
    fewer = Fonts({name: data for name, data in ours.files.items() if "Italic" not in name})
    with pytest.raises(BuilderError, match=r"Literata-Italic.* bài “Thử”"):
        join(documents, {"a": "bài “Thử”"}, [BookPage("a", 0, Length(0))], PAPER, fewer)


@pytest.mark.parametrize(("variant", "version"), [("pdf/x-1a", "1.4"), ("pdf/x-4", "1.6")])
def test_finishing_twice_gives_the_same_bytes(documents: dict[str, bytes], variant: str, version: str) -> None:
    facts = Facts(FACTS.title, FACTS.author, FACTS.day, variant, condition())
    marks = [Bookmark("Phần", 1), Bookmark("Bài", 2, 1)]
    one, two = (finish(book(documents), facts, marks) for _ in range(2))
    assert one == two
    with Pdf.open(io.BytesIO(one)) as made:
        assert made.pdf_version == version
        assert made.docinfo.Title == "Sách thử"
        assert made.docinfo.CreationDate == "D:20240101000000+07'00'"
        assert made.Root.PageLabels.Nums[1].S == Name.D
        with made.open_outline() as outline:
            assert [(item.title, [child.title for child in item.children]) for item in outline.root] == [
                ("Phần", ["Bài"])
            ]


def test_a_font_subset_is_the_same_every_time_and_keeps_glyph_numbers() -> None:
    fonts = outfit().fonts
    name = "literata/Literata-Regular.ttf"
    small = fonts.subset(name, [40, 300])
    assert small == fonts.subset(name, (300, 40))
    assert len(small) < len(fonts.files[name]) / 4
    assert fonts.by_postscript_name["Literata-Regular"] == name
