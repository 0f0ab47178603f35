import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from builder.model import BuilderError
from builder.press.separate import Separation
from tests.press.making import condition, separation, share_above

BLACK = Separation(condition().profile, black=True)


def noise(size: tuple[int, int] = (400, 300), spread: int = 110) -> Image.Image:
    """The worst for a limit under JPEG: every pixel another colour."""
    return Image.merge("RGB", [Image.effect_noise(size, spread) for _ in "rgb"])


def saved(folder: Path, image: Image.Image, name: str = "a.png", **options: object) -> Path:
    image.save(folder / name, **options)  # type: ignore[arg-type]
    return folder / name


def pressed(path: Path, how: Separation, size: tuple[int, int] = (200, 150)) -> Image.Image:
    made = Image.open(io.BytesIO(how.jpeg(path, *size)))
    assert (made.format, made.size) == ("JPEG", size)
    assert "icc_profile" not in made.info
    assert not made.getexif()
    assert [layer[1:3] for layer in made.layer] == [(1, 1)] * len(made.getbands())  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize("limit", [240, 280, 300, 330])
@pytest.mark.parametrize("profile", ["ISOcoated_v2_300_bas", "FOGRA39L_coated"])
def test_a_photo_read_back_holds_the_limit(tmp_path: Path, profile: str, limit: int) -> None:
    image = noise()
    image.paste("black", (0, 0, 200, 150))
    made = pressed(saved(tmp_path, image), Separation(condition(profile).profile, limit), (400, 300))
    assert made.mode == "CMYK"
    assert share_above(made, limit) <= 0.0001


def test_colours_come_out_as_the_condition_says(tmp_path: Path) -> None:
    made = pressed(saved(tmp_path, Image.new("RGB", (400, 300), (181, 52, 79))), separation())
    lab = ImageCms.buildTransform(
        io.BytesIO(condition().profile), ImageCms.createProfile("sRGB"), "CMYK", "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    seen = ImageCms.applyTransform(made, lab)
    assert seen is not None
    assert seen.getpixel((100, 75)) == pytest.approx((181, 52, 79), abs=6)


def test_the_profile_in_a_photo_is_obeyed_and_left_behind(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
    red, blue = Image.new("RGB", (400, 300), (200, 40, 60)), Image.new("RGB", (400, 300), (60, 40, 200))
    plain = pressed(saved(tmp_path, red), separation())
    tagged = pressed(saved(tmp_path, blue, "b.png", icc_profile=swapped), separation())
    assert tagged.getpixel((9, 9)) == pytest.approx(plain.getpixel((9, 9)), abs=3)
    grey = pressed(saved(tmp_path, blue, "b.png", icc_profile=swapped), BLACK)
    assert grey.getpixel((9, 9)) == pytest.approx(red.convert("L").getpixel((0, 0)), abs=3)


def test_a_broken_profile_is_an_error_that_names_the_photo(tmp_path: Path) -> None:
    path = saved(tmp_path, noise(), "a.jpg", icc_profile=b"khong phai ho so")
    with pytest.raises(BuilderError, match=r"a\.jpg.* hỏng"):
        separation().jpeg(path, 200, 150)
    foreign = saved(tmp_path, noise(), "c.jpg", icc_profile=condition("FOGRA39L_coated").profile)
    with pytest.raises(BuilderError, match=r"c\.jpg"):
        separation().jpeg(foreign, 200, 150)


@pytest.mark.parametrize("how", [separation(), BLACK])
def test_a_grey_photo_stays_grey(tmp_path: Path, how: Separation) -> None:
    for name, mode in (("a.png", "L"), ("b.png", "1"), ("c.png", "LA")):
        assert pressed(saved(tmp_path, noise().convert("L").convert(mode), name), how).mode == "L"


@pytest.mark.parametrize("mode", ["RGB", "P", "CMYK"])
def test_in_a_black_book_every_photo_is_grey(tmp_path: Path, mode: str) -> None:
    path = saved(tmp_path, noise().convert(mode), "a.tif")
    assert pressed(path, BLACK).mode == "L"


def test_a_photo_that_is_ink_already_is_only_limited(tmp_path: Path) -> None:
    image = Image.new("CMYK", (400, 300), (10, 200, 90, 30))
    image.paste((255, 255, 255, 255), (0, 0, 200, 300))
    made = pressed(saved(tmp_path, image, "a.tif"), separation())
    assert made.getpixel((150, 75)) == pytest.approx((10, 200, 90, 30), abs=2)
    assert share_above(made, 300) == 0


def test_white_is_paper(tmp_path: Path) -> None:
    made = pressed(saved(tmp_path, Image.new("RGBA", (40, 30), (0, 0, 0, 0))), separation())
    assert made.getextrema() == ((0, 0),) * 4


def test_the_same_photo_gives_the_same_bytes_and_another_way_another_digest(tmp_path: Path) -> None:
    path = saved(tmp_path, noise())
    assert separation().jpeg(path, 200, 150) == replace(separation()).jpeg(path, 200, 150)
    ways = [separation(), BLACK, replace(separation(), limit=280), Separation(condition("FOGRA39L_coated").profile)]
    assert len({way.digest for way in ways}) == 4


def test_a_limit_no_pressing_holds_is_an_error(tmp_path: Path) -> None:
    path = saved(tmp_path, noise(spread=255))
    with pytest.raises(BuilderError, match="không giữ được"):
        Separation(condition().profile, 12).jpeg(path, 200, 150)
