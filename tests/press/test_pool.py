import tempfile
from pathlib import Path

import pytest

from builder.model import BuilderError
from builder.press.pool import PressRoom
from builder.press.sheet import Sheet
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


def test_workers_leave_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with PressRoom(outfit(), Memory(), workers=2) as room:
        room.set(SHEETS)
        assert [made.name[:10] for made in tmp_path.iterdir()] == ["hoa-press-"]
    assert list(tmp_path.iterdir()) == []
