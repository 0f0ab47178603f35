"""``edition.yml`` and ``volumes.yml`` into Edition and Volumes; what the schema refuses comes back as issues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from builder.model import Cover, Credit, Edition, Imprint, Length, Occasion, PrintSpec, Selection, Volume

from .assemble import approval_of
from .edition_schema import CoverHeader, EditionHeader, ImprintHeader, PrintHeader, VolumesHeader
from .schema import Issue, issues_of, without_blanks
from .yaml_file import YamlFile

Header = TypeVar("Header", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An edition as far as it could be read: without ``edition`` the file's faults or the issues say why."""

    file: YamlFile
    edition: Edition | None
    issues: tuple[Issue, ...]


def edition_from(file: YamlFile, edition_id: str, texts: Mapping[str, str]) -> EditionFile:
    """Build the edition ``edition_id``; ``texts`` are the Markdown files beside it, by name without ending."""
    header = _validated(EditionHeader, file)
    if isinstance(header, tuple):
        return EditionFile(file, None, header)
    occasion = header.occasion
    edition = Edition(
        id=edition_id,
        title=header.title,
        subtitle=header.subtitle,
        kind=header.kind,
        series=header.series,
        selection=Selection(**dict(header.select)),
        sections=header.sections,
        accent=header.accent,
        front=header.front,
        back=header.back,
        imprint=_imprint(header.imprint),
        print=_print(header.print),
        volume=header.volume,
        unit=header.unit,
        occasion=Occasion(occasion.name, occasion.anchor, occasion.on) if occasion else None,
        sample=header.sample,
        summary=header.summary,
        cover=_cover(header.cover),
        approval=approval_of(header.approval),
        tone=header.text.tone,
        texts=tuple(sorted(texts.items())),
    )
    return EditionFile(file, edition, ())


def volumes_from(file: YamlFile) -> Mapping[int, Volume] | tuple[Issue, ...]:
    """The register of volumes by number."""
    header = _validated(VolumesHeader, file)
    if isinstance(header, tuple):
        return header
    return {
        v.number: Volume(v.number, tuple(range(v.years[0], v.years[1] + 1)), v.occasion, v.documented, v.source)
        for v in header.volumes
    }


def _validated(model: type[Header], file: YamlFile) -> Header | tuple[Issue, ...]:
    if file.values is None:
        return ()
    try:
        return model.model_validate(without_blanks(file.values))
    except ValidationError as error:
        return issues_of(error)


def _imprint(header: ImprintHeader) -> Imprint:
    values = dict(header) | {"credits": tuple(Credit(c.role, c.name) for c in header.credits)}
    return Imprint(**values)


def _cover(header: CoverHeader) -> Cover:
    return Cover(header.blurb, header.flower or "", header.spine, header.url)


def _print(header: PrintHeader) -> PrintSpec:
    return PrintSpec(**(dict(header) | {"bleed": Length(header.bleed)}))
