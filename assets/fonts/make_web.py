"""Make the web fonts in `web/` from the whole fonts beside it.

Run `.venv/bin/python assets/fonts/make_web.py` after a font was replaced. Each file named in `FACES` is cut down to the
characters a Vietnamese page can hold and written as WOFF2. It keeps every layout feature (small caps, oldstyle figures,
placement of marks) and its whole name table, so that copyright and licence travel inside the file; hints for low
resolutions are dropped, for they double the size of Be Vietnam Pro. Same fonts, same fontTools and Brotli (both pinned
in `requirements-dev.lock`): same bytes. What is printed are the lines for the list of checksums in `README.md`.
"""  # noqa: INP001 - a tool that lives beside its data, no part of a package

import hashlib
import io
import sys
from itertools import chain
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent

FACES = (
    "literata/Literata-Regular.ttf",
    "literata/Literata-Italic.ttf",
    "literata/Literata-SemiBold.ttf",
    "be-vietnam-pro/BeVietnamPro-Regular.ttf",
    "be-vietnam-pro/BeVietnamPro-Medium.ttf",
    "be-vietnam-pro/BeVietnamPro-SemiBold.ttf",
)

CHARACTERS = frozenset(
    chain(
        range(0x0020, 0x007F),  # Basic Latin
        range(0x00A0, 0x0180),  # Latin-1 and Latin Extended-A: ă â đ ê ô, and the names of foreign friends
        (0x01A0, 0x01A1, 0x01AF, 0x01B0),  # ơ ư
        (0x0300, 0x0301, 0x0302, 0x0303, 0x0306, 0x0309, 0x031B, 0x0323),  # tones and signs, should text be decomposed
        range(0x1EA0, 0x1EFA),  # Vietnamese letters with tones
        range(0x2010, 0x2031),  # dashes, quotes, dots, per mille
        (0x20AB,),  # the sign of the đồng
        range(0x2190, 0x219A),  # arrows
        (0x2212,),  # minus
    )
)


def web_font(source: bytes) -> bytes:
    """Cut one whole TrueType font down to `CHARACTERS`.

    Args:
        source: the bytes of a TTF; characters it does not have are left out.

    Returns:
        The bytes of a WOFF2. The time stamp inside is the source's, so the result depends on nothing else.
    """
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    with TTFont(io.BytesIO(source), recalcTimestamp=False) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(font)
        font.flavor = "woff2"
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()


def main() -> None:
    """Write one WOFF2 a face into `web/` and print its checksum line."""
    folder = HERE / "web"
    folder.mkdir(exist_ok=True)
    for face in FACES:
        data = web_font((HERE / face).read_bytes())
        target = (folder / Path(face).name).with_suffix(".woff2")
        target.write_bytes(data)
        sys.stdout.write(f"{hashlib.sha256(data).hexdigest()}  web/{target.name}\n")


if __name__ == "__main__":
    main()
