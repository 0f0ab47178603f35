"""Printing conditions: the ICC profiles of the house, each with the name the trade knows its condition by.

A print shop's own profile needs no entry in the register: its file is named, and the condition is told by it alone.
"""

from __future__ import annotations

import io
import tomllib
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageCms

from builder.model import BuilderError

REGISTER = "profiles.toml"
REGISTRY = "http://www.color.org"
"""Where the names of known conditions are registered: the International Color Consortium."""
OWN = "Custom"
"""What PDF/X calls a condition that is in no registry (PDF Reference 1.4, table 9.39)."""
_ENDINGS = (".icc", ".icm")
_CLASS, _SPACE, _MAGIC = slice(12, 16), slice(16, 20), slice(36, 40)


@dataclass(frozen=True, slots=True)
class PrintCondition:
    """A way of printing: its profile, the identifier of its data, a line in words, the registry of the identifier.

    A condition told by a profile alone has no registry.
    """

    name: str
    profile: bytes
    identifier: str
    words: str
    registry: str = REGISTRY

    @property
    def label(self) -> str:
        """What people call it: the registered name, or what the shop's own profile says of itself."""
        return self.identifier if self.registry else self.words

    @classmethod
    def named(cls, folder: Path, name: str) -> PrintCondition:
        """Read a condition: one of the register, or a profile by its path (from ``folder``, or from the root of disks).

        Raises:
            BuilderError: there is no such condition, or its file is missing or no profile of a CMYK press.
        """
        if name.lower().endswith(_ENDINGS):
            data = _profile(folder / name)
            return cls(name, data, OWN, _told_by(name, data), registry="")
        register = _register(folder)
        if name not in register:
            msg = f"Không có hồ sơ màu “{name}”."
            known = ", ".join(register)
            raise BuilderError(msg, f"Chọn một hồ sơ trong {folder.name}/{REGISTER} ({known}), hoặc ghi tên tệp .icc.")
        entry = register[name]
        return cls(name, _profile(folder / entry["file"]), entry["identifier"], entry["condition"])


def _register(folder: Path) -> dict[str, dict[str, str]]:
    try:
        return tomllib.loads((folder / REGISTER).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        msg = f"Không đọc được sổ hồ sơ màu “{REGISTER}”."
        raise BuilderError(msg, "Chép lại thư mục assets/icc từ bản mẫu của bộ sách.") from error


def _told_by(name: str, data: bytes) -> str:
    """What a profile calls itself, in the signs an output intent may hold; its file's name where it says nothing."""
    try:
        told = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(data)))
    except (ImageCms.PyCMSError, OSError) as error:
        msg = f"Hồ sơ màu “{name}” hỏng, không đọc được."
        raise BuilderError(msg, "Xin nhà in gửi lại tệp ICC.") from error
    return " ".join(told.split()) or Path(name).stem


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
