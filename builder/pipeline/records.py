"""What is known of a story file without opening it again: its findings, where it belongs, what is kept for later."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from pydantic import TypeAdapter

from builder.manuscript import Manuscript, value_at
from builder.manuscript.story_row import row_of
from builder.model import Finding, Span
from builder.model.prints import print_of
from builder.rules import STOCK_RULES, Copy, StockEntry, check_copy
from builder.rules.photo_entries import declared
from builder.rules.sketch import Sketch
from builder.workspace import Texts

_BELONGING = ("status", "volume", "district", "field", "year")
"""What a header that gave no story may still tell of the books it was meant for."""


@dataclass(frozen=True, slots=True)
class Record:
    """A story file as the rules left it.

    ``status`` is that of its story and ``face`` the print of all it says but its text, both empty where it gave none;
    then ``header`` holds what its header still tells of where it belongs. ``photos`` are the files it declares,
    ``pictured`` the print of what stood in them; ``seen`` the prints of what each rule on all files sees of it; ``key``
    that of its content, empty for what must be looked at every time.
    """

    path: str
    key: bytes
    readable: bool
    status: str
    findings: tuple[Finding, ...]
    photos: tuple[str, ...] = ()
    pictured: str = ""
    face: str = ""
    seen: str = ""
    header: Mapping[str, object] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of its story."""
        return Manuscript.id_of(self.path)


@cache
def _findings_form() -> TypeAdapter[tuple[Finding, ...]]:
    return TypeAdapter(tuple[Finding, ...])


def record_of(copy: Copy, key: bytes, pictured: str) -> tuple[Record, Texts]:
    """Check a file, and keep of it what is asked for later."""
    manuscript, story = copy.manuscript, copy.story
    row, body = (row_of(story), story.body) if story else ("", "")
    entry = StockEntry.of(copy)
    record = Record(
        path=manuscript.path,
        key=key if manuscript.path.isprintable() else b"",
        readable=copy.readable,
        status=story.status.value if story else "",
        findings=check_copy(copy),
        photos=tuple(dict.fromkeys(file for _, file in declared(copy))),
        pictured=pictured,
        face=print_of(row) if row else "",
        seen=" ".join(print_of(repr([getattr(entry, name) for name in rule.sees])) for rule in STOCK_RULES),
        header={} if story else _belonging(manuscript),
    )
    return record, Texts(_packed_entry(entry), row, body)


def _belonging(manuscript: Manuscript) -> Mapping[str, object]:
    header = manuscript.header or {}
    told = {key: value_at(header, (key,)) for key in _BELONGING}
    return {key: value for key, value in told.items() if isinstance(value, (str, int))}


def packed(record: Record) -> str:
    """A record as JSON, without its path."""
    findings = packed_findings(record.findings).decode() if record.findings else "[]"
    rest = [record.readable, record.status, record.photos, record.pictured, record.face, record.seen, record.header]
    return f"{json.dumps(rest, ensure_ascii=False)}\n{findings}"


def unpacked(path: str, key: bytes, told: str) -> Record:
    """The record of a file.

    Raises:
        ValueError: it was not written by ``packed``.
    """
    rest, _, findings = told.partition("\n")
    readable, status, photos, pictured, face, seen, header = json.loads(rest)
    if len(str(seen).split(" ")) != len(STOCK_RULES):
        msg = "a record without a print for each rule"
        raise ValueError(msg)
    kept = () if findings == "[]" else unpacked_findings(findings.encode())
    return Record(path, key, readable, status, kept, tuple(photos), pictured, face, seen, header)


def packed_findings(findings: tuple[Finding, ...]) -> bytes:
    """Findings as JSON."""
    return _findings_form().dump_json(findings)


def unpacked_findings(data: bytes) -> tuple[Finding, ...]:
    """Findings from JSON.

    Raises:
        ValueError: it was not written by ``packed_findings``.
    """
    return _findings_form().validate_json(data)


def _packed_entry(entry: StockEntry) -> str:
    spans = [[s.line, s.column, s.end_line, s.end_column] for s in (entry.title_span, entry.person_span)]
    links = [[link, s.line, s.column, s.end_line, s.end_column] for link, s in entry.links]
    told = [entry.stands, entry.title, entry.person, entry.unit, entry.year]
    row = [*told, *spans, entry.body_line, _packed_sketch(entry.sketch), entry.status, links]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def unpacked_entry(path: str, packed: str) -> StockEntry:
    """A file's entry in the stock.

    Raises:
        ValueError, TypeError: it was not kept by ``record_of``.
    """
    stands, title, person, unit, year, title_span, person_span, body_line, sketch, status, links = json.loads(packed)
    spans = Span(*title_span), Span(*person_span)
    told = tuple((link, Span(*span)) for link, *span in links)
    return StockEntry(path, stands, title, person, unit, year, *spans, body_line, _sketch(sketch), status, told)


def _packed_sketch(sketch: Sketch) -> str:
    """Numbers below 2³² as one text: read back in a tenth of the time that a list of them takes."""
    return struct.pack(f">{len(sketch)}I", *sketch).hex()


def _sketch(packed: str) -> Sketch:
    return struct.unpack(f">{len(packed) // 8}I", bytes.fromhex(packed))
