"""Simple descriptions in other languages, put into English word by word before they are read."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from t2v_studio.director.lexicon.foreign import FOREIGN, LANGUAGES
from t2v_studio.director.lexicon.index import index

_WORD = re.compile(r"[^\W\d_]+")
_PHRASES = re.compile(
    r"\b(?:al atardecer|(?:ao )?p[ôo]r do sol|puesta de sol|(?:au )?coucher du soleil)\b",
    re.IGNORECASE,
)
"""Sunsets of more than one word."""

_AFTER = re.compile(
    r"\b(?!(?:a|with|in|on|of|and|under|through|at)\b)(\w+)"
    r" (black|white|red|blue|small|large|full)\b"
)
"""Romance adjectives stand behind their noun, English ones before it."""

_FEWEST = 2


@cache
def _dictionary(language: str) -> dict[str, str]:
    """Foreign word without accents -> English word; empty for grammar."""
    at = LANGUAGES.index(language)
    found: dict[str, str] = {}
    for row in FOREIGN.replace("\n    ", " ").strip().splitlines():
        english, _, words = row.partition(":")
        for word in words.split("|")[at].split():
            found.setdefault(plain(word), "" if english == "-" else english)
    return found


def in_english(text: str) -> str:
    """Return a text of one of the languages in English, as far as its words are known.

    Any other text comes back as it is: at least a third of the words, and more than English knows
    of them, have to belong to one language.
    """
    words = [plain(word) for word in _WORD.findall(text)]
    known = {name: sum(word in _dictionary(name) for word in words) for name in LANGUAGES}
    language = max(known, key=lambda name: known[name])
    english = sum((word,) in index().meanings for word in words)
    if known[language] < max(_FEWEST, english + 1, len(words) / 3):
        return text
    put = _apart(word_by_word(_PHRASES.sub("sunset", text), language)).strip()
    return put if language == "de" else _AFTER.sub(r"\2 \1", put)


def _apart(text: str) -> str:
    """Set words that are still unknown apart: "dog espera" is a dog, as "dog sled" is none."""

    def word(found: re.Match[str]) -> str:
        return found[0] if plain(found[0]) in _english() else f", {found[0]}"

    return re.sub(" +", " ", re.sub(r"\s+,", ",", _WORD.sub(word, text))).lstrip(" ,")


@cache
def _english() -> frozenset[str]:
    return frozenset(word for alias in index().meanings for word in alias)


def word_by_word(text: str, language: str) -> str:
    """Return a text of a language with the words of it that are known in English."""
    dictionary = _dictionary(language)
    return _WORD.sub(lambda found: dictionary.get(plain(found[0]), found[0]), text)


def plain(word: str) -> str:
    """Return words in lower case, without accents."""
    apart = unicodedata.normalize("NFD", word.lower().replace("ß", "ss"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
