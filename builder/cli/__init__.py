"""The command ``hoa``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from importlib import import_module

import click

from .face import VietnameseGroup, run

__all__ = ["hoa", "main"]


class OnDemand(MutableMapping[str, click.Command]):
    """Commands by name, each loaded with all it needs when it is first asked for.

    ``homes`` names the function that is a command, where it is not called as its module is.
    """

    def __init__(self, homes: Mapping[str, str]) -> None:
        self._homes = homes
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module, _, function = self._homes[name].partition(":")
            self._loaded[name] = getattr(import_module(f".{module}", __name__), function or module)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._homes, **self._loaded})

    def __len__(self) -> int:
        return len({**self._homes, **self._loaded})


_COMMANDS = {name: name for name in ("approve", "book", "build", "check", "new", "pages", "serve", "site")}
_COMMANDS |= {"explain": "check:explain_rule", "preflight": "preflight:preflight_file"}


@click.group(cls=VietnameseGroup, commands=OnDemand(_COMMANDS))
def hoa() -> None:
    """Làm sách “Những bông hoa đẹp”: soát bài, dựng trang mạng, dàn sách để in."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    # Ten thousand stories are a million small values, none of them rubbish: to look through them for rubbish again and
    # again takes a fifth of the time.
    gc.set_threshold(200_000, 20, 100)
    code = run(hoa, arguments)
    # All that is in memory goes with the process: to look through it once more at the end takes as long as an edit.
    gc.freeze()
    sys.exit(code)
