import pytest

from builder.manuscript import EditionFile, edition_from, read_yaml
from builder.model import Binding, Cover

BOOK = "title: Thử\nkind: special\nselect: {volumes: [28]}\nimprint: {regime: non-commercial}\n"


def read(more: str) -> EditionFile:
    return edition_from(read_yaml("editions/thu/edition.yml", (BOOK + more).encode()), "thu", {})


def test_a_book_without_a_word_on_its_cover_has_a_plain_one() -> None:
    book = read("").edition
    assert book is not None
    assert book.cover == Cover()
    assert (book.print.paper_gsm, book.print.paper_bulk, book.print.binding) == (None, None, Binding.GLUED)


def test_what_an_edition_says_of_its_cover_and_paper() -> None:
    book = read(
        "cover: {blurb: Một câu., flower: hoa-sua, spine: Hoa đẹp, url: 'https://a.example/sach/'}\n"
        "print: {paper_gsm: 70, paper_bulk: 1.3, binding: ghim}\n"
    ).edition
    assert book is not None
    assert book.cover == Cover("Một câu.", "hoa-sua", "Hoa đẹp", "https://a.example/sach/")
    assert (book.print.paper_gsm, book.print.paper_bulk, book.print.binding) == (70, 1.3, Binding.STAPLED)


def test_paragraphs_of_a_blurb_are_kept() -> None:
    book = read("cover:\n  blurb: |\n    Một đoạn.\n\n    Đoạn nữa.\n").edition
    assert book is not None
    assert book.cover.blurb == "Một đoạn.\n\nĐoạn nữa."


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("cover: {flower: hong}", ("cover", "flower")),
        ("cover: {url: a.example}", ("cover", "url")),
        ("cover: {url: 'https://'}", ("cover", "url")),
        ("cover: {mau: do}", ("cover", "mau")),
        (f"cover: {{blurb: {'x' * 701}}}", ("cover", "blurb")),
        ("print: {binding: chi}", ("print", "binding")),
        ("print: {paper_bulk: 12}", ("print", "paper_bulk")),
        ("print: {paper_gsm: 5}", ("print", "paper_gsm")),
    ],
)
def test_what_cannot_be_meant_is_an_issue_at_its_place(more: str, place: tuple[str, str]) -> None:
    (issue,) = read(more + "\n").issues
    assert issue.location == place
