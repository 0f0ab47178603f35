"""Photos for the screen PDF."""

import io
from pathlib import Path

import pytest
from PIL import Image

from builder.press.screen_photo import ScreenPhotos
from tests.press.making import condition

PHOTOS = ScreenPhotos(condition().profile)


@pytest.mark.parametrize(
    ("mode", "ending", "shown"),
    [("RGB", "jpg", "RGB"), ("L", "png", "L"), ("RGBA", "png", "RGB"), ("CMYK", "jpg", "RGB")],
)
def test_photos_become_light_at_their_size_on_the_page(tmp_path: Path, mode: str, ending: str, shown: str) -> None:
    path = tmp_path / f"a.{ending}"
    Image.new(mode, (900, 600), 120 if mode == "L" else (120,) * len(mode)).save(path)
    with Image.open(io.BytesIO(PHOTOS.jpeg(path, 600, 400))) as made:
        assert (made.mode, made.size) == (shown, (360, 240))
        assert "icc_profile" not in made.info


def test_the_same_photo_is_the_same_bytes_and_a_finer_one_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((300, 200), 60).convert("RGB").save(path)
    finer = ScreenPhotos(condition().profile, 200)
    assert PHOTOS.jpeg(path, 300, 200) == PHOTOS.jpeg(path, 300, 200)
    assert PHOTOS.jpeg(path, 300, 200) != finer.jpeg(path, 300, 200)
    assert PHOTOS.digest != finer.digest
