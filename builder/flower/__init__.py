from builder.flower.drawing import draw
from builder.flower.kinds import LABELS, Ink, Kind, Size, for_month, for_story

__all__ = ["LABELS", "Ink", "Kind", "Size", "draw", "for_month", "for_story"]
