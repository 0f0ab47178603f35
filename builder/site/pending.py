"""Pages not made yet: what each would be made of, in a few bytes, so that what did not change is not made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from builder.manuscript.story_row import row_of
from builder.model import Story
from builder.model.prints import print_of

from .page import Page, SiteFile


@dataclass(frozen=True, slots=True)
class Pending:
    """A page at ``path`` that ``make`` makes; ``told`` is its key, or what tells it when it is asked for."""

    path: str
    told: str | Callable[[], str]
    make: Callable[[], Page]

    @property
    def key(self) -> str:
        """All it is made of besides what every page shares (code, templates, shells, assets, address of the site).

        Where it is empty nobody knows before the page is made.
        """
        return self.told if isinstance(self.told, str) else self.told()


@dataclass(frozen=True, slots=True)
class PendingFiles:
    """Files that are no pages: all those whose names begin with one of ``prefixes``, which ``make`` makes from ``key``.

    ``first`` are parts of the work that leave their result in the kit's store, and can be done side by side.
    """

    prefixes: tuple[str, ...]
    key: str
    make: Callable[[], Iterable[SiteFile]]
    first: tuple[Callable[[], object], ...] = ()


def together(paths: Iterable[str], key: str, make: Callable[[], Iterable[Page]]) -> Iterator[Pending]:
    """Pages at ``paths`` that are made all at once, and only if one of them must be."""
    made = cache(lambda: {page.path: page for page in make()})
    return (Pending(path, key, partial(lambda path: made()[path], path)) for path in paths)


class Prints:
    """Prints of stories: the ``face`` is all but the text, which is all that cards and indexes show of a story."""

    def __init__(self, faces: Mapping[str, str] | None = None, wholes: Mapping[str, str] | None = None) -> None:
        self._faces = dict(faces or {})
        self._wholes = dict(wholes or {})

    def face(self, story: Story | None) -> str:
        """The print of a story's header; that of no story is empty."""
        if story is None:
            return ""
        found = self._faces.get(story.id)
        if found is None:
            found = self._faces[story.id] = print_of(row_of(story))
        return found

    def faces(self, stories: Iterable[Story]) -> str:
        """The prints of some stories in their order."""
        return " ".join(map(self.face, stories))

    def whole(self, story: Story) -> str:
        """The print of a story with its text."""
        found = self._wholes.get(story.id)
        if found is None:
            found = self._wholes[story.id] = f"{self.face(story)} {print_of(story.body)}"
        return found


def key_of(*parts: object) -> str:
    """One key of many parts, each told in full: values by their repr, text as it stands."""
    return print_of("\x1f".join(part if isinstance(part, str) else repr(part) for part in parts))
