import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.reports import as_diff

PAIRS = [
    ("một\nhai\n", "một\nba\n"),
    ("một\nhai", "một\nba"),
    ("một\nhai", "một\nhai\n"),
    ("\ufeffmột\r\nhai\r\n", "một\nhai\n"),
    ("một\u2028hai\x0b\nba\n", "một hai\nba\n"),
    ("", "một\n"),
]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_git_can_apply_it(before: str, after: str, tmp_path: Path) -> None:
    file = tmp_path / "bài.md"
    file.write_bytes(before.encode())
    patch = as_diff("bài.md", before, after).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=patch, cwd=tmp_path, check=True)
    assert file.read_bytes() == after.encode()


@given(st.text())
def test_no_change_is_no_diff(text: str) -> None:
    assert not as_diff("a.md", text, text)
