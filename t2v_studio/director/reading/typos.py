"""Slips of the pen: a word that nobody knows, one letter away from the name of a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from t2v_studio.director.lexicon.index import index

_SHORTEST = 6
"""Letters of a word that is mended: shorter ones are too near to each other."""
_WORD = re.compile(rf"(?<![^\W_])[a-zA-Z]{{{_SHORTEST},24}}(?![^\W_])")
_NAMES = frozenset({"subject", "place"})


def mended(text: str) -> str:
    """Return a text with the names in it that miss a letter, have one too many, or two swapped.

    A word that is known stays, and so does one that could be two names.
    """
    return _WORD.sub(lambda found: _mended(found[0]), text)


def _mended(word: str) -> str:
    known, names = _vocabulary()
    low = word.lower()
    if low in known:
        return word
    near = {other for other in _neighbours(low) if other in names}
    return near.pop() if len(near) == 1 else word


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """Return every word of every alias, and those of them that are in names of things."""
    known, names = set[str](), set[str]()
    for alias, meanings in index().meanings.items():
        known.update(alias)
        if any(one.kind in _NAMES for one in meanings):
            names.update(word for word in alias if len(word) >= _SHORTEST)
    return frozenset(known), frozenset(names)


def _neighbours(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        front, rest = word[:at], word[at:]
        yield front + rest[1:]
        if len(rest) > 1:
            yield front + rest[1] + rest[0] + rest[2:]
        yield from (front + letter + rest for letter in ascii_lowercase)
