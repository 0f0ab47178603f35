from __future__ import annotations

import pytest

from builder.manuscript import edition_from, read_yaml
from builder.model import Inks, PrintSpec

BOOK = "title: Thử\nkind: special\nselect: {volumes: [28]}\nimprint: {regime: publisher}\n"


def printed(text: str) -> PrintSpec | None:
    read = edition_from(read_yaml("editions/thu/edition.yml", (BOOK + text).encode()), "thu", {})
    return read.edition.print if read.edition else None


def test_a_book_is_printed_in_four_inks_without_marks_unless_it_says_so() -> None:
    plain = printed("")
    assert plain == PrintSpec()
    assert plain is not None
    assert (plain.inks, plain.marks, plain.profile) == (Inks.CMYK, False, "ISOcoated_v2_300_bas")


def test_the_switches_of_print() -> None:
    told = printed("print: {inks: black, marks: true, profile: FOGRA39L_coated, ink_limit: 280}\n")
    assert told is not None
    assert (told.inks, told.marks, told.profile, told.ink_limit) == (Inks.BLACK, True, "FOGRA39L_coated", 280)


@pytest.mark.parametrize("text", ["print: {inks: rgb}\n", "print: {marks: 3}\n", "print: {profile: ''}\n"])
def test_other_values_are_refused_or_left_out(text: str) -> None:
    told = printed(text)
    assert told is None or told.profile == "ISOcoated_v2_300_bas"
