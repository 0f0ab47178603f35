import io

import pytest
from PIL import Image

from builder.press.made_photo import MadePhoto, stood_for


def _jpeg(mode: str, size: tuple[int, int] = (40, 30), **how: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(out, "JPEG", **how)
    return out.getvalue()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_a_stand_in_says_of_a_photo_all_a_layout_asks(mode: str, progressive: bool) -> None:  # noqa: FBT001
    jpeg = _jpeg(mode, progressive=progressive, dpi=(300, 300))
    photo = MadePhoto.of(jpeg)
    with Image.open(io.BytesIO(jpeg)) as whole, Image.open(io.BytesIO(photo.stand_in)) as seen:
        assert (seen.size, seen.mode, seen.info["dpi"]) == (whole.size, whole.mode, whole.info["dpi"])
        assert ("APP14" in seen.app) == ("APP14" in whole.app)  # type: ignore[attr-defined]  # both are JPEGs
    assert len(photo.stand_in) < 1000
    assert stood_for(photo.stand_in) == (photo.known, len(jpeg))


def test_photos_alike_but_for_their_pixels_have_stand_ins_of_their_own() -> None:
    one, other = (MadePhoto.of(_jpeg("L")) for _ in "12")
    assert one.head == other.head
    assert one.stand_in != other.stand_in


def test_a_photo_itself_is_no_stand_in() -> None:
    assert stood_for(_jpeg("L")) is None
    assert stood_for(b"") is None


def test_packing_loses_nothing() -> None:
    photo = MadePhoto.of(_jpeg("CMYK"))
    assert MadePhoto.unpacked(photo.packed) == photo


@pytest.mark.parametrize("data", [b"", b"chu", b"\xff\xd8\xff\xe0\x00\x04ab"])
def test_bytes_without_a_scan_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="scan"):
        MadePhoto.of(data)
