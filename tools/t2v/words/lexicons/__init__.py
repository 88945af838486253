"""The words of each language, one module a language, read by `t2v.words.vocabulary`.

A row is `class: entries`, the entries separated by commas; `vocabulary.CLASSES` names the classes
and `t2v.words.grammar` says what they may do together. A longer entry wins over a shorter one, and
an entry stands in one class only. Write small letters; accents and apostrophes as people do.
"""
