"""Names in the caller's store. Most things are kept for ever under all they depend on; some only as they were last."""

from __future__ import annotations

from typing import Final

LATEST: Final = "latest\n"
"""How the names begin of what is kept only as it was last: it is large, or changes with every edit."""


def latest(slot: str, key: str) -> str:
    """The name of what takes the place of whatever was kept in its ``slot`` under another ``key``."""
    return f"{LATEST}{slot}\n{key}"


def slot_and_key(name: str) -> tuple[str, str]:
    """What ``latest`` put into a name; without a key where the name is of another kind."""
    if not name.startswith(LATEST):
        return name, ""
    slot, _, key = name.removeprefix(LATEST).partition("\n")
    return f"{LATEST}{slot}", key
