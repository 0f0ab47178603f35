"""What may be printed, and what stands beside a printed book."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from builder.model import BuilderError
from builder.pipeline import MadeBook, Stage, Workshop, load, make_package, make_proof
from builder.pipeline.books import see_ready
from builder.workspace import find_root
from tests.factory import BODY, REPOSITORY, make_root, story_text

SELECT = "select: {volumes: [28], exclude: [tap-28/le-binh]}"
EDITION = f"title: Thử\nkind: special\n{SELECT}\nimprint: {{regime: non-commercial}}\n"
GOOD = {
    "tap-28/do-thi-hoa.md": story_text(),
    "tap-28/le-an.md": story_text(person="Lê An", title="Hai"),
    "tap-28/le-binh.md": story_text(person="Lê Bình", title="Ba", status="withdrawn"),
    "tap-29/le-cuc.md": story_text(person="Lê Cúc", title="Bốn", status="draft", volume=29, year=2023),
}


def workshop(folder: Path, more: dict[str, str], edition: str = EDITION, stage: Stage = Stage.WEB) -> Workshop:
    root = make_root(folder, GOOD | more)
    (root / "editions" / "thu").mkdir()
    (root / "editions" / "thu" / "edition.yml").write_text(edition, encoding="utf-8")
    if "approval:" not in edition:
        approve(root)
    return load(find_root(root), stage=stage)


def approve(root: Path) -> None:
    """Approve the book as it lies on disk."""
    file = root / "editions" / "thu" / "edition.yml"
    words = file.read_text(encoding="utf-8").partition("approval:")[0]
    approval = f"approval: {{by: Ban Tuyên giáo, on: 2022-09-10, text_hash: {hash_of(root)}}}\n"
    file.write_text(words + approval, encoding="utf-8")


def hash_of(root: Path) -> str:
    """The print of the book as it lies on disk."""
    stock = load(find_root(root), stage=Stage.DRAFT)
    edition = stock.editions["thu"].edition
    assert edition is not None
    return stock.print_of(edition)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (story_text(person="Lê Dung", title="Năm", status="draft"), "chưa duyệt"),
        (story_text(person="Lê Dung", title="Năm", status="verified"), "chưa duyệt"),
        (story_text("Gọi 0912.345.678.\n", person="Lê Dung", title="Năm"), "có lỗi"),
        (story_text(person="Lê Dung", title="Năm", sample="true"), "bài mẫu"),
        (story_text(person="Lê Dung", title="Năm", field="khong-co"), "không đọc được"),
        ("không có phần khai báo", "không đọc được"),
    ],
)
def test_a_chosen_story_that_is_not_ready_holds_the_book_up(tmp_path: Path, text: str, why: str) -> None:
    stock = workshop(tmp_path, {"tap-28/le-dung.md": text})
    with pytest.raises(BuilderError, match=rf"tap-28/le-dung \({why}\)") as caught:
        make_package(stock, "thu")
    assert "--proof" in caught.value.remedy
    assert "le-binh" not in caught.value.message
    assert "le-cuc" not in caught.value.message


def test_a_story_changed_since_its_approval_is_told_as_such(tmp_path: Path) -> None:
    told = (REPOSITORY / "stories" / "tap-28" / "tran-van-an.md").read_text(encoding="utf-8")
    changed = told.replace("on: 2026-11-01}", "on: 2026-11-01, text_hash: blake2b-0123456789abcdef}")
    stock = workshop(tmp_path, {"tap-28/tran-van-an.md": changed}, stage=Stage.PRINT)
    with pytest.raises(BuilderError, match=r"tap-28/tran-van-an \(sửa sau khi duyệt\)"):
        see_ready(stock, "thu")


@pytest.mark.parametrize("field", ["nguoi-tot-viec-tot", "khong-co"])
def test_a_withdrawn_story_holds_the_book_up_until_it_is_excluded(tmp_path: Path, field: str) -> None:
    text = story_text(person="Lê Dung", title="Năm", status="withdrawn", field=field)
    stock = workshop(tmp_path, {"tap-28/le-dung.md": text})
    with pytest.raises(BuilderError, match=r"tap-28/le-dung \((đã rút lại|không đọc được)\)") as caught:
        see_ready(stock, "thu")
    assert "exclude" in caught.value.remedy
    left_out = EDITION.replace("tap-28/le-binh", "tap-28/le-binh, tap-28/le-dung")
    see_ready(workshop(tmp_path / "again", {"tap-28/le-dung.md": text}, left_out), "thu")


@pytest.mark.parametrize(
    ("text", "select"),
    [
        (story_text(person="Lê Dung", title="Năm", field="khong-co", volume=29), "volumes: [28]"),
        (story_text(person="Lê Dung", title="Năm", field="khong-co"), "volumes: [28], years: 2000-2021"),
        (story_text(person="Lê Dung", title="Năm", field="khong-co"), "ids: [tap-28/le-an]"),
        (story_text(person="Lê Dung", title="Năm", status="withdrawn"), "ids: [tap-28/le-an]"),
    ],
)
def test_a_story_of_another_book_holds_nothing_up(tmp_path: Path, text: str, select: str) -> None:
    see_ready(workshop(tmp_path, {"tap-28/le-dung.md": text}, EDITION.replace("volumes: [28]", select)), "thu")


SAMPLES = {
    path: text if "status: withdrawn" in text else text.replace("volume:", "sample: true\nvolume:")
    for path, text in GOOD.items()
}


def test_another_picture_under_the_same_name_is_another_book(tmp_path: Path) -> None:
    told = story_text(person="Lê Dung", title="Năm")
    photo = "photos: [{file: tap-28/le-dung.jpg, alt: Bà Dung trên bến, consent: true}]"
    more = {"tap-28/le-dung.md": told.replace("\n---\n", f"\n{photo}\n---\n", 1)}
    root = workshop(tmp_path, more).root
    path = root.photos / "tap-28" / "le-dung.jpg"
    path.parent.mkdir(parents=True)
    prints = set()
    for colour in ("white", "gray", "white"):
        Image.new("RGB", (900, 1200), colour).save(path)
        prints.add(hash_of(root.path))
    assert len(prints) == 2


def test_samples_may_stand_in_a_sample(tmp_path: Path) -> None:
    see_ready(workshop(tmp_path, SAMPLES, EDITION + "sample: true\n"), "thu")


def test_nobody_real_stands_in_a_book_that_calls_everyone_made_up(tmp_path: Path) -> None:
    real = {"tap-28/le-dung.md": story_text(person="Lê Dung", title="Năm")}
    with pytest.raises(BuilderError, match=r"tap-28/le-dung \(bài thật"):
        see_ready(workshop(tmp_path, SAMPLES | real, EDITION + "sample: true\n"), "thu")


def test_a_book_nobody_approved_is_not_printed_but_may_be_read_as_a_proof(tmp_path: Path) -> None:
    stock = workshop(tmp_path, {}, EDITION + "approval:\n")
    with pytest.raises(BuilderError, match="Sách “thu” chưa in được: sách chưa được duyệt in") as caught:
        make_package(stock, "thu")
    assert caught.value.remedy.endswith("hoa book thu --proof.")
    assert make_proof(replace(stock, stage=Stage.DRAFT), "thu").proof


def test_a_proof_tells_which_stories_it_lacks(tmp_path: Path) -> None:
    more = {
        "tap-28/le-dung.md": story_text(person="Lê Dung", title="Năm", field="khong-co"),
        "tap-28/le-gia.md": story_text("Gọi 0912.345.678.\n", person="Lê Gia", title="Sáu"),
        "tap-28/le-hai.md": story_text(person="Lê Hải", title="Bảy", status="draft"),
    }
    made = make_proof(workshop(tmp_path, more, stage=Stage.DRAFT), "thu")
    assert made.stories == 3
    told = " ".join(made.advice)
    assert "le-dung (không đọc được)" in told
    assert "le-gia (có lỗi)" in told
    assert "le-hai" not in told
    assert "le-binh" not in told


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.WEB])
def test_an_approval_without_a_print_of_the_text_lets_only_samples_pass(tmp_path: Path, stage: Stage) -> None:
    approval = "approval: {by: Ban Tuyên giáo, on: 2022-09-10}\n"
    with pytest.raises(BuilderError, match="chưa có dấu vân") as caught:
        see_ready(workshop(tmp_path / "a", {}, EDITION + approval, stage), "thu")
    assert f"text_hash: {hash_of(tmp_path / 'a')}" in caught.value.remedy
    see_ready(workshop(tmp_path / "b", SAMPLES, f"{EDITION}{approval}sample: true\n", stage), "thu")


def test_a_book_that_changed_since_its_approval_is_not_printed(tmp_path: Path) -> None:
    stock = workshop(tmp_path, {})
    see_ready(stock, "thu")
    changed = story_text(BODY.replace("1992", "1993"))
    (tmp_path / "stories" / "tap-28" / "do-thi-hoa.md").write_text(changed, encoding="utf-8")
    with pytest.raises(BuilderError, match="sách đã thay đổi sau khi duyệt ngày 10/09/2022") as caught:
        see_ready(load(find_root(tmp_path)), "thu")
    assert hash_of(tmp_path) in caught.value.remedy


@pytest.mark.parametrize("edition", ["tap-28", "tap-29", "long-bien-20-nam"])
def test_the_sample_books_are_ready(edition: str) -> None:
    see_ready(load(find_root(REPOSITORY), stage=Stage.PRINT), edition)


def test_a_proof_takes_drafts_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    more = {"tap-28/le-dung.md": story_text(person="Lê Dung", title="Năm", status="draft")}
    made = make_proof(workshop(tmp_path, more, stage=Stage.DRAFT), "thu")
    assert made.path.name == "thu-proof.pdf"
    assert made.stories == 3
    assert made.line.startswith("Bản thảo sách thu: 3 bài")
    assert not made.path.with_name("thu-interior.pdf").exists()


@pytest.mark.parametrize(
    ("pages", "flowers", "fillers", "said"),
    [
        (80, 5, 3, "16 bài, 80 trang = 5 tay 16; 5 trang hoa, 3 để đủ tay cuối (bớt 13 trang thì còn 4 tay)."),
        (80, 2, 0, "16 bài, 80 trang = 5 tay 16; 2 trang hoa, tay cuối vừa đủ."),
        (16, 9, 7, "16 bài, 16 trang = 1 tay 16; 9 trang hoa, 7 để đủ tay cuối."),
    ],
)
def test_signatures_are_told_with_what_fills_them(pages: int, flowers: int, fillers: int, said: str) -> None:
    made = MadeBook("tap-28", Path("a.pdf"), pages, 16, 16, flowers, fillers)
    assert made.line == f"Sách tap-28: {said}"
