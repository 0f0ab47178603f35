"""The disk: finding the root, reading, writing atomically, keeping results by content hash."""

from .cache import DIGEST_SIZE, Cache, digest, open_database
from .code import code_fingerprint
from .files import disk_clock, photo_names, read_story, settled, story_files, story_states, write_atomic
from .root import Root, find_root
from .seen import Bodies, Seen, Sight, Texts
from .templates import template_environment

__all__ = [
    "DIGEST_SIZE",
    "Bodies",
    "Cache",
    "Root",
    "Seen",
    "Sight",
    "Texts",
    "code_fingerprint",
    "digest",
    "disk_clock",
    "find_root",
    "open_database",
    "photo_names",
    "read_story",
    "settled",
    "story_files",
    "story_states",
    "template_environment",
    "write_atomic",
]
