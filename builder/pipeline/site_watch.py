"""A site that is kept up with its sources: the page of an edited story at once, all that hangs on it right after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.manuscript.story_row import row_of
from builder.model import BuilderError
from builder.site.story import story_page
from builder.workspace import Root

from .mkdocs_run import published_site
from .outlet import write_file
from .site import Published
from .stages import Stage


@dataclass
class SiteWatch:
    """A site in ``out`` and what it was last made of.

    ``told`` is called with a line whenever something has been done or has failed; a failed build leaves the last good
    site standing.
    """

    root: Root
    out: Path
    stage: Stage
    told: Callable[[str], None]
    _last: Published | None = field(default=None, init=False)

    def build(self) -> bool:
        """Bring the whole site up to date; False if it cannot be built just now."""
        try:
            self._last = published_site(self.root.path, self.out, self.stage, cards=False)
        except BuilderError as error:
            self.told(f"Chưa dựng lại được: {error.message} → {error.remedy}")
            return False
        self.told(f"{self._last.counts.line}.")
        self._last.warm()
        return True

    def show_bodies(self, paths: Iterable[Path]) -> bool:
        """Write the pages of stories of which nothing but the text has changed; whether any was written.

        What else shows the text, the search above all, follows with the next ``build``.
        """
        return sum(map(self._show_body, paths)) > 0

    def _show_body(self, path: Path) -> bool:
        last = self._last
        if last is None or not path.is_relative_to(self.root.stories):
            return False
        name = self.root.relative(path)
        before, after = last.workshop.stories.get(name), next(last.workshop.copies([name])).story
        if before is None or after is None or row_of(before) != row_of(after):
            return False
        if not any(story is before for story in last.kit.library.stories):
            return False
        page = story_page(after, replace(last.kit, cached=lambda _, make: make()))
        write_file(self.out, page.file, last.shells[page.depth].encoded(page))
        return True
