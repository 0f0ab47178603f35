"""Names and words of a file as text, whatever their bytes: old programs write them in encodings of their own."""

from __future__ import annotations

import unicodedata

from pikepdf import Array, Dictionary, Name, Stream


def spelled(thing: object) -> str:
    """A name, a text or a number: equal for equal bytes, and found again among the keys of a dictionary.

    Bytes that are no UTF-8 become lone surrogates, as pikepdf has it for keys. What holds other things says nothing.
    """
    if isinstance(thing, Name):
        return bytes(thing).decode("utf-8", "surrogateescape")
    return "" if isinstance(thing, Array | Dictionary | Stream) else str(thing)


def readable(text: str) -> str:
    """What people can be shown of it: no lone surrogates, no controls, on one line."""
    plain = text.encode("utf-8", "replace").decode()
    return " ".join("".join(" " if unicodedata.category(char) == "Cc" else char for char in plain).split())
