"""Whether another process can be begun as a copy of this one, which has in memory already what it needs."""

from __future__ import annotations

import os
import threading


def may_fork() -> bool:
    """Forking is safe as long as no other thread may hold a lock just then; the machine must know it at all."""
    return hasattr(os, "fork") and threading.active_count() == 1
