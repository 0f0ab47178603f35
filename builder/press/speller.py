"""The speller of the machine, where it has one: hunspell with a Vietnamese dictionary.

Debian has both as ``hunspell`` and ``hunspell-vi``. The dictionary is under the GPL: it is called, never carried along.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable

_PROGRAM = "hunspell"
_LANGUAGE = "vi_VN"
_SECONDS = 60

Speller = Callable[[Iterable[str]], frozenset[str]]
"""From words to those of them no dictionary holds."""


def find_speller() -> Speller | None:
    """The speller; None where the program or its Vietnamese dictionary is missing."""
    program = shutil.which(_PROGRAM)
    if program is None or _asked(program, ("bà",)) != frozenset():
        return None  # whatever knows no “bà” is no Vietnamese dictionary

    def unknown(words: Iterable[str]) -> frozenset[str]:
        return _asked(program, words) or frozenset()

    return unknown


def _asked(program: str, words: Iterable[str]) -> frozenset[str] | None:
    """The words hunspell does not know; None where it cannot say."""
    command = [program, "-d", _LANGUAGE, "-i", "utf-8", "-l"]
    given = "".join(f"{word}\n" for word in words).encode()
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command, words on its standard input
            command, input=given, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return frozenset(done.stdout.decode("utf-8", "replace").split()) if done.returncode == 0 else None
