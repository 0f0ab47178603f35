from pathlib import Path

from builder.workspace import KeptFiles


def test_what_is_kept_is_found_by_its_name_and_size(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path / "kept")
    files.keep("abcd", b"sen")
    path = files.find("abcd", 3)
    assert path is not None
    assert path.read_bytes() == b"sen"
    assert files.find("abcd", 4) is None
    assert files.find("abce", 3) is None
    assert [file.name for file in (tmp_path / "kept").rglob("*") if file.is_file()] == ["abcd"]


def test_a_file_that_was_cut_off_is_kept_anew(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path)
    files.keep("abcd", b"sen")
    (tmp_path / "ab" / "abcd").write_bytes(b"s")
    assert files.find("abcd", 3) is None
    files.keep("abcd", b"sen")
    assert files.find("abcd", 3) is not None


def test_what_is_there_is_not_written_again(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path)
    files.keep("abcd", b"sen")
    before = (tmp_path / "ab" / "abcd").stat().st_ino
    files.keep("abcd", b"sen")
    assert (tmp_path / "ab" / "abcd").stat().st_ino == before
