"""Large results kept as files, each under a name that says its bytes; the system can copy them without us."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Files in a folder. Losing one costs time, never results; several processes may keep the same at once."""

    folder: Path

    def keep(self, name: str, data: bytes) -> None:
        """Keep a file."""
        if self.find(name, len(data)) is not None:
            return
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{name}.{os.getpid()}")
        part.write_bytes(data)
        part.replace(path)

    def find(self, name: str, size: int) -> Path | None:
        """Where a file of so many bytes lies; nothing if there is none, or another."""
        path = self._path(name)
        try:
            return path if path.stat().st_size == size else None
        except OSError:
            return None

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name
