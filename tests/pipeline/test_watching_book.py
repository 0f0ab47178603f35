"""A watched proof is the proof a fresh command makes."""

import hashlib
import shutil
from pathlib import Path

import pytest

from builder.model import BuilderError
from builder.pipeline import Stage, load, make_proof
from builder.pipeline.watching_book import BookWatch, seen
from builder.workspace import Root, find_root
from tests.factory import BODY, make_root, story_text

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
        assert watch.again().sha256 == first.sha256
        (root.stories / STORY).write_text(story_text(BODY + "\nThêm một đoạn.\n"), encoding="utf-8")
        edited = watch.again()
    assert edited.sha256 != first.sha256
    made = make_proof(load(root, stage=Stage.DRAFT), "thu")
    assert made.path == edited.made
    assert made.path.read_bytes() == edited.pdf


@pytest.mark.parametrize("more", ["\nThêm một câu.\n", "\nThêm một đoạn dài hơn.\n" * 60])
def test_an_edited_proof_is_that_of_a_book_made_from_nothing(more: str, root: Root) -> None:
    with BookWatch(root, "thu") as watch:
        first = watch.again()
        (root.stories / STORY).write_text(story_text(BODY + more), encoding="utf-8")
        edited = watch.again().pdf
    shutil.rmtree(root.cache)
    made = make_proof(load(root, stage=Stage.DRAFT), "thu")
    assert made.path.read_bytes() == edited
    assert first.sha256 != hashlib.sha256(edited).hexdigest()


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
        assert watch.again().sha256 == first.sha256


def test_a_save_is_seen_and_a_hidden_file_is_not(root: Root) -> None:
    before = seen(root)
    (root.stories / ".do-thi-hoa.md.swp").write_text("nửa chừng", encoding="utf-8")
    assert seen(root) == before
    (root.stories / STORY).write_text(story_text(BODY + "\nMột câu.\n"), encoding="utf-8")
    assert seen(root) != before
