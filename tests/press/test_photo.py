import io
from pathlib import Path

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.press.photo import grey_jpeg, measure


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def test_a_photo_becomes_a_grey_jpeg_of_the_asked_size(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.new("RGB", (400, 300), (200, 30, 30)))
    with Image.open(io.BytesIO(grey_jpeg(path, 200, 150))) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "L", (200, 150))
        assert "icc_profile" not in made.info
        assert not made.getexif()


def test_a_turned_photo_is_held_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    path = saved(tmp_path / "a.jpg", image, exif=exif, quality=95)
    _, width, height = measure(path)
    assert (width, height) == (20, 40)
    with Image.open(io.BytesIO(grey_jpeg(path, 20, 40))) as made:
        assert made.getpixel((10, 2)) < 40  # type: ignore[operator]
        assert made.getpixel((10, 37)) > 215  # type: ignore[operator]


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_becomes_paper(tmp_path: Path, mode: str) -> None:
    path = saved(tmp_path / "a.png", Image.new(mode, (10, 10), (0,) * len(mode)))
    with Image.open(io.BytesIO(grey_jpeg(path, 10, 10))) as made:
        assert made.getpixel((5, 5)) == 255


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", Image.effect_noise((200, 100), 60))
    assert grey_jpeg(path, 100, 50) == grey_jpeg(path, 100, 50)


@pytest.mark.parametrize("name", ["khong-co.jpg", "chu.jpg"])
def test_what_is_no_photo_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "chu.jpg").write_text("chữ", encoding="utf-8")
    with pytest.raises(BuilderError, match=name):
        measure(tmp_path / name)
