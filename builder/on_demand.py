"""Packages whose names are loaded when they are first asked for.

A package's first page lists what it offers. To load all of that for whoever wants one name would cost each worker that
sets pages fifteen megabytes, and a small command half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def names_of(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package (PEP 562): ``homes`` has its modules, and what of them stands in the package.

    A name cannot be that of its module: once loaded, the module stands there itself.
    """
    home = {name: module for module, names in homes.items() for name in names.split()}

    def load(name: str) -> object:
        if name not in home:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        return getattr(import_module(f".{home[name]}", package), name)

    return load
