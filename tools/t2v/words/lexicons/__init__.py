"""The words of each language, one module a language, read by `t2v.words.vocabulary`.

A row is `class: entries`, the entries separated by commas; `t2v.words.grammar` says what each class
means. A longer entry wins over a shorter one. Write words as people do: case, accents, full-width
forms and traditional characters are evened out when the rows are read.
"""
