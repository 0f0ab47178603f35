from pathlib import Path

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.pipeline import print_photos
from builder.pipeline.print_photos import photo_file
from builder.press.photo import measure
from tests.press.making import Memory


def test_a_photo_is_read_again_only_when_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, store = tmp_path / "a.png", Memory()
    read: list[Path] = []

    def counted(path: Path) -> tuple[bytes, int, int]:
        read.append(path)
        return measure(path)

    monkeypatch.setattr(print_photos, "measure", counted)
    Image.new("L", (30, 40)).save(path)
    first = photo_file(path, store)
    assert (first.path, first.width, first.height, len(first.digest)) == (str(path), 30, 40, 20)
    assert photo_file(path, store) == first
    assert len(read) == 1
    Image.new("L", (31, 40)).save(path)
    assert photo_file(path, store) != first
    assert len(read) == 2


def test_a_photo_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuilderError, match=r"gone\.jpg"):
        photo_file(tmp_path / "gone.jpg", Memory())
