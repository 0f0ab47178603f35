from pathlib import Path

from pikepdf import Pdf

from builder.press.inspect import identity, page_count


def blank(path: Path) -> Path:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, deterministic_id=True)
    return path


def test_a_file_tells_its_pages_and_its_identity(tmp_path: Path) -> None:
    one, same = blank(tmp_path / "a.pdf"), blank(tmp_path / "b.pdf")
    assert page_count(one.read_bytes()) == 1
    assert len(identity(one)) == 32
    assert identity(one) == identity(same)


def test_a_file_that_another_program_changed_has_none(tmp_path: Path) -> None:
    path = blank(tmp_path / "a.pdf")
    with Pdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert identity(path) == ""


def test_a_file_that_names_none_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(blank(path).read_bytes().replace(b"/ID ", b"/XX "))
    assert identity(path) == ""
