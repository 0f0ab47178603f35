from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.manuscript import read
from builder.model import Finding, Volume
from builder.pipeline import findings_store
from builder.pipeline.findings_store import Surroundings, looked_at
from builder.rules import Copy, check_copy, make_copy
from builder.vocabulary import load_vocabulary
from builder.workspace import Cache
from tests.factory import story_text

VOLUMES = {28: Volume(28, (2022,))}
AROUND = Surroundings(VOLUMES, frozenset(), {})
TEXTS = [
    story_text(),
    story_text("Gọi 0912.345.678.\n", person="Lê An"),
    story_text(field="khong-co"),
    "không có phần khai báo",
]


def copies(around: Surroundings = AROUND) -> list[Copy]:
    manuscripts = [read(f"stories/tap-28/bai-{n}.md", text.encode()) for n, text in enumerate(TEXTS)]
    return [make_copy(m, load_vocabulary(), around.volumes, around.photos, around.pictures) for m in manuscripts]


def checked(held: list[Copy], around: Surroundings, store: Cache) -> list[Finding]:
    return [finding for findings, _ in looked_at(held, around, store) for finding in findings]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "findings.sqlite") as cache:
        yield cache


def test_kept_findings_are_the_fresh_ones(store: Cache) -> None:
    fresh = [finding for copy in copies() for finding in check_copy(copy)]
    assert fresh
    assert (checked(copies(), AROUND, store)) == fresh
    assert (checked(copies(), AROUND, store)) == fresh


def test_an_unchanged_file_is_not_checked_again(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    (checked(copies(), AROUND, store))
    monkeypatch.setattr(findings_store, "check_copy", lambda _: pytest.fail("checked again"))
    assert checked(copies(), AROUND, store)


def test_another_register_of_volumes_is_another_check(store: Cache) -> None:
    (checked(copies(), AROUND, store))
    other = Surroundings({27: Volume(27, (2022,))}, frozenset(), {})
    rules = {finding.rule for finding in checked(copies(other), other, store)}
    assert "volume/unregistered" in rules


def test_workers_find_what_one_process_finds(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = [finding for copy in copies() for finding in check_copy(copy)]
    monkeypatch.setattr(findings_store, "MANY", 2)
    assert (checked(copies(), AROUND, store)) == fresh


def test_a_damaged_entry_is_made_anew(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = checked(copies(), AROUND, store)
    monkeypatch.setattr(Cache, "get", lambda *_: b"[{]")
    assert (checked(copies(), AROUND, store)) == fresh
