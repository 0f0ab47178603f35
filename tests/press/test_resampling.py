import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec

import numpy as np
import pytest
from PIL import Image

from builder.press.resampling import resampled, resampler

LANCZOS = Image.Resampling.LANCZOS
_SMALL = (128, 95)


def _photo(mode: str) -> Image.Image:
    """A gradient and a grain, neither of which comes near black or white."""
    soft = Image.radial_gradient("L").resize((301, 223)).point(lambda level: 64 + level // 2)
    grain = Image.effect_noise((301, 223), 12)
    return Image.merge("RGB", (soft, Image.blend(soft, grain, 0.5), grain)).convert(mode)


def _apart(one: Image.Image, other: Image.Image) -> int:
    return int(np.abs(np.asarray(one).astype(int) - np.asarray(other)).max())


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("size", [(128, 95), (258, 191), (300, 222), (602, 446), (1, 1), (301, 20)])
def test_it_is_what_pillow_makes_to_two_levels(mode: str, size: tuple[int, int]) -> None:
    image = _photo(mode)
    made = resampled(image, size)
    assert (made.mode, made.size) == (mode, size)
    assert _apart(made, image.resize(size, LANCZOS)) <= 2


def test_every_processor_makes_the_same() -> None:
    image = _photo("RGB")
    made = set(_by_all_processors(image)) if find_spec("cykooz_resizer") else {image.resize(_SMALL, LANCZOS).tobytes()}
    assert made == {resampled(image, _SMALL).tobytes()}


def _by_all_processors(image: Image.Image) -> Iterator[bytes]:
    fast = import_module("cykooz_resizer")
    how = fast.ResizeOptions(resize_alg=fast.ResizeAlg.convolution(fast.FilterType.lanczos3), use_alpha=False)
    for extensions in fast.CpuExtensions:  # one the processor does not have is taken for none
        resizer, target = fast.Resizer(), Image.new(image.mode, _SMALL)
        resizer.cpu_extensions = extensions
        resizer.resize_pil(image, target, how)
        yield target.tobytes()


def test_the_same_size_is_the_same_image() -> None:
    image = _photo("RGB")
    assert resampled(image, image.size) is image


def test_where_it_is_not_built_pillow_takes_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cykooz_resizer", None)
    image = _photo("RGB")
    assert _apart(resampled(image, _SMALL), image.resize(_SMALL, LANCZOS)) == 0


def test_other_modes_are_refused() -> None:
    with pytest.raises(ValueError, match="P"):
        resampled(_photo("P"), (10, 10))


def test_its_name_says_the_version() -> None:
    name = "cykooz-resizer" if find_spec("cykooz_resizer") else "pillow"
    assert resampler() == f"{name} {version(name)}"
