"""The site on one's own machine: an edit is seen by an open page, the text at once, all else soon after."""

from __future__ import annotations

import queue
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.cli.live import State, server
from builder.cli.serve import _changes, keep_up
from builder.pipeline import SiteWatch, Stage
from builder.pipeline.proofs import Proofs
from builder.workspace import Root, find_root
from tests.factory import make_root, story_text

HOA = "tap-28/do-thi-hoa"
STORIES = {f"{HOA}.md": story_text(), "tap-28/le-an.md": story_text(person="Lê An", title="Hai")}
SOON_S = 30.0


@pytest.fixture
def root(tmp_path: Path) -> Root:
    return find_root(make_root(tmp_path / "root", STORIES))


@pytest.fixture
def watch(root: Root, tmp_path: Path) -> SiteWatch:
    watch = SiteWatch(root, tmp_path / "site", Stage.DRAFT, lambda _: None)
    assert watch.build()
    return watch


@pytest.fixture
def lines(watch: SiteWatch) -> list[str]:
    told: list[str] = []
    watch.told = told.append
    return told


def rewrite(root: Root, old: str, new: str) -> Path:
    path = root.stories / f"{HOA}.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return path


def page(watch: SiteWatch, name: str = f"bai/{HOA}/") -> str:
    return (watch.out / name / "index.html").read_text(encoding="utf-8")


def test_an_edited_text_is_on_its_page_before_the_rest_is_built(root: Root, watch: SiteWatch) -> None:
    assert watch.show_bodies([rewrite(root, "Nước trong", "Nước mát")])
    assert "Nước mát" in page(watch)
    shown = page(watch)
    assert watch.build()
    assert page(watch) == shown


@pytest.mark.parametrize(("old", "new"), [("Giếng nước", "Giếng cũ"), ("field: nguoi-tot-viec-tot", "field: khong-co")])
def test_what_changes_other_pages_too_waits_for_the_build(root: Root, watch: SiteWatch, old: str, new: str) -> None:
    before = page(watch)
    assert not watch.show_bodies([rewrite(root, old, new)])
    assert page(watch) == before


def test_files_that_are_no_stories_are_passed_over(root: Root, watch: SiteWatch) -> None:
    other = root.stories / "tap-28" / "moi.md"
    other.write_text(story_text(person="Bùi Mới"), encoding="utf-8")
    assert not watch.show_bodies([other, root.editions / "volumes.yml"])


def test_a_title_is_everywhere_after_the_build(root: Root, watch: SiteWatch) -> None:
    rewrite(root, "Giếng nước đầu ngõ", "Giếng cũ đầu làng")
    assert watch.build()
    assert "Giếng cũ đầu làng" in page(watch)
    assert "Giếng cũ đầu làng" in page(watch, "nam/2022/")


def test_a_build_that_fails_leaves_the_site_standing_and_says_why(
    root: Root, watch: SiteWatch, lines: list[str]
) -> None:
    before = page(watch)
    (root.editions / "volumes.yml").write_text("volumes: [", encoding="utf-8")
    assert not watch.build()
    assert "Chưa dựng lại được" in lines[-1]
    assert page(watch) == before


@pytest.fixture
def state() -> State:
    return State()


@pytest.fixture
def proofs(root: Root) -> Iterator[Proofs]:
    with Proofs(root) as proofs:
        yield proofs


@pytest.fixture
def url(watch: SiteWatch, state: State, proofs: Proofs) -> Iterator[str]:
    web = server(watch.out, "127.0.0.1", 0, state, proofs.proof)
    thread = threading.Thread(target=web.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{web.server_port}"
    web.shutdown()
    web.server_close()
    thread.join()


def fetched(url: str) -> str:
    with urllib.request.urlopen(url, timeout=SOON_S) as answer:  # noqa: S310  # our own server
        return str(answer.read().decode())


def refused(url: str) -> tuple[int, str]:
    """The status and text of an answer that is no success."""
    with pytest.raises(urllib.error.HTTPError) as caught:
        fetched(url)
    with caught.value as answer:
        return answer.code, answer.read().decode()


def test_pages_listen_and_their_files_do_not_know(url: str, watch: SiteWatch) -> None:
    assert '<script src="/-/doi.js" defer></script></body>' in fetched(f"{url}/bai/{HOA}/")
    assert "doi.js" not in page(watch)
    assert "fetch(" in fetched(f"{url}/-/doi.js")


def test_what_is_not_there_gets_the_page_that_says_so(url: str) -> None:
    code, html = refused(f"{url}/khong-co/")
    assert code == 404
    assert "Không có trang này" in html


def test_no_worker_keeps_pages_while_they_are_edited(url: str) -> None:
    assert refused(f"{url}/sw.js")[0] == 404


@pytest.mark.parametrize("path", ["/../root/mkdocs.yml", "/%2e%2e/root/mkdocs.yml", "/..%2froot/mkdocs.yml"])
def test_nothing_outside_the_site_is_shown(url: str, path: str) -> None:
    assert refused(url + path)[0] == 404


def test_an_edit_reaches_a_page_that_waits(root: Root, watch: SiteWatch, state: State, url: str) -> None:
    seen = fetched(f"{url}/-/doi?")
    with _changes(root) as changed:
        worker = threading.Thread(target=keep_up, args=(watch, state, changed))
        worker.start()
        rewrite(root, "Nước trong", "Nước mát")
        assert fetched(f"{url}/-/doi?{seen}") != seen
        assert "Nước mát" in fetched(f"{url}/bai/{HOA}/")
        changed.put(None)
        worker.join(SOON_S)
        assert not worker.is_alive()


EDITION = "title: Thử\nkind: special\nselect: {volumes: [28]}\nimprint: {regime: non-commercial}\n"


def test_the_proof_of_a_book_is_shown_and_follows_an_edit(root: Root, url: str, tmp_path: Path) -> None:
    folder = root.editions / "thu"
    folder.mkdir()
    (folder / "edition.yml").write_text(EDITION, encoding="utf-8")
    assert '<iframe src="../ban-thao.pdf"' in fetched(f"{url}/sach/thu/ban-thao/")

    def words() -> str:
        with urllib.request.urlopen(f"{url}/sach/thu/ban-thao.pdf", timeout=SOON_S) as answer:  # noqa: S310
            file = tmp_path / "proof.pdf"
            file.write_bytes(answer.read())
        return subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout

    assert "Nước trong" in words()
    rewrite(root, "Nước trong", "Nước mát")
    assert "Nước mát" in words()


@pytest.mark.parametrize("name", ["khong-co", "volumes-yml"])
def test_a_book_that_is_not_there_is_told(url: str, name: str) -> None:
    code, html = refused(f"{url}/sach/{name}/ban-thao/")
    assert code == 404
    assert f"Không có sách “{name}”" in html


def test_an_end_that_comes_with_changes_is_not_lost(watch: SiteWatch, state: State) -> None:
    changed: queue.Queue[Path | None] = queue.Queue()
    for path in (Path("/a"), Path("/b"), None):
        changed.put(path)
    keep_up(watch, state, changed)
