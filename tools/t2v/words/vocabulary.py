"""Words to classes: how a text is cut into words, and which class each of them has.

A clause becomes one letter a word, so that the grammar can be a short table over letters. Chinese,
Japanese and Korean have no words between spaces: there a unit is one character, and the longest
entry that fits is taken, as for phrases of several words elsewhere. One pass, no backtracking.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property
from importlib import import_module

from t2v.words import mentions

CLASSES = {
    # What is asked for
    "export": "v", "give": "g", "product": "o", "final": "F", "format": "f", "quality": "Q",
    "place": "l", "credits": "c", "purse": "H", "amount": "h", "remain": "a", "state": "s",
    "asked": "S", "show": "w", "draft": "d", "which": "q", "is": "i", "ready": "b",
    "upload": "u", "material": "m", "present": "y", "stop": "K", "job": "j", "measure": "V",
    "trouble": "D", "fresh": "G", "shape": "W", "shrink": "P",
    # What makes it something else
    "edit": "e", "making": "M", "adding": "+", "element": "E", "topic": "t", "negation": "n",
    "cancel": "N", "noise": "X",
    # What changes nothing
    "filler": ".", "remark": "~", "please": "z", "definite": "^", "article": "A", "join": "&",
    "able": "B", "yet": "Y",
}  # fmt: skip
"""Class names, as the lexicons write them, and their letters."""

UNKNOWN = "x"
MARKS = dict(zip(mentions.MARKS, 'pkRr"Z', strict=True))
"""Letters of what `mentions` took out."""

ENDS = {".": ";", "!": ";", "。": ";", "?": "?", ";": ";", "\n": ";", ",": ",", "、": ",", ":": ":"}
"""Punctuation that parts clauses, and its letters. All other punctuation is passed over."""

SLIPS_IN = "vcsudoma"
"""Classes whose words are recognised with one letter wrong."""

_DENSE = "\u3040"
"""From here on Unicode's letters are Chinese, Japanese and Korean: one character is one unit."""

_ACCENTS = {
    **str.maketrans("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ", "aaaaaaceeeeiiiinooooouuuuyy", "'’ʼ"),
    **str.maketrans("ё", "е"),
}


class _Spread(dict[int, str]):
    """What each character becomes so that `str.split` finds the units; filled as they are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not character.isalnum():
            character = f" {character} " if character in ENDS or character in MARKS else " "
        elif character >= _DENSE:
            character = f" {character} "
        self[code] = character
        return character


_SPREAD = _Spread()


class Word:
    """A word or phrase as it was read: its class's letter, and the text of the entry."""

    __slots__ = ("letter", "slip", "text")

    def __init__(self, letter: str, text: str, *, slip: bool = False) -> None:
        """Keep the letter and the text; `slip`: one letter of it was wrong."""
        self.letter, self.text, self.slip = letter, text, slip


def even(text: str, language: str) -> str:
    """Return the text with case, width, accents and apostrophes evened out."""
    plain = text.isascii()
    text = text.casefold() if plain else unicodedata.normalize("NFKC", text).casefold()
    if language == "fr":
        text = text.replace("'", " ").replace("’", " ")
    # The English list is evened out at nearly every run; its accents are apostrophes.
    return text.replace("'", "") if plain else text.translate(_ACCENTS)


def units_of(text: str) -> list[str]:
    """Cut a text that was evened out into words, single CJK characters, marks and ends."""
    # A full stop ends a clause only where a space follows: "v1.5" and "a.b" go on.
    return f"{text} ".replace(". ", " ; ").replace("\n", " ; ").translate(_SPREAD).split()


class Vocabulary:
    """The entries of one language, and of what all languages share."""

    def __init__(self, language: str) -> None:
        """Read the language's rows; a later row does not override an earlier one."""
        self.language = language
        self.letters: dict[str, str] = {}
        self._reach: dict[str, int] = {}
        module = import_module(f"t2v.words.lexicons.{language}")
        common = import_module("t2v.words.lexicons.common")
        self._variants = str.maketrans(*getattr(module, "VARIANTS", ("", "")))
        # Simplified Chinese is even as it is written; evening out costs a tenth of the run.
        rows = module.WORDS if self._variants else self.even(module.WORDS)
        # Filled in one loop with few calls: thousands of entries are read at every run.
        keep, reach = self.letters.setdefault, self._reach
        for letter, entries in (*rows_of(rows), *rows_of(common.WORDS)):
            for entry in entries:
                keep(entry, letter)
                if " " in entry:
                    first, spaces = entry[: entry.index(" ")], entry.count(" ")
                    if spaces >= reach.get(first, 1):
                        reach[first] = spaces + 1

    def read(self, text: str) -> list[Word]:
        """Return the text's words, longest entries first, and the ends of its clauses."""
        units = units_of(self.even(text))
        words = []
        at = 0
        while at < len(units):
            word, length = self._longest(units, at)
            words.append(word)
            at += length
        return words

    @cached_property
    def slips(self) -> list[tuple[str, str]]:
        """The words that are recognised with one letter wrong, and their letters."""
        return [
            (entry, letter)
            for entry, letter in self.letters.items()
            if letter in SLIPS_IN and entry.isalpha()
        ]

    def _longest(self, units: list[str], at: int) -> tuple[Word, int]:
        unit = units[at]
        for length in range(min(self._reach.get(unit, 1), len(units) - at), 0, -1):
            entry = " ".join(units[at : at + length])
            if entry in self.letters:
                return Word(self.letters[entry], entry), length
        known = "." if unit.isdecimal() else MARKS.get(unit) or ENDS.get(unit)
        return Word(known or UNKNOWN, unit), 1

    def even(self, text: str) -> str:
        """Return the text as the entries are kept."""
        plain = even(text, self.language)
        return plain.translate(self._variants) if self._variants else plain


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Return the vocabulary of a language, read once."""
    return Vocabulary(language)


def rows_of(rows: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (letter, entries) for each line of a lexicon's rows; entries as units with spaces."""
    # English is written so already, and its list is read at nearly every run.
    spread = not rows.isascii()
    letter = ""
    for line in (rows.translate(_SPREAD) if spread else rows).splitlines():
        head, colon, rest = line.partition(":")
        if colon:
            letter = CLASSES[head.strip()]
        entries = (rest if colon else head).split(",")
        units = [" ".join(entry.split()) if spread else entry.strip() for entry in entries]
        yield letter, [entry for entry in units if entry]
