"""A process is copied only where no other thread could be lost on the way, be it one Python knows nothing of."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from builder.forking import may_fork
from tests.factory import REPOSITORY

PROGRAM = """
import _thread, time
from builder.forking import may_fork
alone = may_fork()
_thread.start_new_thread(time.sleep, (60,))  # the threading module is not told
print(alone, may_fork())
"""


def test_a_process_of_one_thread_may_be_copied_until_there_is_another() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [str(sys.platform == "linux"), "False"]


def test_a_process_of_more_threads_may_not() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert not may_fork()
    finally:
        done.set()
        other.join()


def test_where_the_system_tells_of_no_threads_it_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(path: str) -> list[str]:
        raise FileNotFoundError(path)

    monkeypatch.setattr(os, "listdir", nothing)
    assert not may_fork()
