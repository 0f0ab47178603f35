"""A watched proof is the proof a fresh command makes."""

import shutil
from pathlib import Path

import pytest

from builder.model import BuilderError
from builder.pipeline import Stage, load, make_proof, renewal
from builder.pipeline.watching_book import BookWatch, seen
from builder.workspace import Root, find_root, story_files
from tests.bench.book_corpus import EDITION as BOOK
from tests.bench.book_corpus import Shape, write_book
from tests.factory import BODY, REPOSITORY, make_root, story_text

EDITION = "title: Thử\nkind: special\nselect: {volumes: [28]}\nimprint: {regime: non-commercial}\n"
STORY = "tap-28/do-thi-hoa.md"


@pytest.fixture
def root(tmp_path: Path) -> Root:
    folder = make_root(tmp_path, {STORY: story_text(), "tap-28/le-an.md": story_text(person="Lê An", title="Hai")})
    (folder / "editions" / "thu").mkdir()
    (folder / "editions" / "thu" / "edition.yml").write_text(EDITION, encoding="utf-8")
    return find_root(folder)


def test_an_edit_is_on_the_page_and_the_proof_is_that_of_a_fresh_command(root: Root) -> None:
    with BookWatch(root, "thu") as watch:
        first = watch.again()
        assert watch.again().identity == first.identity
        (root.stories / STORY).write_text(story_text(BODY + "\nThêm một đoạn.\n"), encoding="utf-8")
        edited = watch.again()
    assert edited.identity != first.identity
    made = make_proof(load(root, stage=Stage.DRAFT), "thu")
    assert made.path == edited.made
    assert made.path.read_bytes() == edited.pdf


@pytest.mark.parametrize("more", ["\nThêm một câu.\n", "\nThêm một đoạn dài hơn.\n" * 60])
def test_an_edited_proof_is_that_of_a_book_made_from_nothing(more: str, root: Root) -> None:
    with BookWatch(root, "thu") as watch:
        first = watch.again().pdf
        (root.stories / STORY).write_text(story_text(BODY + more), encoding="utf-8")
        edited = watch.again().pdf
    shutil.rmtree(root.cache)
    made = make_proof(load(root, stage=Stage.DRAFT), "thu")
    assert made.path.read_bytes() == edited
    assert first != edited


def test_photos_come_and_go_and_the_proof_is_that_of_a_book_made_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "ours_alone", lambda _: True)  # not every disk that tests run on can tell
    write_book(tmp_path / "sach", 3, REPOSITORY / "stories", Shape(paragraphs=2, photos=1))
    root = find_root(tmp_path / "sach")
    made = root.build / "books" / BOOK / f"{BOOK}-proof.pdf"
    first, second, third = story_files(root)
    with BookWatch(root, BOOK) as watch:
        watch.again()
        for story, photo in ((second, ""), (third, "so/1.jpg"), (first, "so/0.jpg")):
            changed = story.read_text(encoding="utf-8").replace("so/2.jpg", photo or "so/2.jpg")
            story.write_text(f"{changed.rstrip()} Thêm một câu.\n", encoding="utf-8")
            edited = watch.again().pdf
        assert edited == from_nothing(root)
        # written over the file before the last, which waits beside the last one
        waiting = made.with_name(f".{made.name}.spare").stat().st_ino
        third.write_text(f"{third.read_text(encoding='utf-8').rstrip()} Lại một câu.\n", encoding="utf-8")
        assert watch.again().made == made
        assert made.stat().st_ino == waiting
        shutil.copy(root.photos / "so/1.jpg", root.photos / "so/0.jpg")
        edited = watch.again().pdf
    assert edited == from_nothing(root)


def from_nothing(root: Root) -> bytes:
    """The proof of a copy of a root in which nothing was made before."""
    copy = root.path.with_name("ban-sao")
    shutil.copytree(root.path, copy, ignore=shutil.ignore_patterns(".cache", "build"), symlinks=True)
    made = make_proof(load(find_root(copy), stage=Stage.DRAFT), BOOK).path.read_bytes()
    shutil.rmtree(copy)
    return made


def test_a_faulty_edition_leaves_the_last_proof_and_is_mended_by_the_next_save(root: Root) -> None:
    edition = root.editions / "thu" / "edition.yml"
    with BookWatch(root, "thu") as watch:
        first = watch.again()
        edition.write_text(EDITION.replace("[28]", "[27]"), encoding="utf-8")
        with pytest.raises(BuilderError, match="không chọn được bài nào"):
            watch.again()
        assert isinstance(first.made, Path)
        assert first.made.is_file()
        edition.write_text(EDITION, encoding="utf-8")
        assert watch.again().identity == first.identity


def test_a_save_is_seen_and_a_hidden_file_is_not(root: Root) -> None:
    before = seen(root)
    (root.stories / ".do-thi-hoa.md.swp").write_text("nửa chừng", encoding="utf-8")
    assert seen(root) == before
    (root.stories / STORY).write_text(story_text(BODY + "\nMột câu.\n"), encoding="utf-8")
    assert seen(root) != before
