"""The packaged files as plain rows: this is the one place that opens them."""

from __future__ import annotations

import csv
import io
import tomllib
from importlib.resources import files
from typing import Any

_DATA = files("builder.vocabulary") / "data"


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of ``data/<name>.csv`` in file order, keyed by the head line."""
    text = (_DATA / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def read_toml(name: str) -> dict[str, Any]:
    """``data/<name>.toml`` whole."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def read_terms(name: str) -> list[dict[str, Any]]:
    """The ``[[term]]`` tables of ``data/<name>.toml`` in file order; the file's own ``source`` speaks for all."""
    document = read_toml(name)
    shared = {"source": document.get("source", "")}
    return [shared | term for term in document["term"]]
