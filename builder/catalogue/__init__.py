"""Stories tied together: shelves, indexes in Vietnamese order, neighbours."""

from .index import IndexEntry, IndexGroup, body_index, person_index, unit_index
from .library import Library
from .places import place_index
from .related import Related
from .shelf import Shelf, name_key, story_key

__all__ = [
    "IndexEntry",
    "IndexGroup",
    "Library",
    "Related",
    "Shelf",
    "body_index",
    "name_key",
    "person_index",
    "place_index",
    "story_key",
    "unit_index",
]
