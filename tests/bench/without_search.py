"""``hoa site`` without the files of its search: as much as peers make that have none. For measuring only.

The command has no such option, for every page carries a search field, and it would lead nowhere.
"""

from __future__ import annotations

import sys
from unittest.mock import patch

from builder.cli import main

if __name__ == "__main__":
    with patch("builder.site.build.search_files", lambda _kit: ()):
        main(["site", *sys.argv[1:]])
