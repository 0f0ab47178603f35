"""Spoilt boxes and sheets."""

from __future__ import annotations

from dataclasses import replace

from pikepdf import Array, Pdf

from tests.press.preflight.making import (
    BLEED,
    DEMAND,
    HEIGHT,
    WIDTH,
)
from tests.press.preflight.spoiling import spoil


@spoil("pdf/box-missing", 1)
def no_trim_box(pdf: Pdf) -> None:
    del pdf.pages[1].obj.TrimBox


@spoil("pdf/box-missing", 1)
def no_bleed_box(pdf: Pdf) -> None:
    del pdf.pages[1].obj.BleedBox


@spoil("pdf/trim-size", 2)
def trim_two_millimetres_short(pdf: Pdf) -> None:
    box = [float(side) for side in pdf.pages[2].obj.TrimBox.as_list()]
    pdf.pages[2].obj.TrimBox = Array([box[0], box[1], box[2] - 5.67, box[3]])


@spoil("pdf/bleed-size", 2)
def bleed_of_one_millimetre(pdf: Pdf) -> None:
    side = BLEED.pt * 2 / 3
    pdf.pages[2].obj.BleedBox = Array([side, side, WIDTH - side, HEIGHT - side])


@spoil("pdf/box-nesting", 2)
def bleed_beyond_the_sheet(pdf: Pdf) -> None:
    pdf.pages[2].obj.BleedBox = Array([-5, -5, WIDTH + 5, HEIGHT + 5])


@spoil("pdf/box-nesting", 2)
def crop_cuts_the_bleed(pdf: Pdf) -> None:
    pdf.pages[2].obj.CropBox = pdf.pages[2].obj.TrimBox


@spoil("pdf/box-nesting", 0)
def inherited_crop_cuts_the_bleed(pdf: Pdf) -> None:
    pdf.Root.Pages.CropBox = pdf.pages[2].obj.TrimBox
    for index in (1, 2, 3):
        pdf.pages[index].obj.CropBox = pdf.pages[index].obj.MediaBox


@spoil("pdf/box-origin", 0, warning=True)
def corner_off_the_origin(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.MediaBox = Array([-10, -10, round(WIDTH, 3), round(HEIGHT, 3)])


@spoil("pdf/art-box", 2)
def art_box_beside_trim_box(pdf: Pdf) -> None:
    pdf.pages[2].obj.ArtBox = pdf.pages[2].obj.TrimBox


@spoil("pdf/rotate", 2)
def page_turned(pdf: Pdf) -> None:
    pdf.pages[2].obj.Rotate = 90


@spoil("pdf/rotate", 2)
def page_turned_from_above(pdf: Pdf) -> None:
    for index in (0, 1, 3):
        pdf.pages[index].obj.Rotate = 0
    pdf.Root.Pages.Rotate = 180


@spoil("pdf/user-unit", 2)
def unit_doubled(pdf: Pdf) -> None:
    pdf.pages[2].obj.UserUnit = 2


@spoil("pdf/mixed-size", 3)
def one_sheet_larger(pdf: Pdf) -> None:
    pdf.pages[3].obj.MediaBox = Array([0, 0, WIDTH + 20, HEIGHT + 20])


@spoil("pdf/mixed-size", 3, demand=replace(DEMAND, trim=None))
def one_trim_smaller_and_no_size_asked_for(pdf: Pdf) -> None:
    box = [float(side) for side in pdf.pages[3].obj.TrimBox.as_list()]
    pdf.pages[3].obj.TrimBox = Array([box[0], box[1] + 20, box[2], box[3]])


@spoil("pdf/page-multiple")
def a_page_short(pdf: Pdf) -> None:
    del pdf.pages[3]
