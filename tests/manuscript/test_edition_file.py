from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from builder.manuscript import EditionFile, FaultKind, edition_from, read_yaml, volumes_from
from builder.model import EditionKind, Length, SectionBy, Span, Volume

PATH = "editions/tap-28/edition.yml"
BOOK = """\
title: Những bông hoa đẹp
kind: volume
volume: 28
occasion: {name: ba mươi năm, anchor: 1992-03-28, on: 2022-10-10}
select: {volumes: [28], years: 2021-2022}
print: {trim: 130x190, bleed: 5}
imprint:
  regime: publisher
  credits: [{role: Biên soạn, name: Ban biên soạn}]
"""


def edition(text: str) -> EditionFile:
    return edition_from(read_yaml(PATH, text.encode()), "tap-28", {"loi-noi-dau": "# Lời nói đầu\n"})


def test_an_edition() -> None:
    read = edition(BOOK)
    book = read.edition
    assert book is not None
    assert read.issues == ()
    assert (book.id, book.kind, book.volume, book.sections) == ("tap-28", EditionKind.VOLUME, 28, SectionBy.DISTRICT)
    assert book.occasion is not None
    assert (book.occasion.anchor, book.occasion.years) == (date(1992, 3, 28), 30)
    assert (book.selection.volumes, book.selection.years) == ((28,), (2021, 2022))
    assert (book.print.trim.width, book.print.bleed) == (Length(130), Length(5))
    assert book.imprint.credits[0].name == "Ban biên soạn"
    assert book.texts == (("loi-noi-dau", "# Lời nói đầu\n"),)


def test_fields_left_blank_are_fields_left_out() -> None:
    read = edition(BOOK + "  isbn:\nsubtitle:\nback:\n")
    assert read.edition is not None
    assert (read.edition.imprint.isbn, read.edition.subtitle) == ("", "")
    assert read.edition.back


def test_issues_stand_at_their_places() -> None:
    read = edition(BOOK.replace("130x190", "13 x 19").replace("regime: publisher", "regime: nxb") + "la: x\n")
    assert read.edition is None
    assert {(i.location, i.kind) for i in read.issues} == {
        (("print", "trim"), "trim_form"),
        (("imprint", "regime"), "literal_error"),
        (("la",), "extra_forbidden"),
    }
    assert read.file.span_of("print", "trim") == Span(6, 15, 6, 21)


@pytest.mark.parametrize("own", ["Bà Hoa 0912.345.678", "+84 912 345 678", "Phòng Nội vụ, 035 1234567"])
def test_the_shop_is_given_an_office_and_nobody_s_own_number(own: str) -> None:
    office = edition(BOOK + "summary: Chuyện cái giếng.\n").edition
    assert office is not None
    assert office.summary == "Chuyện cái giếng."
    told = edition(contacted("Phòng Nội vụ, 024 3827 1234")).edition
    assert told is not None
    assert told.print.contact == "Phòng Nội vụ, 024 3827 1234"
    assert [issue.kind for issue in edition(contacted(own)).issues] == ["own_number"]


def contacted(contact: str) -> str:
    """The book with somebody the shop may ask."""
    return BOOK.replace("bleed: 5", f"bleed: 5, contact: '{contact}'")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FaultKind.EMPTY),
        (b"- a\n", FaultKind.NOT_MAPPING),
        (b"# a\n", FaultKind.NOT_MAPPING),
        (b"a: b: c\n", FaultKind.SYNTAX),
        (b"a: b\n---\nc: d\n", FaultKind.SYNTAX),
        (b"a: &x b\n", FaultKind.ANCHOR),
    ],
)
def test_a_file_that_cannot_be_read_has_no_values(data: bytes, kind: FaultKind) -> None:
    file = read_yaml(PATH, data)
    assert file.values is None
    assert [fault.kind for fault in file.faults] == [kind]
    assert edition_from(file, "tap-28", {}) == EditionFile(file, None, ())


def test_the_text_is_kept_for_those_who_explain_it() -> None:
    assert read_yaml(PATH, b"\xef\xbb\xbfa: b\r\n").text == "a: b\n"


def test_the_register_of_volumes() -> None:
    text = "volumes:\n  - {number: 28, years: 2022, documented: true}\n  - {number: 1, years: 1992-1995}\n"
    register = volumes_from(read_yaml("editions/volumes.yml", text.encode()))
    assert register == {28: Volume(28, (2022,), documented=True), 1: Volume(1, (1992, 1993, 1994, 1995))}


def test_a_faulty_register_gives_issues() -> None:
    found = volumes_from(read_yaml("editions/volumes.yml", "volumes: [{number: hai, years: xưa}]\n".encode()))
    assert not isinstance(found, Mapping)
    assert {issue.kind for issue in found} == {"int_parsing", "years_form"}
