"""The shape of the house: rooms stay small, the import rules hold, every package has its tests."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factory import REPOSITORY

MAX_LINES = 300
MAX_FUNCTION_LINES = 40
PACKAGES = sorted(path.name for path in (REPOSITORY / "builder").iterdir() if (path / "__init__.py").is_file())
MODULES = sorted((REPOSITORY / "builder").rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def test_no_module_is_longer_than_a_room() -> None:
    lines = {path.relative_to(REPOSITORY): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > MAX_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{path.relative_to(REPOSITORY)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in functions(path)
        if node.end_lineno is not None and node.end_lineno - node.lineno + 1 > MAX_FUNCTION_LINES
    }
    assert long == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_has_its_tests(package: str) -> None:
    assert list((REPOSITORY / "tests" / package).glob("test_*.py"))


def test_the_import_rules_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_readme_maps_every_package() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert [package for package in PACKAGES if f"`{package}`" not in readme] == []
