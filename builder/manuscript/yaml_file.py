"""Plain YAML files of the editors (an edition, the register of volumes), read as strictly as a story's header."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from builder.model import Span

from .fault import Fault, FaultKind
from .source import decode
from .strict_yaml import Location, Mark, StrictLoader, plain_breaks, walk


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The values of a file with their places; without ``values`` (None) the faults say why."""

    path: str
    values: Mapping[str, Any] | None
    marks: Mapping[Location, Mark]
    faults: tuple[Fault, ...]
    text: str = ""

    def span_of(self, *location: str | int) -> Span:
        """The place of a value, or of the nearest enclosing one, or the file's first line."""
        for end in range(len(location), 0, -1):
            mark = self.marks.get(location[:end])
            if mark is not None:
                return mark.value
        return Span()

    def span_of_key(self, *location: str | int) -> Span:
        """The place of a key, falling back like ``span_of``."""
        mark = self.marks.get(location)
        return mark.key if mark is not None else self.span_of(*location)


def read_yaml(path: str, data: bytes) -> YamlFile:
    """Read the bytes of a YAML file that must hold one mapping."""
    source = decode(data)
    if source.text is None:
        return YamlFile(path, None, {}, source.faults)
    yaml_text = plain_breaks(source.text)
    walked = walk(yaml_text, 1)
    faults = (*source.faults, *walked.faults)
    if walked.fatal:
        return YamlFile(path, None, {}, faults, source.text)
    values = yaml.load(yaml_text, Loader=StrictLoader)  # noqa: S506  # a CSafeLoader with fewer conversions
    if not isinstance(values, dict):
        return YamlFile(path, None, {}, (*faults, Fault(FaultKind.NOT_MAPPING, Span())), source.text)
    return YamlFile(path, values, walked.marks, faults, source.text)
