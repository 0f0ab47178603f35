"""The speller of the machine: asked if it is there and knows Vietnamese, never missed if not."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.press.speller import find_speller

FAKE = """#!/bin/sh
test "$1 $2 $3 $4 $5" = "-d vi_VN -i utf-8 -l" || exit 2
grep -vxF -f "$(dirname "$0")/words" || true
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def install(folder: Path, program: str, words: str = "bà\nbến\n") -> None:
    (folder / "words").write_text(words, encoding="utf-8")
    (folder / "hunspell").write_text(program, encoding="utf-8")
    (folder / "hunspell").chmod(0o755)


def test_it_tells_the_words_no_dictionary_holds(folder: Path) -> None:
    install(folder, FAKE)
    speller = find_speller()
    assert speller is not None
    assert speller(["bà", "nguời", "bến", "đươcj"]) == {"nguời", "đươcj"}
    assert speller([]) == frozenset()


@pytest.mark.parametrize(
    ("program", "words"), [("#!/bin/sh\necho 'no dictionary' >&2\nexit 1\n", "bà\n"), (FAKE, "river\n"), ("broken", "")]
)
def test_a_program_without_the_dictionary_is_none(program: str, words: str, folder: Path) -> None:
    install(folder, program, words)
    assert find_speller() is None


def test_no_program_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_speller() is None
