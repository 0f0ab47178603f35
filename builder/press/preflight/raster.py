"""Ghostscript as a second witness: every page as it would be inked, in cyan, magenta, yellow and black.

It is an external program: no page leaves this machine, and nothing of it is linked in.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import IO

from PIL import Image

from builder.model import BuilderError

from .complaints import told
from .dossier import PageFacts, PageInk, RasterTrouble
from .images import POINTS_AN_INCH
from .ink import DPI, Frame, measure

_COMMAND = "gs"
_WORTH_SPLITTING = 24
_WORKERS = 2
_LARGEST = 3000.0
"""Points along a side (a metre) beyond which a page is no book page, and its raster would fill the memory."""


class RasterError(Exception):
    """Ghostscript could not ink the file."""

    def __init__(self, words: str, page: int | None = None) -> None:
        super().__init__(words)
        self.trouble = RasterTrouble(words, page)


def ink_pages(path: Path, pages: Sequence[PageFacts], progress: Callable[[int], None]) -> tuple[PageInk, ...]:
    """Every page's ink; ``progress`` is told how many pages are done.

    Raises:
        BuilderError: there is no Ghostscript on this machine.
        RasterError: the file, or a page of it, cannot be inked.
    """
    program = shutil.which(_COMMAND)
    if program is None:
        msg = "Không có chương trình Ghostscript (gs), máy không đo được mực của từng trang."
        raise BuilderError(msg, "Cài Ghostscript: trên Debian, Ubuntu gõ “sudo apt-get install ghostscript”.")
    for index, page in enumerate(pages):
        if min(page.media.width, page.media.height) <= 0:
            msg = "trang không có khổ giấy"
            raise RasterError(msg, index)
        if max(page.media.width, page.media.height) * page.user_unit > _LARGEST:
            msg = "trang dài hơn một mét"
            raise RasterError(msg, index)
    if not pages:
        return ()
    done: list[int] = []

    def note(index: int) -> None:
        done.append(index)
        progress(len(done))

    spans = _spans(len(pages))
    with ThreadPoolExecutor(len(spans)) as workers:
        made = workers.map(lambda span: _ink(program, path, pages, span, note), spans)
        return tuple(chain.from_iterable(made))


def _spans(count: int) -> list[range]:
    """The pages (index from 0) each run of Ghostscript takes."""
    if count < _WORTH_SPLITTING:
        return [range(count)]
    half = count // _WORKERS
    return [range(half), range(half, count)]


def _ink(
    program: str, path: Path, pages: Sequence[PageFacts], span: range, note: Callable[[int], None]
) -> list[PageInk]:
    command = [
        program, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sstdout=%stderr", "-sDEVICE=pamcmyk32", f"-r{DPI}",
        f"-dFirstPage={span.start + 1}", f"-dLastPage={span.stop}", "-sOutputFile=%stdout", "-f", str(path.absolute()),
    ]  # fmt: skip
    inked = []
    with tempfile.TemporaryFile() as heard:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=heard) as run:  # noqa: S603  # our own words
            for index, image in zip(span, _images(run.stdout), strict=False):
                inked.append(measure(image, Frame.of(pages[index], image.size)))
                note(index)
        if run.returncode != 0 or len(inked) != len(span):
            heard.seek(0)
            raise RasterError(_first_line(heard.read()))
    return inked


def _first_line(said: bytes) -> str:
    lines = [line.strip() for line in said.decode(errors="replace").splitlines() if line.strip()]
    return told(lines[0]) if lines else "Ghostscript dừng giữa chừng"


def _images(stream: IO[bytes] | None) -> Iterator[Image.Image]:
    """The pages of a row of PAM files."""
    while stream is not None and stream.readline().strip() == b"P7":
        size = {"WIDTH": 0, "HEIGHT": 0}
        for line in iter(stream.readline, b""):
            key, _, value = line.decode("ascii", errors="replace").strip().partition(" ")
            if key == "ENDHDR":
                break
            if key in size:
                size[key] = int(value)
        shape = (size["WIDTH"], size["HEIGHT"])
        if max(shape) > _LARGEST * DPI / POINTS_AN_INCH + 1:
            return
        data = stream.read(shape[0] * shape[1] * 4)
        if len(data) < shape[0] * shape[1] * 4:
            return
        yield Image.frombytes("CMYK", shape, data)
