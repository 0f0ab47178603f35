"""Loading and checking: everything on disk as values, with every comment the rules have on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from builder.catalogue import Library
from builder.edition import edition_hash
from builder.edition.select import chosen
from builder.manuscript import EditionFile, edition_from, read_yaml, volumes_from
from builder.model import BuilderError, Edition, Finding, Severity, Status, Story, Volume
from builder.reports import Counts
from builder.rules import Copy, check_edition
from builder.vocabulary import Vocabulary
from builder.workspace import Root, Texts, photo_names

from .ordering import in_order
from .reading import Surroundings, copies_of, read_stock, stories_of
from .records import Record
from .stages import Stage, weighed
from .stock_check import stock_findings
from .suppression_rules import settle
from .suppressions import Ledger, read_ledger

__all__ = [
    "EDITION_FILE",
    "VOLUMES_FILE",
    "Stage",
    "Workshop",
    "load",
    "read_edition",
    "read_editions",
    "read_volumes",
]

EDITION_FILE = "edition.yml"
VOLUMES_FILE = "volumes.yml"


@dataclass(frozen=True)
class Workshop:
    """The stock as read: what is known of each file, the editions, and what all was read with.

    Stories themselves are fetched when first asked for: who only checks does without them.
    """

    around: Surroundings
    records: tuple[Record, ...]
    editions: Mapping[str, EditionFile]
    stage: Stage = Stage.WEB
    ledger: Ledger | None = None
    fresh: Mapping[str, Texts] = field(default_factory=dict)

    @property
    def root(self) -> Root:
        """The root it was read from."""
        return self.around.root

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed lists."""
        return self.around.vocabulary

    @property
    def volumes(self) -> Mapping[int, Volume]:
        """The register of volumes."""
        return self.around.volumes

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All comments, on stories one by one, on the stock as a whole, on the editions; sorted.

        They weigh what they weigh at this stage; those someone has let stand are left out.
        """
        found = [finding for record in self.records for finding in record.findings]
        found += stock_findings(self.around, self.records, self.fresh)
        ids = frozenset(record.id for record in self.records)
        for edition in self.editions.values():
            found += check_edition(edition, self.vocabulary, ids, self.volumes, self._text_hash(edition))
        kept = settle((weighed(finding, self.stage) for finding in found), self.ledger)
        return tuple(sorted(kept, key=lambda finding: finding.sort_key))

    def _text_hash(self, file: EditionFile) -> str | None:
        """The print of a book, where somebody approved it: to compute it, all its texts are read."""
        if file.edition is None or file.edition.approval is None:
            return None
        return self.print_of(file.edition)

    def print_of(self, edition: Edition) -> str:
        """The print of a book as it would be made of what lies here: its texts, its photos."""
        stories = [story for story in self.stories.values() if chosen(story, edition.selection)]
        return edition_hash(edition, stories, self.around.photo_hashes(stories))

    @cached_property
    def stories(self) -> Mapping[str, Story]:
        """Every story, published or not, by the path of its file; in order of paths."""
        return stories_of(self.around, self.records, self.fresh)

    @cached_property
    def faces(self) -> Mapping[str, str]:
        """The print of every story's header, by its id."""
        return {record.id: record.face for record in self.records if record.face}

    @property
    def wholes(self) -> Mapping[str, str]:
        """The print of every file that has one, by its story's id."""
        return {record.id: record.key.hex() for record in self.records if record.key}

    def copies(self, paths: Iterable[str]) -> Iterator[Copy]:
        """Files read anew, as rules and fixes see them."""
        return copies_of(self.around, paths)

    @cached_property
    def faulty(self) -> frozenset[str]:
        """The paths on which an error was found; no story among them is published."""
        return frozenset(finding.path for finding in self.findings if finding.severity is Severity.ERROR)

    @cached_property
    def library(self) -> Library:
        """The stories that are published at this stage."""
        told = [(record, self.stories[record.path]) for record in self.published if record.path in self.stories]
        return Library(in_order(self.around, self.stage.value, told))

    @cached_property
    def published(self) -> tuple[Record, ...]:
        """The files of these stories, in order of paths."""
        return tuple(record for record in self.records if self._reason(record) == "published")

    @cached_property
    def counts(self) -> Counts:
        """How many stories there are, and where each of them went."""
        where = Counter(self._reason(record) for record in self.records)
        return Counts(len(self.records), where["published"], where["withdrawn"], where["drafts"], where["faulty"])

    def _reason(self, record: Record) -> str:
        if record.status == Status.WITHDRAWN:
            return "withdrawn"
        if not record.status or record.path in self.faulty:
            return "faulty"
        return "published" if Status(record.status).published or self.stage is Stage.DRAFT else "drafts"

    @property
    def sources(self) -> Mapping[str, list[str]]:
        """The lines of the files with findings, for showing the places."""
        wanted = {finding.path for finding in self.findings}
        told = sorted(wanted & {record.path for record in self.records})
        texts = {copy.manuscript.path: copy.manuscript.text for copy in self.copies(told)}
        texts |= {edition.file.path: edition.file.text for edition in self.editions.values()}
        if self.ledger is not None:
            texts[self.ledger.file.path] = self.ledger.file.text
        return {path: text.split("\n") for path, text in texts.items() if path in wanted}


