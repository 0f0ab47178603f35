"""Resources of a page or form, read once each: fonts, colour spaces, states, objects, patterns, gradients."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Stream

from .colour import PATTERN, Space, read_space
from .marks import Effect

_PLAIN_BLENDS = frozenset({"/Normal", "/Compatible"})


@dataclass(frozen=True, slots=True)
class StateChange:
    """What an ExtGState changes. ``overprint`` is (strokes, fills); None leaves things as they are."""

    effects: tuple[tuple[Effect, str], ...] = ()
    line_width: float | None = None
    overprint: tuple[bool | None, bool | None] = (None, None)
    font: tuple[Object, float] | None = None


class Scope:
    """A resource dictionary, with what it does not hold looked for in the one around it, as old files expect."""

    def __init__(self, resources: Object | None, around: Scope | None = None) -> None:
        self._resources = resources if isinstance(resources, Dictionary) else Dictionary()
        self._around = around
        self._spaces: dict[str, Space] = {}
        self._states: dict[str, StateChange] = {}

    def find(self, kind: str, name: str) -> Object | None:
        """A resource: ``find("/Font", "/F1")``."""
        group = self._resources.get(kind)
        if isinstance(group, Dictionary) and name in group:
            return group[name]
        return self._around.find(kind, name) if self._around is not None else None

    def space(self, name: str) -> Space:
        """A colour space by the name content uses, device spaces included."""
        if name == "/Pattern":
            return PATTERN
        if name not in self._spaces:
            self._spaces[name] = read_space(Name(name), self._space_object)
        return self._spaces[name]

    def space_of(self, thing: Object | None) -> Space:
        """A colour space that an image or gradient brings along."""
        if isinstance(thing, Name):
            return self.space(str(thing))
        return read_space(thing, self._space_object)

    def _space_object(self, name: str) -> Object | None:
        return self.find("/ColorSpace", name) if name else None

    def state(self, name: str) -> StateChange:
        """What an ExtGState changes."""
        if name not in self._states:
            found = self.find("/ExtGState", name)
            self._states[name] = read_state(found) if isinstance(found, Dictionary) else StateChange()
        return self._states[name]


def read_state(state: Dictionary) -> StateChange:
    """The parts of an ExtGState that matter in print."""
    width = state.get("/LW")
    font = state.get("/Font")
    stroked = _flag(state.get("/OP"))
    filled = _flag(state.get("/op"))
    return StateChange(
        tuple(_effects(state)),
        None if width is None else float(width),
        (stroked, stroked if filled is None else filled),
        (font[0], float(font[1])) if isinstance(font, Array) and len(font) == 2 else None,  # noqa: PLR2004
    )


def _flag(value: object) -> bool | None:
    return None if value is None else bool(value)


def _effects(state: Dictionary) -> list[tuple[Effect, str]]:
    found: list[tuple[Effect, str]] = [
        (Effect.ALPHA, f"{float(state[key]):g}") for key in ("/CA", "/ca") if float(state.get(key, 1)) < 1
    ]
    blend = state.get("/BM")
    blends = blend.as_list() if isinstance(blend, Array) else [blend]
    found += [
        (Effect.BLEND, str(name)[1:]) for name in blends[:1] if name is not None and str(name) not in _PLAIN_BLENDS
    ]
    if isinstance(state.get("/SMask"), Dictionary | Stream):
        found.append((Effect.MASK, "SMask"))
    transfer = [state.get("/TR"), state.get("/TR2")]
    if any(value is not None and str(value) not in {"/Identity", "/Default"} for value in transfer):
        found.append((Effect.TRANSFER, "TR"))
    return found
