"""Looking words up in a dictionary, for those who ask for it: it costs time, and not every machine has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.model import Finding
from builder.press.speller import Speller, find_speller
from builder.rules.spelling import Spelt, dictionary_form, looked_up, unknown_word

from .workshop import Workshop


def spelt(workshop: Workshop, wanted: Callable[[str], bool], speller: Speller | None = None) -> Workshop | None:
    """The workshop with the unknown words of some files among its findings; None where there is no speller.

    Args:
        workshop: the stock as read.
        wanted: which paths to look at.
        speller: who knows the words; the machine's own unless given.
    """
    asked = speller or find_speller()
    if asked is None:
        return None
    copies = list(workshop.copies(r.path for r in workshop.records if r.readable and wanted(r.path)))
    unknown = asked(sorted({dictionary_form(word) for copy in copies for word in looked_up(copy)}))
    found: dict[str, tuple[Finding, ...]] = {}
    for copy in copies:
        path = copy.manuscript.path
        found[path] = tuple(unknown_word.findings(Spelt(copy, unknown), path))
    records = tuple(replace(r, findings=(*r.findings, *found.get(r.path, ()))) for r in workshop.records)
    return replace(workshop, records=records)
