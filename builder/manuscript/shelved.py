"""A story whose text lies in a store: ten thousand texts are 70 MB, and few who go through stories read them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from builder.model import Story


class ShelvedStory(Story):
    """A story whose text is fetched each time it is asked for.

    It equals the story that holds its text; changed (``dataclasses.replace``), pickled or shown it becomes that story.
    """

    __slots__ = ("_fetch",)
    _fetch: Callable[[], str]

    def __new__(cls, *values: Any, **named: Any) -> Any:  # noqa: ANN401  # as ``replace`` calls it
        """Whoever gives all values gives a text, too."""
        return Story(*values, **named)

    @classmethod
    def of(cls, values: Mapping[str, object], fetch: Callable[[], str]) -> ShelvedStory:
        """A story of all its values but the text, which ``fetch`` gives."""
        made: ShelvedStory = object.__new__(cls)
        for name, value in values.items():
            object.__setattr__(made, name, value)
        object.__setattr__(made, "_fetch", fetch)
        return made

    @property
    def body(self) -> str:
        """The text."""
        return self._fetch()

    @property
    def whole(self) -> Story:
        """The story with its text."""
        return Story(**{field.name: getattr(self, field.name) for field in dataclasses.fields(Story)})

    def __eq__(self, other: object) -> bool:
        """As stories compare."""
        if isinstance(other, ShelvedStory):
            return self.whole == other.whole
        return self.whole == other

    def __hash__(self) -> int:
        """As stories hash."""
        return hash(self.whole)

    def __repr__(self) -> str:
        """As a story."""
        return repr(self.whole)

    def __reduce__(self) -> tuple[type[Story], tuple[object, ...]]:
        """As a story."""
        return Story, tuple(getattr(self, field.name) for field in dataclasses.fields(Story))
