"""A build after an edit gives what a build from nothing gives, byte for byte, and makes only what the edit touches."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from builder.pipeline import Stage, build_site_with_mkdocs, mkdocs_run, site
from builder.pipeline.making import Making
from tests.factory import REPOSITORY, make_root, story_text

NAMES = ("Lê An", "Trần Bình", "Phạm Thị Chi", "Đỗ Thị Hoà", "Vũ Khải", "Ngô Thị Lan", "Bùi Mai", "Lý Nga")
EDITION = "title: Thử\nkind: special\nselect: {volumes: [28]}\nsample: true\nimprint: {regime: non-commercial}\n"


def stories() -> dict[str, str]:
    return {
        f"tap-{27 + n % 2}/bai-{n}.md": story_text(
            f"Chuyện thứ {n}. Sáng nào cũng vậy.\n",
            title=f"Chuyện {n}",
            person=name,
            year=2021 + n % 2,
            volume=27 + n % 2,
            unit=f"Tổ dân phố số {n % 3}",
            sample="true",
        )
        for n, name in enumerate(NAMES)
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_root(tmp_path / "root", stories())
    folder = root / "editions" / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    return root


def built(root: Path, out: Path) -> dict[str, bytes]:
    build_site_with_mkdocs(root, out, Stage.DRAFT)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def from_nothing(root: Path, folder: Path) -> dict[str, bytes]:
    copy = folder / "copy"
    shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(".cache", "build"))
    try:
        return built(copy, folder / "fresh")
    finally:
        shutil.rmtree(copy)
        shutil.rmtree(folder / "fresh")


def rewritten(root: Path, name: str, old: str, new: str) -> None:
    path = root / "stories" / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def photo(root: Path, width: int) -> None:
    data = io.BytesIO()
    Image.linear_gradient("L").resize((width, 40)).save(data, "JPEG")
    path = root / "assets" / "photos" / "tap-28" / "a.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())


def with_photo(root: Path) -> None:
    photo(root, 60)
    entry = "photos:\n  - {file: tap-28/a.jpg, alt: Bà đứng bên giếng, consent: true}\n---\n\n"
    rewritten(root, "tap-28/bai-1.md", "---\n\n", entry)


def together(*edits: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda root: [edit(root) for edit in edits]


EDITS: dict[str, Callable[[Path], object]] = {
    "a body": lambda root: rewritten(root, "tap-28/bai-1.md", "Sáng nào", "Chiều nào"),
    "a title": lambda root: rewritten(root, "tap-27/bai-2.md", "title: Chuyện 2", "title: Bến sông"),
    "a name": lambda root: rewritten(root, "tap-28/bai-3.md", "Đỗ Thị Hoà", "Vương Thị Ân"),
    "a district": lambda root: rewritten(root, "tap-28/bai-5.md", "quan-long-bien", "quan-ba-dinh"),
    "a unit": lambda root: rewritten(root, "tap-28/bai-5.md", "Tổ dân phố số 2", "Tổ dân phố số 0"),
    "a year": lambda root: rewritten(root, "tap-28/bai-7.md", "year: 2022\nvolume: 28", "year: 2021\nvolume: 27"),
    "a photo": with_photo,
    "another photo under its name": lambda root: photo(root, 50),
    "a text that places its photo": lambda root: rewritten(
        root, "tap-28/bai-1.md", "Chuyện thứ 1", "![](tap-28/a.jpg)\n\nChuyện thứ 1"
    ),
    "a link": lambda root: rewritten(
        root, "tap-27/bai-0.md", "Chuyện thứ 0", "[Xem](https://vi-du.vn/bai/tap-28/bai-3/) chuyện thứ 0"
    ),
    "two texts at once": together(
        lambda root: rewritten(root, "tap-27/bai-0.md", "cũng vậy", "cũng thế"),
        lambda root: rewritten(root, "tap-28/bai-3.md", "cũng vậy", "cũng thế"),
    ),
    "a text and a title at once": together(
        lambda root: rewritten(root, "tap-27/bai-0.md", "cũng thế", "cũng vậy"),
        lambda root: rewritten(root, "tap-28/bai-3.md", "title: Chuyện 3", "title: Bến đò"),
    ),
    "a text that may not be shown": lambda root: rewritten(root, "tap-28/bai-3.md", "cũng thế", "gọi 0912.345.678"),
    "that text mended": lambda root: rewritten(root, "tap-28/bai-3.md", "gọi 0912.345.678", "cũng thế"),
    "a summary": lambda root: rewritten(root, "tap-27/bai-0.md", "---\n\n", "summary: Một chuyện nhỏ.\n---\n\n"),
    "a text in front of its photo": together(
        lambda root: rewritten(root, "tap-28/bai-1.md", "Chuyện thứ 1", "Chuyện đầu"),
        lambda root: photo(root, 55),
    ),
    "a status": lambda root: rewritten(root, "tap-27/bai-4.md", "status: approved", "status: withdrawn"),
    "a story gone": lambda root: (root / "stories" / "tap-28" / "bai-1.md").unlink(),
    "a story come": lambda root: (root / "stories" / "tap-28" / "moi.md").write_text(
        story_text(person="Đinh Quân", title="Mới", sample="true"), encoding="utf-8"
    ),
    "a book": lambda root: (root / "editions" / "thu" / "edition.yml").write_text(
        EDITION.replace("title: Thử", "title: Sách khác"), encoding="utf-8"
    ),
}


def test_after_each_edit_the_site_is_what_a_build_from_nothing_gives(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    before = built(root, out)
    for name, edit in EDITS.items():
        edit(root)
        after = built(root, out)
        assert after != before, name
        assert built(root, out) == after, name
        fresh = from_nothing(root, tmp_path)
        assert sorted(after) == sorted(fresh), name
        assert [path for path in fresh if after[path] != fresh[path]] == [], name
        before = after


@pytest.mark.parametrize(
    ("edit", "how_often"),
    [
        (EDITS["a body"], 0),
        (EDITS["two texts at once"], 0),
        (EDITS["a link"], 0),
        (lambda root: rewritten(root, "tap-28/bai-1.md", "title: Chuyện 1", "title: 'Chuyện 1'"), 0),
        (EDITS["a title"], 1),
        (EDITS["a text that may not be shown"], 1),
        (EDITS["a book"], 1),
    ],
    ids=["a body", "two bodies", "a link", "other marks in a header", "a title", "a fault", "a book"],
)
def test_an_edited_text_leaves_all_but_what_shows_it_alone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Callable[[Path], object], how_often: int
) -> None:
    """Listings, indexes and drawings are not even thought of."""
    out = tmp_path / "site"
    built(root, out)
    ours, gone_through = site._make, []

    def noted(making: Making) -> None:
        gone_through.append(1)
        ours(making)

    monkeypatch.setattr(site, "_make", noted)
    rewritten(root, "tap-28/bai-3.md", "cũng vậy", "cũng thế")
    built(root, out)
    assert gone_through == []
    edit(root)
    assert built(root, out) == from_nothing(root, tmp_path / "other")
    assert gone_through == [1] * how_often + [1]  # the last is the build from nothing


def test_a_text_edited_where_another_page_was_spoilt_mends_both(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    built(root, out)
    EDITS["a body"](root)
    (out / "nam/2022/index.html").unlink()
    (out / "bai/tap-27/bai-0/index.html").write_text("hỏng", encoding="utf-8")
    assert built(root, out) == from_nothing(root, tmp_path)


def test_what_is_spoilt_or_gone_in_the_folder_is_made_again(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    before = built(root, out)
    (out / "bai/tap-28/bai-1/index.html").write_text("hỏng", encoding="utf-8")
    (out / "nam/2022/index.html").unlink()
    (out / "gioi-thieu/index.html").unlink()
    assert built(root, out) == before


def test_a_lost_cache_costs_time_alone(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    built(root, out)
    shutil.rmtree(root / ".cache")
    (root / "stories" / "tap-28" / "bai-1.md").unlink()
    assert built(root, out) == from_nothing(root, tmp_path)


def test_mkdocs_is_asked_again_only_when_its_theme_or_settings_change(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    ours = mkdocs_run._built  # noqa: SLF001

    def noted(*arguments: object, **named: object) -> object:
        asked.append(1)
        return ours(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(mkdocs_run, "_built", noted)
    out = tmp_path / "site"
    built(root, out)
    built(root, out)
    assert len(asked) == 1
    (root / "theme").unlink()
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    page = root / "theme" / "site" / "docs" / "gioi-thieu.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    assert "Thêm một câu".encode() in built(root, out)["gioi-thieu/index.html"]
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("Về bộ sách", "Bộ sách này"), encoding="utf-8")
    assert "Bộ sách này".encode() in built(root, out)["index.html"]
    monkeypatch.setenv("HOA_SITE_URL", "https://vi-du.vn/")
    assert b"https://vi-du.vn/" in built(root, out)["sitemap.xml"]
    assert len(asked) == 4
