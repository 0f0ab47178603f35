"""What is kept of sheets that were cut: leaves in a store, photos as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.model import BuilderError

from .leaf import Brief, KeptPhoto, Leaf, brief_in, leaf_key, unpacked, unpacked_brief
from .made_photo import MadePhoto
from .sheet import Files, Store


@dataclass(frozen=True, slots=True)
class LeafShelf:
    """Leaves by the keys of their sheets, photos by what they came from; leaves also in memory, where it remembers."""

    store: Store
    files: Files | None = None
    remembered: dict[bytes, Leaf] | None = None

    def keep(self, k: bytes, leaf: bytes, photos: Mapping[bytes, MadePhoto]) -> Brief:
        """Keep a leaf, its brief last: what has one is whole. A photo stays the same through all edits of its story."""
        for origin, photo in photos.items():
            self.store.put(_origin_key(origin), photo.packed)
        self.store.put(leaf_key(k), leaf)
        brief = brief_in(leaf)
        self.store.put(_brief_key(k), brief)
        return unpacked_brief(brief)

    def brief(self, k: bytes) -> Brief | None:
        """The brief of a sheet that lies cut in the store, with all its photos. No leaf is opened for that."""
        brief = self._brief(k)
        return brief if brief and all(self._lies(photo) for photo in brief.photos.values()) else None

    def photo(self, origin: bytes) -> MadePhoto | None:
        """A photo that was made before of the same."""
        told = self.store.get(_origin_key(origin))
        photo = MadePhoto.unpacked(told) if told else None
        return photo if photo and self.files and self.files.find(photo.known, photo.size) else None

    def kept(self, k: bytes, brief: Brief) -> Kept:
        """What is told of a sheet."""
        return Kept(k, brief.pages, self.store, self.files, self.remembered, brief.photos)

    def _brief(self, k: bytes) -> Brief | None:
        if self.remembered and k in self.remembered:
            return self.remembered[k].brief
        told = self.store.get(_brief_key(k))
        return unpacked_brief(told) if told else None

    def _lies(self, photo: KeptPhoto) -> bool:
        return self.files is not None and self.files.find(photo.digest, photo.size) is not None


@dataclass(frozen=True, slots=True)
class Kept:
    """A sheet that lies set and cut in a store, how many pages it has, its photos by the names they are drawn by."""

    key: bytes
    pages: int
    store: Store
    files: Files | None = None
    remembered: dict[bytes, Leaf] | None = None
    photos: Mapping[str, KeptPhoto] = field(default_factory=dict)

    def leaf(self) -> Leaf:
        """Its leaf."""
        if self.remembered is None:
            return unpacked(self._held())
        if self.key not in self.remembered:
            self.remembered[self.key] = unpacked(self._held())
        return self.remembered[self.key]

    def photo(self, photo: KeptPhoto) -> Path:
        """Where one of its photos lies.

        Raises:
            BuilderError: it is gone.
        """
        path = self.files.find(photo.digest, photo.size) if self.files else None
        if path is None:
            raise _gone()
        return path

    def _held(self) -> bytes:
        data = self.store.get(leaf_key(self.key))
        if data is None:
            raise _gone()
        return data


def _gone() -> BuilderError:
    return BuilderError("Kho giữ trang đã dàn (.cache) bị xóa trong lúc làm sách.", "Làm lại.")


def _origin_key(origin: bytes) -> bytes:
    return b"made" + origin


def _brief_key(k: bytes) -> bytes:
    return b"brief" + leaf_key(k)
