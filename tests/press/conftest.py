"""Books that several test files look at, each bound once."""

from __future__ import annotations

import pytest

from builder.model import Inks
from tests.press.printing import Print, small_book, whole_book


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """All nine stories, as the house prints them."""
    return whole_book(tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="session")
def in_black(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """A small book of one ink."""
    return small_book(tmp_path_factory.mktemp("black"), inks=Inks.BLACK)


@pytest.fixture(scope="session")
def marked_proof(tmp_path_factory: pytest.TempPathFactory) -> Print:
    """A small proof in PDF/X-4, with crop marks."""
    return small_book(tmp_path_factory.mktemp("proof"), proof=True, marks=True, variant="pdf/x-4")
