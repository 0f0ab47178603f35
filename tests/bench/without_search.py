"""``hoa site`` without the files of its search, as much as peers make that have none. For measuring only.

The command has no such option, for every page carries a search field, and it would lead nowhere. With ``converted`` as
the first word every text is converted anew, even if it was converted before and kept.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from unittest.mock import patch

from builder.cli import main
from builder.pipeline.site_store import Store
from builder.site.text import KEPT_AS

_cached = Store.cached


def _converted(store: Store, name: str, make: Callable[[], str]) -> str:
    return make() if name.startswith(KEPT_AS) else _cached(store, name, make)


if __name__ == "__main__":
    anew = sys.argv[1:2] == ["converted"]
    with (
        patch("builder.site.build.search_files", lambda *_: ()),
        patch.object(Store, "cached", _converted if anew else _cached),
    ):
        main(["site", *sys.argv[1 + anew :]])
