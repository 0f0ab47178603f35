"""The disk: finding the root, reading, writing atomically, keeping results by content hash."""

from .cache import DIGEST_SIZE, Cache, digest, open_database
from .code import code_fingerprint
from .files import disk_clock, photo_names, read_story, settled, story_files, story_states, write_atomic, write_new
from .kept_files import KeptFiles
from .root import Root, find_root, straight
from .runs import copy_run, file_sha256, file_state, one_at_a_time, ours_alone, state_of
from .seen import Bodies, Seen, Sight, Texts
from .templates import template_environment

__all__ = [
    "DIGEST_SIZE",
    "Bodies",
    "Cache",
    "KeptFiles",
    "Root",
    "Seen",
    "Sight",
    "Texts",
    "code_fingerprint",
    "copy_run",
    "digest",
    "disk_clock",
    "file_sha256",
    "file_state",
    "find_root",
    "one_at_a_time",
    "open_database",
    "ours_alone",
    "photo_names",
    "read_story",
    "settled",
    "state_of",
    "story_files",
    "story_states",
    "straight",
    "template_environment",
    "write_atomic",
    "write_new",
]
