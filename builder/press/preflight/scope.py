"""Resources of a page or form, read once each: fonts, colour spaces, states, objects, patterns, gradients."""

from __future__ import annotations

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Stream

from .colour import PATTERN, Space, read_space
from .marks import Effect
from .names import readable, spelled

_PLAIN_BLENDS = frozenset({"/Normal", "/Compatible"})
_HALFTONES = (1, 5)


class MissingError(Exception):
    """Content calls something by a name that leads nowhere; the text is the name."""


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

    def called(self, kind: str, name: str) -> Object:
        """A resource that content calls.

        Raises:
            MissingError: there is none of this name.
        """
        found = self.find(kind, name)
        if found is None:
            raise MissingError(readable(name))
        return found

    def space(self, name: str) -> Space:
        """A colour space by the name content uses, device spaces included."""
        if name == "/Pattern":
            return PATTERN
        if name not in self._spaces:
            self._spaces[name] = read_space(name, self._space_object)
        return self._spaces[name]

    def space_of(self, thing: Object | None) -> Space:
        """A colour space that an image or gradient brings along."""
        if isinstance(thing, Name):
            return self.space(spelled(thing))
        return read_space(thing, self._space_object)

    def _space_object(self, name: str) -> Object | None:
        return self.find("/ColorSpace", name) if name else None

    def state(self, name: str) -> StateChange:
        """What an ExtGState changes."""
        if name not in self._states:
            found = self.called("/ExtGState", name)
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
        (Effect.BLEND, spelled(name)[1:])
        for name in blends[:1]
        if name is not None and spelled(name) not in _PLAIN_BLENDS
    ]
    if isinstance(state.get("/SMask"), Dictionary | Stream):
        found.append((Effect.MASK, "SMask"))
    transfer = [state.get("/TR"), state.get("/TR2")]
    if any(value is not None and spelled(value) not in {"/Identity", "/Default"} for value in transfer):
        found.append((Effect.TRANSFER, "TR"))
    found += [(Effect.HALFTONE, words) for words in _screening(state.get("/HT"))]
    return found


def _screening(halftone: Object | None) -> list[str]:
    """What PDF/X does not let a halftone be: named, or of another kind than 1 and 5."""
    if not isinstance(halftone, Dictionary | Stream):
        return []
    kind = halftone.get("/HalftoneType", 1)
    named = ["có tên riêng"] if "/HalftoneName" in halftone else []
    return named if kind in _HALFTONES else [*named, f"loại {kind}"]
