"""Rules on editions: one book, told by its ``edition.yml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.manuscript import (
    BACK_PARTS,
    FRONT_PARTS,
    EditionFile,
    EditionHeader,
    FaultKind,
    value_at,
)
from builder.model import EditionKind, Fix, Severity, Span, Term, Volume
from builder.vocabulary import Labelled, Vocabulary, suggest

from . import sheet as sheets
from .fault_words import word_fault
from .rule import Remark, Scope, rule
from .sheet import Sheet, Unlisted
from .words import named, quote

_SCHEMA = "Lược đồ của edition.yml (builder/manuscript/edition_schema.py)"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule sees of one edition. Without ``volumes`` (None) the register of volumes is not known.

    ``text_hash`` is the print of the whole book as it is now, None where nobody asks for it.
    """

    read: EditionFile
    vocabulary: Vocabulary
    story_ids: frozenset[str]
    volumes: Mapping[int, Volume] | None = None
    text_hash: str | None = None

    @property
    def sheet(self) -> Sheet:
        """The edition as fields and complaints."""
        file = self.read.file
        settled = frozenset(fault.span for fault in file.faults if fault.kind is FaultKind.AMBIGUOUS)
        return Sheet(file, file.values or {}, self.read.issues, EditionHeader, Span(), settled)

    def items(self, *location: str) -> Iterator[tuple[Span, object]]:
        """The items of a list with their places, or the one value that stands in its stead."""
        found = value_at(self.read.file.values or {}, location)
        if isinstance(found, list):
            yield from ((self.read.file.span_of(*location, n), item) for n, item in enumerate(found))
        elif found is not None:
            yield self.read.file.span_of(*location), found


@rule("edition/file", Severity.ERROR, scope=Scope.EDITION)
def file(draft: Draft) -> Iterator[Remark]:
    """Không đọc được tệp edition.yml.

    Mỗi mục của cuốn sách ghi trên một dòng “tên mục: giá trị”; dòng con thụt vào hai dấu cách. Tệp lưu ở mã UTF-8.

    Cách sửa: sửa dòng nêu trong lời báo; câu có dấu hai chấm thì đặt trong dấu nháy kép.

    Sai: `subtitle: Tập 28: Số đặc biệt`
    Đúng: `subtitle: "Tập 28: Số đặc biệt"`
    """
    read = draft.read.file
    for fault in read.faults:
        if read.values is not None or fault.fatal:
            mild = fault.kind in {FaultKind.BOM, FaultKind.CRLF}
            told = word_fault(fault, read.text)
            severity = Severity.WARNING if mild else None
            yield Remark(told.span, told.message, told.hint, told.fix, severity)


@rule("edition/unknown-key", Severity.ERROR, scope=Scope.EDITION, source=_SCHEMA, rest="Còn {} mục lạ nữa.")
def unknown_key(draft: Draft) -> Iterator[Remark]:
    """Có mục lạ trong edition.yml.

    Mục gõ sai tên sẽ bị bỏ qua mà không ai hay, nên mục lạ bị coi là lỗi.

    Cách sửa: sửa tên mục theo gợi ý, hoặc xóa dòng.

    Sai: `titel: Những bông hoa đẹp`
    Đúng: `title: Những bông hoa đẹp`
    """
    return sheets.unknown(draft.sheet)


@rule("edition/missing", Severity.ERROR, scope=Scope.EDITION, source=_SCHEMA)
def missing(draft: Draft) -> Iterator[Remark]:
    """Thiếu mục bắt buộc trong edition.yml.

    Sách nào cũng cần tên, loại, cách chọn bài, trang xi-nhê. Sách của một tập cần số tập; sách kỷ niệm cần dịp kỷ niệm.

    Cách sửa: thêm mục còn thiếu.

    Sai: `kind: volume` mà không có mục volume.
    Đúng: `kind: volume` và `volume: 28`
    """
    yield from sheets.missing(draft.sheet)
    book = draft.read.edition
    if book is None:
        return
    needs = ((EditionKind.VOLUME, "volume", book.volume), (EditionKind.ANNIVERSARY, "occasion", book.occasion))
    for kind, key, found in needs:
        if book.kind is kind and found is None:
            span = draft.read.file.span_of("kind")
            message = f"Sách loại {quote(kind.value)} cần mục {named((key,), EditionHeader)}."
            yield Remark(span, message, f"Thêm mục {key}.")


