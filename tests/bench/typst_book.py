"""The same book for Typst: same page, fonts, photos, flowers and texts; contents and index found by its own engine.

What is left out makes it lighter than ours: initials, plates, planned pages, four inks (photos go in as they are), the
check of what is printed. Texts are turned into Typst beforehand, so that what is measured is Typst alone.

Run with a root, an edition and a folder, it writes ``book.typ`` with its pictures there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.book import Chunk, desk_for
from builder.book.flowers import story_kind
from builder.book.skeleton import slots
from builder.book.titles import edition_head
from builder.catalogue import name_key
from builder.edition import BookPlan
from builder.flower import Ink, Size, draw, seed_of
from builder.model import Story
from builder.pipeline import Stage, load, plan_book
from builder.pipeline.bookwork import book_kit
from builder.vietnamese.typo import typeset
from builder.workspace import Cache, find_root

BOOK = "book.typ"
COMPILE = (
    "import sys, typst; source, target, fonts = sys.argv[1:]; "
    "typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True)"
)
"""A program for Python: it makes the PDF of a source with the fonts below a folder."""

_STYLE = Path(__file__).with_name("peers") / "typst" / "style.typ"
_SIGNS = re.compile(r"([\\#$*_`<>@=+/\[\]~'\"-])")
_NUMBER = re.compile(r"^(\d+)\.", re.MULTILINE)
_MARKS = {
    "paragraph_close": "\n\n",
    "blockquote_open": "#quote(block: true)[",
    "blockquote_close": "]\n\n",
    "em_open": "#emph[",
    "em_close": "]",
    "strong_open": "#strong[",
    "strong_close": "]",
    "list_item_open": "- #[",
    "list_item_open.": "+ #[",
    "list_item_open)": "+ #[",
    "list_item_close": "]\n",
    "bullet_list_close": "\n",
    "ordered_list_close": "\n",
    "heading_open": "#subhead[",
    "heading_close": "]\n\n",
    "softbreak": " ",
    "hardbreak": " \\\n",
    "hr": "#v(14.6pt)\n\n",
}
"""What becomes of a token of Markdown by its type, or by its type and its sign."""
_PARSER = MarkdownIt("commonmark", {"html": False})


def write(plan: BookPlan, chunks: Mapping[str, Chunk], folder: Path) -> None:
    """Write the source of a book and its pictures; ``chunks`` are our pages of stories, which know sizes of photos."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.typ").write_text(_STYLE.read_text(encoding="utf-8"), encoding="utf-8")
    labels = {story.id: f"s{number}" for number, story in enumerate(plan.stories)}
    parts = [_front(plan, labels)]
    for section in plan.sections:
        parts.append(f"#section[{_text(section.label)}]\n")
        parts += (_story(story, chunks[f"story/{story.id}"], labels[story.id], folder) for story in section.stories)
    parts.append(_index(plan.stories, labels))
    (folder / BOOK).write_text("\n".join(parts), encoding="utf-8")


def typst_of(body: str, photos: Mapping[str, str]) -> str:
    """Markdown as Typst markup; ``photos`` are the figures by file."""
    return "".join(_piece(token, photos) for token in _PARSER.parse(body))


def _piece(token: Token, photos: Mapping[str, str]) -> str:
    if token.type == "inline":
        return "".join(_piece(child, photos) for child in token.children or ())
    if token.type == "image":
        return photos.get(str(token.attrs["src"]), "")
    if token.hidden:
        return ""
    return _text(token.content) or _MARKS.get(token.type + token.markup) or _MARKS.get(token.type, "")


def _text(text: str) -> str:
    """Text in which no sign means anything to Typst."""
    return _NUMBER.sub(r"\1\\.", _SIGNS.sub(r"\\\1", typeset(text)))


def _front(plan: BookPlan, labels: Mapping[str, str]) -> str:
    lines = (f"#line-of(<{labels[s.id]}>)[{_text(s.title)}][{_text(s.person)}]" for s in plan.stories)
    edition = plan.edition
    return "\n".join((
        '#import "style.typ": *',
        f"#show: book.with(head: [{_text(edition_head(edition))}])",
        f"#title-page[{_text(edition.title)}][{_text(edition.subtitle)}]",
        "#listing[Mục lục][",
        *lines,
        "]",
    ))  # fmt: skip


def _index(stories: Iterable[Story], labels: Mapping[str, str]) -> str:
    entries = (f"#entry(<{labels[s.id]}>)[{_text(s.person)}]" for s in sorted(stories, key=name_key))
    return "\n".join(("#listing[Bảng tra tên người][#columns(2, gutter: 7mm)[", *entries, "]]"))


def _story(story: Story, chunk: Chunk, label: str, folder: Path) -> str:
    figures: dict[str, str] = {}
    head = ""
    for photo, picture in zip(story.photos, chunk.pictures, strict=True):
        source, target = Path(picture.file.path), folder / f"{label}-{len(figures)}{Path(photo.file).suffix}"
        target.write_bytes(source.read_bytes())
        width, height = picture.size
        drawn = f'image("{target.name}", width: {width.mm:.3f}mm, height: {height.mm:.3f}mm)'
        figures[photo.file] = f"#photo({drawn})[{_text(photo.caption)}]\n\n"
        head = drawn if photo.portrait else head
    if not head:
        flower = draw(story_kind(story), seed_of(story.id), size=Size.MEDIUM, ink=Ink.SCREEN)
        (folder / f"{label}.svg").write_text(flower.replace("currentColor", "#000"), encoding="utf-8")
        head = f'image("{label}.svg", height: 175.2pt)'
    body = typst_of(story.body, figures)
    rest = "".join(_rest(story, figures))
    return (
        f"#story(<{label}>, [{_text(story.title)}], [{_text(story.person)}], [{_text(story.unit)}], {head})[\n"
        f"{body}{rest}]\n"
    )


def _rest(story: Story, figures: Mapping[str, str]) -> Iterator[str]:
    """Photos the text does not place itself."""
    return (figures[p.file] for p in story.photos if not p.portrait and f"({p.file})" not in story.body)


def main(root: str, edition: str, target: str) -> None:
    """Write the source of a book below a root."""
    workshop = load(find_root(Path(root)), stage=Stage.DRAFT)
    plan = plan_book(workshop, edition)
    with Cache(workshop.root.cache / "typst.sqlite") as cache:
        kit = book_kit(workshop.root, cache)
        row: Sequence[Chunk | None] = [
            slot.chunk for slot in slots(desk_for(plan.edition, kit.templates, kit.photo), plan)
        ]
    write(plan, {chunk.id: chunk for chunk in row if chunk}, Path(target))


if __name__ == "__main__":
    main(*sys.argv[1:])
