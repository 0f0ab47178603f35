from pathlib import Path

import pytest

from builder.cli import hoa
from builder.cli.face import run
from tests.factory import make_root, story_text

EDITION = "title: Thử\nkind: special\nselect: {volumes: [28]}\nsections: none\nimprint: {regime: non-commercial}\n"


@pytest.mark.parametrize(("status", "kind", "code"), [("approved", "interior", 0), ("verified", "proof", 1)])
def test_everything_is_made_and_a_book_that_is_not_ready_is_a_proof(
    status: str, kind: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approved = "{by: Ban biên soạn, document: Văn bản 1, on: 2022-10-01}" if status == "approved" else None
    text = story_text("Bà kể chuyện cái giếng, năm 1992 sâu 12 m.\n\n" * 60, status=status, approved=approved)
    root = make_root(tmp_path, {"tap-28/do-thi-hoa.md": text})
    folder = root / "editions" / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    assert run(hoa, ["build", "--root", str(root)]) == code
    assert [path.name for path in (root / "build" / "books" / "thu").glob("*.pdf")] == [f"thu-{kind}.pdf"]
    assert (root / "build" / "site" / "bai" / "tap-28" / "do-thi-hoa" / "index.html").is_file()
    shown = capsys.readouterr().out
    assert "1 bài trong kho, 1 trên trang." in shown
    assert ("chưa duyệt" in shown) == (kind == "proof")
