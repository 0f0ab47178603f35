"""The real MkDocs build on a small root: what is written, what is left alone, what goes."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from builder.model import BuilderError
from builder.pipeline import Stage, build_site_with_mkdocs, mkdocs_run
from tests.factory import make_root, story_text
from tests.site.links import read_page, target

STORIES = {
    "tap-28/do-thi-hoa.md": story_text(),
    "tap-28/le-thi-an.md": story_text(person="Lê Thị An", title="Tiếng chuông", unit="Tổ dân phố số 9"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", STORIES)


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def test_a_second_build_writes_nothing_and_a_change_only_what_it_touches(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_site_with_mkdocs(root, out)
    before = everything(out)
    build_site_with_mkdocs(root, out)
    assert everything(out) == before

    changed = root / "stories" / "tap-28" / "le-thi-an.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Nước trong", "Nước mát"), encoding="utf-8")
    build_site_with_mkdocs(root, out)
    after = everything(out)
    assert "bai/tap-28/le-thi-an/index.html" in {name for name in after if after[name] != before[name]}
    assert after["bai/tap-28/do-thi-hoa/index.html"] == before["bai/tap-28/do-thi-hoa/index.html"]
    assert after["gioi-thieu/index.html"] == before["gioi-thieu/index.html"]


def test_what_is_gone_from_the_stock_is_gone_from_the_site(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    build_site_with_mkdocs(root, out)
    (root / "stories" / "tap-28" / "le-thi-an.md").unlink()
    build_site_with_mkdocs(root, out)
    names = set(everything(out))
    assert not [name for name in names if "le-thi-an" in name]
    assert "nhan-vat/a/index.html" not in names
    assert "bai/tap-28/do-thi-hoa/index.html" in names


def test_one_process_makes_the_site_that_two_make(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sites = []
    for forks in (True, False):
        monkeypatch.setattr(mkdocs_run, "may_fork", lambda forks=forks: forks)
        build_site_with_mkdocs(root, tmp_path / f"site-{forks}")
        sites.append({name: data for name, (data, _) in everything(tmp_path / f"site-{forks}").items()})
    assert sites[0] == sites[1]
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    build(config)  # MkDocs keeps our plugin from one build to the next
    assert set(everything(tmp_path / "site")) == set(sites[0])


def test_two_builds_in_two_places_are_the_same_bytes(root: Path, tmp_path: Path) -> None:
    sites = []
    for name in ("one", "two"):
        build_site_with_mkdocs(root, tmp_path / name)
        sites.append({path: data for path, (data, _) in everything(tmp_path / name).items()})
    assert sites[0] == sites[1]


def test_beside_another_thread_the_same_bytes_are_made_in_one_process(root: Path, tmp_path: Path) -> None:
    build_site_with_mkdocs(root, tmp_path / "one")
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        build_site_with_mkdocs(root, tmp_path / "two")
    finally:
        done.set()
        other.join()
    one, two = (everything(tmp_path / name) for name in ("one", "two"))
    assert {name: data for name, (data, _) in one.items()} == {name: data for name, (data, _) in two.items()}


def test_a_plugin_besides_ours_finds_the_whole_site_when_it_is_told_that_all_is_built(
    root: Path, tmp_path: Path
) -> None:
    hook = "from pathlib import Path\n\n\ndef on_post_build(config):\n    Path(config.site_dir, 'seen.txt').touch()\n"
    (root / "hook.py").write_text(hook, encoding="utf-8")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")
    build_site_with_mkdocs(root, tmp_path / "site")
    assert {"seen.txt", "bai/tap-28/le-thi-an/index.html", "gioi-thieu/index.html"} <= set(
        everything(tmp_path / "site")
    )


@pytest.mark.parametrize("forks", [True, False])
def test_what_mkdocs_warns_of_is_a_failure_told_in_our_words(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forks: bool
) -> None:
    monkeypatch.setattr(mkdocs_run, "may_fork", lambda: forks)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("nav:\n", "nav:\n  - Không có: khong-co.md\n", 1), encoding="utf-8")
    with pytest.raises(BuilderError, match="MkDocs không dựng được trang"):
        build_site_with_mkdocs(root, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_the_stage_decides_who_is_shown(root: Path, tmp_path: Path) -> None:
    draft = story_text(person="Trần Văn Ơn", title="Chưa duyệt", unit="Tổ dân phố số 3", status="draft")
    (root / "stories" / "tap-28" / "tran-van-on.md").write_text(draft, encoding="utf-8")
    assert build_site_with_mkdocs(root, tmp_path / "web", Stage.WEB).published == 2
    assert build_site_with_mkdocs(root, tmp_path / "draft", Stage.DRAFT).published == 3
    assert not (tmp_path / "web" / "bai" / "tap-28" / "tran-van-on").exists()


def test_every_link_of_the_built_site_leads_to_a_file(built_site: Path) -> None:
    broken = []
    for path in built_site.rglob("*.html"):
        name = path.relative_to(built_site).as_posix()
        address = "" if name == "404.html" else name.removesuffix("index.html")
        for link in read_page(path.read_text(encoding="utf-8")).links:
            wanted = target(address, link)
            if wanted is None:
                assert link.startswith("#"), (name, link)
            elif not (built_site / wanted).is_file():
                broken.append((name, link))
    assert broken == []


def test_pages_carry_no_inline_script_no_handler_and_no_other_host(built_site: Path) -> None:
    for name in ("index.html", "404.html", "tap/index.html", "gioi-thieu/index.html", "tim-kiem/index.html"):
        html = (built_site / name).read_text(encoding="utf-8")
        read = read_page(html)
        assert read.inline_scripts == 0, name
        assert read.handlers == [], name
        assert [link for link in read.links if "//" in link] == [], name
        assert "[[hoa:" not in html, name
        assert '<html lang="vi"' in html, name


def test_a_hand_written_page_wears_the_same_shell(built_site: Path) -> None:
    html = (built_site / "gioi-thieu" / "index.html").read_text(encoding="utf-8")
    assert 'class="masthead"' in html
    assert 'href="../tim-kiem/"' in html
    assert "<title>Về bộ sách – Những bông hoa đẹp</title>" in html
