"""``hoa book``: what it tells, and how it ends."""

from pathlib import Path

import pytest

from builder.cli import hoa
from builder.cli.face import run
from builder.pipeline import MadeBook, Package
from builder.pipeline.package import MadeFile
from tests.factory import make_root


@pytest.mark.parametrize("code", [0, 1])
def test_every_file_has_its_line_and_errors_before_print_end_in_one(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "thu-interior.pdf"
    file.write_bytes(b"x" * 1500)
    asked: list[object] = []

    def package(*args: object, variant: str | None) -> Package:
        asked.extend([args[1], variant])
        book = MadeBook("thu", file, 80, 16, 16, 5, 3, advice=("Thừa 4 trang.",))
        verdict = "thu-interior.pdf: In được: không có lỗi"
        return Package(book, (MadeFile(file, "ruột sách, để in"),), (verdict,), ("Chưa có ISBN.",), passed=code == 0)

    monkeypatch.setattr("builder.pipeline.make_package", package)
    root = make_root(tmp_path / "root", {})
    assert run(hoa, ["book", "thu", "--variant", "pdf/x-4", "--root", str(root)]) == code
    assert asked == ["thu", "pdf/x-4"]
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Sách thu: 16 bài, 80 trang = 5 tay 16")
    assert lines[1] == f"  ruột sách, để in  {file}  (2 KB)"
    assert lines[2:] == ["thu-interior.pdf: In được: không có lỗi", "Chưa có ISBN.", "Thừa 4 trang."]
