from pathlib import Path

import pytest
from PIL import Image

from builder.press.leaf import unpacked
from builder.press.sheet import PrintImage, Sheet
from builder.press.typeset import Typesetter
from builder.workspace import KeptFiles
from tests.press.making import document, outfit

HEAD = 20 / 25.4 * 72
LINE = 14.6


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


def depths(setter: Typesetter, sheet: Sheet) -> list[float]:
    return [page.depth for page in unpacked(setter.cut(sheet)[0]).pages]


@pytest.mark.parametrize("lines", [1, 2, 17, 31])
def test_a_page_is_as_deep_as_its_lowest_line(setter: Typesetter, lines: int) -> None:
    (depth,) = depths(setter, Sheet("tờ", document("<br>".join(f"Dòng {n}" for n in range(lines)))))
    assert HEAD + (lines - 1) * LINE < depth < HEAD + lines * LINE


def test_every_page_is_measured_by_itself_and_an_empty_one_has_no_depth(setter: Typesetter) -> None:
    html = document('Một<p style="break-before: page">Hai<br>Ba<p style="break-before: page">')
    one, two, empty = depths(setter, Sheet("tờ", html))
    assert two == pytest.approx(one + LINE, abs=0.01)
    assert empty == 0


def test_a_picture_counts_to_its_foot(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (60, 60)).save(path)
    image = PrintImage("photo:a", str(path), b"a", 60, 60)
    html = document('Trên<img src="photo:a" style="height: 100pt; width: 100pt">')
    setter = Typesetter(outfit(), KeptFiles(tmp_path / "kept"))
    assert depths(setter, Sheet("tờ", html, (image,))) == [pytest.approx(HEAD + LINE + 100, abs=0.5)]
