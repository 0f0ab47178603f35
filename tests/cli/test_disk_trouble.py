import errno
import os
import sqlite3
from pathlib import Path

import click
import pytest

from builder.cli.disk_trouble import disk_trouble
from builder.cli.face import EXIT_WORKSHOP, run


@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "đầy"), (errno.EACCES, "quyền"), (errno.EROFS, "chỉ cho đọc"), (errno.EIO, "bị lỗi")],
)
def test_what_a_disk_refuses_is_one_sentence_with_its_remedy(
    code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def fail() -> None:
        raise OSError(code, os.strerror(code), "build/sách.pdf")

    assert run(fail, []) == EXIT_WORKSHOP
    told = capsys.readouterr().err
    assert said in told
    assert "build/sách.pdf" in told
    assert "→" in told


def test_a_database_that_cannot_grow_says_so_in_the_same_words(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "kho.sqlite") as database:
        database.execute("PRAGMA max_page_count = 2")
        database.execute("CREATE TABLE kept (value BLOB)")
        with pytest.raises(sqlite3.OperationalError) as caught:
            database.execute("INSERT INTO kept VALUES (zeroblob(100000))")
    database.close()
    trouble = disk_trouble(caught.value)
    assert trouble is not None
    assert "đầy" in trouble.message


def test_other_errors_stay_what_they_are() -> None:
    @click.command()
    def fail() -> None:
        raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), "a")

    with pytest.raises(NotADirectoryError):
        run(fail, [])
    assert disk_trouble(sqlite3.ProgrammingError("closed")) is None
