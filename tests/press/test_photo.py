import io
from pathlib import Path

import pytest
import weasyprint  # type: ignore[import-untyped]  # ships no types
from PIL import Image

from builder.model import BuilderError
from builder.press.photo import measure, upright


def test_a_turned_photo_is_measured_and_held_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(tmp_path / "a.jpg", exif=exif, quality=95)
    assert measure(tmp_path / "a.jpg")[1:] == (20, 40)
    seen = upright(tmp_path / "a.jpg").image.convert("L")
    assert seen.size == (20, 40)
    assert seen.getpixel((10, 2)) < 40  # type: ignore[operator]
    assert seen.getpixel((10, 37)) > 215  # type: ignore[operator]


@pytest.mark.parametrize(("mode", "held"), [("RGBA", "RGB"), ("LA", "L")])
def test_transparency_becomes_paper(tmp_path: Path, mode: str, held: str) -> None:
    Image.new(mode, (10, 10), (0,) * len(mode)).save(tmp_path / "a.png")
    seen = upright(tmp_path / "a.png").image
    assert seen.mode == held
    assert seen.convert("L").getpixel((5, 5)) == 255


@pytest.mark.parametrize("name", ["khong-co.jpg", "chu.jpg"])
def test_what_is_no_photo_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "chu.jpg").write_text("chữ", encoding="utf-8")
    with pytest.raises(BuilderError, match=name):
        measure(tmp_path / name)


def test_a_photo_that_breaks_off_is_named(tmp_path: Path) -> None:
    assert weasyprint.__version__  # which makes Pillow lenient
    whole = io.BytesIO()
    Image.effect_noise((200, 200), 80).convert("RGB").save(whole, "JPEG")
    (tmp_path / "nua.jpg").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    with pytest.raises(BuilderError, match=r"nua\.jpg.* hỏng"):
        upright(tmp_path / "nua.jpg")


def test_a_kind_of_picture_no_book_is_printed_from_is_named(tmp_path: Path) -> None:
    Image.new("I;16", (10, 10)).save(tmp_path / "sau.png")
    with pytest.raises(BuilderError, match=r"sau\.png.*I;16"):
        upright(tmp_path / "sau.png")
