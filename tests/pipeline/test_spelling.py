from __future__ import annotations

from pathlib import Path

import pytest

from builder.cli import hoa
from builder.cli.face import run
from builder.pipeline import Workshop, load, spelt
from builder.workspace import find_root
from tests.factory import make_root, story_text

GOOD, BAD = "stories/tap-28/do-thi-hoa.md", "stories/tap-28/le-an.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bad = story_text("Trong ngõ, nguời nào cũng quý bà.\n", person="Lê An", title="Ngõ")
    monkeypatch.setenv("PATH", str(tmp_path))
    return make_root(tmp_path, {"tap-28/do-thi-hoa.md": story_text(), "tap-28/le-an.md": bad})


def told(workshop: Workshop | None) -> list[str]:
    assert workshop is not None
    return [finding.path for finding in workshop.findings if finding.rule == "text/unknown-word"]


def test_unknown_words_stand_among_the_findings_of_the_files_asked_for(root: Path) -> None:
    workshop = load(find_root(root))
    assert told(spelt(workshop, lambda _: True, lambda words: frozenset(words) & {"nguời"})) == [BAD]
    assert told(spelt(workshop, lambda path: path == GOOD, lambda words: frozenset(words) & {"nguời"})) == []
    assert told(workshop) == []


def test_they_can_be_let_stand(root: Path) -> None:
    entry = "{rule: text/unknown-word, path: 'stories/*', reason: Tiếng nghề, who: Ban, until: 2999-01-01}"
    (root / "stories" / "bo-qua.yml").write_text(f"suppressions: [{entry}]\n", encoding="utf-8")
    workshop = load(find_root(root))
    assert told(spelt(workshop, lambda _: True, frozenset)) == []
    assert not [finding for finding in workshop.findings if finding.rule.startswith("suppression/")]


def test_without_a_speller_the_check_goes_on(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(hoa, ["check", "--spell", "--root", str(root)]) == 0
    shown = capsys.readouterr()
    assert "không có hunspell" in shown.err
    assert "không có lỗi" in shown.out


def test_a_speller_is_asked_only_when_wanted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = root / "hunspell"
    program.write_text('#!/bin/sh\nwhile read -r w; do test "$w" = nguời && echo "$w"; done\ntrue\n', encoding="utf-8")
    program.chmod(0o755)
    assert run(hoa, ["check", "--spell", "--root", str(root)]) == 0
    assert "Từ điển không có: “nguời”." in capsys.readouterr().out
    run(hoa, ["check", "--root", str(root)])
    assert "Từ điển" not in capsys.readouterr().out
