"""What is loaded when: a command brings in what it needs, and no more."""

from __future__ import annotations

import ctypes.util
import subprocess
import sys

import pytest

from builder import pipeline
from builder.press.engine import typesetter
from tests.factory import REPOSITORY
from tests.press.making import outfit


def test_every_name_of_the_program_can_be_had() -> None:
    assert all(getattr(pipeline, name) is not None for name in pipeline.__all__)
    with pytest.raises(AttributeError, match="khong_co"):
        _ = pipeline.khong_co


def test_a_book_of_which_all_is_kept_loads_no_engine() -> None:
    """WeasyPrint alone takes longer to load than such a book to bind."""
    told = "import sys, builder.cli.book, builder.pipeline.bookwork; print('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=REPOSITORY, capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"


def test_loading_the_engine_leaves_the_search_for_libraries_as_it_was() -> None:
    before = ctypes.util.find_library
    typesetter(outfit())
    assert ctypes.util.find_library is before
