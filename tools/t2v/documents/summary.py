"""The key sentences of a text: chosen, never written. Pure; the same text gives the same choice.

A sentence counts for what it says that the text says often, and for where it stands: the beginning
of a text, and of each of its parts, tells what they are about.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from t2v.documents.sentences import terms, words

FIRST, LEADING = 1.6, 1.25
"""What the first sentence of a text, and of a part, counts more."""

SHORT, LONG = 4, 45
"""Words of a sentence that says little by itself, or too much for a scene; each counts half."""

PROSE = 0.8
"""Share of letters and spaces in what people say; tables, code and references have fewer."""

EVERYWHERE = 0.4
"""A word that stands in more of the sentences than this is grammar, not matter."""

_ENDED = re.compile(r"[.!?…。！？।؟။።][\"'”’»)\]」』）》]*$")
"""What no sentence ends is a label, a row of a table, or cut."""

_POOR = re.compile(r"https?://|www\.|@\w|©|\ball rights reserved\b|\bcookies?\b", re.IGNORECASE)
"""What stands on pages and in no film."""

_GRAMMAR = """
    about after also been before being between both could does each from have having here into
    just like made make many more most much only other over same should some such than that
    their them then there these they this those through under very were what when where which
    while will with would your para como pero este esta estos estas desde entre cuando donde
    sobre todo todos también porque mais pelo pela isso essa esse seus suas quando onde também
    della delle degli sono questo questa anche come perché quando molto dans avec pour plus
    cette leur leurs sont nous vous elle elles mais aussi comme tout tous nicht eine einer eines
    einem auch oder aber wird werden sind wenn noch nach über
"""
_COMMON = frozenset(_GRAMMAR.split())
"""Words of five languages that are long and say nothing."""


class Sentence(NamedTuple):
    """One sentence, and whether its part of the text begins with it."""

    text: str
    leading: bool = False


def key(sentences: Sequence[Sentence], budget: float) -> list[int]:
    """Return which sentences to keep, in their order, so that they have about `budget` words.

    Something is always kept: the best sentence, even if it is longer than the budget.
    """
    lengths = [max(0.5, words(one.text)) for one in sentences]
    if sum(lengths) <= budget:
        return list(range(len(sentences)))
    scores = _scores(sentences, lengths)
    kept: list[int] = []
    left = budget
    seen: set[str] = set()
    for place in sorted(range(len(sentences)), key=lambda one: (-scores[one], one)):
        said = " ".join(terms(sentences[place].text)) or sentences[place].text
        if said in seen or (kept and not SHORT <= lengths[place] <= left):
            continue
        seen.add(said)
        kept.append(place)
        left -= lengths[place]
        if left < 1:
            break
    return sorted(kept)


def _scores(sentences: Sequence[Sentence], lengths: Sequence[float]) -> list[float]:
    """Return how much each sentence says of what the text is about."""
    often = Counter(term for sentence in sentences for term in _about(sentence))
    most = max(2.0, EVERYWHERE * len(sentences))
    # Looked up once more: kept, the terms of a book would take ten times the book.
    return [
        _matter(_about(sentence), often, most)
        / math.sqrt(length)
        * _standing(sentence, place, length)
        for place, (sentence, length) in enumerate(zip(sentences, lengths, strict=True))
    ]


def _about(sentence: Sentence) -> set[str]:
    return set(terms(sentence.text)) - _COMMON


def _matter(found: set[str], often: Counter[str], most: float) -> float:
    return sum(math.log(1 + often[term]) for term in found if often[term] <= most) + 0.01


def _standing(sentence: Sentence, place: int, length: float) -> float:
    """Return what a sentence counts more, or less, for its place and its form."""
    counts = FIRST if place == 0 else LEADING if sentence.leading else 1.0
    if not SHORT <= length <= LONG:
        counts *= 0.5
    if sum(char.isalpha() or char.isspace() for char in sentence.text) < PROSE * len(sentence.text):
        counts *= 0.2
    if not _ENDED.search(sentence.text):
        counts *= 0.4
    return counts * 0.2 if _POOR.search(sentence.text) else counts
