"""The report of a file's examination before print: for a terminal, for programs, and as a page to hand on."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from jinja2 import Environment, StrictUndefined

from builder.model import Severity

MANY = 5
"""The same note on more pages than this is told once, with the pages in a row."""


@dataclass(frozen=True, slots=True)
class PressNote:
    """One thing wrong with a file.

    Attributes:
        check: the id of the check that saw it, ``pdf/trim-size``.
        page: the page from 1 as it lies in the file; None for the file as a whole.
        folio: the number printed on the page, as far as the file tells.
        story: the title of the story or part the page belongs to; empty if unknown.
        story_id: the story's id, if the file is one of our books.
    """

    check: str
    severity: Severity
    page: int | None
    folio: str
    story: str
    message: str
    remedy: str
    story_id: str = ""

    @property
    def place(self) -> str:
        """“trang 12 (ghi số xii), bài “Giếng nước””, or “cả tệp”."""
        if self.page is None:
            return "cả tệp"
        folio = f" (ghi số {self.folio})" if self.folio and self.folio != str(self.page) else ""
        return f"trang {self.page}{folio}" + (f", “{self.story}”" if self.story else "")


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """What was examined, what was asked of it (label, value), what was found, how many checks looked."""

    file: str
    pages: int
    asked: tuple[tuple[str, str], ...]
    notes: tuple[PressNote, ...]
    checks: int

    @property
    def passed(self) -> bool:
        """Whether there is no error."""
        return all(note.severity is not Severity.ERROR for note in self.notes)

    @property
    def verdict(self) -> str:
        """“In được: không có lỗi, 2 cảnh báo”, or “Chưa in được: 3 lỗi”."""
        counts = Counter(note.severity for note in self.notes)
        parts = [f"{counts[severity]} {severity.label}" for severity in Severity if counts[severity]]
        head = "Chưa in được" if not self.passed else "In được"
        return f"{head}: {', '.join(parts if not self.passed else ['không có lỗi', *parts])}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as reports tell it: where, what, and what to do."""

    check: str
    message: str
    remedy: str
    pages: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one place."""

    place: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """All groups of one severity: the whole file first, then what is on many pages, then page by page."""

    severity: Severity
    count: int
    groups: tuple[Group, ...]


def grouped(report: PreflightReport) -> tuple[Weight, ...]:
    """The notes by severity, then page."""
    found = []
    for severity in Severity:
        notes = [note for note in report.notes if note.severity is severity]
        if notes:
            found.append(Weight(severity, len(notes), tuple(_groups(notes))))
    return tuple(found)


def _groups(notes: Sequence[PressNote]) -> Iterator[Group]:
    spread: dict[tuple[str, str], list[PressNote]] = defaultdict(list)
    for note in notes:
        if note.page is not None:
            spread[note.check, note.message].append(note)
    wide = {key: same for key, same in spread.items() if len(same) > MANY}
    whole = [_entry(note) for note in notes if note.page is None]
    if whole:
        yield Group("cả tệp", tuple(whole))
    if wide:
        entries = [_entry(same[0], page_row(note.page or 0 for note in same)) for same in wide.values()]
        yield Group("nhiều trang", tuple(entries))
    single = sorted(
        (note for note in notes if note.page is not None and (note.check, note.message) not in wide),
        key=lambda note: (note.page or 0, note.check, note.message),
    )
    for place, same_page in groupby(single, key=lambda note: note.place):
        yield Group(place, tuple(map(_entry, same_page)))


def _entry(note: PressNote, pages: str = "") -> Entry:
    return Entry(note.check, note.message, note.remedy, pages)


def page_row(pages: Iterable[int]) -> str:
    """“3, 5–9”."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def as_preflight_text(report: PreflightReport) -> str:
    """For a terminal: the worst first, then page by page."""
    blocks = [f"{report.file}: {report.pages} trang, {report.checks} phép soát\n{_asked(report)}"]
    for weight in grouped(report):
        lines = [f"{weight.severity.label.upper()} ({weight.count})"]
        for group in weight.groups:
            lines += [f"  {group.place}", *map(_line, group.entries)]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, f"{report.verdict}."])


