"""The closed lists as data: fields, awards, movements, unit kinds, and the places of Hà Nội through time.

The lists are files in ``data/``; ``data/DATA.md`` says where each comes from and how far it can be trusted.
"""

from .history import FIRST_YEAR
from .lists import Vocabulary
from .loader import load_vocabulary
from .matching import Labelled, match_label, suggest
from .milestones import Confidence, Matter, Milestone, load_milestones
from .period import Period
from .tiles import Square, TileMaps, load_tiles

__all__ = [
    "FIRST_YEAR",
    "Confidence",
    "Labelled",
    "Matter",
    "Milestone",
    "Period",
    "Square",
    "TileMaps",
    "Vocabulary",
    "load_milestones",
    "load_tiles",
    "load_vocabulary",
    "match_label",
    "suggest",
]
