import re
from pathlib import Path

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.press.leaf import Brief, brief_in, packed, unpacked, unpacked_brief
from builder.press.photo import measure
from builder.press.sheet import PrintImage, Sheet
from builder.press.typeset import Typesetter
from tests.press.making import document, outfit, separation


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
    assert not leaf.photos


def test_packing_loses_nothing(setter: Typesetter) -> None:
    photos, data, _ = setter.cut(Sheet("a", document("<h2>Bến</h2><p>sông</p>")))
    leaf = unpacked(data)
    assert not photos
    assert packed(leaf) == data
    assert unpacked_brief(brief_in(data)) == leaf.brief == Brief(1, {})


def test_a_photo_is_kept_apart(setter: Typesetter, tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    Image.merge("RGB", [Image.effect_noise((400, 300), 80) for _ in "rgb"]).save(path)
    image = PrintImage("photo:anh.jpg", str(path), measure(path)[0], 400, 300)
    photos, data, origins = setter.cut(Sheet("a", document('<img src="photo:anh.jpg">'), (image,)))
    leaf = unpacked(data)
    ((known, jpeg),) = photos.items()
    (photo,) = leaf.photos.values()
    assert (photo.digest, photo.size) == (known, len(jpeg))
    assert "/DCTDecode" in photo.words
    assert jpeg == separation().jpeg(path, 400, 300)
    assert origins == {image.origin(separation()): known}
    assert not leaf.pictures
    assert unpacked_brief(brief_in(data)) == leaf.brief
    assert packed(leaf) == data
    assert len(data) < len(jpeg) / 4


def test_a_photo_is_the_same_beside_other_words(setter: Typesetter, tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    Image.effect_noise((400, 300), 80).save(path)
    image = PrintImage("photo:anh.jpg", str(path), measure(path)[0], 400, 300)
    before, after = (
        setter.cut(Sheet("a", document(f'<p>{words}</p><img src="photo:anh.jpg">'), (image,)))
        for words in ("Giếng", "Giếng nước")
    )
    assert before[0] == after[0]
    assert unpacked(before[1]).photos == unpacked(after[1]).photos


def test_what_shines_through_is_named(setter: Typesetter) -> None:
    with pytest.raises(BuilderError, match=r"trong suốt.*: bài “Thử”"):
        setter.cut(Sheet("bài “Thử”", document("<p style='opacity: .5'>Giếng</p>")))
