from pathlib import Path

import pytest
from pikepdf import Pdf

from builder.model import Length, Severity, Trim
from builder.pipeline import examinations
from builder.pipeline.examinations import examined
from builder.press.preflight.check import Flaw
from builder.press.preflight.demand import Demand, Profile
from builder.press.preflight.examine import Examination, Opening
from tests.press.making import Memory

ASKED = Demand(Profile.NONE, Trim(Length(100), Length(100)))
GOOD = Examination((Flaw("pdf/x", Severity.WARNING, 0, "Chữ nhỏ.", "Xem lại."),), ("i", "1"), (Opening("Mở đầu", 1),))
BAD = Examination((Flaw("pdf/x", Severity.ERROR, None, "Hỏng.", "Xuất lại."),), (), ())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    return path


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Examination]:
    """What examinations come to, the next one last; each is taken away."""
    held = [GOOD]
    monkeypatch.setattr(examinations, "examine", lambda *_: held.pop())
    return held


def silent(_done: int, _of: int) -> None:
    pass


def test_a_file_without_error_is_examined_once(file: Path, looks: list[Examination]) -> None:
    store = Memory()
    assert examined(file, ASKED, silent, store) == GOOD
    assert not looks
    assert examined(file, ASKED, silent, store) == GOOD


def test_another_file_and_other_demands_are_looked_at_again(file: Path, looks: list[Examination]) -> None:
    store = Memory()
    examined(file, ASKED, silent, store)
    looks += [BAD, BAD]
    assert examined(file, Demand(Profile.NONE, ASKED.trim, ink_limit=200), silent, store) == BAD
    file.write_bytes(file.read_bytes() + b"\n")
    assert examined(file, ASKED, silent, store) == BAD


def test_one_with_errors_is_examined_every_time(file: Path, looks: list[Examination]) -> None:
    store = Memory()
    looks.append(BAD)
    assert examined(file, ASKED, silent, store) == BAD
    assert examined(file, ASKED, silent, store) == GOOD
