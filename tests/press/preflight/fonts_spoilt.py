"""Spoilt fonts."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from tests.press.preflight.making import (
    BLACK,
    DEMAND,
    LITERATA,
    OTHER,
    TEXT,
    draw,
    font_data,
    glyphs,
    line,
    make_font,
    to_unicode,
)
from tests.press.preflight.spoiling import spoil


def font_of(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj.Resources.Font.F1


def descriptor_of(pdf: Pdf) -> pikepdf.Object:
    return font_of(pdf).DescendantFonts[0].FontDescriptor


@spoil("pdf/font-embedded", 0)
def font_left_out(pdf: Pdf) -> None:
    del descriptor_of(pdf).FontFile2


@spoil("pdf/font-embedded", 2, demand=replace(DEMAND, fonts=()))
def a_font_of_the_reader(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    draw(pdf, 2, BLACK + b"BT /H 10 Tf 60 200 Td (An) Tj ET", Font={"H": font})


@spoil("pdf/font-type3", 2)
def letters_that_are_drawings(pdf: Pdf) -> None:
    glyph = pdf.make_indirect(Stream(pdf, b"500 0 0 0 500 500 d1 0 0 500 500 re f"))
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(a=glyph), FirstChar=97, LastChar=97,
        Encoding=Dictionary(Differences=Array([97, Name.a])), Widths=Array([500]), Resources=Dictionary(),
    )  # fmt: skip
    draw(pdf, 2, BLACK + b"BT /T 10 Tf 60 200 Td (aa) Tj ET", Font={"T": font})


@spoil("pdf/font-foreign", 2)
def another_family(pdf: Pdf) -> None:
    draw(pdf, 2, line(font="B", file=OTHER), Font={"B": make_font(pdf, OTHER, "ABCDEF+BeVietnamPro-Regular")})


@spoil("pdf/font-unmapped", 0)
def no_way_back_to_letters(pdf: Pdf) -> None:
    del font_of(pdf).ToUnicode


def _mapped(pdf: Pdf, **changed: str) -> None:
    pairs = [(glyphs(LITERATA)[letter], changed.get(letter, letter)) for letter in sorted(set(TEXT))]
    font_of(pdf).ToUnicode = pdf.make_indirect(Stream(pdf, to_unicode(pairs)))


@spoil("pdf/font-unmapped", 0)
def a_letter_mapped_to_the_replacement(pdf: Pdf) -> None:
    _mapped(pdf, ế="\ufffd")


@spoil("pdf/font-private", 0)
def a_letter_mapped_to_a_private_code(pdf: Pdf) -> None:
    _mapped(pdf, ế="\ue001")


@spoil("pdf/font-decomposed", 0, warning=True)
def a_letter_mapped_to_its_parts(pdf: Pdf) -> None:
    _mapped(pdf, ế="e\u0302\u0301")


def _program(pdf: Pdf, data: bytes) -> None:
    descriptor_of(pdf).FontFile2 = pdf.make_indirect(Stream(pdf, data, Length1=len(data)))


@spoil("pdf/font-glyph", 0)
def a_subset_without_a_letter(pdf: Pdf) -> None:
    _program(pdf, font_data(LITERATA, TEXT.replace("ẩ", "")))


@spoil("pdf/font-garbled", 0)
def the_program_of_another_font(pdf: Pdf) -> None:
    _program(pdf, font_data(OTHER))


@spoil("pdf/font-damaged", 0)
def a_program_cut_short(pdf: Pdf) -> None:
    _program(pdf, font_data(LITERATA)[:3000])


@spoil("pdf/font-damaged", 0)
def outlines_overwritten(pdf: Pdf) -> None:
    data = bytearray(font_data(LITERATA, TEXT))
    with TTFont(io.BytesIO(bytes(data)), lazy=True) as font:
        place = font.reader.tables["glyf"]
    middle = place.offset + place.length // 2
    data[middle : middle + place.length // 4] = b"\x7f" * (place.length // 4)
    _program(pdf, bytes(data))
