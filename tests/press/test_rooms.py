import re
from io import BytesIO

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types
from pikepdf import Pdf

from builder.press.rooms import FIGURE_SPACE, close_rooms

STYLE = weasyprint.CSS(string="@page { size: 300pt 100pt; margin: 0 } * { margin: 0 } p { font: 10pt/20pt Literata }")
ENTRY = '<p>Giếng <a href="#a" id="a">{}</a>,{}<a href="#a"> 120</a>, <em>xem</em> <a href="#a">Ngõ</a></p>'


def ends(number: str, room: str, *, closed: bool) -> list[float]:
    """Where the links of a line end, in points."""
    document = weasyprint.HTML(string=ENTRY.format(number, room)).render(stylesheets=[STYLE])
    if closed:
        close_rooms(document)
    with Pdf.open(BytesIO(document.write_pdf())) as pdf:
        return [float(note.Rect[2]) for note in pdf.pages[0].Annots]


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_what_follows_a_room_moves_up_with_its_links(missing: int) -> None:
    plain = ends("71"[missing:] or "7", "", closed=False)
    assert ends("71"[missing:] or "7", FIGURE_SPACE * missing, closed=True) == pytest.approx(plain, abs=0.02)


def test_without_it_there_is_a_hole() -> None:
    assert ends("7", FIGURE_SPACE, closed=False)[1] > ends("7", FIGURE_SPACE, closed=True)[1] + 3


def test_a_line_without_room_stays_as_it_is() -> None:
    assert re.search(FIGURE_SPACE, ENTRY) is None
    assert ends("71", "", closed=True) == ends("71", "", closed=False)
