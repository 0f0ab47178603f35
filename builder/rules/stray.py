"""Files that lie where only stories belong: nobody reads them, and their owner does not know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from builder.model import Severity, Span

from .rule import Remark, Scope, rule
from .words import quote

_WORD_FILES = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages"})


@dataclass(frozen=True, slots=True)
class Stray:
    """An entry of the folders of stories that is none; ``link`` where it is a symbolic link."""

    path: str
    link: bool = False


@rule("file/stray", Severity.ERROR, scope=Scope.STOCK, source="Thư mục stories chỉ chứa bài viết, mỗi bài một tệp .md")
def stray(found: Stray) -> Iterator[Remark]:
    """Tệp lạ nằm giữa các bài viết.

    Trong thư mục stories, máy chỉ đọc tệp .md. Tệp khác nằm lẫn vào thì không ai đọc mà người gửi cứ tưởng đã nộp; bản
    Word còn mang theo số điện thoại, chữ ký. Lối tắt thì có thể dẫn ra ngoài bộ sách.

    Cách sửa: chép nội dung Word vào tệp .md; tệp khác thì chuyển đi chỗ khác.

    Sai: stories/tap-28/do-thi-hoa.docx
    Đúng: stories/tap-28/do-thi-hoa.md
    """
    path = PurePosixPath(found.path)
    ending = path.suffix.lower()
    if found.link:
        yield Remark(Span(), f"{quote(path.name)} là một lối tắt.", "Xóa lối tắt, chép chính thư mục hoặc tệp vào đây.")
    elif ending == ".md":
        hint = f"Đổi tên thành {path.with_suffix('.md').name}."
        yield Remark(Span(), f"Đuôi tệp {quote(path.suffix)} phải viết thường.", hint)
    elif ending in _WORD_FILES:
        hint = "Chép bài vào một tệp .md rồi xóa tệp này khỏi thư mục: bản Word thường có số điện thoại, chữ ký."
        yield Remark(Span(), f"{quote(path.name)} là tệp Word, máy không đọc.", hint)
    else:
        hint = "Chuyển tệp này sang thư mục khác; ảnh thì vào assets/photos."
        yield Remark(Span(), f"{quote(path.name)} không phải bài viết, máy không đọc.", hint)
