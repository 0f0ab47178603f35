"""What is loaded when: a command brings in what it needs, and no more."""

from __future__ import annotations

import ctypes.util
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest

from builder import book, pipeline
from builder.press.engine import typesetter
from tests.factory import REPOSITORY
from tests.press.making import outfit


@pytest.mark.parametrize("package", [book, pipeline])
def test_every_name_of_a_package_can_be_had(package: ModuleType) -> None:
    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="khong_co"):
        _ = package.khong_co


def test_no_name_of_a_package_is_that_of_a_module() -> None:
    for package in (book, pipeline):
        assert not {module.name for module in pkgutil.iter_modules(package.__path__)} & set(package.__all__)


def test_a_book_of_which_all_is_kept_loads_no_engine() -> None:
    """WeasyPrint alone takes longer to load than such a book to bind."""
    told = "import sys, builder.cli.book, builder.pipeline.bookwork; print('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], cwd=REPOSITORY, capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"


def test_who_only_draws_flowers_loads_no_text_of_a_book() -> None:
    """Each worker that sets pages would carry it along."""
    told = "import sys, builder.book.flowers; print({'pydantic', 'jinja2', 'markdown_it'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], cwd=REPOSITORY, capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"


def test_loading_the_engine_leaves_the_search_for_libraries_as_it_was() -> None:
    before = ctypes.util.find_library
    typesetter(outfit())
    assert ctypes.util.find_library is before


def test_a_site_without_photos_and_cards_loads_nothing_that_opens_or_draws_pictures() -> None:
    told = "import sys, builder.cli.site, builder.pipeline.mkdocs_run; print({'PIL', 'mkdocs'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], cwd=REPOSITORY, capture_output=True, check=True, text=True)
    assert done.stdout == "set()\n"
