"""One letter wrong: "exprot", "downlaod", "uplod" are read as the words that were meant.

Only words that no list knows are looked at, only for requests' own words, and only in short texts:
who writes a long one describes something.
"""

from __future__ import annotations

from t2v.words.vocabulary import UNKNOWN, Vocabulary, Word

SHORTEST = 5
"""Letters of a word that may hold a slip; in shorter ones a slip is mostly another word."""

LONGEST_TEXT = 40
"""Words of a text in which slips are looked for."""


def mended(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words, slips replaced by what was meant."""
    if len(words) > LONGEST_TEXT:
        return words
    return [
        _meant(word, vocabulary) if word.letter == UNKNOWN and word.text.isalpha() else word
        for word in words
    ]


def one_apart(word: str, other: str) -> bool:
    """Say whether one insertion, deletion, replacement or swap of neighbours makes them equal."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    at = 0
    while at < min(len(word), len(other)) and word[at] == other[at]:
        at += 1
    rest, goal = word[at:], other[at:]
    return (
        rest[1:] == goal  # one letter too many
        or rest == goal[1:]  # one too few
        or rest[1:] == goal[1:]  # another one
        or (rest[2:] == goal[2:] and rest[:2] == goal[1::-1])  # two swapped
    )


def _meant(word: Word, vocabulary: Vocabulary) -> Word:
    """Return what was meant; a word that begins as it was written is likelier than another."""
    if len(word.text) < SHORTEST - 1:
        return word
    near = [
        Word(letter, entry, slip=True)
        for entry, letter in vocabulary.slips
        if len(entry) >= SHORTEST and one_apart(word.text, entry)
    ]
    return next((one for one in near if one.text[0] == word.text[0]), near[0] if near else word)
