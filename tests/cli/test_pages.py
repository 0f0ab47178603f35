"""The site through other generators: they make the shells, we pour; the result is the site that MkDocs gives."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from builder.cli import hoa
from builder.cli.face import run
from builder.pipeline import build_site_with_mkdocs
from tests.factory import make_root, story_text
from tests.site.links import read_page, target

ADDRESS = "https://hoa.test/sach/"
COMMANDS = {"properdocs": ["properdocs", "build", "--strict", "--quiet"], "zensical": ["zensical", "build", "--strict"]}
STORIES = {
    "tap-28/do-thi-hoa.md": story_text(sample="true"),
    "tap-28/le-an.md": story_text(person="Lê An", title="Tiếng chuông", unit="Tổ dân phố số 9", sample="true"),
}
STYLES = re.compile(
    r'<link rel="stylesheet" href="[^"]*assets/[^"]*">|<meta name="generator"[^>]*>|<a id="__skip"[^>]*></a>'
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOA_SITE_URL", ADDRESS)
    monkeypatch.setenv("HOA_CARDS", "false")
    return make_root(tmp_path / "root", STORIES)


def generate(name: str, project: Path) -> Path:
    program, *arguments = COMMANDS[name]
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def words(html: str) -> str:
    """The head of a page and all from the masthead to the foot, but for the theme's own styles and blank space."""
    head, _, body = html.partition("<body")
    _, _, ours = body.partition('<a class="skip"')
    told = STYLES.sub("", head + ours.partition("</footer>")[0])
    return re.sub(r"\s+", "", told.replace('="./', '="').replace('="."', '=""'))


def broken_links(site: Path) -> list[tuple[str, str]]:
    found = []
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        for link in read_page(path.read_text(encoding="utf-8")).links:
            inner = link.removeprefix(ADDRESS) if link.startswith(ADDRESS) else link.removeprefix("/sach/")
            wanted = target("" if inner != link else name.removesuffix("index.html"), inner)
            if wanted is not None and not (site / wanted).is_file():
                found.append((name, link))
    return found


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_another_generator_gives_the_same_site(name: str, root: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    assert run(hoa, ["pages", str(project), "--root", str(root)]) == 0
    site = generate(name, project)
    assert run(hoa, ["pages", str(project), "--fill", str(site), "--root", str(root)]) == 0

    build_site_with_mkdocs(root, tmp_path / "mkdocs")
    pages = {path.relative_to(tmp_path / "mkdocs").as_posix() for path in (tmp_path / "mkdocs").rglob("index.html")}
    assert {path.relative_to(site).as_posix() for path in site.rglob("index.html")} == pages
    for page in ("bai/tap-28/le-an/index.html", "nam/2022/index.html", "index.html"):
        ours, theirs = ((folder / page).read_text(encoding="utf-8") for folder in (tmp_path / "mkdocs", site))
        assert words(theirs) == words(ours), page
    about = (site / "gioi-thieu" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{ADDRESS}gioi-thieu/">' in about
    assert "Dành cho biên tập</a>" in about
    for name_of_map in ("sitemap.xml", "robots.txt"):
        assert (site / name_of_map).read_bytes() == (tmp_path / "mkdocs" / name_of_map).read_bytes()
    assert broken_links(site) == []


def test_after_an_edit_the_generator_is_not_needed(root: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    assert run(hoa, ["pages", str(project), "--root", str(root)]) == 0
    site = generate("zensical", project)
    fill = ["pages", str(project), "--fill", str(site), "--root", str(root)]
    assert run(hoa, fill) == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert run(hoa, fill) == 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before

    (root / "stories/tap-28/le-an.md").unlink()
    assert run(hoa, fill) == 0
    assert not (site / "bai/tap-28/le-an").exists()
    generate("zensical", project)
    assert run(hoa, fill) == 0
    assert "Đỗ Thị Hoà" in (site / "bai/tap-28/do-thi-hoa/index.html").read_text(encoding="utf-8")

    assert run(hoa, ["pages", str(project), "--root", str(root)]) == 0
    assert run(hoa, fill) == 3


def test_the_settings_name_no_variable_and_no_plugin(root: Path, tmp_path: Path) -> None:
    assert run(hoa, ["pages", str(tmp_path / "project"), "--root", str(root)]) == 0
    settings = yaml.safe_load((tmp_path / "project/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == ADDRESS
    assert settings["plugins"] == []
    assert settings["extra"]["site_card"] == ""


def test_the_folder_of_something_else_is_left_alone(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "mkdocs.yml").read_bytes()
    assert run(hoa, ["pages", str(root), "--root", str(root)]) == 3
    assert "đã có thứ khác" in capsys.readouterr().err
    assert (root / "mkdocs.yml").read_bytes() == before
    assert run(hoa, ["pages", str(tmp_path / "none"), "--fill", str(tmp_path), "--root", str(root)]) == 3


def test_a_project_is_no_root_and_an_empty_site_cannot_be_filled(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    arguments = ["pages", str(project), "--root", str(root)]
    assert run(hoa, arguments) == 0
    assert run(hoa, arguments) == 0
    capsys.readouterr()
    assert run(hoa, ["pages", str(tmp_path / "other"), "--root", str(project)]) == 3
    assert "không phải thư mục của bộ sách" in capsys.readouterr().err
    assert run(hoa, ["pages", str(project), "--fill", str(tmp_path / "empty"), "--root", str(root)]) == 3
    assert "không có khung để rót bài" in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()


def test_a_project_older_than_the_styles_is_refused(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    assert run(hoa, ["pages", str(project), "--root", str(root)]) == 0
    settings = project / "mkdocs.yml"
    older = re.sub(r"giao-dien/site\.\w+\.css", "giao-dien/site.0.css", settings.read_text(encoding="utf-8"))
    settings.write_text(older, encoding="utf-8")
    assert run(hoa, ["pages", str(project), "--fill", str(project / "site"), "--root", str(root)]) == 3
    assert "Kiểu dáng của trang đã đổi" in capsys.readouterr().err
