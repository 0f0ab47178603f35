"""Whatever stands in a file, the gate ends with findings and not with a traceback."""

from __future__ import annotations

import io
import random
import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Pdf

from builder.press.preflight import examine as engine
from tests.press.preflight.making import DEMAND, good, saved

PIECE = re.compile(rb"/[A-Za-z0-9]+|\b\d+(?:\.\d+)?\b|[\[\]]|<<|\([^)]*\)")
STRANGE = (b"null", b"/X", b"-1", b"(x)", b"[]", b"<<>>", b"true", b"9999999", b"")


@pytest.fixture(scope="module")
def plain() -> bytes:
    with Pdf.open(io.BytesIO(good())) as pdf:
        del pdf.Root.OutputIntents
        return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)


@pytest.mark.parametrize("seed", range(8))
def test_strange_values_are_findings(seed: int, plain: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "ink_pages", lambda *_: ())
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    places = [match.span() for match in PIECE.finditer(plain)]
    path = tmp_path / "strange.pdf"
    for _ in range(25):
        data = bytearray(plain)
        for start, end in chance.sample(places, 3):
            data[start:end] = chance.choice(STRANGE)[: end - start].ljust(end - start)
        path.write_bytes(data)
        assert engine.examine(path, DEMAND).flaws
