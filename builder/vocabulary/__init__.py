"""The closed lists as data: fields, awards, movements, unit kinds, and the places of Hà Nội through time.

The lists are files in ``data/``; ``data/DATA.md`` says where each comes from and how far it can be trusted.
"""

from .history import FIRST_YEAR
from .lists import Vocabulary
from .loader import load_vocabulary
from .matching import Labelled, match_label, suggest
from .period import Period

__all__ = ["FIRST_YEAR", "Labelled", "Period", "Vocabulary", "load_vocabulary", "match_label", "suggest"]
