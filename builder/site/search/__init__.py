"""Search as static files, made for Vietnamese: a table of names and facets, and an inverted index of every word.

Why our own index. Lunr (what MkDocs themes bring) loads everything at once, and neither it nor Pagefind takes đ for d
or keeps phrases of unmarked syllables apart. Pagefind over folded text answers well, yet it is a binary that needs 33 s
and 3.4 GB for ten thousand stories and has no way to index one edited story; this index takes 7 s and 0.4 GB, and 0.5 s
after an edit. It is text: postings with positions, a code point a number, so that UTF-8 is the compression and the
browser's decoder the reader. The postings of a volume are kept by its content, and so are the counts of each few dozen
of its stories: an edit costs the counting of these and the joining. ``make bench`` prints time, size and answers beside
Lunr.

``words`` cuts and folds, ``postings`` counts and merges, ``names`` makes the table, ``files`` shares terms out to
files, ``page`` is the page itself. The browser's half lies in ``theme/site/assets/search``.
"""

from .files import search_files
from .names import NAMES_FILE, names_table
from .page import search_page

__all__ = ["NAMES_FILE", "names_table", "search_files", "search_page"]
