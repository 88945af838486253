"""Orders in Spanish, Portuguese, French and German, put into English phrase by phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from t2v_studio.director.lexicon.foreign import LANGUAGES
from t2v_studio.director.lexicon.orders import ORDERS, STARTS
from t2v_studio.director.reading.languages import plain, word_by_word
from t2v_studio.director.wishes.clauses import masked, unmasked

_FIRST = re.compile(r"[^\W\d_]+")
_TELLING = 4
"""Letters of a word that tells a language: shorter ones stand in several."""


@cache
def _phrases(language: str) -> dict[str, str]:
    """Phrase without accents -> English; the longest first."""
    at, found = LANGUAGES.index(language), dict[str, str]()
    for row in ORDERS.replace("\n    ", " ").strip().splitlines():
        english, _, ways = row.partition(": ")
        for way in ways.split("|")[at].split("/"):
            if phrase := plain(way.strip()):
                found.setdefault(phrase, "" if english == "-" else english)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def _rule(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _phrases(language)))})(?!\w)")


def ordered(message: str) -> str:
    """Return an order of one of the languages in English, as far as its words are known.

    What does not begin as an order does, comes back as it is; quoted words stay what they are.
    """
    text, quotes = masked(message)
    bare = plain(text)
    language = _language(bare)
    if not language:
        return message
    words = " ".join(" ".join(_translated(bare, language)).split())
    words = re.sub(r"\s+(?=[,.;:!?])", "", words)
    return unmasked(words, tuple(f'"{quote}"' for quote in quotes))


def _translated(bare: str, language: str) -> Iterator[str]:
    """Yield the phrases of an order in English, and what stands between them word by word."""
    phrases, at = _phrases(language), 0
    for found in _rule(language).finditer(bare):
        yield word_by_word(bare[at : found.start()], language)
        yield phrases[found[0]]
        at = found.end()
    yield word_by_word(bare[at:], language)


def _language(bare: str) -> str:
    """Return the language whose order this is: the first word opens one, and most are known."""
    first = _FIRST.search(bare)
    if not first:
        return ""
    scores = {name: _score(bare, first[0], name) for name in LANGUAGES}
    best = max(LANGUAGES, key=lambda name: scores[name])
    return best if scores[best] else ""


def _score(bare: str, first: str, language: str) -> int:
    """Return how many phrases are of that language, 0 when it opens no order."""
    phrases = _phrases(language)
    if phrases.get(first) not in STARTS and not _opens(bare, language):
        return 0
    found = _rule(language).findall(bare)
    if phrases.get(first) != first:
        return len(found)
    # "change" and "divide" are English as well: a longer word has to tell the language.
    return sum(len(one) >= _TELLING and phrases[one] != one for one in found)


def _opens(bare: str, language: str) -> bool:
    found = _rule(language).match(bare.lstrip())
    return found is not None and _phrases(language)[found[0]] in STARTS
