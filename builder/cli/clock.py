"""The clock of the command line: only a face of the program may look at one.

What depends on it are comments and refusals – a suppression that has run out no longer hides an error – and never the
bytes of a site or a book.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

HANOI = timezone(timedelta(hours=7))


def today() -> date:
    """The day in Hà Nội."""
    return datetime.now(tz=HANOI).date()
