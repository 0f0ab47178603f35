"""The screen PDF of a whole book: the pages of print in the colours of light, tagged, linked, fit for keeping."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from pikepdf.pdfa import validate_written

from builder.pipeline.screen import SCREEN_LIMIT, make_screen
from builder.press.archive_checks import archive_faults
from builder.render import plain_text
from builder.vietnamese.typo import typeset
from tests.book.making import plan_of
from tests.press.printing import Print, run, words

STORIES = "https://hoa.example/bai/"


@dataclass(frozen=True)
class Shown:
    """A screen PDF, as bytes and as a file."""

    data: bytes
    path: Path

    def open(self) -> Pdf:
        return Pdf.open(io.BytesIO(self.data))


@pytest.fixture(scope="module")
def shown(printed: Print, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    made = make_screen(printed.plan, printed.bound, printed.kit, STORIES)
    assert made.messages == ()
    path = tmp_path_factory.mktemp("screen") / "screen.pdf"
    path.write_bytes(made.pdf)
    return Shown(made.pdf, path)


def test_it_passes_the_checks_of_others_and_our_own(shown: Shown) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", shown.path)
    report = validate_written(shown.path, "3b")
    # it knows no part but B, and asks nothing of 3b that 3a does not ask too
    assert [finding.rule for finding in report.findings] == ["ISO_19005_3:6.6.4-3"]
    assert archive_faults(shown.data) == ()
    assert len(shown.data) < SCREEN_LIMIT


def test_its_pages_are_those_of_print(shown: Shown, printed: Print) -> None:
    text = run("pdftotext", "-layout", shown.path, "-").split("\f")[:-1]
    there, here = ([words(page).replace(".", "") for page in pages] for pages in (printed.pages, text))
    assert here == there  # but for a dot of a leader, where a folio is short
    with shown.open() as pdf:
        boxes = {tuple(round(float(side), 2) for side in page.mediabox) for page in pdf.pages}
    assert boxes == {(0, 0, round(145 * 72 / 25.4, 2), round(205 * 72 / 25.4, 2))}


def test_photos_are_light_and_as_fine_as_a_screen(shown: Shown) -> None:
    rows = [line.split() for line in run("pdfimages", "-list", shown.path).splitlines()[2:]]
    assert {row[5] for row in rows} == {"rgb"}
    assert all(150 <= int(row[12]) <= 200 for row in rows)


def test_contents_and_indexes_lead_to_the_pages_they_name(shown: Shown, printed: Print) -> None:
    told: dict[int, int] = {}
    titles: dict[int, set[str]] = {}
    for mark in printed.bound.composed.outline:
        titles.setdefault(mark.folio, set()).add(mark.title)
    with shown.open() as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, start=1)}
        for note in notes(pdf):
            if "/Dest" in note:
                target = numbers[note.Dest[0].objgen]
                assert str(note.Contents) in {f"{title}, trang {target}" for title in titles[target]}
                told[target] = told.get(target, 0) + 1
    for story in printed.plan.stories:
        assert told[printed.bound.folios[story.id]] >= 3, story.id  # contents, index of names, index of units


def test_every_folio_of_the_contents_is_a_link_on_its_own_line(shown: Shown, printed: Print) -> None:
    """The witness is poppler: the words below each link of the contents are the title of the page it leads to."""
    first = next(n for n, page in enumerate(printed.pages, start=1) if "Mục lục" in page)
    with shown.open() as pdf:
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, start=1)}
        page = pdf.pages[first - 1].obj
        height = float(page.MediaBox[3])
        for note in page.Annots:
            left, bottom, right, top = (float(side) for side in note.Rect)
            box = ("-x", round(left), "-y", round(height - top), "-W", round(right - left), "-H", round(top - bottom))
            line = words(run("pdftotext", "-f", first, "-l", first, "-r", 72, *box, shown.path, "-"))
            folio = numbers[note.Dest[0].objgen]
            title = words(line.split("....")[0])
            assert title[:10] in words(printed.pages[folio - 1]), (line, folio)


def test_stories_lead_to_their_pages_on_the_site(shown: Shown, printed: Print) -> None:
    with shown.open() as pdf:
        found = {str(note.A.URI) for note in notes(pdf) if "/A" in note}
    assert found == {f"{STORIES}{story.id}/" for story in printed.plan.stories}


def test_without_an_address_no_link_leads_out(printed: Print) -> None:
    plan = plan_of(*printed.plan.stories[:1])
    from builder.pipeline.bookwork import bind  # noqa: PLC0415 - only this test binds another book

    made = make_screen(plan, bind(plan, printed.kit), printed.kit)
    with Pdf.open(io.BytesIO(made.pdf)) as pdf:
        assert [note for note in notes(pdf) if "/A" in note] == []
        assert any("/Dest" in note for note in notes(pdf))


def test_bookmarks_are_those_of_print(shown: Shown, printed: Print) -> None:
    with shown.open() as here, Pdf.open(io.BytesIO(printed.bound.pdf)) as there:
        assert list(marks(here)) == list(marks(there))


def test_the_tree_reads_the_stories_in_order_and_whole(shown: Shown, printed: Print) -> None:
    told = run("pdfinfo", "-struct-text", shown.path)
    parts = [words("".join(re.findall(r'^ *"(.*)"$', part, re.MULTILINE))) for part in told.split("\n  Art\n")[1:]]
    for story, part in zip(printed.plan.stories, parts[1:], strict=False):  # the first is the foreword
        at = part.index(words(typeset(story.title)))
        for paragraph in plain_text(story.body).split("\n"):
            at = part.index(words(typeset(paragraph)), at)


def test_a_paragraph_cut_by_the_end_of_a_page_is_one(shown: Shown, printed: Print) -> None:
    paragraphs = sum(len(plain_text(story.body).split("\n")) for story in printed.plan.stories)
    with shown.open() as pdf:
        told = [element for element in elements(pdf) if element.get("/S") == Name.P and element.P.get("/S") == Name.Art]
        across = [
            element for element in told if any(isinstance(kid, Dictionary) and "/MCID" in kid for kid in element.K)
        ]
        beside = [
            kid for element in told for kid in element.K if isinstance(kid, Dictionary) and kid.get("/S") == Name.P
        ]
    assert len(across) > 10
    assert beside == []
    # title, name, place, signature and date, and the words below portraits are paragraphs of a story too
    assert paragraphs < len(told) < paragraphs + 8 * len(printed.plan.stories)


def test_marks_and_elements_know_each_other(shown: Shown) -> None:
    with shown.open() as pdf:
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        ways = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        for page in pdf.pages:
            row = list(ways[int(page.obj.StructParents)])
            drawn = b"\n".join(part.read_bytes() for part in page.obj.Contents)
            seen = [int(mark) for mark in re.findall(rb"/MCID (\d+)", drawn)]
            assert sorted(seen) == [n for n, element in enumerate(row) if element is not None]
            for mark in seen:
                assert mark in held(row[mark], page.obj)
            for note in page.obj.get("/Annots", Array()):
                element = ways[int(note.StructParent)]
                assert element.get("/S") == Name.Link
                assert note.objgen in [
                    kid.Obj.objgen for kid in element.K if isinstance(kid, Dictionary) and "/Obj" in kid
                ]


def test_heads_and_folios_are_read_to_no_one(shown: Shown, printed: Print) -> None:
    folio = printed.bound.folios[printed.plan.stories[0].id]
    head = "Những bông hoa đẹp · Tập 28"
    assert head in run("pdftotext", shown.path, "-")
    assert head not in run("pdfinfo", "-struct-text", shown.path)
    with shown.open() as pdf:
        drawn = b"".join(part.read_bytes() for part in pdf.pages[folio].obj.Contents)
        assert drawn.count(b"/Artifact <</Type /Pagination>> BDC") == 1
        for name, form in pdf.pages[folio].obj.Resources.XObject.items():
            assert not name.startswith("/Strip") or b"MCID" not in form.read_bytes()


def test_the_same_book_is_the_same_bytes(shown: Shown, printed: Print) -> None:
    assert make_screen(printed.plan, printed.bound, printed.kit, STORIES).pdf == shown.data


def _no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array()))


def _runs_at_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.beep()"))


def _other_title(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("Sách khác")


def _no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _ink(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents[0] = pdf.make_indirect(Stream(pdf, b"q 0 0 0 1 k\n"))


def _bare_words(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    drawn = page.Contents[1].read_bytes()
    page.Contents[1] = pdf.make_indirect(Stream(pdf, re.sub(rb"/\w+\s+<</MCID \d+>>\s+BDC", b"", drawn)))


def _lost_way(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1] = Array()


def _font_outside(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor:
            del thing["/FontFile2"]
            return


def _no_words_for_a_picture(pdf: Pdf) -> None:
    del next(element for element in elements(pdf) if element.get("/S") == Name.Figure)["/Alt"]


def _link_unprinted(pdf: Pdf) -> None:
    next(notes(pdf)).F = 0


def _strange_element(pdf: Pdf) -> None:
    next(element for element in elements(pdf) if element.get("/S") == Name.H1).S = Name("/Heading")


def _between_points(pdf: Pdf) -> None:
    next(thing for thing in pdf.objects if isinstance(thing, Stream) and thing.get("/Width")).Interpolate = True


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_no_language, "không nói là tiếng Việt"),
        (_script, "tệp có /JavaScript"),
        (_runs_at_opening, "tệp có /OpenAction"),
        (_other_title, "XMP và /Title không nói như nhau"),
        (_no_intent, "không nói màu của mình là sRGB"),
        (_ink, "trang 1 còn màu mực in"),
        (_bare_words, "trang 1 có chữ không đánh dấu"),
        (_lost_way, "trang 1 có chữ không thuộc thẻ nào"),
        (_font_outside, "không nằm trong tệp"),
        (_no_words_for_a_picture, "một hình không có lời tả"),
        (_link_unprinted, "không phải liên kết in được"),
        (_strange_element, "thẻ Heading không đúng chỗ"),
        (_between_points, "đòi máy vẽ thêm điểm"),
    ],
)
def test_a_spoilt_file_is_found_out(shown: Shown, spoil: Callable[[Pdf], None], said: str) -> None:
    target = io.BytesIO()
    with shown.open() as pdf:
        spoil(pdf)
        pdf.save(target)
    assert any(said in fault for fault in archive_faults(target.getvalue()))


def test_a_locked_file_is_found_out(shown: Shown) -> None:
    target = io.BytesIO()
    with shown.open() as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user=""))
    assert "tệp bị khóa" in archive_faults(target.getvalue())


def notes(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", Array())


def elements(pdf: Pdf) -> Iterator[Object]:
    todo = list(pdf.Root.StructTreeRoot.K)
    while todo:
        element = todo.pop()
        yield element
        todo += [kid for kid in element.K if isinstance(kid, Dictionary) and "/S" in kid]


def held(element: Object, page: Object) -> list[int]:
    """The marks an element holds on a page."""
    own = [int(kid) for kid in element.K if isinstance(kid, int)] if element.Pg.objgen == page.objgen else []
    others = [kid for kid in element.K if isinstance(kid, Dictionary) and "/MCID" in kid]
    return own + [int(kid.MCID) for kid in others if kid.Pg.objgen == page.objgen]


def marks(pdf: Pdf) -> Iterator[tuple[str, int]]:
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, start=1)}
    with pdf.open_outline() as outline:
        todo = list(outline.root)
        while todo:
            item = todo.pop(0)
            assert isinstance(item.destination, Array)
            yield item.title, numbers[item.destination[0].objgen]
            todo[:0] = item.children
