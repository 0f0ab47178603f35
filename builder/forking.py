"""Whether another process can be begun as a copy of this one, which has in memory already what it needs."""

from __future__ import annotations

import os


def may_fork() -> bool:
    """Whether this process has one thread; no other then holds a lock that its copy would wait for in vain.

    Threads count that Python knows nothing of: a library's, such as Pango begins with every map of fonts. Only Linux
    tells of them.
    """
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - there are no paths to be made of them
    except OSError:
        return False
