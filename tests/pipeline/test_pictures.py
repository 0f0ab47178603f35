from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from builder.manuscript import read
from builder.model.picture import MAX_BYTES, TroubleKind
from builder.pipeline.pictures import read_pictures, strip_photos
from builder.pipeline.reading import Surroundings
from builder.pipeline.workshop import read_volumes
from builder.press.picture_facts import picture_facts
from builder.rules import Copy
from builder.workspace import Cache, Root, find_root, photo_names
from tests.factory import make_root, story_text


def photo(width: int = 60, *, serial: str = "") -> bytes:
    made = Image.Exif()
    if serial:
        made.get_ifd(ExifTags.IFD.Exif)[0xA431] = serial
    target = io.BytesIO()
    Image.linear_gradient("L").resize((width, 40)).save(target, "JPEG", exif=made)
    return target.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Root:
    found = find_root(make_root(tmp_path, {}))
    put(found, "tap-28/a.jpg", photo())
    return found


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "c.sqlite") as cache:
        yield cache


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files looked into, as it happens."""
    seen: list[str] = []

    def look(name: str, data: bytes) -> object:
        seen.append(name)
        return picture_facts(name, data)

    monkeypatch.setattr("builder.press.picture_facts.picture_facts", look)
    return seen


def put(root: Root, name: str, data: bytes) -> Path:
    path = root.photos / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_photo_is_looked_into_once(root: Root, cache: Cache, looks: list[str]) -> None:
    first = read_pictures(root, ["tap-28/a.jpg"], cache)
    assert first["tap-28/a.jpg"].width_px == 60
    assert read_pictures(root, ["tap-28/a.jpg"], cache) == first
    assert looks == ["a.jpg"]


def test_an_untouched_photo_is_not_even_read_again(root: Root, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_pictures(root, ["tap-28/a.jpg"], cache)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read again"))
    assert read_pictures(root, ["tap-28/a.jpg"], cache) == first


def test_a_changed_photo_is_read_again_even_if_size_and_time_are_as_before(root: Root, cache: Cache) -> None:
    path = root.photos / "tap-28/a.jpg"
    state = path.stat()
    read_pictures(root, ["tap-28/a.jpg"], cache)
    replacement = photo(50).ljust(state.st_size, b"\0")[: state.st_size]
    path.with_name("b").write_bytes(replacement)
    path.with_name("b").replace(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert read_pictures(root, ["tap-28/a.jpg"], cache)["tap-28/a.jpg"].width_px == 50


def test_the_same_bytes_elsewhere_are_not_looked_into_again(root: Root, cache: Cache, looks: list[str]) -> None:
    put(root, "tap-29/b.jpg", photo())
    put(root, "tap-29/b.png", photo())
    found = read_pictures(root, ["tap-28/a.jpg", "tap-29/b.jpg", "tap-29/b.png"], cache)
    assert looks == ["a.jpg", "b.png"]
    assert found["tap-28/a.jpg"] == found["tap-29/b.jpg"]
    assert found["tap-29/b.png"].trouble is not None


def test_trouble_is_kept_as_it_was(root: Root, cache: Cache) -> None:
    put(root, "x.jpg", "chữ".encode())
    first = read_pictures(root, ["x.jpg"], cache)
    assert read_pictures(root, ["x.jpg"], cache) == first
    assert first["x.jpg"].trouble is not None
    assert first["x.jpg"].trouble.kind is TroubleKind.NOT_A_PICTURE


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "tap-28", "khong-co.jpg", "", ".", "a\0.jpg"])
def test_names_that_lead_elsewhere_or_nowhere_have_no_facts(root: Root, cache: Cache, name: str) -> None:
    assert read_pictures(root, [name], cache) == {}


def test_links_and_pipes_are_not_followed(root: Root, cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(photo())
    (root.photos / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (root.photos / "folder").symlink_to(tmp_path)
    os.mkfifo(root.photos / "pipe.jpg")
    names = ["link.jpg", "folder/secret.jpg", "pipe.jpg", "../photos/tap-28/a.jpg"]
    assert read_pictures(root, names, cache) == {}


def test_a_file_too_large_is_not_read(root: Root, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    with (root.photos / "x.jpg").open("wb") as file:
        file.truncate(MAX_BYTES * 100)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    facts = read_pictures(root, ["x.jpg"], cache)["x.jpg"]
    assert facts.trouble is not None
    assert (facts.trouble.kind, facts.size_bytes) == (TroubleKind.TOO_LARGE, MAX_BYTES * 100)


def test_a_file_the_disk_does_not_give(root: Root, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refused)
    facts = read_pictures(root, ["tap-28/a.jpg"], cache)["tap-28/a.jpg"]
    assert facts.trouble is not None
    assert facts.trouble.kind is TroubleKind.UNREADABLE


def story(root: Root, extra: str = "", *files: str) -> Copy:
    photos = "".join(f"  - {{file: {file}, alt: Bà Hoa đứng trên bến}}\n" for file in files)
    text = story_text().replace("\n---\n", f"\nphotos:\n{photos}{extra}---\n", 1)
    manuscript = read("stories/tap-28/do-thi-hoa.md", text.encode())
    with Cache(root.cache / "pictures.sqlite") as cache:
        return Surroundings(root, read_volumes(root), photo_names(root)).copy(manuscript, cache)


def test_only_photos_that_are_declared_and_there_are_read(root: Root) -> None:
    put(root, "tap-28/b.jpg", photo())
    copy = story(root, "  - chữ\n  - {alt: x}\n  - {file: [1]}\n", "tap-28/a.jpg", "tap-28/c.jpg", "../../mkdocs.yml")
    assert set(copy.pictures) == {"tap-28/a.jpg"}


def test_photos_that_tell_are_stripped_and_no_others(root: Root) -> None:
    telling = put(root, "tap-28/b.jpg", photo(serial="SERIAL-77"))
    plain = (root.photos / "tap-28/a.jpg").read_bytes()
    copies = [story(root, "", "tap-28/a.jpg", "tap-28/b.jpg")]
    assert strip_photos(root, copies) == ("tap-28/b.jpg",)
    assert b"SERIAL-77" not in telling.read_bytes()
    assert (root.photos / "tap-28/a.jpg").read_bytes() == plain
    assert strip_photos(root, [story(root, "", "tap-28/a.jpg", "tap-28/b.jpg")]) == ()
