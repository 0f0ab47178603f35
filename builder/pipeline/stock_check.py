"""What is to be said of all files together: kept rule by rule, for as long as nothing that a rule sees changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from builder.model import Finding
from builder.rules import STOCK_RULES, Rule, Stock, check_stock
from builder.workspace import Seen, Texts, digest

from .reading import STORE_FILE, Surroundings, entries_of
from .records import Record, packed_findings, unpacked_findings


def stock_findings(around: Surroundings, records: Sequence[Record], fresh: Mapping[str, Texts]) -> tuple[Finding, ...]:
    """The findings that all files together give."""
    if not all(record.key for record in records):
        return check_stock(Stock(entries_of(around, records, fresh)))
    keys = dict(zip(STOCK_RULES, _keys(around, records), strict=True))
    with Seen(around.root.cache / STORE_FILE) as seen:
        kept = {rule: _kept(seen, rule, key) for rule, key in keys.items()}
        anew = [rule for rule, found in kept.items() if found is None]
        if anew:
            stock = Stock(entries_of(around, records, fresh))
            for rule in anew:
                found = kept[rule] = check_stock(stock, (rule,))
                seen.put_note(_name(rule), keys[rule], packed_findings(found))
    return tuple(finding for found in kept.values() for finding in found or ())


def _keys(around: Surroundings, records: Sequence[Record]) -> Iterator[bytes]:
    """A print of all that each rule sees, in the order of the rules."""
    paths = "\n".join(record.path for record in records)
    seen = [record.seen.split(" ") for record in records]
    for number in range(len(STOCK_RULES)):
        yield digest(around.print, paths, "\n".join(prints[number] for prints in seen))


def _kept(seen: Seen, rule: Rule[Stock], key: bytes) -> tuple[Finding, ...] | None:
    found = seen.note(_name(rule), key)
    if found is not None:
        with suppress(ValueError):
            return unpacked_findings(found)
    return None


def _name(rule: Rule[Stock]) -> str:
    return f"stock {rule.id}"
