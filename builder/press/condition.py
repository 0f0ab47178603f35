"""Printing conditions: the ICC profiles of the house, each with the name the trade knows its condition by."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from builder.model import BuilderError

REGISTER = "profiles.toml"
_CLASS, _SPACE, _MAGIC = slice(12, 16), slice(16, 20), slice(36, 40)


@dataclass(frozen=True, slots=True)
class PrintCondition:
    """A way of printing: its profile, the identifier of its data at www.color.org, a line in words."""

    name: str
    profile: bytes
    identifier: str
    words: str

    @classmethod
    def named(cls, folder: Path, name: str) -> PrintCondition:
        """Read a condition of the register.

        Raises:
            BuilderError: there is no such condition, or its file is missing or no profile of a CMYK press.
        """
        register = _register(folder)
        if name not in register:
            msg = f"Không có hồ sơ màu “{name}”."
            raise BuilderError(msg, f"Chọn một hồ sơ trong {folder.name}/{REGISTER}: {', '.join(register)}.")
        entry = register[name]
        return cls(name, _profile(folder / entry["file"]), entry["identifier"], entry["condition"])


def _register(folder: Path) -> dict[str, dict[str, str]]:
    try:
        return tomllib.loads((folder / REGISTER).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        msg = f"Không đọc được sổ hồ sơ màu “{REGISTER}”."
        raise BuilderError(msg, "Chép lại thư mục assets/icc từ bản mẫu của bộ sách.") from error


def _profile(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        msg = f"Không đọc được hồ sơ màu “{path.name}”."
        raise BuilderError(msg, "Chép lại tệp ấy vào assets/icc.") from error
    if (data[_CLASS], data[_SPACE], data[_MAGIC]) != (b"prtr", b"CMYK", b"acsp"):  # ICC.1, the profile header
        msg = f"Tệp “{path.name}” không phải hồ sơ màu CMYK của máy in."
        raise BuilderError(msg, "Xin nhà in hồ sơ ICC cho máy và giấy của họ.")
    return data
