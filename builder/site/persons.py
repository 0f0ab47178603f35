"""The index of names: a page a letter, persons by given name; collectives and households as a group of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.catalogue import IndexEntry, IndexGroup
from builder.model import Story
from builder.vietnamese.names import parse_name
from builder.vietnamese.numbers import count

from . import addresses
from .given_names import FEWEST, first_lines, given_links
from .kit import Kit
from .page import Link, Page
from .paging import LINES, Leaf, leaves
from .pending import Pending, key_of

_SHOWN_NAMES = 4
_SHOWN_GIVEN = 12
_BODIES_PATH = f"{addresses.PERSONS}/{addresses.BODIES}/"


@dataclass(frozen=True, slots=True)
class Deed:
    """A story behind a name."""

    path: str
    title: str
    year: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the index: ``given`` is the part of the name it is filed under, ``before`` what stands before it.

    ``detail`` tells namesakes apart. An alias has ``see``, the name used, and ``see_path``, where that name stands.
    ``anchor`` marks the first line of a page with its given name.
    """

    before: str
    given: str
    honorific: str
    detail: str
    deeds: tuple[Deed, ...]
    see: str = ""
    see_path: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the overview with its first few names, or given names where there are many; ``more`` may follow."""

    heading: str
    path: str
    count: int
    names: tuple[str, ...]
    more: bool


def person_pages(kit: Kit) -> Iterator[Pending]:
    """The overview, a page (or more) a letter, and the collectives."""
    groups = kit.library.persons
    letters = [_letter(group) for group in groups]
    bodies = [entry for group in kit.library.bodies for entry in group.entries if not entry.see]
    yield Pending(f"{addresses.PERSONS}/", kit.stock_key, lambda: _overview(kit, letters, bodies))
    used = _pages_of_names(groups)
    table = _Table(kit, tuple(letters), bool(bodies), used)
    for group in groups:
        pages = tuple(leaves(addresses.letter_path(group.heading), group.entries, LINES))
        givens = given_links(pages)
        for leaf in pages:
            yield table.pending(_letter_title(group.heading), group.heading, leaf, givens)
    if bodies:
        for leaf in leaves(_BODIES_PATH, bodies, LINES):
            yield table.pending("Tập thể và gia đình", "", leaf)


def letters_of(groups: Iterable[IndexGroup]) -> tuple[Link, ...]:
    """The letters under which somebody stands."""
    return tuple(Link(addresses.letter_path(group.heading), group.heading, len(group.entries)) for group in groups)


def _letter(group: IndexGroup) -> Letter:
    names = tuple(dict.fromkeys(entry.name for entry in group.entries if not entry.see))
    shown, most = names, _SHOWN_NAMES
    if len(names) >= FEWEST:
        shown, most = tuple(first_lines(group.entries).values()), _SHOWN_GIVEN
    return Letter(group.heading, addresses.letter_path(group.heading), len(names), shown[:most], more=len(shown) > most)


def _pages_of_names(groups: Iterable[IndexGroup]) -> Mapping[str, str]:
    """The page of the index on which each name stands."""
    return {
        entry.name: leaf.path
        for group in groups
        for leaf in leaves(addresses.letter_path(group.heading), group.entries, LINES)
        for entry in leaf.items
        if not entry.see
    }


def _line(entry: IndexEntry, used: Mapping[str, str], anchor: str) -> Line:
    name = parse_name(entry.name)
    given = name.given or entry.name
    before = entry.name.removesuffix(given).strip() if entry.name.endswith(given) else ""
    return Line(
        before=before,
        given=entry.name[len(before) :].strip(),
        honorific=entry.honorific,
        detail=entry.detail,
        deeds=_deeds(entry.stories),
        see=entry.see,
        see_path=used.get(entry.see, ""),
        anchor=anchor,
    )


def _body_line(entry: IndexEntry) -> Line:
    return Line("", entry.name, "", entry.detail, _deeds(entry.stories))


def _deeds(stories: Iterable[Story]) -> tuple[Deed, ...]:
    return tuple(Deed(addresses.story_path(story), story.title, story.year) for story in stories)


def _overview(kit: Kit, letters: Sequence[Letter], bodies: Sequence[IndexEntry]) -> Page:
    path = f"{addresses.PERSONS}/"
    title = "Nhân vật"
    body = kit.page(
        "persons.html",
        path,
        title=title,
        letters=letters,
        persons=count("người", sum(letter.count for letter in letters)),
        bodies=[entry.name for entry in bodies[: 3 * _SHOWN_NAMES]],
        bodies_path=_BODIES_PATH,
        bodies_count=count("tập thể và gia đình", len(bodies)),
    )
    return Page(path, title, "Bảng tra tên người, xếp theo tên gọi.", addresses.PERSONS, body, "page-persons")


def _letter_title(heading: str) -> str:
    return f"Vần {heading}" if heading.isalpha() else "Các tên khác"


@dataclass(frozen=True, slots=True)
class _Table:
    """What all pages of the index share: the row of letters, and whether there are collectives."""

    kit: Kit
    letters: tuple[Letter, ...]
    bodies: bool
    used: Mapping[str, str]

    def pending(self, title: str, heading: str, leaf: Leaf[IndexEntry], givens: Sequence[Link] = ()) -> Pending:
        """A page of names under ``heading``, to be made; the collectives have none, and no given names."""
        faces = self.kit.prints.faces
        told = [(x.name, x.honorific, x.detail, x.see, self.used.get(x.see), faces(x.stories)) for x in leaf.items]
        key = key_of(title, leaf.links, self.letters, self.bodies, told, givens)
        return Pending(leaf.path, key, lambda: self.page(title, heading, leaf, givens))

    def page(self, title: str, heading: str, leaf: Leaf[IndexEntry], givens: Sequence[Link]) -> Page:
        """A page of names under ``heading``; the collectives have none, and no given names."""
        anchors = first_lines(leaf.items) if givens else {}
        lines = leaf.with_items(
            [
                _line(entry, self.used, anchors.get(number, "")) if heading else _body_line(entry)
                for number, entry in enumerate(leaf.items)
            ]
        )
        body = self.kit.page(
            "letter.html",
            leaf.path,
            title=title,
            heading=heading,
            leaf=lines,
            givens=givens,
            letters=[Link(x.path, x.heading, current=x.heading == heading) for x in self.letters],
            bodies_path=_BODIES_PATH if self.bodies else "",
        )
        full = f"{title}, {leaf.label}" if leaf.number > 1 else title
        return Page(leaf.path, full, f"Bảng tra tên người: {full}.", addresses.PERSONS, body, "page-letter")
