"""The cover of a book: laid out by ``book``, set and finished by ``press``, as wide as the built interior makes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from mkdocs.utils.yaml import yaml_load
from pikepdf import Pdf

from builder.book import Chunk, desk_for, strike_flowers
from builder.book.cover import cover_sheet
from builder.book.cover_geometry import CoverGeometry, cover_geometry, cover_style
from builder.edition import BookPlan
from builder.model import BuilderError, Length
from builder.press.finish import finish
from builder.press.fonts import Fonts
from builder.press.join import BookPage, Paper, join
from builder.press.measure import line_length
from builder.press.outfit import Outfit, font_names
from builder.press.pool import PressRoom
from builder.press.separate import Separation
from builder.press.sheet import Sheet
from builder.site.addresses import book_path
from builder.workspace import Root
from builder.workspace.root import MARKER

from .bookwork import BookKit, facts_of, flower_code
from .workshop import Workshop

_SPINE_FACE = "literata/Literata-SemiBold.ttf"


@dataclass(frozen=True, slots=True)
class MadeCover:
    """A finished cover: its bytes, its spine, and what was left off or taken for granted, in Vietnamese."""

    pdf: bytes
    spine: Length
    messages: tuple[str, ...]


def make_cover(workshop: Workshop, plan: BookPlan, pages: int, kit: BookKit) -> MadeCover:
    """Make the cover of a book whose interior has so many ``pages``: one sheet, back, spine and front.

    Raises:
        BuilderError: the ISBN is none, the theme lacks a file, or something cannot be set.
    """
    geometry = cover_geometry(plan.edition, pages)
    style = "\n".join((cover_style(plan.edition, geometry), *_styles(workshop.root)))
    fonts = Fonts.below(workshop.root.fonts, font_names(style))
    desk = desk_for(plan.edition, kit.templates, kit.photo)
    measure = partial(line_length, fonts, _SPINE_FACE)
    sheet = cover_sheet(desk, plan, geometry, address_of(workshop.root, plan), measure)
    condition = kit.condition(plan.edition.print.profile)
    separation = Separation(condition.profile, plan.edition.print.ink_limit)
    outfit = Outfit(style, fonts, separation, strike_flowers, flower_code())
    with PressRoom(outfit, kit.store, workers=1) as room:
        (drawn,) = room.set([Sheet(sheet.chunk.name, sheet.chunk.html)])
    facts = facts_of(plan, condition)
    pdf = finish(_on_paper(plan, geometry, sheet.chunk, drawn, fonts), replace(facts, title=f"{facts.title} (bìa)"))
    return MadeCover(pdf, geometry.spine, sheet.messages)


def address_of(root: Root, plan: BookPlan) -> str:
    """The address of a book's page: the edition's own, else its place on the site; empty if neither is known."""
    if plan.edition.cover.url:
        return plan.edition.cover.url
    site = site_address(root)
    return f"{site.rstrip('/')}/{book_path(plan.edition.id)}" if site else ""


def site_address(root: Root) -> str:
    """The address of the site, as its register says; empty if none is known."""
    told = yaml_load((root.path / MARKER).read_text(encoding="utf-8"))
    return str(told.get("site_url") or "")


def _styles(root: Root) -> list[str]:
    files: tuple[Path, ...] = (root.theme / "tokens.css", root.theme / "book" / "cover.css")
    try:
        return [file.read_text(encoding="utf-8") for file in files]
    except OSError as error:
        msg = f"Không đọc được kiểu bìa: {error.filename}."
        raise BuilderError(msg, "Chép lại thư mục theme từ bản mẫu của bộ sách.") from error


def _on_paper(plan: BookPlan, geometry: CoverGeometry, chunk: Chunk, drawn: bytes, fonts: Fonts) -> Pdf:
    spec = plan.edition.print
    paper = Paper(geometry.sheet, spec.bleed, marked=spec.marks, folds=geometry.folds)
    return join({chunk.id: drawn}, {chunk.id: chunk.name}, [BookPage(chunk.id, 0, Length(0))], paper, fonts)
