"""The photos a story declares, as photo rules go through them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from builder.manuscript import Location
from builder.model import Span
from builder.model.picture import PictureFacts
from builder.vietnamese.normal import nfc

from .copy import Copy

_FLAG = TypeAdapter(bool)


@dataclass(frozen=True, slots=True)
class Entry:
    """A declared photo whose file has been looked into: its number among the photos, name, place, facts."""

    number: int
    file: str
    span: Span
    facts: PictureFacts


def declared(copy: Copy) -> Iterator[tuple[Location, str]]:
    """The places and names of the declared files."""
    for n in range(copy.size("photos")):
        file = copy.text("photos", n, "file")
        if file is not None:
            yield ("photos", n, "file"), nfc(file)


def known(copy: Copy) -> Iterator[Entry]:
    """The photos whose files are known, each file once."""
    seen = set()
    for location, file in declared(copy):
        facts = copy.pictures.get(file)
        if facts is not None and file not in seen:
            seen.add(file)
            yield Entry(int(location[1]), file, copy.manuscript.span_of(*location), facts)


def sound(copy: Copy) -> Iterator[Entry]:
    """The photos whose files are whole; of the others nothing more is said than that they are not."""
    return (entry for entry in known(copy) if entry.facts.trouble is None)


def flag(copy: Copy, *location: str | int) -> bool | None:
    """A yes or no, as the schema understands it; None where it is refused: then another rule speaks."""
    value = copy.value(*location)
    return None if copy.refused(location) else value is not None and _FLAG.validate_python(value)
