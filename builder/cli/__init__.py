"""The command ``hoa``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

import click

from .approve import approve
from .book import book
from .build import build
from .check import check, explain_rule
from .face import VietnameseGroup, run
from .new import new
from .pages import pages
from .preflight import preflight_file
from .serve import serve
from .site import site

__all__ = ["hoa", "main"]


@click.group(cls=VietnameseGroup)
def hoa() -> None:
    """Làm sách “Những bông hoa đẹp”: soát bài, dựng trang mạng, dàn sách để in."""


for command in (check, explain_rule, approve, new, site, serve, pages, book, preflight_file, build):
    hoa.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    # Ten thousand stories are a million small values, none of them rubbish: to look through them for rubbish again and
    # again takes a fifth of the time.
    gc.set_threshold(200_000, 20, 100)
    sys.exit(run(hoa, arguments))