def _asked(report: PreflightReport) -> str:
    return "; ".join(f"{label}: {value}" for label, value in report.asked)


def _line(entry: Entry) -> str:
    pages = f" (trang {entry.pages})" if entry.pages else ""
    return f"    {entry.message}{pages}  [{entry.check}]\n      → {entry.remedy}"


def as_preflight_json(report: PreflightReport) -> str:
    """For programs: one object; pages count from 1, ``null`` for the file as a whole."""
    return json.dumps(_value(report), ensure_ascii=False, indent=1)


def as_package_json(reports: Sequence[PreflightReport]) -> str:
    """The reports of files that belong together, and whether all of them passed."""
    told = {"passed": all(report.passed for report in reports), "files": [_value(report) for report in reports]}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _value(report: PreflightReport) -> dict[str, Any]:
    rows = [
        {
            "check": note.check,
            "severity": note.severity.value,
            "page": note.page,
            "folio": note.folio,
            "story": note.story,
            "story_id": note.story_id,
            "message": note.message,
            "remedy": note.remedy,
        }
        for note in report.notes
    ]
    return {
        "file": report.file,
        "pages": report.pages,
        "passed": report.passed,
        "verdict": report.verdict,
        "checks": report.checks,
        "asked": dict(report.asked),
        "findings": rows,
    }


def as_preflight_html(report: PreflightReport, tokens: str) -> str:
    """One page that needs nothing but itself. ``tokens`` is the style sheet that defines the series' colours."""
    return as_package_html((report,), report.file, tokens)


def as_package_html(reports: Sequence[PreflightReport], title: str, tokens: str) -> str:
    """The reports of files that belong together, on one such page."""
    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    parts = [(report, grouped(report)) for report in reports]
    values = {"title": title, "parts": parts, "style": tokens + _STYLE}
    return env.from_string(_PAGE).render(values)


_STYLE = """
body { margin: 0 auto; padding: 3rem 1.25rem 5rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1.06rem/1.65 var(--text-face); }
h1 { font-size: var(--step-3); font-weight: 400; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
article + article { margin-top: 5rem; }
h2 { font-size: var(--step-2); font-weight: 400; margin: 3rem 0 .5rem; }
h3 { font: 600 .86rem/1.6 var(--ui-face); margin: 1.75rem 0 .25rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: .5rem 0 .9rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1.25rem; font: .86rem/1.7 var(--ui-face); }
dt { opacity: .75; } dd { margin: 0; }
code, .what { font: .86rem/1.6 var(--ui-face); } code { opacity: .75; }
.verdict { font-size: var(--step-1); color: var(--jade); margin: 0 0 1.5rem; }
.failed .verdict, .error h2 { color: var(--lotus); }
@media (prefers-color-scheme: dark) { body { background: var(--dusk); color: var(--dusk-text); }
  .verdict, .failed .verdict, .error h2 { color: inherit; } }
@media print { body { background: none; padding: 0; } h3 { break-after: avoid; } li { break-inside: avoid; } }
"""
_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Soát trước khi in – {{ title }}</title>
<style>{{ style | safe }}</style>
</head>
<body>
{% for report, weights in parts %}
<article{% if not report.passed %} class="failed"{% endif %}>
<h1>{{ report.file }}</h1>
<p class="verdict">{{ report.verdict }}</p>
<dl>
<dt>Số trang</dt><dd>{{ report.pages }}</dd>
{% for label, value in report.asked %}
<dt>{{ label }}</dt><dd>{{ value }}</dd>
{% endfor %}
<dt>Phép soát</dt><dd>{{ report.checks }}</dd>
</dl>
{% for weight in weights %}
<section class="{{ weight.severity.value }}">
<h2>{{ weight.count }} {{ weight.severity.label }}</h2>
{% for group in weight.groups %}
<h3>{{ group.place }}</h3>
<ul>
{% for entry in group.entries %}
<li>{{ entry.message }}{% if entry.pages %} Trang {{ entry.pages }}.{% endif %} <code>{{ entry.check }}</code>
<div class="what">→ {{ entry.remedy }}</div></li>
{% endfor %}
</ul>
{% endfor %}
</section>
{% endfor %}
</article>
{% endfor %}
</body>
</html>
"""
