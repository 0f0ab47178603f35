import tempfile
from pathlib import Path

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.press import pool
from builder.press.pool import PressRoom
from builder.press.sheet import PrintImage, Sheet
from builder.workspace import KeptFiles
from tests.press.making import Memory, document, outfit

SHEETS = [Sheet(f"tờ {n}", document(f"<p>Trang số {n}</p>")) for n in range(8)]


def test_workers_and_the_room_itself_give_the_same_pages_in_order() -> None:
    with PressRoom(outfit(), Memory(), workers=2) as room:
        by_workers = room.set(SHEETS)
    with PressRoom(outfit(), Memory(), workers=1) as room:
        assert room.set(SHEETS) == by_workers
    assert len(set(by_workers)) == len(SHEETS)


def test_what_is_kept_is_not_set_again_and_progress_is_told() -> None:
    store, told = Memory(), list[tuple[int, int]]()
    with PressRoom(outfit(), store, workers=1) as room:
        room.set(SHEETS[:2])
        room.set(SHEETS[:3], lambda done, total: told.append((done, total)))
        room.set([SHEETS[0], SHEETS[0]])
    assert told == [(2, 3), (3, 3)]
    assert len(store) == 3


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_comes_home_from_wherever_it_happened(workers: int) -> None:
    bad = Sheet("bài “Hỏng”", document("<p>愛</p>"))
    with (
        PressRoom(outfit(), Memory(), workers=workers) as room,
        pytest.raises(BuilderError, match="bài “Hỏng”") as caught,
    ):
        room.set([*SHEETS, bad])
    assert caught.value.remedy


def test_workers_begun_anew_give_the_same_pages_as_any(monkeypatch: pytest.MonkeyPatch) -> None:
    with PressRoom(outfit(), Memory(), workers=2) as room:
        made = room.set(SHEETS)
    monkeypatch.setattr(pool, "ready_to_be_copied", lambda: False)
    with PressRoom(outfit(), Memory(), workers=2) as room:
        assert room.set(SHEETS) == made


def test_workers_stay_while_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    hired: list[None] = []
    monkeypatch.setattr(pool, "ready_to_be_copied", lambda: hired.append(None))
    with PressRoom(outfit(), Memory(), workers=2) as room:
        for sheets in (SHEETS, SHEETS, [Sheet(f"{sheet.name} nữa", sheet.html + " ") for sheet in SHEETS]):
            room.set(sheets)
    assert len(hired) == 1


def test_workers_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with PressRoom(outfit(), Memory(), workers=2) as room:
        room.set(SHEETS)
        assert [made.name[:10] for made in tmp_path.iterdir()] == ["hoa-press-"]
    assert list(tmp_path.iterdir()) == []


def photographed(folder: Path, words: str = "Giếng", width: int = 300) -> Sheet:
    """A sheet with a photo, always the same."""
    path = folder / "anh.png"
    image = PrintImage("photo:anh.png", str(path), b"anh", width, width)
    return Sheet("a", document(f'<p>{words}</p><img src="photo:anh.png">'), (image,))


def test_a_photo_is_made_once_whatever_else_changes(tmp_path: Path) -> None:
    Image.effect_noise((300, 300), 90).convert("RGB").save(tmp_path / "anh.png")
    store = Memory()
    with PressRoom(outfit(), store, KeptFiles(tmp_path / "kept"), workers=1) as room:
        (before,) = room.cut([photographed(tmp_path)])
        (tmp_path / "anh.png").unlink()  # whoever made it again would miss it
        (after,) = room.cut([photographed(tmp_path, "Giếng nước")])
        with pytest.raises(BuilderError, match=r"anh\.png"):
            room.cut([photographed(tmp_path, "Giếng nước", 290)])
    assert before.photos == after.photos
    (photo,) = after.photos.values()
    assert after.photo(photo).stat().st_size == photo.size


def test_workers_are_given_photos_that_were_made_before(tmp_path: Path) -> None:
    Image.effect_noise((300, 300), 90).convert("RGB").save(tmp_path / "anh.png")
    with PressRoom(outfit(), Memory(), KeptFiles(tmp_path / "kept"), workers=2) as room:
        (before,) = room.cut([photographed(tmp_path)])
        (tmp_path / "anh.png").unlink()
        room.close()
        many = room.cut([photographed(tmp_path, f"Giếng {n}") for n in range(50)])
    assert {tuple(kept.photos.values()) for kept in many} == {tuple(before.photos.values())}


def test_what_comes_after_many_is_set_by_two_and_other_work_begins_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    hired: list[int] = []
    hire = PressRoom._hire  # noqa: SLF001 - how many are hired, nobody else tells

    def noted(room: PressRoom, workers: int) -> object:
        hired.append(workers)
        return hire(room, workers)

    monkeypatch.setattr(PressRoom, "_hire", noted)
    monkeypatch.setattr(pool, "ready_to_be_copied", lambda: True)
    late = [Sheet(f"mục lục {n}", document(f"<p>Mục lục {n}</p>")) for n in range(2)]
    begun: list[str] = []
    with PressRoom(outfit(), Memory(), workers=2) as room:
        room.cut(SHEETS, meanwhile=lambda: begun.append("with many"))
        made = room.cut(late, meanwhile=lambda: begun.append("with few"))
        assert hired == [2, 1]
        assert begun == ["with few"]
        assert [kept.leaf().pages[0].text for kept in made] == ["Mục lục 0", "Mục lục 1"]
    with PressRoom(outfit(), Memory(), workers=1) as room:
        assert [kept.leaf() for kept in room.cut(late)] == [kept.leaf() for kept in made]
