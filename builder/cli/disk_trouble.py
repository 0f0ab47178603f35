"""What a disk refuses, put into a sentence: it is full, closed to us, or broken. None of it is the program's fault."""

from __future__ import annotations

import errno
import os
import sqlite3

from builder.model import BuilderError

_ROOM = "Dọn bớt ổ đĩa rồi chạy lại; xóa hai thư mục .cache và build cũng được, máy sẽ làm lại từ đầu."
_RIGHT = "Xem lại quyền ghi của thư mục ấy, hoặc chạy lệnh bằng tài khoản được ghi vào đó."
_SOUND = "Kiểm tra ổ đĩa (hoặc ổ mạng) rồi chạy lại; nếu lỗi nằm ở kho tạm thì xóa thư mục .cache."
_ERRORS = {
    errno.ENOSPC: ("Ổ đĩa đã đầy", _ROOM),
    errno.EDQUOT: ("Phần ổ đĩa dành cho tài khoản này đã đầy", _ROOM),
    errno.EFBIG: ("Tệp lớn quá mức ổ đĩa chứa được", _ROOM),
    errno.EACCES: ("Không có quyền đọc hoặc ghi", _RIGHT),
    errno.EPERM: ("Không có quyền đọc hoặc ghi", _RIGHT),
    errno.EROFS: ("Ổ đĩa chỉ cho đọc", _RIGHT),
    errno.EIO: ("Ổ đĩa đọc, ghi bị lỗi", _SOUND),
}
_DATABASE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
_PRIMARY = 0xFF
"""The part of a code of SQLite that says what kind of error it is (sqlite.org/rescode.html)."""


def disk_trouble(error: OSError | sqlite3.Error) -> BuilderError | None:
    """What a disk refused; nothing if the error says something else."""
    if isinstance(error, OSError):
        told, file = _ERRORS.get(error.errno or 0), error.filename
    else:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        told, file = _ERRORS.get(_DATABASE.get(code, 0)), ".cache"
    if told is None:
        return None
    where = f": {os.fsdecode(file)}" if isinstance(file, str | bytes | os.PathLike) else ""
    return BuilderError(f"{told[0]}{where}.", told[1])
