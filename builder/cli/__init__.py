"""The command ``hoa``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from .book import book
from .build import build
from .check import check, explain_rule
from .face import VietnameseGroup, run
from .new import new
from .preflight import preflight_file
from .site import serve, site

__all__ = ["hoa", "main"]


@click.group(cls=VietnameseGroup)
def hoa() -> None:
    """Làm sách “Những bông hoa đẹp”: soát bài, dựng trang mạng, dàn sách để in."""


for command in (check, explain_rule, new, site, serve, book, preflight_file, build):
    hoa.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    sys.exit(run(hoa, arguments))
