from pathlib import Path

import pytest

from builder.cli import hoa
from builder.cli.face import run
from tests.factory import make_root, story_text

EDITION = "title: Thử\nkind: special\nselect: {volumes: [28]}\nsections: none\nimprint: {regime: non-commercial}\n"
PACKAGE = ("interior", "cover", "screen", "job-ticket", "licence-sheet")


@pytest.mark.parametrize(("status", "kind", "code"), [("approved", "screen", 0), ("verified", "proof", 1)])
def test_everything_is_made_and_a_book_that_is_not_ready_is_a_proof(
    status: str, kind: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approved = "{by: Ban biên soạn, document: Văn bản 1, on: 2022-10-01}" if status == "approved" else None
    text = story_text("Bà kể chuyện cái giếng, năm 1992 sâu 12 m.\n\n" * 60, status=status, approved=approved)
    root = make_root(tmp_path, {"tap-28/do-thi-hoa.md": text})
    folder = root / "editions" / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    if approved:
        consent = ["--by", "Ban biên soạn", "--document", "Văn bản 2", "--on", "2022-10-02"]
        assert run(hoa, ["approve", "--edition", "thu", *consent, "--root", str(root)]) == 0
    assert run(hoa, ["build", "--root", str(root)]) == code
    files = {path.name for path in (root / "build" / "books" / "thu").glob("*.pdf")}
    assert files == ({"thu-proof.pdf"} if kind == "proof" else {f"thu-{end}.pdf" for end in PACKAGE})
    assert (root / "build" / "site" / "sach" / "thu" / "thu.pdf").is_file() == (kind == "screen")
    assert (root / "build" / "site" / "bai" / "tap-28" / "do-thi-hoa" / "index.html").is_file()
    shown = capsys.readouterr().out
    assert "1 bài trong kho, 1 trên trang." in shown
    assert ("chưa duyệt" in shown) == (kind == "proof")


def test_what_hides_an_error_from_the_site_hides_it_from_no_printed_book(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    approved = "{by: Ban biên soạn, document: Văn bản 1, on: 2022-10-01}"
    text = story_text("Gọi số 0912.345.678 nhé, bà nghe máy cả ngày.\n\n" * 60, approved=approved)
    root = make_root(tmp_path, {"tap-28/do-thi-hoa.md": text})
    entry = "{rule: privacy/phone, path: 'stories/*', reason: Trực ban, who: Ban biên tập, until: 2999-01-01}"
    (root / "stories" / "bo-qua.yml").write_text(f"suppressions: [{entry}]\n", encoding="utf-8")
    folder = root / "editions" / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    assert run(hoa, ["build", "--root", str(root)]) == 1
    assert "tap-28/do-thi-hoa (có lỗi)" in capsys.readouterr().out
    assert [path.name for path in (root / "build" / "books" / "thu").glob("*.pdf")] == ["thu-proof.pdf"]
    assert (root / "build" / "site" / "bai" / "tap-28" / "do-thi-hoa" / "index.html").is_file()
