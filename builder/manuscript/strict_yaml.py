"""YAML without surprises: a loader that converts only what it must, and a walk over the parser's events.

The walk is iterative and runs first: it refuses anchors, tags and deep nesting before anything is built, and
remembers where every key and value stands. PyYAML's columns count code points, so they are right for Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from builder.model import Span

from .fault import Fault, FaultKind

MAX_DEPTH = 8
SECOND_DOCUMENT = "expected a single document in the stream"
Location = tuple[str | int, ...]

_AMBIGUOUS = re.compile(
    r"""(?ix)^(?:
        y|n|yes|no|on|off                   # truth values of YAML 1.1
        | [-+]?0[0-9_]+                     # 08, 010: octal to some
        | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?   # 8:30 is 510 to some
        | 0[xo][0-9a-f_]+ | [-+]?[0-9_]+e[-+]?[0-9]+
        | [-+]?\.(?:inf|nan) | ~
        | \.nan
    )$"""
)


_ODD_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")


class StrictLoader(yaml.CSafeLoader):
    """Only ``null``, ``true``/``false`` and plain decimal integers are converted; all else stays text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # PyYAML's own slot

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002  # PyYAML's own signature
        """Keys are always text: a field called 2022 or true is an unknown field like any other."""
        for key, _ in node.value:
            key.tag = "tag:yaml.org,2002:str"
        return super().construct_mapping(node, deep)


StrictLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null)?$"), ["n", ""])
StrictLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
StrictLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]{0,17})$"), list("-0123456789")
)


class StrictHandler(YAMLHandler):
    """python-frontmatter's YAML handler on the strict loader.

    Its own fence is three dashes or more; ``fences`` knows only three, and four may stand inside a quoted value.
    """

    FM_BOUNDARY = re.compile(r"^---$", re.MULTILINE)

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Build the header's values. The walk has made sure that they are a mapping, or nothing at all."""
        values = yaml.load(fm, Loader=StrictLoader)  # noqa: S506  # a CSafeLoader with fewer conversions
        return values if isinstance(values, dict) else {}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a key and its value stand. List items have no key: both spans are the value's."""

    key: Span
    value: Span
    plain: bool = True


@dataclass(slots=True)
class _Frame:
    """An open mapping or sequence while walking."""

    location: Location
    mapping: bool
    seen: set[str] = field(default_factory=set)
    key: str | None = None
    key_span: Span = field(default_factory=Span)
    index: int = 0

    def next_location(self) -> Location:
        return (*self.location, self.key if self.mapping and self.key is not None else self.index)


@dataclass(slots=True)
class Walk:
    """The result of walking a header: marks by location, and faults."""

    marks: dict[Location, Mark] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def fatal(self) -> bool:
        """Whether the header must not be loaded."""
        return any(fault.fatal for fault in self.faults)


def walk(header: str, first_line: int) -> Walk:
    """Walk the events of a header. ``first_line`` is the line of the file on which the header's text starts."""
    result = Walk()
    try:
        _Walker(result, first_line).run(yaml.parse(header, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(first_line + mark.line, mark.column + 1) if mark else Span(first_line)
        result.faults.append(Fault(FaultKind.SYNTAX, span, error.problem or ""))
    except yaml.reader.ReaderError as error:
        before = header.encode()[: error.position].decode("utf-8", "ignore")  # libyaml counts bytes here
        span = Span(first_line + before.count("\n"), len(before) - before.rfind("\n"))
        result.faults.append(Fault(FaultKind.SYNTAX, span, str(error.reason)))
    return result


def plain_breaks(header: str) -> str:
    """Make spaces of the separators that only YAML takes for line ends, so that its line numbers are the file's."""
    return header.translate(_ODD_BREAKS)


class _Walker:
    """Follows parser events with an explicit stack, so depth costs no recursion."""

    def __init__(self, result: Walk, first_line: int) -> None:
        self.result = result
        self.first_line = first_line
        self.stack: list[_Frame] = []

    def run(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    return self._fault(FaultKind.SYNTAX, self._span(event), SECOND_DOCUMENT)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.stack.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
                if self.result.faults and self.result.faults[-1].fatal:
                    return None
        return None

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(self.first_line)
        line, column = self.first_line + start.line, start.column + 1
        if end.line > start.line and end.column == 0:  # a block ends where the next key starts
            return Span(line, column)
        return Span(line, column, self.first_line + end.line, max(end.column, column))

    def _node(self, event: yaml.NodeEvent) -> None:
        span = self._span(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            return self._fault(FaultKind.ANCHOR, span, str(event.anchor))
        tag = getattr(event, "tag", None)
        if tag:
            return self._fault(FaultKind.TAG, span, str(tag))
        frame = self.stack[-1] if self.stack else None
        if frame and frame.mapping and frame.key is None:
            return self._key(frame, event, span)
        return self._value(frame, event, span)

    def _key(self, frame: _Frame, event: yaml.NodeEvent, span: Span) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            return self._fault(FaultKind.BAD_KEY, span, "")
        frame.key, frame.key_span = event.value, span
        if event.value in frame.seen:
            self._fault(FaultKind.DUPLICATE_KEY, span, event.value)
        frame.seen.add(event.value)
        return None

    def _value(self, frame: _Frame | None, event: yaml.NodeEvent, span: Span) -> None:
        location = frame.next_location() if frame else ()
        plain = isinstance(event, yaml.ScalarEvent) and not event.style and event.implicit[0]
        if frame:
            self.result.marks.setdefault(location, Mark(frame.key_span if frame.mapping else span, span, plain))
            frame.key, frame.index = None, frame.index + 1
        if isinstance(event, yaml.ScalarEvent):
            if not frame:
                self._fault(FaultKind.NOT_MAPPING, span, event.value[:40])
            elif plain and _AMBIGUOUS.match(event.value):
                self._fault(FaultKind.AMBIGUOUS, span, event.value, str(location[-1]))
            return
        mapping = isinstance(event, yaml.MappingStartEvent)
        if not frame and not mapping:
            self._fault(FaultKind.NOT_MAPPING, span, "")
        elif len(self.stack) >= MAX_DEPTH:
            self._fault(FaultKind.TOO_DEEP, span, str(MAX_DEPTH))
        self.stack.append(_Frame(location, mapping))

    def _fault(self, kind: FaultKind, span: Span, detail: str, key: str = "") -> None:
        self.result.faults.append(Fault(kind, span, detail, key))


def value_at(header: Mapping[str, object], location: Location) -> object:
    """The value at a location, or None where the path breaks off."""
    value: object = header
    for step in location:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
