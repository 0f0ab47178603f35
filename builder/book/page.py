"""From a template and its values to a chunk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from builder.model import Edition, Story

from .chunk import Chunk, ChunkKind
from .geometry import PageGeometry
from .pictures import PhotoSource, Picture


@dataclass(frozen=True, slots=True)
class Desk:
    """What every chunk of one book is made with: the edition, its page, the templates, the way to the photos."""

    edition: Edition
    page: PageGeometry
    templates: Environment
    photo: PhotoSource
    kept: Callable[[Story, Callable[[], Chunk]], Chunk] = lambda _, make: make()
    """Gives the chunk of a story, made or remembered."""

    def chunk(  # noqa: PLR0913 - keywords, each a part of the chunk
        self,
        chunk_id: str,
        kind: ChunkKind,
        *,
        name: str,
        head: str = "",
        pictures: Sequence[Picture] = (),
        template: str = "",
        **values: object,
    ) -> Chunk:
        """Fill ``<kind>.html`` (or another template) with finished values."""
        page = self.templates.get_template(f"{template or kind}.html")
        html = page.render(edition=self.edition, kind=kind.value, head=head, **values)
        return Chunk(chunk_id, kind, html, name, head, tuple(pictures))


def desk_for(edition: Edition, templates: Environment, photo: PhotoSource) -> Desk:
    """The desk of an edition."""
    return Desk(edition, PageGeometry(edition.print.trim, edition.print.bleed), templates, photo)
