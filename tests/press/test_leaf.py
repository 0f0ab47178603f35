import re
from pathlib import Path

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.press.leaf import packed, pages_in, unpacked
from builder.press.photo import measure
from builder.press.sheet import PrintImage, Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


def test_a_leaf_knows_its_pages_and_what_they_say(setter: Typesetter) -> None:
    html = document("<p>Giếng <em>nước</em></p><div class='strip recto'>Đầu trang</div>")
    leaf = unpacked(setter.cut(Sheet("a", html))[1])
    assert [re.sub(r"\s", "", page.text) for page in leaf.pages] == ["Giếngnước", "Đầutrang"]
    assert leaf.pages[1].height == pytest.approx(14.6, abs=0.001)
    assert {face.file for face in leaf.faces.values()} == {
        "literata/Literata-Regular.ttf", "literata/Literata-Italic.ttf",
    }  # fmt: skip
    assert not leaf.large


def test_packing_loses_nothing(setter: Typesetter) -> None:
    pdf, data = setter.cut(Sheet("a", document("<h2>Bến</h2><p>sông</p>")))
    leaf = unpacked(data)
    assert pdf == b""
    assert packed(leaf) == data
    assert pages_in(data) == len(leaf.pages) == 1


def test_a_photo_stays_in_the_document(setter: Typesetter, tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    Image.merge("RGB", [Image.effect_noise((400, 300), 80) for _ in "rgb"]).save(path)
    image = PrintImage("photo:anh.jpg", str(path), measure(path)[0], 400, 300)
    pdf, data = setter.cut(Sheet("a", document('<img src="photo:anh.jpg">'), (image,)))
    leaf = unpacked(data)
    (number,) = leaf.pictures.values()
    thing = leaf.things[number]
    assert leaf.large
    assert pdf[thing.at : thing.at + thing.size].startswith(b"\xff\xd8")
    assert len(data) < len(pdf) / 4


def test_what_shines_through_is_named(setter: Typesetter) -> None:
    with pytest.raises(BuilderError, match=r"trong suốt.*: bài “Thử”"):
        setter.cut(Sheet("bài “Thử”", document("<p style='opacity: .5'>Giếng</p>")))
