"""Vietnamese text as pure functions: what the language asks of the press, and nothing about stories.

One module a subject: `normal` (code points), `tone` (hòa or hoà), `fold` (search), `collate` (order),
`names` and `honorifics` (people), `dates`, `numbers`, `slug`, `typo` (typography), `words` and
`syllable` (counting, spelling shape, legacy encodings). `letters` holds the tables they share.

Nothing here reads a file, a clock or the locale: the same text always gives the same answer. Import from
the module, not from the package: `from builder.vietnamese.fold import fold`.
"""
