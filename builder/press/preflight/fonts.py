"""Judging the fonts of a document: embedded, readable, and drawing what the text says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping

import pikepdf
from pikepdf import Name, Stream

from .dossier import FontFacts
from .glyphs import BrokenProgramError, Program, program_stream, read_program
from .ledger import FontLedger, UsedFont
from .names import spelled
from .unicode_map import read_map

_REPLACEMENT = "\ufffd"
_FEW = 12
"""How many characters a message can name."""


def judge_fonts(ledger: FontLedger) -> tuple[FontFacts, ...]:
    """The fonts used, by name."""
    return tuple(sorted((_judged(used) for used in ledger.fonts), key=lambda facts: (facts.name, facts.pages)))


def _judged(used: UsedFont) -> FontFacts:
    embedded = used.kind == "Type3" or program_stream(used.font) is not None
    pages = tuple(sorted(used.pages))
    try:
        texts = _texts(used)
        program = read_program(used.font) if used.wide else None
        codes = sorted(used.codes)
        garbled = _garbled(program, texts, codes)
        missing = () if garbled else _missing(program, texts, codes)
    except (BrokenProgramError, pikepdf.PdfError) as error:
        return FontFacts(used.name, used.kind, embedded, pages, damage=str(error))
    return FontFacts(
        used.name,
        used.kind,
        embedded,
        pages,
        unmapped=_unmapped(used, texts, codes),
        private=_of_kind(texts, codes, lambda text: any(unicodedata.category(char) == "Co" for char in text)),
        decomposed=_of_kind(texts, codes, _loose),
        missing=missing,
        garbled=garbled,
    )


def _texts(used: UsedFont) -> Mapping[int, str] | None:
    """Characters by code; None for a simple font without a map, whose encoding names its characters."""
    stream = used.font.get("/ToUnicode")
    if isinstance(stream, Stream):
        return read_map(stream.read_bytes())
    if used.wide and not _standard(used):
        return {}
    return None


def _standard(used: UsedFont) -> bool:
    """Whether a composite font's encoding is one that readers know characters by (UniGB-UTF16-H and the like)."""
    encoding = used.font.get("/Encoding")
    return isinstance(encoding, Name) and not spelled(encoding).startswith("/Identity")


def _unmapped(used: UsedFont, texts: Mapping[int, str] | None, codes: Iterable[int]) -> tuple[str, ...]:
    if texts is None:
        return ()
    digits = 4 if used.wide else 2
    lost = [code for code in codes if texts.get(code, "").strip("\0") == "" or _REPLACEMENT in texts[code]]
    return tuple(f"<{code:0{digits}X}>" for code in lost)[:_FEW]


def _of_kind(texts: Mapping[int, str] | None, codes: Iterable[int], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    found = {texts[code] for code in codes if code in texts} if texts is not None else set()
    return tuple(sorted(filter(wanted, found)))[:_FEW]


def _loose(text: str) -> bool:
    """Not composed: a letter and its mark apart, or a mark alone."""
    return unicodedata.normalize("NFC", text) != text or (bool(text) and unicodedata.combining(text[0]) != 0)


def _missing(program: Program | None, texts: Mapping[int, str] | None, codes: Iterable[int]) -> tuple[str, ...]:
    if program is None:
        return ()
    lost = [code for code in codes if not program.holds(code, _visible((texts or {}).get(code, "")))]
    return tuple((texts or {}).get(code) or f"<{code:04X}>" for code in lost)[:_FEW]


def _visible(text: str) -> bool:
    """Whether a character leaves ink: spaces and controls do not."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


def _garbled(program: Program | None, texts: Mapping[int, str] | None, codes: list[int]) -> tuple[tuple[str, str], ...]:
    """Codes drawn as another character. A few differences are look-alikes that share a glyph; many are another font."""
    if program is None or texts is None:
        return ()
    known = [(texts[code], own) for code in codes if len(texts.get(code, "")) == 1 and (own := program.own(code))]
    wrong = [(text, min(own)) for text, own in known if _folded(text) not in {_folded(char) for char in own}]
    return tuple(wrong[:_FEW]) if len(wrong) * 5 > len(known) and len(wrong) > 1 else ()


def _folded(char: str) -> str:
    return unicodedata.normalize("NFKC", char).casefold()
