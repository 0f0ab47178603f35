import re
from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Object, Pdf
from PIL import Image

from builder.model import BuilderError
from builder.press.leaf import Brief, brief_in, packed, unpacked, unpacked_brief
from builder.press.photo import measure
from builder.press.sheet import PrintImage, Sheet
from builder.press.typeset import Typesetter
from builder.workspace import KeptFiles
from tests.press.making import document, outfit, separation


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(outfit())


def test_a_leaf_knows_its_pages_and_what_they_say(setter: Typesetter) -> None:
    html = document("<p>Giếng <em>nước</em></p><div class='strip recto'>Đầu trang</div>")
    leaf = unpacked(setter.cut(Sheet("a", html))[0])
    assert [re.sub(r"\s", "", page.text) for page in leaf.pages] == ["Giếngnước", "Đầutrang"]
    assert leaf.pages[1].height == pytest.approx(14.6, abs=0.001)
    assert {face.file for face in leaf.faces.values()} == {
        "literata/Literata-Regular.ttf", "literata/Literata-Italic.ttf",
    }  # fmt: skip
    assert not leaf.photos


def test_packing_loses_nothing(setter: Typesetter) -> None:
    data, photos = setter.cut(Sheet("a", document("<h2>Bến</h2><p>sông</p>")))
    leaf = unpacked(data)
    assert not photos
    assert packed(leaf) == data
    assert unpacked_brief(brief_in(data)) == leaf.brief == Brief(1, {})


@pytest.fixture
def image(tmp_path: Path) -> PrintImage:
    """A photo of noise."""
    path = tmp_path / "anh.jpg"
    Image.merge("RGB", [Image.effect_noise((400, 300), 80) for _ in "rgb"]).save(path)
    return PrintImage("photo:anh.jpg", str(path), measure(path)[0], 400, 300)


def test_a_photo_lies_in_its_file_and_not_in_the_leaf(image: PrintImage, tmp_path: Path) -> None:
    files = KeptFiles(tmp_path / "kept")
    html = document('<img src="photo:anh.jpg">')
    data, made = Typesetter(outfit(), files).cut(Sheet("a", html, (image,)))
    leaf = unpacked(data)
    (photo,) = leaf.photos.values()
    (known,) = made.values()
    assert made.keys() == {image.origin(separation())}
    assert (photo.digest, photo.size) == (known.known, known.size)
    path = files.find(photo.digest, photo.size)
    assert path is not None
    assert path.read_bytes() == separation().jpeg(Path(image.path), 400, 300)
    assert unpacked_brief(brief_in(data)) == leaf.brief
    assert (leaf.pictures, packed(leaf)) == ({}, data)
    assert len(data) < photo.size / 4


def test_a_photo_is_described_as_if_it_stood_on_the_page(setter: Typesetter, image: PrintImage, tmp_path: Path) -> None:
    html = document('<img src="photo:anh.jpg">')
    leaf = unpacked(Typesetter(outfit(), KeptFiles(tmp_path / "kept")).cut(Sheet("a", html, (image,)))[0])
    (photo,) = leaf.photos.values()
    with Pdf.open(BytesIO(setter.set(Sheet("a", html, (image,))))) as pdf:
        (whole,) = pdf.pages[0].get_images().values()
        said = {key: str(value) for key, value in whole.stream_dict.items() if key != "/Length"}
        told = Object.parse(photo.words.encode("latin-1"))
        assert {key: str(value) for key, value in told.items()} == said
        assert len(whole.read_raw_bytes()) == photo.size


def test_a_photo_is_the_same_beside_other_words(image: PrintImage, tmp_path: Path) -> None:
    setter = Typesetter(outfit(), KeptFiles(tmp_path / "kept"))
    before, after = (
        setter.cut(Sheet("a", document(f'<p>{words}</p><img src="photo:anh.jpg">'), (image,)))
        for words in ("Giếng", "Giếng nước")
    )
    assert before[1] == after[1]
    assert unpacked(before[0]).photos == unpacked(after[0]).photos


def test_a_photo_needs_a_place_to_lie(setter: Typesetter, image: PrintImage) -> None:
    with pytest.raises(RuntimeError, match="kept"):
        setter.cut(Sheet("a", document('<img src="photo:anh.jpg">'), (image,)))


def test_what_shines_through_is_named(setter: Typesetter) -> None:
    with pytest.raises(BuilderError, match=r"trong suốt.*: bài “Thử”"):
        setter.cut(Sheet("bài “Thử”", document("<p style='opacity: .5'>Giếng</p>")))
