"""The engine is loaded to be copied with its process only where no other thread could be lost on the way."""

from __future__ import annotations

import subprocess
import sys

import pytest

from builder.press import engine
from builder.press.engine import ready_to_be_copied
from tests.factory import REPOSITORY

PROGRAM = """
import sys
from builder.press.engine import ready_to_be_copied
print(ready_to_be_copied(), "weasyprint" in sys.modules)
"""


def test_a_process_of_one_thread_is_ready_with_the_engine_in_it() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    linux = sys.platform == "linux"
    assert told.stdout.split() == [str(linux), str(linux)]


def test_a_process_of_more_threads_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "may_fork", lambda: False)
    assert not ready_to_be_copied()
