"""The website onto the disk: shells from MkDocs, pages from ``site``, files written only where they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.model import BuilderError
from builder.workspace import Root, find_root

from .workshop import Stage
