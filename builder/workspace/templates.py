"""Templates from ``theme``: strict about what they are given, and escaping everything."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def template_environment(folder: Path) -> Environment:
    """A Jinja environment on one folder of templates. An undefined name is an error, never an empty string."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Nobody keeps an environment longer than one build: no template changes meanwhile.
        auto_reload=False,
    )
