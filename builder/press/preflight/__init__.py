"""The gate before the print shop: reads any PDF, whoever made it, and says what would go wrong in print.

`examine` opens a file, `walker` reads its content as a RIP does, `fonts` asks the font programs, `raster` has
Ghostscript ink every page; all of it becomes values (`dossier`), and each of `checks` is a small function on these.
Import from the modules: the package stays empty, so that other commands do not load the engines.
"""
