"""What every page is made with: the library, the books, the templates, and the caller's stores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from builder.catalogue import Library
from builder.edition import BookPlan
from builder.model import Photo, Story
from builder.rules import Rule

from .card import card_of
from .card_mould import MARKED, UP_MARK, CardMould, filled
from .drawings import Cached
from .page import SiteFile, up_from
from .pending import Prints, key_of
from .table import table_files


@dataclass(frozen=True, slots=True)
class Download:
    """A file of a book to take home: ``path`` from the site's root, ``size`` in bytes."""

    label: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo as the site shows it: ``path`` from the site's root, width and height in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class Kit:
    """Everything pages are made from. The words of a card are made once, however many pages show it.

    ``assets`` leads from an asset's own name (``search/page.js``) to its path on the site, as ``hashed_assets`` says.
    ``site_url`` is where the site is published, with scheme; empty if that is not known. ``prints`` are those of the
    stories as far as the caller knows them.
    """

    library: Library
    plans: Sequence[BookPlan]
    env: Environment
    downloads: Mapping[str, Sequence[Download]]
    cached: Cached
    photo: Callable[[Photo], PhotoView]
    assets: Mapping[str, str]
    rules: Sequence[Rule[Any]] = ()
    site_url: str = ""
    prints: Prints = field(default_factory=Prints)
    _cards: dict[tuple[str, bool], tuple[str, ...]] = field(default_factory=dict)
    _pieces: dict[str, Markup] = field(default_factory=dict)
    _templates: dict[str, Template] = field(default_factory=dict)

    def page(self, template: str, path: str, **values: object) -> str:
        """Set a template for the page at ``path``; it always knows ``up``, the way to the root, and ``assets``."""
        found = self._template(template)
        # Only what is given: none of Jinja's own globals is called for, and copying them in costs as much as a card.
        context = found.new_context({"up": up_from(path), "assets": self.assets} | values, shared=True)
        try:
            return "".join(found.root_render_func(context))
        except Exception:  # noqa: BLE001  # this raises it again, with the template's own lines in its trace
            self.env.handle_exception()

    def card(self, story: Story, path: str, *, by_field: bool = False) -> Markup:
        """The card of a story on the page at ``path``, as HTML."""
        key = (story.id, by_field)
        pieces = self._cards.get(key)
        if pieces is None:
            pieces = self._cards[key] = self._card_mould.pieces(card_of(story, by_field=by_field))
        return filled(up_from(path), pieces)

    def piece(self, template: str) -> Markup:
        """What a template without values makes, made once."""
        html = self._pieces.get(template)
        if html is None:
            html = self._pieces[template] = Markup(self.page(template, ""))  # noqa: S704  # the template escapes
        return html

    @cached_property
    def _card_mould(self) -> CardMould:
        return CardMould.parse(self.page("card.html", "", card=MARKED, up=UP_MARK))

    def url(self, path: str, here: str) -> str:
        """Where ``path`` stands: absolute where the site's address is known, else relative to the page at ``here``."""
        if self.site_url:
            return f"{self.site_url.rstrip('/')}/{path}"
        return up_from(here) + path or "./"

    @cached_property
    def books_of(self) -> Mapping[str, tuple[BookPlan, ...]]:
        """The books a story stands in, by its id."""
        found: dict[str, list[BookPlan]] = {}
        for plan in self.plans:
            for story in plan.stories:
                found.setdefault(story.id, []).append(plan)
        return {story: tuple(plans) for story, plans in found.items()}

    @cached_property
    def stock_key(self) -> str:
        """A print of all stories but their texts."""
        return key_of(self.prints.faces(self.library.stories))

    @cached_property
    def book_keys(self) -> Mapping[str, str]:
        """A print of each book's own facts, by its id."""
        return {plan.edition.id: key_of(plan.edition) for plan in self.plans}

    @cached_property
    def tables(self) -> tuple[SiteFile, ...]:
        """The catalogue as data: its page tells the sizes of the files before they are written."""
        return table_files(self.library, self.site_url)

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            self._templates[name] = self.env.get_template(name)
        return self._templates[name]
