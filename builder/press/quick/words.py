"""Words that are shaped once and from then on only counted.

WeasyPrint has Pango shape every line of a text four times: to see where it ends, whether one word more would go in,
how wide it is, and to draw it. With a font that neither kerns nor joins across a space, a word looks the same wherever
it stands, and a language has few words. So every word is shaped once in each hand, standing between two others.

Only what is plain is counted. Anything else is None here, and is left to Pango.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.pdf.fonts import Font  # type: ignore[import-untyped]  # ships no types
from weasyprint.text.ffi import FROM_UNITS, ffi, pango  # type: ignore[import-untyped]
from weasyprint.text.fonts import get_pango_font_key  # type: ignore[import-untyped]
from weasyprint.text.line_break import Layout, get_log_attrs  # type: ignore[import-untyped]

Style = Any
Run = Any

NO_BREAK: Final = "\u00a0"
_SPACES: Final = (" ", NO_BREAK)
_SAMPLE: Final = f"n {NO_BREAK}n"
_APART: Final = 8
"""Pixels put between words to see whether they touch one another."""
_NO_GLYPH: Final = 0x0FFFFFFF
"""Numbers from here on are no glyphs of a font."""
_PANGO: Final = 14802
"""Before this release Pango does not say truly how large a font is."""

_DECIDES: Final = (
    "lang", "font_language_override", "font_family", "font_style", "font_stretch", "font_weight", "font_size",
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric",
    "font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_variation_settings",
)  # fmt: skip
_PLAIN: Final = (
    ("direction", "ltr"), ("letter_spacing", "normal"), ("word_spacing", 0),
    ("overflow_wrap", "normal"), ("word_break", "normal"), ("text_decoration_line", "none"),
)  # fmt: skip

_TOGETHER: Final = 200
"""Words looked at in one line."""
_COLLAPSING: Final = ("normal", "nowrap")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as it was shaped: its number, its width in Pango's units, the letters it stands for."""

    number: int
    width: int
    letters: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a PDF's font is told of a glyph: its number, its letters, its own width in thousandths of the size."""

    number: int
    letters: str
    width: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a hand: its width in Pango's units, its glyphs as an operator of text shows them, their marks.

    Where it ``begins_open`` or ``ends_open``, a line may end before or behind it
    whatever its neighbour is. ``runs`` are the same glyphs as strings of their own, parted where no-break spaces stand.
    """

    text: str
    begins_open: bool
    ends_open: bool
    width: int
    shown: str
    runs: tuple[str, ...]
    marks: tuple[Mark, ...]
    glyphs: frozenset[int]


class Hand:
    """A way text is set (font, size, features), and the words met in it: None for one that is not plain."""

    def __init__(self, style: Style) -> None:
        self.words: dict[str, Word | None] = {"": None}
        self._style = style
        self._parted: dict[str, bool] = {}
        self._free: dict[str, bool] = {}
        self._widths: dict[int, int] = {}
        self._layout, self._holder = Layout(style), Layout(style)  # the font lives as long as a layout that shows it
        runs = _shaped(self._holder, _SAMPLE)
        self.font = runs[0].item.analysis.font
        self.key, description, self.size = get_pango_font_key(self.font)
        self.height, self.baseline = _measures(self._holder)
        glyphs = _glyphs(runs[0], _SAMPLE)
        drawn = Font(self.font, description, self.size)
        pictures = drawn.bitmap or drawn.png or drawn.svg or drawn.colr
        self.plain = len(glyphs) == len(_SAMPLE) and not pictures and pango.pango_version() >= _PANGO
        if self.plain:
            self.space, self.joint = glyphs[1:3]

    def meet(self, texts: Iterable[str]) -> None:
        """Look at words that are new: at many together, and at ever fewer where there is something strange."""
        new = [text for text in dict.fromkeys(texts) if text not in self.words]
        for first in range(0, len(new), _TOGETHER):
            self._look_at(new[first : first + _TOGETHER])

    def _look_at(self, new: Sequence[str]) -> None:
        if self._seen(new):
            return
        if len(new) == 1:
            self.words[new[0]] = None
            return
        self._look_at(new[: len(new) // 2])
        self._look_at(new[len(new) // 2 :])

    def parted(self, word: Word | None, after: Word | None) -> bool:
        """Whether a line may end between two words, if both are plain."""
        if not word or not after or (word.ends_open and after.begins_open):
            return True
        edge = f"{word.text[-1]} {after.text[0]}"
        if edge not in self._parted:
            opened = word.ends_open or after.begins_open or self._breaks(edge)
            self._parted[edge] = opened and NO_BREAK not in edge  # spaces beside spaces are left to Pango
        return self._parted[edge]

    def _breaks(self, edge: str) -> bool:
        return bool(get_log_attrs(f"n{edge}n", self._style["lang"])[3].is_line_break)

    def shown(self, glyphs: Iterable[Glyph]) -> str:
        """Glyphs of a run as WeasyPrint shows them: where their width is not the font's own, the difference follows."""
        return "".join([f"{glyph.number:04x}{self.kerned(glyph, glyph.width, 0.0)}" for glyph in glyphs])

    def kerned(self, glyph: Glyph, width: int, offset: float) -> str:
        """What follows a glyph that is made so wide (in Pango's units), and moved to the right (in its own)."""
        kerning = self._own_width(glyph.number) + offset - width * 1000 * FROM_UNITS / self.size
        return f">{int(kerning)}<" if kerning else ""

    def mark(self, glyph: Glyph) -> Mark:
        """What a PDF's font is told of a glyph."""
        return Mark(glyph.number, glyph.letters, self._own_width(glyph.number))

    def _own_width(self, number: int) -> int:
        if number not in self._widths:
            extents = ffi.new("PangoRectangle *")
            pango.pango_font_get_glyph_extents(self.font, number, ffi.NULL, extents)
            self._widths[number] = round(extents.width * 1000 * FROM_UNITS / self.size)
        return self._widths[number]

    def _seen(self, texts: Sequence[str]) -> bool:
        """Look at words that stand between others, and take note of them if all are set in the plainest way."""
        line = f"n {' n '.join(texts)} n"
        whole, *more = _shaped(self._layout, line)
        if more or _measures(self._layout) != (self.height, self.baseline) or not _breaks_at_spaces(self._layout, line):
            return False
        words = _split(_glyphs(whole, line), " ")[1::2]
        if ["".join([glyph.letters for glyph in word]) for word in words] != list(texts) or not self._all_free(texts):
            return False
        self.words.update({text: self._word(text, glyphs) for text, glyphs in zip(texts, words, strict=True)})
        return True

    def _word(self, text: str, glyphs: Sequence[Glyph]) -> Word:
        runs = tuple([run(self.shown(piece)) for piece in _split(glyphs, NO_BREAK)])
        width = sum([glyph.width for glyph in glyphs])
        begins_open, ends_open = text[0].isalnum(), text[-1].isalnum()  # or it would not be plain
        marks = tuple(map(self.mark, glyphs))
        numbers = frozenset([glyph.number for glyph in glyphs])
        return Word(text, begins_open, ends_open, width, self.shown(glyphs), runs, marks, numbers)

    def _all_free(self, texts: Iterable[str]) -> bool:
        """Whether spaces leave the ends of words as they are, and the words the spaces."""
        ends = {end for text in texts for piece in text.split(NO_BREAK) if piece for end in (piece[0], piece[-1])}
        new = sorted(ends - self._free.keys())
        if new:
            together = self._free_together(new)
            self._free.update({end: together or self._free_together([end]) for end in new})
        return all(self._free[end] for end in ends)

    def _free_together(self, ends: Iterable[str]) -> bool:
        line = "n".join(["", *(f" {end} n{NO_BREAK}{end}{NO_BREAK}" for end in ends), ""])
        wide = Layout(self._style, _APART)  # a new one each time: a layout does not forget where it was widened
        apart = [glyph for run in _shaped(wide, line) for glyph in _glyphs(run, line)]
        close = [glyph for run in _shaped(self._layout, line) for glyph in _glyphs(run, line)]
        spaces = {glyph for glyph in close if glyph.letters in _SPACES}
        alike = [one for one in close if one not in spaces] == [one for one in apart if one.letters not in _SPACES]
        return alike and spaces == {self.space, self.joint}


