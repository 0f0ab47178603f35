"""Engines, one file each. They know pages, fonts, pictures and inks, and nothing of stories.

`typeset` (WeasyPrint) sets a document, `pool` many of them, `join` (pikepdf) makes a book of them, `finish` saves it.
Import from the modules: the package stays empty, so that the website does not load WeasyPrint.
"""
