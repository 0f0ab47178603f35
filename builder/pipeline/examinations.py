"""Files that were examined before and found without error are not examined again.

An examination is kept under the hash of the file, of what was asked of it, and of all that looks: our code, qpdf,
Ghostscript. One with errors is not kept: the error may have been the machine's.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from builder.model import Severity
from builder.press.preflight.check import Flaw
from builder.press.preflight.demand import Demand
from builder.press.preflight.examine import Examination, Opening, Progress, examine
from builder.press.sheet import Store
from builder.workspace import code_fingerprint, digest

_CODE = ("model", "press", "vietnamese")


def examined(path: Path, demand: Demand, progress: Progress, store: Store) -> Examination:
    """Examine a file, or tell what came of it the last time.

    Raises:
        BuilderError: as ``examine``.
    """
    key = _key(path, demand)
    kept = store.get(key)
    if kept is not None:
        progress(1, 1)
        return _unpacked(kept)
    seen = examine(path, demand, progress)
    if not any(flaw.severity is Severity.ERROR for flaw in seen.flaws):
        store.put(key, json.dumps(asdict(seen), ensure_ascii=False).encode())
    return seen


def _key(path: Path, demand: Demand) -> bytes:
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").digest()
    engines = f"{version('pikepdf')} {_ghostscript()}"
    return digest("examination", code_fingerprint(*_CODE), engines, repr(demand), content)


def _ghostscript() -> str:
    """Its version; nothing where there is none, which ``examine`` tells."""
    program = shutil.which("gs")
    if program is None:
        return ""
    return subprocess.run([program, "--version"], capture_output=True, check=False, text=True).stdout  # noqa: S603 - our own words


def _unpacked(kept: bytes) -> Examination:
    told = json.loads(kept)
    flaws = (Flaw(**flaw | {"severity": Severity(flaw["severity"])}) for flaw in told["flaws"])
    return Examination(
        tuple(flaws), tuple(told["labels"]), tuple(Opening(**one) for one in told["outline"]), told["checks"]
    )
