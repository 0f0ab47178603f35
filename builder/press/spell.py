"""Writing PDF objects as text in which references to other objects can still be renumbered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Stream

Words = tuple[str | int, ...]
"""PDF text (Latin-1) in pieces; a whole number stands for a reference to the thing of that number."""


def spelled(thing: object, number: Callable[[Object], int]) -> Iterator[str | int]:
    """An object as words; ``number`` gives every object met by reference its number.

    The object itself is written out even where it is one others refer to; its stream, if it has one, is not.
    """
    if isinstance(thing, Dictionary | Stream):
        held = thing.stream_dict if isinstance(thing, Stream) else thing
        yield "<< "
        for key, value in held.items():
            yield f"{_name(key)} "
            yield from _part(value, number)
            yield " "
        yield ">>"
    elif isinstance(thing, Array):
        yield "[ "
        for value in thing.as_list():
            yield from _part(value, number)
            yield " "
        yield "]"
    else:
        yield _plain(thing)


def _part(thing: object, number: Callable[[Object], int]) -> Iterator[str | int]:
    if isinstance(thing, Object) and thing.is_indirect:
        yield number(thing)
    else:
        yield from spelled(thing, number)


def _name(key: str) -> str:
    return Name(key).unparse().decode("latin-1")


def _plain(thing: object) -> str:
    if isinstance(thing, Object):
        return thing.unparse().decode("latin-1")
    if isinstance(thing, bool):
        return "true" if thing else "false"
    if isinstance(thing, int):
        return str(thing)
    if isinstance(thing, Decimal | float):
        return f"{thing:f}"
    if thing is None:
        return "null"
    msg = f"no PDF object is a {type(thing).__name__}"
    raise TypeError(msg)


def joined(words: Iterable[str | int], base: int) -> str:
    """Words as PDF text, the thing 0 being object ``base``."""
    return "".join([word if isinstance(word, str) else f"{word + base} 0 R" for word in words])


def digest(stream: bytes) -> str:
    """What a stream is known by."""
    return hashlib.blake2b(stream, digest_size=16).hexdigest()