@rule("edition/value", Severity.ERROR, scope=Scope.EDITION, source=_SCHEMA)
def value(draft: Draft) -> Iterator[Remark]:
    """Giá trị trong edition.yml không đúng dạng.

    Ngày ghi năm-tháng-ngày; khổ sách ghi bằng milimét; số trang một tay sách chia hết cho 4.

    Cách sửa: ghi lại theo mẫu nêu trong lời báo.

    Sai: `trim: 14,5 x 20,5`
    Đúng: `trim: 145x205`
    """
    return sheets.wrong(draft.sheet)


@rule("edition/vocabulary", Severity.ERROR, scope=Scope.EDITION)
def vocabulary(draft: Draft) -> Iterator[Remark]:
    """Sách chọn theo một mã không có trong danh mục.

    Mã lạ không chọn được bài nào, và sách thiếu bài mà không ai hay.

    Cách sửa: ghi mã theo gợi ý.

    Sai: `districts: [long-bien]`
    Đúng: `districts: [quan-long-bien]`
    """
    yield from sheets.closed(draft.sheet)
    yield from sheets.not_in_lists(_unlisted(draft))
    if draft.volumes is not None:
        for location in (("select", "volumes"), ("volume",)):
            for span, number in draft.items(*location):
                if isinstance(number, int) and number not in draft.volumes:
                    yield Remark(span, f"Tập {number} chưa có trong sổ đăng ký.", "Xem editions/volumes.yml.")


def _unlisted(draft: Draft) -> Iterator[Unlisted]:
    for location, entries in _lists(draft):
        for span, code in draft.items(*location):
            if isinstance(code, str) and code.strip() not in entries:
                yield span, named(location, EditionHeader), code, entries


def _lists(draft: Draft) -> Iterator[tuple[tuple[str, ...], Mapping[str, Labelled]]]:
    lists = draft.vocabulary
    stories = {story: Term(story, story.rpartition("/")[2]) for story in sorted(draft.story_ids)}
    yield ("select", "districts"), {**lists.districts, **lists.wards}
    yield ("select", "fields"), lists.fields
    yield ("select", "awards"), {**lists.awards, **lists.award_levels}
    yield ("select", "ids"), stories
    yield ("select", "exclude"), stories


@rule("edition/part", Severity.ERROR, scope=Scope.EDITION)
def part(draft: Draft) -> Iterator[Remark]:
    """Sách có phần không rõ là gì.

    Phần đầu và phần cuối sách là những phần máy làm được (trang tên sách, mục lục, bảng tra…) hoặc một tệp chữ đặt
    cạnh edition.yml.

    Cách sửa: sửa tên phần theo gợi ý.

    Sai: `front: [half-titel, title]`
    Đúng: `front: [half-title, title]`
    """
    for span, name, known in _unknown_parts(draft):
        near = suggest(name, known)
        if near:
            yield Remark(span, f"Không có phần {quote(name)}.", f"Có phải là {near}?", Fix(span, near))


@rule("edition/text-missing", Severity.ERROR, scope=Scope.EDITION)
def text_missing(draft: Draft) -> Iterator[Remark]:
    """Thiếu tệp chữ của một phần.

    Lời nói đầu và những trang riêng của sách nằm trong tệp .md cạnh edition.yml, tên tệp là tên phần.

    Cách sửa: viết tệp ấy, hoặc bỏ tên phần.

    Sai: `front: [title, loi-noi-dau]` mà không có tệp loi-noi-dau.md.
    Đúng: có tệp loi-noi-dau.md cạnh edition.yml.
    """
    for span, name, known in _unknown_parts(draft):
        if not suggest(name, known):
            hint = f"Viết tệp {name}.md cạnh edition.yml, hoặc dùng một trong các phần: {', '.join(known)}."
            yield Remark(span, f"Không có tệp {quote(name + '.md')} cho phần {quote(name)}.", hint)


def _unknown_parts(draft: Draft) -> Iterator[tuple[Span, str, Mapping[str, Labelled]]]:
    book = draft.read.edition
    if book is None:
        return
    texts = [name for name, _ in book.texts]
    for key, parts in (("front", FRONT_PARTS), ("back", BACK_PARTS)):
        known = {name: Term(name, name) for name in (*parts, *texts)}
        for span, name in draft.items(key):
            if isinstance(name, str) and name.strip() not in known:
                yield span, name.strip(), known


EDITION_RULES = (file, unknown_key, missing, value, vocabulary, part, text_missing)
