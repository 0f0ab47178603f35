"""Loading and checking: everything on disk as values, with every comment the rules have on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from builder.catalogue import Library
from builder.manuscript import EditionFile, Manuscript, edition_from, read_yaml, volumes_from
from builder.model import BuilderError, Finding, Severity, Status, Story, Volume
from builder.reports import Counts
from builder.rules import Copy, Stock, check_edition, check_stock, make_copy
from builder.vocabulary import Vocabulary, load_vocabulary
from builder.workspace import Cache, Root, photo_names, read_story, story_files

from .findings_store import Look, Surroundings, looked_at
from .pictures import declared_pictures
from .stages import Stage, weighed
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
CACHE_FILE = "findings.sqlite"


@dataclass(frozen=True)
class Workshop:
    """The stock as read: stories, editions, and the closed lists they were read with."""

    root: Root
    vocabulary: Vocabulary
    volumes: Mapping[int, Volume]
    copies: tuple[Copy, ...]
    editions: Mapping[str, EditionFile]
    stage: Stage = Stage.WEB
    ledger: Ledger | None = None

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All comments, on stories one by one, on the stock as a whole, on the editions; sorted.

        They weigh what they weigh at this stage; those someone has let stand are left out.
        """
        looks = self._looks()
        found = [finding for findings, _ in looks for finding in findings]
        sketches = {copy.manuscript.path: sketch for copy, (_, sketch) in zip(self.copies, looks, strict=True)}
        found += check_stock(Stock(self.copies, sketches))
        ids = frozenset(copy.manuscript.id for copy in self.copies)
        for edition in self.editions.values():
            found += check_edition(edition, self.vocabulary, ids, self.volumes)
        kept = settle((weighed(finding, self.stage) for finding in found), self.ledger)
        return tuple(sorted(kept, key=lambda finding: finding.sort_key))

    def _looks(self) -> list[Look]:
        if not self.copies:
            return []
        first = self.copies[0]
        around = Surroundings(self.volumes, first.photos, first.pictures)
        with Cache(self.root.cache / CACHE_FILE) as store:
            return looked_at(self.copies, around, store)

    @cached_property
    def faulty(self) -> frozenset[str]:
        """The paths on which an error was found; no story among them is published."""
        return frozenset(finding.path for finding in self.findings if finding.severity is Severity.ERROR)

    @cached_property
    def library(self) -> Library:
        """The stories that are published at this stage."""
        return Library.of(
            copy.story for copy in self.copies if copy.story is not None and self._reason(copy) == "published"
        )

    @cached_property
    def counts(self) -> Counts:
        """How many stories there are, and where each of them went."""
        where: dict[str, int] = defaultdict(int)
        for copy in self.copies:
            where[self._reason(copy)] += 1
        return Counts(len(self.copies), where["published"], where["withdrawn"], where["drafts"], where["faulty"])

    def _reason(self, copy: Copy) -> str:
        story: Story | None = copy.story
        if story is not None and story.status is Status.WITHDRAWN:
            return "withdrawn"
        if story is None or copy.manuscript.path in self.faulty:
            return "faulty"
        return "published" if story.published or self.stage is Stage.DRAFT else "drafts"

    @property
    def sources(self) -> Mapping[str, list[str]]:
        """The lines of the files with findings, for showing the places."""
        wanted = {finding.path for finding in self.findings}
        texts = {copy.manuscript.path: copy.manuscript.text for copy in self.copies}
        texts |= {edition.file.path: edition.file.text for edition in self.editions.values()}
        if self.ledger is not None:
            texts[self.ledger.file.path] = self.ledger.file.text
        return {path: text.split("\n") for path, text in texts.items() if path in wanted}


def load(root: Root, *, stage: Stage = Stage.WEB, today: date | None = None) -> Workshop:
    """Read the stock below a root.

    Args:
        root: the root.
        stage: how far the build goes.
        today: the day suppressions must not have run out before; None lets none run out.

    Raises:
        BuilderError: the register of volumes is missing or broken.
    """
    vocabulary = load_vocabulary()
    volumes = read_volumes(root)
    photos = photo_names(root)
    manuscripts: list[Manuscript] = [read_story(root, path) for path in story_files(root)]
    pictures = declared_pictures(root, manuscripts, photos)
    copies = tuple(make_copy(manuscript, vocabulary, volumes, photos, pictures) for manuscript in manuscripts)
    return Workshop(root, vocabulary, volumes, copies, read_editions(root), stage, read_ledger(root, stage, today))


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
