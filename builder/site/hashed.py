"""Assets under names that tell their content, so that a browser may keep each of them for ever.

What a file reaches counts as its content: a style sheet gets a new name when one of its fonts changes. References are
rewritten where the three kinds of files carry them: ``url()`` in CSS, ``import`` in JavaScript, ``src`` in a manifest.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from builder.model import BuilderError

_REFERENCES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        ".css": re.compile(r"""url\(\s*["']?(?!data:|#)(?P<to>[^"')\s]+)"""),
        ".js": re.compile(r"""\b(?:from|import)\s*\(?\s*["'](?P<to>\.{1,2}/[^"']+)"""),
        ".webmanifest": re.compile(r'"src"\s*:\s*"(?P<to>[^"]+)"'),
    }
)


@dataclass(frozen=True, slots=True)
class HashedAssets:
    """``names`` leads from an asset's own name to its path on the site; ``files`` holds the bytes by that path."""

    names: Mapping[str, str]
    files: Mapping[str, bytes]


def hashed_assets(files: Mapping[str, bytes], folder: str) -> HashedAssets:
    """Name every file after its content and rewrite what they say of each other.

    Args:
        files: the assets by name, relative to their folder.
        folder: where they will stand on the site, without a slash at the end.

    Raises:
        BuilderError: an asset asks for one that is not there.
    """
    links = {name: {_target(name, match["to"], files) for match in _references(name, files)} for name in files}
    own = {name: _hashed(name, _digest(_reached(name, links), files)) for name in files}
    return HashedAssets(
        MappingProxyType({name: f"{folder}/{own[name]}" for name in sorted(files)}),
        MappingProxyType({f"{folder}/{own[name]}": _rewritten(name, files, own) for name in sorted(files)}),
    )


def _references(name: str, files: Mapping[str, bytes]) -> Iterator[re.Match[str]]:
    pattern = _REFERENCES.get(PurePosixPath(name).suffix)
    return pattern.finditer(files[name].decode()) if pattern else iter(())


def _target(name: str, reference: str, files: Mapping[str, bytes]) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), reference))
    if target not in files:
        msg = f"Tệp giao diện {name} gọi {reference}, mà không có tệp ấy."
        raise BuilderError(msg, "Sửa lại đường dẫn, hoặc thêm tệp còn thiếu vào theme/site/assets.")
    return target


def _reached(name: str, links: Mapping[str, set[str]]) -> list[str]:
    """A file and all it leads to, also where files lead to each other in a circle."""
    reached, waiting = {name}, [name]
    while waiting:
        fresh = links[waiting.pop()] - reached
        reached |= fresh
        waiting += fresh
    return sorted(reached)


def _digest(names: list[str], files: Mapping[str, bytes]) -> str:
    digest = hashlib.blake2b(digest_size=5)
    for name in names:
        digest.update(name.encode() + hashlib.blake2b(files[name]).digest())
    return digest.hexdigest()


def _hashed(name: str, digest: str) -> str:
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))


def _rewritten(name: str, files: Mapping[str, bytes], own: Mapping[str, str]) -> bytes:
    text, done, parts = "", 0, []
    for match in _references(name, files):
        text = match.string
        start, end = match.span("to")
        wanted = own[_target(name, match["to"], files)]
        parts += [text[done:start], posixpath.join(posixpath.dirname(match["to"]), posixpath.basename(wanted))]
        done = end
    return "".join([*parts, text[done:]]).encode() if parts else files[name]
