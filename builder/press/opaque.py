"""Nothing in a book shines through: groups without effect are dropped, anything else is an error that names its page.

Our drawings are flat and our photos whole; WeasyPrint opens a transparency group all the same where a drawing stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from builder.model import BuilderError

_PLAIN_MODES = (Name.Normal, Name.Compatible)
_NO_MASK = Name("/None")


def make_opaque(pdf: Pdf) -> None:
    """Drop the transparency groups of a PDF in which nothing is transparent.

    Raises:
        BuilderError: a page holds something transparent.
    """
    seen: set[tuple[int, int]] = set()
    for folio, page in enumerate(pdf.pages, start=1):
        for thing in _drawn(page.obj, seen):
            reason = _shining(thing)
            if reason:
                msg = f"Trang {folio} có chỗ trong suốt ({reason}), máy in không nhận."
                raise BuilderError(msg, "Bỏ opacity, mask hoặc ảnh trong suốt ở trang ấy trong theme/book.")
            if "/Group" in thing:
                del thing["/Group"]


def _drawn(thing: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    """A page or a form, and all that is drawn from its resources, each once."""
    yield thing
    resources = thing.get("/Resources", Dictionary())
    for kind in ("/XObject", "/Pattern"):
        for part in resources.get(kind, Dictionary()).values():
            if part.objgen not in seen:
                seen.add(part.objgen)
                yield from _drawn(part, seen)


def _shining(thing: Object) -> str:
    """What makes a page, a form or an image transparent; nothing in most."""
    if isinstance(thing, Stream) and thing.get("/SMask") is not None:
        return "ảnh có mặt nạ"
    states = thing.get("/Resources", Dictionary()).get("/ExtGState", Dictionary())
    return next((reason for state in states.values() if (reason := _state(state))), "")


def _state(state: Object) -> str:
    if float(state.get("/ca", 1)) < 1 or float(state.get("/CA", 1)) < 1:
        return "độ đục dưới 100 %"
    if state.get("/SMask", _NO_MASK) != _NO_MASK:
        return "mặt nạ"
    mode = state.get("/BM", Name.Normal)
    modes = list(mode.as_list()) if isinstance(mode, Array) else [mode]
    return "" if all(one in _PLAIN_MODES for one in modes) else "chế độ hòa màu"