def load(
    root: Root,
    *,
    stage: Stage = Stage.WEB,
    today: date | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Workshop:
    """Read the stock below a root.

    Args:
        root: the root.
        stage: how far the build goes.
        today: the day suppressions must not have run out before; None lets none run out.
        meanwhile: what may be done while workers read many stories, of which there need not be any.

    Raises:
        BuilderError: the register of volumes is missing or broken.
    """
    around = Surroundings(root, read_volumes(root), photo_names(root))
    records, fresh = read_stock(around, meanwhile)
    return Workshop(around, records, read_editions(root), stage, read_ledger(root, stage, today), fresh)


def read_volumes(root: Root) -> Mapping[int, Volume]:
    """The register of volumes.

    Raises:
        BuilderError: the file is missing or not as it should be.
    """
    path = root.editions / VOLUMES_FILE
    name = root.relative(path)
    try:
        file = read_yaml(name, path.read_bytes())
    except OSError as error:
        msg = f"Không đọc được sổ đăng ký các tập “{name}”."
        raise BuilderError(msg, "Chép lại tệp này từ bản mẫu của bộ sách.") from error
    volumes = volumes_from(file)
    if file.values is None:
        line = file.faults[-1].span.line if file.faults else 1
        msg = f"Sổ đăng ký các tập “{name}” sai cách viết ở dòng {line}."
        raise BuilderError(msg, "Xem lại thụt đầu dòng và dấu hai chấm.")
    if isinstance(volumes, tuple):
        place = file.span_of(*volumes[0].location)
        keys = ".".join(str(step) for step in volumes[0].location)
        msg = f"Sổ đăng ký các tập “{name}” không hợp lệ ở dòng {place.line} (mục {keys})."
        raise BuilderError(msg, "Mỗi tập cần number (số tập) và years (năm, dạng 2022 hoặc 2003-2004).")
    return volumes


def read_editions(root: Root) -> Mapping[str, EditionFile]:
    """Every folder of ``editions`` that holds an ``edition.yml``, by its name."""
    found = {}
    for path in sorted(root.editions.glob(f"*/{EDITION_FILE}")):
        found[path.parent.name] = read_edition(root, path, path.read_bytes())
    return found


def read_edition(root: Root, path: Path, data: bytes) -> EditionFile:
    """An edition from the bytes of its file, with the texts that lie beside it."""
    texts = {text.stem: text.read_text(encoding="utf-8-sig") for text in sorted(path.parent.glob("*.md"))}
    return edition_from(read_yaml(root.relative(path), data), path.parent.name, texts)