def run(inner: str) -> str:
    """A run of glyphs as WeasyPrint shows it: a string that would be empty at its end is left out."""
    shown = f"<{inner}"
    return shown[:-1] if shown[-1] == "<" else f"{shown}>"


def hand_of(style: Style) -> Hand | None:
    """The hand of a style; None where its text is not plain."""
    try:
        known: Hand | None = style.hand
    except AttributeError:
        known = style.hand = _hand_of(style)
    return known


def _hand_of(style: Style) -> Hand | None:
    if (
        style["hyphens"] == "auto"
        or style["white_space"] not in _COLLAPSING
        or not style["font_size"]
        or any(style[name] != value for name, value in _PLAIN)
    ):
        return None
    hands: dict[str, Hand] = style.font_config.__dict__.setdefault("hands", {})
    key = repr([style[name] for name in _DECIDES])
    if key not in hands:
        hands[key] = Hand(style)
    return hands[key] if hands[key].plain else None


def _shaped(layout: Layout, text: str) -> list[Run]:
    """The runs of a text in one line. They live as long as the layout shows this text."""
    layout.set_text(text, justify=True)
    node, runs = layout.get_first_line()[0].runs[0], []
    while node != ffi.NULL:
        runs.append(node.data)
        node = node.next
    return runs


def _glyphs(run: Run, text: str) -> list[Glyph]:
    """The glyphs of a run; none if one of them is missing, or stands elsewhere than on the line behind the last."""
    data, start, shaped = text.encode(), run.item.offset, run.glyphs
    begins = [*shaped.log_clusters[0 : shaped.num_glyphs], run.item.length]
    found = []
    for one, begin, end in zip(shaped.glyphs[0 : shaped.num_glyphs], begins, begins[1:], strict=False):
        letters, place = data[start + begin : start + end].decode(), one.geometry
        moved = place.y_offset or place.width < 0 or (place.x_offset and letters not in _SPACES)
        if one.glyph >= _NO_GLYPH or moved or not letters:
            return []
        found.append(Glyph(one.glyph, place.width, letters))
    return found


def _measures(layout: Layout) -> tuple[float, float]:
    """Height and baseline of the first line."""
    extents = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(layout.get_first_line()[0], ffi.NULL, extents)
    return extents.height * FROM_UNITS, pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS


def _breaks_at_spaces(layout: Layout, line: str) -> bool:
    """Whether a text may be broken after every space, and nowhere else."""
    signs = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)[0 : len(line)]
    breaks = [n for n, sign in enumerate(signs) if sign.is_line_break]
    return breaks == [n for n, char in enumerate(line, start=1) if char == " "]


def _split(glyphs: Iterable[Glyph], letters: str) -> list[list[Glyph]]:
    """The glyphs between those of certain letters."""
    parts: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        if glyph.letters == letters:
            parts.append([])
        else:
            parts[-1].append(glyph)
    return parts
